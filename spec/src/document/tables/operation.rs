//! Keys of operations, their parameters and examples.

use super::resource::{DEPRECATION, FIELD};
use super::{Choice, METHODS, REPEAT, SHAPES, SOURCE, Table, Value, optional, required};

/// An entry of `operations`.
pub(crate) static OPERATION: Table = Table {
    name: "operation",
    noun: "an operation",
    docs: "Something that can be done with a resource.",
    keys: &[
        optional("verb", Value::Text, "What it means; its own name when that is a verb."),
        optional("method", METHODS, "Its HTTP method, where it is not that of the verb."),
        optional("path", Value::Text, "Where it is, from the path of the resource."),
        optional("absolute_path", Value::Text, "Where it is, from the base path."),
        required("docs", Value::Text, "What it does, in Markdown; the first line is a summary."),
        SOURCE,
        optional(
            "query",
            Value::Names(&Value::SharedOr(&PARAMETER)),
            "Query parameters; `shared` takes the shared parameter of that name.",
        ),
        optional(
            "without",
            Value::List(&Value::Text),
            "Query parameters of the verb that it does not take.",
        ),
        optional("body", Value::Part(&BODY), "What it sends, where the verb does not say it."),
        optional(
            "query_in_body",
            Value::Boolean,
            "Whether its query may be sent in the body of a POST.",
        ),
        optional(
            "returns",
            Value::Text,
            "What the data of a response is: a resource, a type, `json`, `text`, `bytes` or `nothing`.",
        ),
        optional("success", Value::Statuses(&SHAPES), "What success looks like."),
        optional("repeat", REPEAT, "Whether it may be repeated."),
        optional("location", Value::Boolean, "Whether success carries `Location`."),
        optional("follow_location", Value::Boolean, "Whether it takes `follow_location`."),
        optional(
            "negotiable",
            Value::Boolean,
            "Whether some helpdesks take the other one of PUT and POST.",
        ),
        optional(
            "errors",
            Value::List(&Value::TextOrInteger),
            "Error codes, statuses and error sets that it can meet beside those of the verb.",
        ),
        optional(
            "unverified",
            Value::Boolean,
            "Whether it is inferred and was never seen at work.",
        ),
        optional(
            "deprecated",
            Value::TextOr(&DEPRECATION),
            "Why it should not be used: a text, or more about it.",
        ),
        optional("since", Value::Scalar, "The version of the API that brought it."),
        optional("examples", Value::List(&Value::Part(&EXAMPLE)), "Examples."),
    ],
    choices: &[Choice { keys: &["path", "absolute_path"], is_required: false }],
};

/// A query parameter.
pub(crate) static PARAMETER: Table = Table {
    name: "parameter",
    noun: "a query parameter",
    docs: "A query parameter.",
    keys: &[
        required("type", Value::Text, "Its type, as a type expression; lists go with commas."),
        required("docs", Value::Text, "What it means."),
        optional("minimum", Value::Integer, "The least value that is taken."),
        optional("maximum", Value::Integer, "The greatest value that is taken."),
        optional("required", Value::Boolean, "Whether a request must have it."),
        optional(
            "deprecated",
            Value::TextOr(&DEPRECATION),
            "Why it should not be used: a text, or more about it.",
        ),
        optional("example", Value::Json, "A realistic value."),
        optional("rust", Value::Text, "Its name in Rust, where it is not made from the name."),
        SOURCE,
    ],
    choices: &[],
};

/// `body`.
pub(crate) static BODY: Table = Table {
    name: "body",
    noun: "a body",
    docs: "What an operation sends.",
    keys: &[
        optional(
            "fields",
            Value::Names(&Value::Part(&FIELD)),
            "Its fields: members of a JSON object, or, beside `files`, parts of a form.",
        ),
        optional(
            "files",
            Value::Names(&Value::Part(&FILE)),
            "Files, which make the body a form (`multipart/form-data`).",
        ),
        optional(
            "content",
            Value::Text,
            "The media type of a body that is neither: `application/zip`. With \
             `application/json` it is any JSON.",
        ),
        optional("docs", Value::Text, "What a body with `content` is."),
    ],
    choices: &[
        Choice { keys: &["fields", "content"], is_required: false },
        Choice { keys: &["files", "content"], is_required: false },
    ],
};

/// An entry of `files`.
pub(crate) static FILE: Table = Table {
    name: "file",
    noun: "a file",
    docs: "A file that an operation sends.",
    keys: &[
        required("docs", Value::Text, "What it is."),
        optional("required", Value::Boolean, "Whether it must be sent."),
        SOURCE,
    ],
    choices: &[],
};

/// An item of `examples`.
pub(crate) static EXAMPLE: Table = Table {
    name: "example",
    noun: "an example",
    docs: "An example of a request with its response.",
    keys: &[
        required("title", Value::Text, "What it shows."),
        optional("request", Value::Part(&EXAMPLE_REQUEST), "What is sent."),
        required("response", Value::Part(&EXAMPLE_RESPONSE), "What comes back."),
        SOURCE,
    ],
    choices: &[],
};

/// `request` of an example.
pub(crate) static EXAMPLE_REQUEST: Table = Table {
    name: "example_request",
    noun: "the request of an example",
    docs: "What an example sends.",
    keys: &[
        optional(
            "parameters",
            Value::Names(&Value::Scalar),
            "Path parameters and query parameters by name.",
        ),
        optional("body", Value::Json, "The body."),
    ],
    choices: &[],
};

/// `response` of an example.
pub(crate) static EXAMPLE_RESPONSE: Table = Table {
    name: "example_response",
    noun: "the response of an example",
    docs: "What an example gets back.",
    keys: &[
        required("status", Value::Integer, "The HTTP status."),
        optional("headers", Value::Names(&Value::Scalar), "Headers."),
        optional("body", Value::Json, "The body; left out when it is empty."),
    ],
    choices: &[],
};
