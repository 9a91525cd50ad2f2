//! Codes of paths, operations and verbs.

codes! {
    501 PATH_FORM {
        title: "a path is not well-formed",
        text: "A path begins with a slash, does not end with one, has no two in a row, no `.` or `..`, no query and no fragment. Text in it is written as it is sent.",
        wrong: "path: tickets/\n",
        right: "path: /tickets\n",
    }
    502 BRACES {
        title: "the braces of a path do not fit together",
        text: "A parameter of a path is a name in braces. Braces are not nested, every opening one is closed in the same segment, and between two parameters stands some text, because nobody could say where one ends otherwise.",
        wrong: "path: /tickets/{ticket/messages\n",
        right: "path: /tickets/{ticket}/messages\n",
    }
    503 REPEATED_PATH_PARAMETER {
        title: "a path has the same parameter twice",
        text: "Every parameter of a path has a name of its own, as each is a value of its own. The name is not part of the request, so it can be chosen freely.",
        wrong: "path: /tickets/{id}/messages/{id}\n",
        right: "path: /tickets/{ticket}/messages/{id}\n",
    }
    504 UNTYPED_PATH_PARAMETER {
        title: "nothing says what a path parameter is",
        text: "A parameter right behind the path of a resource is the id of that resource, if it has one. What any other parameter is has to be said under `path_parameters`.",
        wrong: "resource: ticket_layouts\npath: /ticket_layouts/{context}\n",
        right: "resource: ticket_layouts\npath: /ticket_layouts/{context}\npath_parameters:\n  context: { type: string, docs: Where the layout is used. }\n",
    }
    505 NOT_BELOW_PARENT {
        title: "the path of a child does not lie below its parent",
        text: "A child lives within one item of its parent, so its path is that of the parent, one parameter for the item, and something of its own.",
        wrong: "resource: ticket_messages\nparent: { resource: tickets, name: messages }\npath: /messages/{ticket}\n",
        right: "resource: ticket_messages\nparent: { resource: tickets, name: messages }\npath: /tickets/{ticket}/messages\n",
    }
    506 SAME_ROUTE {
        title: "two operations have the same method and path",
        text: "They are one and the same request. Describe it once, or correct the path or method of one of them.",
        wrong: "lock: { verb: action, method: PUT, path: \"/{id}/actions\", docs: Locks it. }\nunlock: { verb: action, method: PUT, path: \"/{id}/actions\", docs: Unlocks it. }\n",
        right: "lock: { verb: action, method: PUT, path: \"/{id}/actions/lock\", docs: Locks it. }\nunlock: { verb: action, method: PUT, path: \"/{id}/actions/unlock\", docs: Unlocks it. }\n",
    }
    507 AMBIGUOUS_ROUTE {
        title: "two operations differ in the names of path parameters only",
        text: "The names of parameters are not sent, so the server could not tell the requests apart. A fixed segment beside a parameter is fine: the fixed one wins.",
        wrong: "get: { docs: Returns one by id. }\nby_ref: { verb: action, method: GET, path: \"/{reference}\", docs: Returns one by reference. }\n",
        right: "get: { docs: Returns one by id. }\nby_ref: { verb: action, method: GET, path: \"/by_ref/{reference}\", docs: Returns one by reference. }\n",
    }
    508 VERB_WITHOUT_METHOD {
        title: "a verb has no HTTP method",
        text: "Which HTTP method carries a verb is said under `methods`, in one place, because some helpdesks turn it round. Only verbs that mean `action` have none: their operations state their own.",
        wrong: "methods: { list: GET }\nverbs:\n  list: { meaning: list, on: collection }\n  get: { meaning: get, on: item }\n",
        right: "methods: { list: GET, get: GET }\nverbs:\n  list: { meaning: list, on: collection }\n  get: { meaning: get, on: item }\n",
    }
    509 NO_VERB {
        title: "nothing says what an operation means",
        text: "An operation that is called like a verb has that verb. Any other says its verb; for most that is one that means `action`.",
        wrong: "lock: { method: PUT, path: \"/{id}/actions/lock\", docs: Locks it. }\n",
        right: "lock: { verb: action, method: PUT, path: \"/{id}/actions/lock\", docs: Locks it. }\n",
    }
    510 ACTION_WITHOUT_METHOD {
        title: "an action has no HTTP method",
        text: "What an action is sent with cannot be told from its meaning, so every one states its own `method`, unless `methods` gives its verb one.",
        wrong: "lock: { verb: action, path: \"/{id}/actions/lock\", docs: Locks it. }\n",
        right: "lock: { verb: action, method: PUT, path: \"/{id}/actions/lock\", docs: Locks it. }\n",
    }
    511 GET_WITH_BODY {
        title: "a GET sends a body",
        text: "A GET has no body: servers, proxies and browsers drop it. What it has to say goes into the query.",
        wrong: "search: { verb: action, method: GET, body: { fields: { q: { type: string, docs: What to look for. } } }, docs: Searches. }\n",
        right: "search: { verb: action, method: GET, query: { q: { type: string, docs: What to look for. } }, docs: Searches. }\n",
    }
    512 NOTHING_TO_WRITE {
        title: "a create or update has nothing to send",
        text: "What create and update send are the fields of the resource that can be set, and here none can. Correct the `access` of fields, or describe what is sent under `body` of the operation.",
        wrong: "operations: { update: { docs: Changes it. } }\nfields:\n  id: { type: id, access: read_only, docs: The id. }\n",
        right: "operations: { update: { docs: Changes it. } }\nfields:\n  id: { type: id, access: read_only, docs: The id. }\n  subject: { type: string, docs: What it is about. }\n",
    }
    513 NEGOTIABLE_METHOD {
        title: "`negotiable` on a GET or DELETE",
        text: "`negotiable` says that some helpdesks take POST where this description says PUT, or the reverse. GET and DELETE have no such counterpart.",
        wrong: "verbs:\n  list: { meaning: list, on: collection, negotiable: true }\n",
        right: "verbs:\n  list: { meaning: list, on: collection }\n",
    }
    514 FOLLOW_WITHOUT_LOCATION {
        title: "`follow_location` without `location`",
        text: "`follow_location` asks the server to answer with what is at the address that it would have sent in `Location`. Where no such address is sent, there is nothing to follow.",
        wrong: "verbs:\n  create: { meaning: create, on: collection, follow_location: true }\n",
        right: "verbs:\n  create: { meaning: create, on: collection, location: true, follow_location: true }\n",
    }
    515 NO_SUCCESS {
        title: "nothing says what success looks like",
        text: "An operation needs at least one status with which it succeeds, and what the response then holds: a `page`, `one` object, what was `created`, or nothing (`empty`). It has them from its verb or states its own.",
        wrong: "verbs:\n  get: { meaning: get, on: item }\n",
        right: "verbs:\n  get: { meaning: get, on: item, success: { 200: one } }\n",
    }
    516 SINGLETON_ITEM {
        title: "a singleton has `item`",
        text: "Of a singleton there is only one, so nothing picks one of several: its path is that of the resource.",
        wrong: "resource: me\nsingleton: true\nitem: { parameter: id }\n",
        right: "resource: me\nsingleton: true\n",
    }
    517 UNUSED_PATH_PARAMETER {
        title: "a path parameter is declared that no path has",
        text: "Neither the path of the resource nor that of any of its operations has a parameter of this name. Probably the name is spelled in two ways.",
        wrong: "path: /ticket_layouts/{context}\npath_parameters:\n  contxt: { type: string, docs: Where it is used. }\n",
        right: "path: /ticket_layouts/{context}\npath_parameters:\n  context: { type: string, docs: Where it is used. }\n",
    }
    518 OWN_PARENT {
        title: "a resource is its own parent",
        text: "A child lives within an item of another resource. A resource that refers to others of its kind does so with a field of type `ref(..)`.",
        wrong: "resource: tickets\nparent: { resource: tickets, name: parts }\n",
        right: "resource: ticket_parts\nparent: { resource: tickets, name: parts }\n",
    }
    519 BASE_PATH {
        title: "the base path has a parameter",
        text: "The base path precedes every path and is the same for every request, so nothing in it is left open. The name of the helpdesk is part of the address that the user of the client gives.",
        wrong: "base_path: /{account}/api/v2\n",
        right: "base_path: /api/v2\n",
    }
    520 INCOMPLETE_BODY {
        title: "a body does not say what it is",
        text: "A body has `fields`, which are a JSON object, or `files` and maybe `fields`, which are a form, or the media type of its `content` with `docs` that say what it is.",
        wrong: "body: { content: application/zip }\n",
        right: "body: { content: application/zip, docs: The package of the app. }\n",
    }
    521 QUERY_IN_BODY {
        title: "a query cannot be sent in the body",
        text: "Some servers take a GET as POST with its query in the body, which keeps it out of logs of addresses. `query_in_body` of the first file names the header that says so, and only operations with the method GET can be sent that way.",
        wrong: "operations:\n  create: { query_in_body: true, docs: Makes a person. }\n",
        right: "query_in_body: X-Query-Body\noperations:\n  list: { query_in_body: true, docs: Lists people. }\n",
    }
    522 BATCH_PATH {
        title: "the path of the batch has a parameter",
        text: "A batch holds requests of all kinds, so nothing in its own path is left open.",
        wrong: "batch: { path: \"/{account}/batch\", method: POST, success: 200, docs: Sends several requests. }\n",
        right: "batch: { path: /batch, method: POST, success: 200, docs: Sends several requests. }\n",
    }
}
