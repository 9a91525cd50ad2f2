//! Codes of the lint: what is well-formed and still likely to be a mistake.

codes! {
    10101 BODY_OF_EMPTY_STATUS {
        title: "something is expected of a status that never has a body",
        text: "Responses with 204 and 205 end after their headers, whatever the operation. A client that looks for a body there finds none and fails, or takes the success for a mistake.",
        wrong: "success: { 204: one }\n",
        right: "success: { 204: empty, 200: one }\n",
    }
    10102 STATUS_OF_ANOTHER_MEANING {
        title: "a status of success belongs to another kind of operation",
        text: "201 says that something was made, so an update or a read that answers it is likely to be a create, or the status was copied from one. A create that answers 204 says neither in a body nor in `Location` what it made, so nobody can find it.",
        wrong: "update: { meaning: update, success: { 201: one } }\n",
        right: "update: { meaning: update, success: { 200: one } }\n",
    }
    10103 MISSING_REFUSAL {
        title: "an operation cannot be refused as every request can be",
        text: "Whoever asks may not be known (401) or not be allowed to (403), the helpdesk may be offline for maintenance (423), and a limit on requests may be reached (429): that can meet any request. Of these statuses those are expected that `statuses` declares, and 401 and 403 where there is `auth`. Error sets belong to verbs, so it is the set that usually lacks something.",
        wrong: "error_sets: { reading: [not_found, 429] }\n",
        right: "error_sets: { reading: [not_found, 401, 403, 423, 429] }\n",
    }
    10104 UNUSED {
        title: "nothing uses a declaration",
        text: "A source that nothing cites, a status that no response has, an error code in no set, a set of no verb, a validation code in no example, a shared parameter that no operation takes, a type that no field has, a family without resources: either it is left over, or its use was forgotten. What only unused parts use is not reported on its own.",
        wrong: "parameters: { order: { type: string, docs: By what to order. } }\n",
        right: "parameters: { order: { type: string, docs: By what to order. } }\nverbs: { list: { query: [order] } }\n",
    }
    10105 SINGULAR_BESIDE_PLURAL {
        title: "a path is in the singular beside one in the plural",
        text: "The API calls a collection by one word. Where the same place of two paths has its singular and its plural, one of them is likely to be a slip, in the description or in the documentation that it was taken from.",
        wrong: "delete: { absolute_path: \"/ticket/{id}\" }\n",
        right: "delete: { docs: Deletes a ticket. }\n",
    }
    10106 CONFLICTING_PAGE_NAMES {
        title: "a number about pages has two names, or a name two meanings",
        text: "Paging stops too early, or never, when the number of pages is looked for under the wrong name. Two shapes that call the same number differently, a name that means one number here and another there, a parameter that is called like a number that is told, and documentation that speaks of a name that no page has, are each worth a second look. Where the API really does so, a quirk says so and excuses it.",
        wrong: "pages:\n  flat: { total: total, page: page, per_page: per_page, total_pages: total_pages }\n  other: { total: total_count, page: page, per_page: per_page, total_pages: total_pages }\n",
        right: "pages:\n  flat: { total: total, page: page, per_page: per_page, total_pages: total_pages }\n",
    }
    10107 CONTRADICTORY_REPEAT {
        title: "`repeat` contradicts the method or the meaning",
        text: "A request that is `safe` to repeat is sent again when its connection breaks. If it is a POST or makes something, it is then done twice. A GET changes nothing, so nothing speaks against repeating it.",
        wrong: "create: { meaning: create, repeat: safe }\n",
        right: "create: { meaning: create, repeat: unsafe }\n",
    }
    10108 OVERLAPPING_ROUTES {
        title: "two operations can be the same request",
        text: "A fixed segment stands beside a parameter, so the fixed text is also a value of the parameter, and it depends on the server's order of routes which operation is meant. That is fine where the parameter is a number and the text is none; a quirk says so and excuses it. It is a trap where the parameter is text: an item of that name cannot be reached.",
        wrong: "get: { path: \"/{name}\" }\nonline: { path: /online }\n",
        right: "get: { path: \"/{name}\" }\nonline: { absolute_path: /online_agents }\n",
    }
    10109 RUST_WORD {
        title: "a name is a word of Rust or of the code that is made",
        text: "Such a name gets an underscore behind it in Rust, which nobody expects and which reads badly. Fields and parameters take another with `rust`, which changes nothing of what is sent. Operations and resources are called in Rust as they are in the description; their paths do not depend on it.",
        wrong: "type: { type: string, docs: What kind of number it is. }\n",
        right: "type: { type: string, rust: kind, docs: What kind of number it is. }\n",
    }
    10110 MISSING_SOURCE {
        title: "something does not say where it is known from",
        text: "A description that has `sources` can be checked against them, but only as far as its parts cite them. Resources, operations, fields, parameters, types and codes each say where they are known from: what nobody can look up is soon taken for granted. Those of one owner are one finding.",
        wrong: "subject: { type: string, docs: What it is about. }\n",
        right: "subject: { type: string, docs: What it is about., source: GUIDE }\n",
    }
    10111 PARAMETER_NAMED_DIFFERENTLY {
        title: "the same path parameter has two names",
        text: "At one place of a path there is one thing, and it should have one name, since the name becomes that of an argument. The parameter of an item, usually `id`, may be called after the item in longer paths: `/tickets/{id}` and `/tickets/{ticket}/messages`. A number and a text at the same place are two things.",
        wrong: "get: { path: \"/{id}\" }\ncount: { path: \"/{set}/count\" }\n",
        right: "get: { path: \"/{id}\" }\ncount: { path: \"/{id}/count\" }\n",
    }
    10112 LIST_WITHOUT_PAGING {
        title: "a list takes no parameter that chooses the page",
        text: "Without one, only the first page can be read, and users who do not know how many there are take it for all. If the collection really comes at once, a quirk says so.",
        wrong: "list: { meaning: list, success: { 200: page }, query: [] }\n",
        right: "list: { meaning: list, success: { 200: page }, query: [page] }\n",
    }
    10113 METHOD_OF_ANOTHER_MEANING {
        title: "an HTTP method belongs to another kind of operation",
        text: "PUT stores what is sent at the address that it is sent to, so a create by PUT on a collection contradicts its 201 with an address elsewhere, and an update by POST its 204. Documentation that has the two exchanged is common. The same goes for changes by GET, removals by another method than DELETE, and statuses whose documentation names another method.",
        wrong: "methods: { create: PUT, update: POST }\n",
        right: "methods: { create: POST, update: PUT }\n",
    }
    10114 UNEXPECTED_BODY {
        title: "a DELETE sends a body",
        text: "HTTP gives the body of a DELETE no meaning; servers and proxies may drop it or refuse the request. A body with a GET is a problem, not a finding: it is never right.",
        wrong: "delete: { body: { fields: { reason: { type: string, docs: Why. } } } }\n",
        right: "delete: { query: { reason: { type: string, docs: Why. } } }\n",
    }
    10115 PLACEHOLDER_DOCS {
        title: "documentation is still to be written",
        text: "`TODO`, `n/a` or dots stand where users look for what the name does not say. Where nobody knows more, say what is known: where it was seen, and with which values.",
        wrong: "types: { type: string, docs: TODO }\n",
        right: "types: { type: string, docs: \"Kinds of things to search, separated by commas.\" }\n",
    }
    10116 UNVERIFIED_WITHOUT_SOURCE {
        title: "an unverified operation does not say what it was inferred from",
        text: "`unverified` says that nobody has seen the operation at work. Then it has to be said what speaks for it, else it is invented.",
        wrong: "merge: { docs: Merges tickets., unverified: true }\n",
        right: "merge: { docs: Merges tickets., unverified: true, source: SWG }\n",
    }
    10117 EMPTY_DOCS {
        title: "documentation says no more than the name",
        text: "Users read the documentation because the name was not enough. Say what is behind it: whose it is, since when, in which unit, what it is for.",
        wrong: "display_order: { type: integer, docs: The display order. }\n",
        right: "display_order: { type: integer, docs: Where it stands in lists; smaller numbers come first. }\n",
    }
    10118 UNUSED_EXCUSE {
        title: "an excuse excuses nothing",
        text: "What it was for has been mended, or has another name or code now. An excuse that stays behind would one day hide a mistake.",
        wrong: "excuses: [\"DL0108 agents.onlin agents.get\"]\n",
        right: "excuses: [\"DL0108 agents.online agents.get\"]\n",
    }
    10119 SECRET_IN_LOGS {
        title: "what looks like a secret would appear in logs",
        text: "Fields that are `sensitive` are not shown when requests and responses are logged. A field whose name is that of a secret should say whether it is one, `sensitive: true` or `false`. Query parameters stand in addresses, which servers and proxies log.",
        wrong: "password: { type: string, access: write_only, docs: To log in with. }\n",
        right: "password: { type: string, access: write_only, sensitive: true, docs: To log in with. }\n",
    }
    10120 NUMBER_FOR_REFERENCE {
        title: "a number is called like a resource that is described",
        text: "Ids have types of their own, so that the id of one resource cannot be taken for that of another. A field that is called like one of a resource, and is any number, is likely to be from the time before that resource was described.",
        wrong: "department: { type: integer, docs: Where it belongs. }\n",
        right: "department: { type: ref(departments), docs: Where it belongs. }\n",
    }
    10121 SIMILAR_NAMES {
        title: "two names differ in their spelling only",
        text: "`user_groups` and `usergroups` side by side are likely to be the same thing, one of them misspelled or from another version of the API.",
        wrong: "user_groups: { type: list(integer), docs: Groups. }\nusergroups: { type: list(integer), docs: Groups. }\n",
        right: "usergroups: { type: list(integer), docs: Groups. }\n",
    }
    10122 PAGING_WITHOUT_PAGE {
        title: "an operation takes the parameter of a page and returns none",
        text: "A parameter that chooses a page has nothing to choose from where success is no page: either the list is a page after all, so that the next one can be asked for, or the parameter came with the verb and does not belong here.",
        wrong: "counts: { success: { 200: one }, query: { page: shared } }\n",
        right: "counts: { success: { 200: one } }\n",
    }
    10123 ADDRESS_OF_SOMEBODY {
        title: "an example has a mail address that may belong to somebody",
        text: "Examples become documentation and data of tests, and are often copied from recordings. An address in one of the domains that belong to nobody, such as example.com, cannot be written to by accident and gives nobody away.",
        wrong: "email: { type: string, docs: Where to write to., example: anne@mail.internal }\n",
        right: "email: { type: string, docs: Where to write to., example: customer@example.com }\n",
    }
}
