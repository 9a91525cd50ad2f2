//! Codes of names and references.

codes! {
    301 UNKNOWN_SOURCE {
        title: "a source is cited that is not declared",
        text: "Every fact may say where it is from, by a key that `sources` of the first file explains. This key is not there, so nobody could look the fact up.",
        wrong: "sources: { GUIDE: The developer guide }\nresources:\n  - resource: tickets\n    source: GIUDE\n",
        right: "sources: { GUIDE: The developer guide }\nresources:\n  - resource: tickets\n    source: GUIDE\n",
    }
    302 UNKNOWN_TYPE {
        title: "a type is not known",
        text: "A type is built in (`string`, `integer`, `number`, `boolean`, `datetime`, `date`, `json`), declared under `types` of the same resource, declared under `types` of the first file for all resources, or that of another resource, which is written `resource.type`.",
        wrong: "fields:\n  subject: { type: strng, docs: What it is about. }\n",
        right: "fields:\n  subject: { type: string, docs: What it is about. }\n",
    }
    303 UNKNOWN_RESOURCE {
        title: "a resource is not known",
        text: "Resources are referred to by their plural name, as their file states it under `resource`. The file has to be listed under `include`.",
        wrong: "person: { type: ref(person), docs: Whom it is for. }\n",
        right: "person: { type: ref(people), docs: Whom it is for. }\n",
    }
    304 UNKNOWN_VERB {
        title: "a verb is not known",
        text: "What an operation means is one of the verbs that the first file declares under `verbs`. A method can only be given to a verb that is declared.",
        wrong: "operations:\n  lock: { verb: acton, method: PUT, docs: Locks it. }\n",
        right: "operations:\n  lock: { verb: action, method: PUT, docs: Locks it. }\n",
    }
    305 UNKNOWN_STATUS {
        title: "a status is not declared",
        text: "Every status that the description speaks of is declared once under `statuses`, with its name, its meaning, and whether a request that met it may be repeated. The name becomes part of the generated errors.",
        wrong: "statuses:\n  404: { name: not_found, docs: There is no such thing. }\nerror_codes:\n  gone: { status: 410, docs: It was removed. }\n",
        right: "statuses:\n  404: { name: not_found, docs: There is no such thing. }\n  410: { name: gone, docs: It was removed. }\nerror_codes:\n  was_removed: { status: 410, docs: It was removed. }\n",
    }
    306 UNKNOWN_ERROR {
        title: "an error code or error set is not known",
        text: "The items of an error set, and of `errors` of a verb or an operation, are error codes, statuses and names of error sets. This is none of them.",
        wrong: "error_sets:\n  reading: [unauthorised, not_found]\n",
        right: "error_sets:\n  reading: [unauthorized, not_found]\n",
    }
    307 UNKNOWN_PARAMETER {
        title: "a parameter is not known",
        text: "A query parameter that is named without being described is declared under `parameters` of the first file; `without` can only leave out what the verb takes; an example can only set what the operation has in its path or its query.",
        wrong: "parameters:\n  page: { type: integer, docs: The page. }\nverbs:\n  list: { query: [pages] }\n",
        right: "parameters:\n  page: { type: integer, docs: The page. }\nverbs:\n  list: { query: [page] }\n",
    }
    308 NAME_FORM {
        title: "a name is not in snake_case",
        text: "Names that the description is free to choose (of resources, types, operations, verbs, error sets, choices, path parameters) are words of small letters and digits, joined by single underscores. Names that the API has chosen (keys of fields, query parameters, values, codes) are written as the API writes them.",
        wrong: "resource: ticketMessages\n",
        right: "resource: ticket_messages\n",
    }
    309 RESERVED_NAME {
        title: "a name is needed by the generated code itself",
        text: "The name in Rust would collide with something that every generated client has, such as the type `Page` or the variant `Unknown` that keeps values which are not listed. A field, parameter or value gets another name with `rust`; anything else is renamed.",
        wrong: "values:\n  unknown: It is not known.\n",
        right: "values:\n  unknown: { docs: It is not known., rust: NotKnown }\n",
    }
    310 SAME_RUST_NAME {
        title: "two things would have the same name in Rust",
        text: "Rust names are made from the words of a name, so names that differ in capitals, dashes or underscores only become the same. Types and resources share one list of names, and so do the fields of an object, the values of an enumeration, the operations and children of a resource, and the inputs of an operation.",
        wrong: "fields:\n  http_key: { type: string, docs: The old one. }\n  httpKey: { type: string, docs: The new one. }\n",
        right: "fields:\n  http_key: { type: string, docs: The old one. }\n  httpKey: { type: string, docs: The new one., rust: new_http_key }\n",
    }
    311 RUST_NAME_FORM {
        title: "a name given with `rust` cannot be that name in Rust",
        text: "Fields and parameters are named in snake_case, values of enumerations in UpperCamelCase, both of ASCII letters and digits and beginning with a letter. `self`, `Self`, `super` and `crate` can name nothing.",
        wrong: "ref: { type: string, docs: The reference., rust: Ref }\n",
        right: "ref: { type: string, docs: The reference., rust: reference }\n",
    }
    312 RUST_NAME_NEEDED {
        title: "no name in Rust can be made of a name of the API",
        text: "Names in Rust are made of the ASCII letters and digits of the API's name. This one has none of them, or others beside them that would get lost. Say with `rust` what it is called.",
        wrong: "values:\n  \"**\": The highest rating.\n",
        right: "values:\n  \"**\": { docs: The highest rating., rust: Highest }\n",
    }
    313 DUPLICATE_RESOURCE {
        title: "a resource is described twice",
        text: "Two files, or a file and an entry of `resources`, describe a resource of the same name. Put the operations and fields of both into one.",
        wrong: "resources:\n  - { resource: tickets, path: /tickets }\n  - { resource: tickets, path: /tickets/archived }\n",
        right: "resources:\n  - { resource: tickets, path: /tickets }\n  - { resource: archived_tickets, path: /tickets/archived }\n",
    }
    314 EMPTY_TEXT {
        title: "a text is empty",
        text: "Documentation, titles, and the keys of the envelope say something: they become documentation or are looked for in responses. An empty text does neither.",
        wrong: "subject: { type: string, docs: \"\" }\n",
        right: "subject: { type: string, docs: What the ticket is about. }\n",
    }
    315 HEADER_NAME {
        title: "a name is not that of an HTTP header",
        text: "The name of an HTTP header consists of letters, digits, dashes and a few other marks; spaces, colons and line breaks are not among them.",
        wrong: "headers: { \"Accept:\": application/json }\n",
        right: "headers: { Accept: application/json }\n",
    }
    316 HEADER_VALUE {
        title: "a value cannot be sent in an HTTP header",
        text: "The value of a header is one line of printable ASCII characters. A line break would begin another header.",
        wrong: "headers: { Accept: \"application/json\\nX-Other: 1\" }\n",
        right: "headers: { Accept: application/json }\n",
    }
    317 TOO_LARGE {
        title: "the operations have too many parameters, fields and errors in all",
        text: "Every operation has the query parameters and errors of its verb, and a create or update has the fields of its resource, so few lines can stand for very much. A real API stays far below the limit of 250,000.",
        wrong: "# 501 operations that create a resource of 500 fields\n",
        right: "# 5 operations of a resource of 500 fields\n",
    }
    318 UNKNOWN_FAMILY {
        title: "a family is not known",
        text: "Resources that are used together belong to a family, which the first file declares under `families`. It becomes a cargo feature of the client.",
        wrong: "families: { tickets: { docs: Tickets. } }\nresources:\n  - { resource: tickets, family: ticket }\n",
        right: "families: { tickets: { docs: Tickets. } }\nresources:\n  - { resource: tickets, family: tickets }\n",
    }
}
