//! Keys of overlays.

use super::{Choice, Table, Value, optional, required};

/// An overlay file.
pub(crate) static OVERLAY: Table = Table {
    name: "overlay",
    noun: "an overlay",
    docs: "Changes of a description that is written elsewhere.",
    keys: &[
        required("overlay", Value::Format, "The version of this format: 1."),
        optional("title", Value::Text, "What it is for, in a line."),
        optional("docs", Value::Text, "More about it, in Markdown."),
        required(
            "actions",
            Value::List(&Value::Part(&ACTION)),
            "What it changes; each action sees what those before it have done.",
        ),
    ],
    choices: &[],
};

/// An item of `actions`.
pub(crate) static ACTION: Table = Table {
    name: "action",
    noun: "an action",
    docs: "A change of one part of a description, or of several that are named alike.",
    keys: &[
        required(
            "target",
            Value::Text,
            "What is changed: names from the whole description inwards, such as \
             `resources.tickets.fields`.",
        ),
        optional("docs", Value::Text, "Why."),
        optional(
            "expect",
            Value::Json,
            "What must be there before: the keys that are named, or all of any other value; a key \
             that is expected to be null is not there.",
        ),
        optional(
            "update",
            Value::Json,
            "What is different: mappings are merged by key, lists go on, anything else is replaced.",
        ),
        optional("remove", Value::True, "That it is taken away."),
    ],
    choices: &[Choice { keys: &["update", "remove"], is_required: true }],
};
