//! What stands between the attribute's parentheses.

use crate::mistake::Kind;

/// Nothing says what the item is of.
pub const MISSING_SUBJECT: Kind = Kind {
    name: "missing_subject",
    meaning: "The attribute does not say what the item is of.",
    explanation: "\
The first argument names what the item is checked against or filled with: a resource \
(`tickets`), an operation (`tickets.create`), an object type (`type = avatar`), or the path of a \
resource that no description has (`path = \"/assets\"`).

Wrong:

```rust
#[deskpro_resource]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets)]
pub mod tickets {}
```",
};

/// A name between quotes.
pub const QUOTED_NAME: Kind = Kind {
    name: "quoted_name",
    meaning: "The name of a resource stands between quotes.",
    explanation: "\
Resources and operations are named by plain words, so that editors can colour and rename them. \
Only files, paths of URLs and plural names are texts.

Wrong:

```rust
#[deskpro_resource(\"tickets\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets)]
pub mod tickets {}
```",
};

/// The attribute names two things.
pub const SECOND_SUBJECT: Kind = Kind {
    name: "second_subject",
    meaning: "The attribute says twice what the item is of.",
    explanation: "\
An item is of one resource, one operation or one type. What is of two is two items.

Wrong:

```rust
#[deskpro_resource(tickets, people)]
pub mod desk {}
```

Right:

```rust
#[deskpro_resource(tickets)]
pub mod tickets {}

#[deskpro_resource(people)]
pub mod people {}
```",
};

/// Something that is no argument.
pub const NOT_AN_ARGUMENT: Kind = Kind {
    name: "not_an_argument",
    meaning: "Something between the parentheses is no argument.",
    explanation: "\
Arguments are separated by commas. Each is a name (`tickets`), two names with a dot \
(`tickets.create`), a name with a value (`spec = \"../helpdesk\"`), or a name with a list \
(`verbs(list, get)`).

Wrong:

```rust
#[deskpro_resource(tickets::create)]
struct NewTicket { subject: String, person: PersonId }
```

Right:

```rust
#[deskpro_resource(tickets.create)]
struct NewTicket { subject: String, person: PersonId }
```",
};

/// An argument that does not exist.
pub const UNKNOWN_ARGUMENT: Kind = Kind {
    name: "unknown_argument",
    meaning: "There is no argument of this name.",
    explanation: "\
The arguments are `type`, `path`, `name`, `spec`, `client`, `runtime`, `verbs`, `rename`, `vis`, \
`derive` and `enums`.

Wrong:

```rust
#[deskpro_resource(tickets, verb(list))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(list))]
pub mod tickets {}
```",
};

/// An argument that is there twice.
pub const REPEATED_ARGUMENT: Kind = Kind {
    name: "repeated_argument",
    meaning: "An argument is given twice.",
    explanation: "\
Of two values only one could count. What is a list takes all its entries at once.

Wrong:

```rust
#[deskpro_resource(tickets, verbs(list), verbs(get))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(list, get))]
pub mod tickets {}
```",
};

/// An argument that means nothing on this item.
pub const INAPPLICABLE_ARGUMENT: Kind = Kind {
    name: "inapplicable_argument",
    meaning: "An argument means nothing on an item of this kind.",
    explanation: "\
`verbs`, `rename`, `vis`, `derive` and `enums` are about generated items: they go with a module, \
a unit struct, or a struct that describes a resource. A struct with some fields of a resource is \
the user's own, so its name, visibility and derives are written on it.

Wrong:

```rust
#[deskpro_resource(tickets, derive(Hash))]
struct TicketRow { id: TicketId }
```

Right:

```rust
#[deskpro_resource(tickets)]
#[derive(Hash)]
struct TicketRow { id: TicketId }
```",
};

/// An argument without its value.
pub const MISSING_VALUE: Kind = Kind {
    name: "missing_value",
    meaning: "An argument has no value.",
    explanation: "\
Only the name of a resource or of an operation stands alone.

Wrong:

```rust
#[deskpro_resource(tickets, verbs)]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(list, get))]
pub mod tickets {}
```",
};

/// A value of the wrong kind.
pub const WRONG_VALUE: Kind = Kind {
    name: "wrong_value",
    meaning: "The value of an argument is of another kind.",
    explanation: "\
`spec`, `path` and `name` take text; `client` and `runtime` take paths; `type` and `enums` take \
a word; `verbs`, `rename`, `vis` and `derive` take lists between parentheses.

Wrong:

```rust
#[deskpro_resource(tickets, verbs = \"list\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(list))]
pub mod tickets {}
```",
};

/// A list with the same entry twice.
pub const REPEATED_VALUE: Kind = Kind {
    name: "repeated_value",
    meaning: "A list holds the same entry twice.",
    explanation: "\
The second entry changes nothing, or contradicts the first.

Wrong:

```rust
#[deskpro_resource(tickets, verbs(list, list))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(list, get))]
pub mod tickets {}
```",
};

/// A path that depends on where it stands.
pub const RELATIVE_PATH: Kind = Kind {
    name: "relative_path",
    meaning: "The path of a client begins with `self` or `super`.",
    explanation: "\
Generated items stand in modules of their own, from where `self` and `super` lead elsewhere. A \
path that begins with `crate` or with the name of a crate is the same everywhere.

Wrong:

```rust
#[deskpro_resource(tickets, client = super::client)]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, client = crate::client)]
pub mod tickets {}
```",
};

/// Something that enums cannot be.
pub const UNKNOWN_POLICY: Kind = Kind {
    name: "unknown_policy",
    meaning: "`enums` has a value that it does not take.",
    explanation: "\
`open` enums keep values that are not known, and a `match` needs an arm for further variants. \
`exhaustive` enums keep them too, but a `match` names every variant and breaks when the \
description gets another. `closed` enums take a value that is not known for an error.

Wrong:

```rust
#[deskpro_resource(tickets, enums = strict)]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, enums = closed)]
pub mod tickets {}
```",
};
