//! Codes of types.

codes! {
    401 TYPE_SYNTAX {
        title: "a type expression cannot be read",
        text: "A type expression is a word, or one of `id(..)`, `ref(..)`, `list(..)` and `map(..)` with another inside, without spaces. A `?` at its very end says that the value may be null.",
        wrong: "labels: { type: list(string?), docs: Its labels. }\n",
        right: "labels: { type: list(string)?, docs: Its labels. }\n",
    }
    402 NO_OWN_ID {
        title: "an id is meant that does not exist",
        text: "`id` alone is the id of the resource in which it stands: a shared type, a singleton, or a resource without a field `id` of type `id`, has none. `id(..)` and `ref(..)` need a resource that has one.",
        wrong: "types:\n  author:\n    docs: Who wrote it.\n    fields: { id: { type: id, docs: The id. } }\n",
        right: "types:\n  author:\n    docs: Who wrote it.\n    fields: { id: { type: id(people), docs: The id. } }\n",
    }
    403 INFINITE_TYPE {
        title: "a type holds itself without end",
        text: "A value of this type would hold another, which would hold another, and so on, and would never fit into memory. A list or a map between them may be empty, so it ends the chain; a reference by id does too.",
        wrong: "types:\n  node:\n    docs: A node of a tree.\n    fields: { parent: { type: node?, docs: The one above. } }\n",
        right: "types:\n  node:\n    docs: A node of a tree.\n    fields: { children: { type: list(node), docs: Those below. } }\n",
    }
    404 SAME_CHOICE {
        title: "two choices of `one_of` look the same in JSON",
        text: "Choices are told apart by what they are in JSON: text, a number, true or false, an object, or a list. Two of the same kind could not be. Ids and numbers are both numbers; dates and enumerations are texts.",
        wrong: "one_of:\n  id: { type: id(people), docs: Somebody known. }\n  number: { type: integer, docs: A number. }\n",
        right: "one_of:\n  id: { type: id(people), docs: Somebody known. }\n  email: { type: string, docs: An address. }\n",
    }
    405 AMBIGUOUS_CHOICE {
        title: "a choice of `one_of` has more than one form in JSON",
        text: "A choice is known by its form in JSON, so it has just one. `json` has any, `ref(..)` is a number or an object, and another `one_of` has several.",
        wrong: "one_of:\n  email: { type: string, docs: An address. }\n  other: { type: json, docs: Anything else. }\n",
        right: "one_of:\n  email: { type: string, docs: An address. }\n  other: { type: map(json), docs: An object. }\n",
    }
    406 EMPTY_TYPE {
        title: "a type or resource holds nothing",
        text: "An enumeration has values, an object has fields, a choice has alternatives, and a resource that is returned has fields. Where the shape is not known, the type is `json`; where any text may come, it is `string`.",
        wrong: "types:\n  ticket_status: { docs: Where a ticket stands., values: {} }\n",
        right: "types:\n  ticket_status: { docs: Where a ticket stands., values: { resolved: Answered. } }\n",
    }
    407 NULLABLE_HERE {
        title: "`?` stands where null is not possible",
        text: "Query parameters, path parameters and choices of `one_of` are never null. A parameter that is not sent is left out.",
        wrong: "parameters:\n  page: { type: integer?, docs: The page. }\n",
        right: "parameters:\n  page: { type: integer, docs: The page. }\n",
    }
    408 PARAMETER_TYPE {
        title: "a query parameter has a type that a query cannot carry",
        text: "A query carries single values and lists of them, joined by commas. Objects, maps, lists of lists, references and free JSON have no agreed form there.",
        wrong: "query:\n  filter: { type: map(string), docs: What to look for. }\n",
        right: "query:\n  filter: { type: string, docs: What to look for. }\n",
    }
    409 PATH_PARAMETER_TYPE {
        title: "a path parameter has a type that a path cannot carry",
        text: "A path carries single values: texts, numbers, truth values, dates, ids and values of enumerations.",
        wrong: "path_parameters:\n  context: { type: list(string), docs: Where it is used. }\n",
        right: "path_parameters:\n  context: { type: string, docs: Where it is used. }\n",
    }
    410 LIMIT_WITHOUT_NUMBER {
        title: "`minimum` or `maximum` of something that is no number",
        text: "Only values of type `integer` and `number` have a least or greatest value.",
        wrong: "parameters:\n  query: { type: string, minimum: 1, docs: What to look for. }\n",
        right: "parameters:\n  query: { type: string, docs: What to look for. }\n",
    }
    411 LIMITS_REVERSED {
        title: "the minimum is above the maximum",
        text: "No value would be allowed, so nobody could ever send the parameter. Probably the two are swapped.",
        wrong: "parameters:\n  count: { type: integer, minimum: 200, maximum: 1, docs: How many. }\n",
        right: "parameters:\n  count: { type: integer, minimum: 1, maximum: 200, docs: How many. }\n",
    }
    412 OWN_ID_FORM {
        title: "the id of a resource is nullable, optional or writable",
        text: "Every object has its id, always, and the helpdesk gives it. Code that holds an object relies on that.",
        wrong: "fields:\n  id: { type: id, docs: The id. }\n",
        right: "fields:\n  id: { type: id, access: read_only, docs: The id. }\n",
    }
    413 RETURNS_NOT_OBJECT {
        title: "an operation returns something that is not an object",
        text: "The data of a response is a resource, an object type, or JSON of unknown shape. An enumeration or a choice is neither.",
        wrong: "state: { verb: action, method: GET, returns: ticket_status, docs: Returns where it stands. }\n",
        right: "state: { verb: action, method: GET, returns: json, docs: Returns where it stands. }\n",
    }
}
