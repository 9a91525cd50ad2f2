//! Mistakes in `#[deskpro(...)]` on fields.

use crate::mistake::Kind;

/// A word that no field attribute has.
pub const UNKNOWN_FIELD_ATTRIBUTE: Kind = Kind {
    name: "unknown_field_attribute",
    meaning: "`#[deskpro(...)]` on a field holds a word that means nothing there.",
    explanation: "\
On a field of a struct that is read there can be `rename`, `path`, `flatten`, `rest` and `skip`, in an \
input all of these but `path`. Words such as `id` and `required` belong to resources that only a struct \
describes, with `path = \"/...\"` on the struct: here the YAML says that.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(renamed = \"ref\")]
    number: String,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"ref\")]
    number: String,
}
```",
};

/// A word that stands on a field twice.
pub const REPEATED_FIELD_ATTRIBUTE: Kind = Kind {
    name: "repeated_field_attribute",
    meaning: "`#[deskpro(...)]` says the same twice on one field.",
    explanation: "\
Each word says something once.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"ref\", rename = \"subject\")]
    name: String,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"ref\")]
    name: String,
}
```",
};

/// Two words that exclude each other.
pub const CONTRADICTING_FIELD_ATTRIBUTES: Kind = Kind {
    name: "contradicting_field_attributes",
    meaning: "Two words of `#[deskpro(...)]` on one field exclude each other.",
    explanation: "\
A field stands for one thing: a field of another name (`rename`), one within an object (`path`), the \
fields of another struct (`flatten`), all others (`rest`), or nothing of the API (`skip`).

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"organization\", path = \"organization.name\")]
    organization: Option<String>,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = \"organization.name\")]
    organization: Option<String>,
}
```",
};

/// A value of the wrong kind, or none, or too many.
pub const FIELD_ATTRIBUTE_VALUE: Kind = Kind {
    name: "field_attribute_value",
    meaning: "A word of `#[deskpro(...)]` has no value, a wrong one, or one that it does not take.",
    explanation: "\
`rename` and `path` take a text; `flatten`, `rest` and `skip` stand alone. A path is names with dots \
between them.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = ref)]
    number: String,
    #[deskpro(skip = true)]
    is_selected: bool,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"ref\")]
    number: String,
    #[deskpro(skip)]
    is_selected: bool,
}
```",
};
