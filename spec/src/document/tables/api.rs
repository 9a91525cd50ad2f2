//! Keys of what holds for the whole API.

use super::operation::PARAMETER;
use super::resource::{RESOURCE, TYPE};
use super::{METHODS, REPEAT, RETRY, SHAPES, SOURCE, Table, Value, optional, required};

/// The first file.
pub(crate) static API: Table = Table {
    name: "api",
    noun: "a description",
    docs: "A description of an HTTP API: what holds for all of it, and its resources.",
    keys: &[
        required("format", Value::Format, "The version of this format: 1."),
        optional(
            "extends",
            Value::Text,
            "The description that this one adds to and changes: `deskpro`, which is built in, or a \
             path inside the folder.",
        ),
        required("name", Value::Text, "The name of the API as an identifier in snake_case."),
        required("title", Value::Text, "The name of the API for people."),
        required("docs", Value::Text, "What the API is, in Markdown."),
        required("base_path", Value::Text, "What precedes every path: `/api/v2`."),
        optional(
            "date_pinned",
            Value::Boolean,
            "Whether a date may stand between base path and path to pin the version.",
        ),
        optional(
            "sources",
            Value::Names(&Value::Text),
            "Where facts are from: a key to cite by, and what and where it is.",
        ),
        optional("methods", Value::Names(&METHODS), "The HTTP method of each verb."),
        optional("headers", Value::Names(&Value::Text), "Headers that every request carries."),
        optional(
            "query_in_body",
            Value::Text,
            "The header with which a GET may be sent as POST, with its query in the body.",
        ),
        optional(
            "families",
            Value::Names(&Value::Part(&FAMILY)),
            "Resources that are used together, which become features of the client.",
        ),
        optional("batch", Value::Part(&BATCH), "How several requests are sent at once."),
        optional("auth", Value::Names(&Value::Part(&AUTH)), "Ways to say who is asking."),
        optional(
            "verbs",
            Value::Names(&Value::Part(&VERB)),
            "What operations mean, apart from the HTTP methods that carry them.",
        ),
        optional(
            "statuses",
            Value::Statuses(&Value::Part(&STATUS)),
            "HTTP statuses with their meaning in this API.",
        ),
        optional(
            "error_codes",
            Value::Names(&Value::Part(&ERROR_CODE)),
            "Codes with which the API says why it refused a request.",
        ),
        optional(
            "error_sets",
            Value::Names(&Value::List(&Value::TextOrInteger)),
            "Refusals that belong together: error codes, statuses, and names of other sets.",
        ),
        optional(
            "validation_codes",
            Value::Names(&Value::Part(&VALIDATION_CODE)),
            "Codes with which the API says what is wrong with one input.",
        ),
        optional(
            "parameters",
            Value::Names(&Value::Part(&PARAMETER)),
            "Query parameters that several operations share.",
        ),
        required("envelope", Value::Part(&ENVELOPE), "What surrounds the data of a response."),
        optional("types", Value::Names(&Value::Part(&TYPE)), "Types that all resources share."),
        optional(
            "include",
            Value::List(&Value::Text),
            "Resource files, by their paths from this file.",
        ),
        optional("resources", Value::List(&Value::Part(&RESOURCE)), "Resources, written here."),
        optional(
            "overlays",
            Value::List(&Value::Text),
            "Files that change what is described, by their paths from this file, in this order.",
        ),
        optional(
            "quirks",
            Value::Names(&Value::Part(&QUIRK)),
            "Known contradictions and faults of the vendor's documentation.",
        ),
    ],
    choices: &[],
};

/// An entry of `families`.
pub(crate) static FAMILY: Table = Table {
    name: "family",
    noun: "a family",
    docs: "Resources that are used together.",
    keys: &[
        required("docs", Value::Text, "What they are."),
        optional(
            "default",
            Value::Boolean,
            "Whether the client has them unless told otherwise; false when left out.",
        ),
    ],
    choices: &[],
};

/// `batch`.
pub(crate) static BATCH: Table = Table {
    name: "batch",
    noun: "the batch",
    docs: "How several requests are sent at once.",
    keys: &[
        required("path", Value::Text, "Where it is, from the base path."),
        required("method", METHODS, "Its HTTP method."),
        required("docs", Value::Text, "What it does."),
        required("success", Value::Integer, "The status with which it succeeds."),
        optional("errors", Value::Text, "The error set that it can meet as a whole."),
        SOURCE,
    ],
    choices: &[],
};

/// An entry of `auth`.
pub(crate) static AUTH: Table = Table {
    name: "auth",
    noun: "a way to say who is asking",
    docs: "A way to say who is asking.",
    keys: &[
        required("header", Value::Text, "The header that carries it."),
        optional("prefix", Value::Text, "What precedes the secret in the value of the header."),
        required("docs", Value::Text, "How to come by one."),
        SOURCE,
    ],
    choices: &[],
};

/// An entry of `verbs`.
pub(crate) static VERB: Table = Table {
    name: "verb",
    noun: "a verb",
    docs: "What an operation means, with the rules that all operations of this meaning share.",
    keys: &[
        required(
            "meaning",
            Value::Word(&["list", "get", "create", "update", "delete", "action"]),
            "What it means to the client.",
        ),
        required("on", Value::Word(&["collection", "item"]), "What it acts on."),
        optional(
            "negotiable",
            Value::Boolean,
            "Whether some helpdesks take the other one of PUT and POST.",
        ),
        required(
            "success",
            Value::Statuses(&SHAPES),
            "What success looks like: the status, and what the body then holds.",
        ),
        optional(
            "location",
            Value::Boolean,
            "Whether success carries the address of the resource in `Location`.",
        ),
        optional(
            "follow_location",
            Value::Boolean,
            "Whether `follow_location` makes it answer with the resource itself.",
        ),
        required(
            "repeat",
            REPEAT,
            "Whether it may be repeated when it is not known whether it was done.",
        ),
        optional(
            "query",
            Value::List(&Value::Text),
            "Names of shared parameters that every operation of this verb takes.",
        ),
        optional(
            "errors",
            Value::Text,
            "The error set that every operation of this verb can meet.",
        ),
        required("docs", Value::Text, "What it means, in words."),
        SOURCE,
    ],
    choices: &[],
};

/// An entry of `statuses`.
pub(crate) static STATUS: Table = Table {
    name: "status",
    noun: "a status",
    docs: "An HTTP status with its meaning in this API.",
    keys: &[
        required("name", Value::Text, "Its name in snake_case."),
        required("docs", Value::Text, "What it means."),
        optional(
            "retry",
            RETRY,
            "Whether and when a request that met it may be repeated; `never` when left out.",
        ),
        SOURCE,
    ],
    choices: &[],
};

/// An entry of `error_codes`.
pub(crate) static ERROR_CODE: Table = Table {
    name: "error_code",
    noun: "an error code",
    docs: "A code with which the API says why it refused a request.",
    keys: &[
        required("status", Value::Integer, "The HTTP status it comes with."),
        optional(
            "also",
            Value::List(&Value::Text),
            "Other spellings of the same refusal; one `*` in each stands for any text.",
        ),
        required("docs", Value::Text, "What it means."),
        optional("message", Value::Text, "The message it was seen with."),
        optional(
            "retry",
            RETRY,
            "Whether and when the request may be repeated, where the code says more than its \
             status.",
        ),
        SOURCE,
    ],
    choices: &[],
};

/// An entry of `validation_codes`.
pub(crate) static VALIDATION_CODE: Table = Table {
    name: "validation_code",
    noun: "a validation code",
    docs: "A code with which the API says what is wrong with one input.",
    keys: &[
        required("docs", Value::Text, "What it means."),
        optional("message", Value::Text, "The message it was seen with."),
        SOURCE,
    ],
    choices: &[],
};

/// `envelope`.
pub(crate) static ENVELOPE: Table = Table {
    name: "envelope",
    noun: "the envelope",
    docs: "What surrounds the data of a response.",
    keys: &[
        required("data", Value::Text, "The member that holds the resource or the list."),
        optional("links", Value::Part(&LINKS), "The member that holds links."),
        optional("linked", Value::Text, "The member that holds embedded objects by type and id."),
        required("meta", Value::Text, "The member that holds what is said about the data."),
        optional(
            "pages",
            Value::Names(&Value::Part(&PAGES)),
            "The shapes that paging information takes.",
        ),
    ],
    choices: &[],
};

/// `envelope.links`.
pub(crate) static LINKS: Table = Table {
    name: "links",
    noun: "the member of links",
    docs: "The member that holds links.",
    keys: &[
        required("name", Value::Text, "Its name."),
        required("entries", Value::Names(&Value::Text), "The links it may hold, with meanings."),
    ],
    choices: &[],
};

/// An entry of `envelope.pages`.
pub(crate) static PAGES: Table = Table {
    name: "pages",
    noun: "a shape of paging information",
    docs: "A shape that paging information takes: which key says what.",
    keys: &[
        optional("under", Value::Text, "The member of `meta` that holds it, where there is one."),
        required("total", Value::Text, "The key of the number of all matching resources."),
        optional("count", Value::Text, "The key of the number of resources on this page."),
        required("page", Value::Text, "The key of the number of this page, counted from 1."),
        required("per_page", Value::Text, "The key of the size of a page."),
        required("total_pages", Value::Text, "The key of the number of pages."),
    ],
    choices: &[],
};

/// An entry of `quirks`.
pub(crate) static QUIRK: Table = Table {
    name: "quirk",
    noun: "a quirk",
    docs: "A known contradiction or fault of the vendor's documentation.",
    keys: &[
        optional("number", Value::Integer, "Its number in the list of facts."),
        required("says", Value::List(&Value::Text), "What is said, word for word."),
        required("decision", Value::Text, "What this description decides, and why."),
        optional("excuses", Value::List(&Value::Text), "Findings of the lint that it explains."),
        SOURCE,
    ],
    choices: &[],
};
