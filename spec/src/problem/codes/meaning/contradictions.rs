//! Codes of contradictions.

codes! {
    801 SAME_METHOD {
        title: "create and update have the same HTTP method",
        text: "One of them is PUT and the other POST: which is which differs between documentation and helpdesks, but they are never the same, and a client that finds out which holds relies on that.",
        wrong: "methods: { create: POST, update: POST }\n",
        right: "methods: { create: PUT, update: POST }\n",
    }
    802 QUIRK_WITHOUT_WORDS {
        title: "a quirk does not say what was found",
        text: "A quirk is a contradiction or fault of the vendor's documentation, quoted word for word, so that anybody can see why it was decided as it was.",
        wrong: "quirks:\n  verbs: { says: [], decision: PUT creates. }\n",
        right: "quirks:\n  verbs: { says: [\"PUT: Create something new\", \"201 POST created resource\"], decision: PUT creates. }\n",
    }
    803 NEGATIVE_NUMBER {
        title: "the number of a quirk is out of range",
        text: "Quirks are numbered as in the list of facts that they come from, from 0 up.",
        wrong: "quirks:\n  verbs: { number: -1, says: [\"PUT creates\"], decision: PUT creates. }\n",
        right: "quirks:\n  verbs: { number: 44, says: [\"PUT creates\"], decision: PUT creates. }\n",
    }
    804 WRITE_WITHOUT_NEED {
        title: "`write` on a field that is not both read and written",
        text: "`write` is the type that is sent where another is read. A field that is only read is never sent, and of one that is only written `type` says all.",
        wrong: "person: { type: ref(people), write: string, access: read_only, docs: Whom it is for. }\n",
        right: "person: { type: ref(people), write: string, docs: Whom it is for. }\n",
    }
    805 REQUIRED_NOT_WRITTEN {
        title: "a field is required and cannot be set",
        text: "`required` says that a create must set the field, and `access` says that none can.",
        wrong: "id: { type: id, access: read_only, required: true, docs: The id. }\n",
        right: "id: { type: id, access: read_only, docs: The id. }\n",
    }
    806 OPTIONAL_NEVER_READ {
        title: "a field is left out by some helpdesks and never read",
        text: "`optional` says that some helpdesks leave the field out of their responses, and `access` says that no response has it.",
        wrong: "password: { type: string, access: write_only, optional: true, docs: The password. }\n",
        right: "password: { type: string, access: write_only, docs: The password. }\n",
    }
    807 ACCESS_IN_BODY {
        title: "a field of a body has `access`, `write` or `optional`",
        text: "The fields under `body` of an operation are what it sends, and nothing else; whether and how they are read is said under `fields`.",
        wrong: "body: { fields: { note: { type: string, access: write_only, docs: Why. } } }\n",
        right: "body: { fields: { note: { type: string, docs: Why. } } }\n",
    }
    808 NOT_A_DATE {
        title: "a sunset is not a date",
        text: "`sunset` is the day after which something is gone, written as year, month and day.",
        wrong: "deprecated: { note: Use `status`., sunset: next spring }\n",
        right: "deprecated: { note: Use `status`., sunset: \"2030-01-31\" }\n",
    }
    809 MIXED_SHAPES {
        title: "an operation returns a page and a single object",
        text: "Code that sends the request would not know which it gets. An operation returns a page or one object, whatever the status.",
        wrong: "success: { 200: page, 201: one }\n",
        right: "success: { 200: page }\n",
    }
    810 RETURNS_CONTRADICTS_SHAPE {
        title: "`returns` contradicts `success`",
        text: "An operation whose success is `empty` returns nothing, and one that returns nothing is `empty`.",
        wrong: "lock: { verb: action, method: PUT, success: { 204: empty }, returns: tickets, docs: Locks it. }\n",
        right: "lock: { verb: action, method: PUT, success: { 200: one }, returns: tickets, docs: Locks it. }\n",
    }
    811 SAME_LINKED {
        title: "two resources have the same key in `linked`",
        text: "Embedded objects are found by this key and their id. With two resources under one key nobody could say which an object belongs to.",
        wrong: "resources:\n  - { resource: people, linked_as: person }\n  - { resource: agents, linked_as: person }\n",
        right: "resources:\n  - { resource: people, linked_as: person }\n  - { resource: agents, linked_as: agent }\n",
    }
    812 SAME_MEMBER {
        title: "two parts of the envelope have the same key",
        text: "Each part of a response, and each number about its pages, is found under a key of its own.",
        wrong: "envelope: { data: data, meta: data }\n",
        right: "envelope: { data: data, meta: meta }\n",
    }
    813 NO_FAMILY {
        title: "a resource belongs to no family",
        text: "Where families are declared, every resource belongs to one of them: otherwise no feature of the client would have it.",
        wrong: "families: { tickets: { docs: Tickets. } }\nresources:\n  - { resource: tickets, path: /tickets }\n",
        right: "families: { tickets: { docs: Tickets. } }\nresources:\n  - { resource: tickets, path: /tickets, family: tickets }\n",
    }
    814 UNTYPED_FIELD {
        title: "a field is read of a resource whose shape is not known",
        text: "`shape: unknown` says that nobody knows what responses hold, so clients read free JSON. Fields are then only what is sent, except for `id`, which gives the id its type.",
        wrong: "shape: unknown\nfields:\n  title: { type: string, docs: The title. }\n",
        right: "shape: unknown\nfields:\n  title: { type: string, access: write_only, docs: The title. }\n",
    }
    820 NOT_AN_EXCUSE {
        title: "an excuse is not a code with names",
        text: "An excuse names a kind of finding of the lint and what the finding is about: a code, then names, each after one space. A name that ends with `.*` stands for all that begin like it.",
        wrong: "excuses: [agents.online]\n",
        right: "excuses: [\"DL0108 agents.online agents.get\"]\n",
    }
}
