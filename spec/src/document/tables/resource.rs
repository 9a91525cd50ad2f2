//! Keys of resources, their fields and types.

use super::operation::{EXAMPLE, OPERATION};
use super::{Choice, METHODS, SOURCE, Table, Value, optional, required};

/// A resource file, or an item of `resources`.
pub(crate) static RESOURCE: Table = Table {
    name: "resource",
    noun: "a resource",
    docs: "A kind of thing that the API holds, and what can be done with it.",
    keys: &[
        required("resource", Value::Text, "Its name in snake_case, plural."),
        required("singular", Value::Text, "Its name in snake_case, singular."),
        required(
            "path",
            Value::Text,
            "Where the collection is, below the base path: `/tickets/{ticket}/messages`.",
        ),
        required("docs", Value::Text, "What it is, in Markdown; the first line is a summary."),
        SOURCE,
        optional("family", Value::Text, "The family that it belongs to."),
        optional(
            "shape",
            Value::Word(&["known", "unknown"]),
            "Whether it is known what it holds; `known` when left out.",
        ),
        optional("parent", Value::Part(&PARENT), "The resource within which it lives."),
        optional(
            "singleton",
            Value::Boolean,
            "Whether there is only one, which then has no id: `/me`.",
        ),
        optional("linked_as", Value::Text, "The key under which `linked` holds it."),
        optional("item", Value::Part(&ITEM), "How one of them is addressed."),
        optional(
            "path_parameters",
            Value::Names(&Value::Part(&PATH_PARAMETER)),
            "Path parameters that are neither the item's nor a parent's.",
        ),
        optional(
            "methods",
            Value::Names(&METHODS),
            "HTTP methods of verbs, where they differ from those of the API.",
        ),
        optional("operations", Value::Names(&Value::Part(&OPERATION)), "What can be done with it."),
        optional("fields", Value::Names(&Value::Part(&FIELD)), "What it holds."),
        optional("types", Value::Names(&Value::Part(&TYPE)), "Types of its fields."),
        optional("examples", Value::List(&Value::Part(&EXAMPLE)), "Examples of the object."),
    ],
    choices: &[],
};

/// `parent`.
pub(crate) static PARENT: Table = Table {
    name: "parent",
    noun: "a parent",
    docs: "The resource within which another lives.",
    keys: &[
        required("resource", Value::Text, "The name of the parent."),
        required("name", Value::Text, "The name by which the child is reached from it."),
    ],
    choices: &[],
};

/// `item`.
pub(crate) static ITEM: Table = Table {
    name: "item",
    noun: "an item",
    docs: "How one of the resources is addressed.",
    keys: &[required("parameter", Value::Text, "The path parameter; `id` when left out.")],
    choices: &[],
};

/// An entry of `path_parameters`.
pub(crate) static PATH_PARAMETER: Table = Table {
    name: "path_parameter",
    noun: "a path parameter",
    docs: "A parameter of a path.",
    keys: &[
        required("type", Value::Text, "Its type, as a type expression."),
        required("docs", Value::Text, "What it means."),
    ],
    choices: &[],
};

/// An entry of `fields`.
pub(crate) static FIELD: Table = Table {
    name: "field",
    noun: "a field",
    docs: "A field of a resource or of an object type.",
    keys: &[
        required("type", Value::Text, "Its type as it is read, as a type expression."),
        required("docs", Value::Text, "What it means."),
        SOURCE,
        optional(
            "access",
            Value::Word(&[
                "read_write",
                "read_only",
                "write_only",
                "create_only",
                "create_write_only",
            ]),
            "Who sets it, and when it is seen; `read_write` when left out.",
        ),
        optional("write", Value::Text, "Its type as it is written, where that differs."),
        optional("required", Value::Boolean, "Whether a create must set it."),
        optional("optional", Value::Boolean, "Whether some helpdesks leave it out."),
        optional("sensitive", Value::Boolean, "Whether it must never appear in logs."),
        optional(
            "deprecated",
            Value::TextOr(&DEPRECATION),
            "Why it should not be used: a text, or more about it.",
        ),
        optional("since", Value::Scalar, "The version of the API that brought it."),
        optional("example", Value::Json, "A realistic value, as it is read."),
        optional("rust", Value::Text, "Its name in Rust, where it is not the key."),
    ],
    choices: &[],
};

/// `deprecated` as a mapping.
pub(crate) static DEPRECATION: Table = Table {
    name: "deprecation",
    noun: "a deprecation",
    docs: "Why and since when something should not be used.",
    keys: &[
        required("note", Value::Text, "What to use instead, or why."),
        optional("since", Value::Scalar, "The version or date since when."),
        optional("sunset", Value::Scalar, "The date after which it is gone."),
    ],
    choices: &[],
};

/// An entry of `types`.
pub(crate) static TYPE: Table = Table {
    name: "type",
    noun: "a type",
    docs: "A type: an enumeration, an object, or a choice of several types.",
    keys: &[
        required("docs", Value::Text, "What it is."),
        SOURCE,
        optional(
            "values",
            Value::Names(&Value::TextOr(&ENUM_VALUE)),
            "An enumeration of texts, each with its meaning. Others may come and are kept.",
        ),
        optional("fields", Value::Names(&Value::Part(&FIELD)), "An object with these fields."),
        optional(
            "one_of",
            Value::Names(&Value::Part(&CHOICE)),
            "One of several types, told apart by the kind of JSON that they are.",
        ),
    ],
    choices: &[Choice { keys: &["values", "fields", "one_of"], is_required: true }],
};

/// A value of an enumeration as a mapping.
pub(crate) static ENUM_VALUE: Table = Table {
    name: "enum_value",
    noun: "a value",
    docs: "A value of an enumeration.",
    keys: &[
        required("docs", Value::Text, "What it means."),
        optional("rust", Value::Text, "Its name in Rust, where it is not made from the value."),
    ],
    choices: &[],
};

/// An entry of `one_of`.
pub(crate) static CHOICE: Table = Table {
    name: "choice",
    noun: "a choice",
    docs: "One of several types.",
    keys: &[
        required("type", Value::Text, "The type, as a type expression."),
        required("docs", Value::Text, "What it means."),
    ],
    choices: &[],
};
