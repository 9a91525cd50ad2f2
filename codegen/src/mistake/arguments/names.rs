//! Names of the description, and of generated items.

use crate::mistake::Kind;

/// A resource that is not described.
pub const UNKNOWN_RESOURCE: Kind = Kind {
    name: "unknown_resource",
    meaning: "The description has no resource of this name.",
    explanation: "\
Resources have the names of the description: in the plural, with underscores. With `spec = \
\"...\"` or the variable `DESKPRO_SPEC` that is your own description, else the built-in one.

Wrong:

```rust
#[deskpro_resource(ticket)]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets)]
pub mod tickets {}
```",
};

/// An operation that the resource does not have.
pub const UNKNOWN_OPERATION: Kind = Kind {
    name: "unknown_operation",
    meaning: "The resource has no operation of this name.",
    explanation: "\
Operations have the names that the description gives them: mostly `list`, `get`, `create`, \
`update` and `delete`, and not every resource has all of them.

Wrong:

```rust
#[deskpro_resource(tickets, verbs(remove))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, verbs(delete))]
pub mod tickets {}
```",
};

/// A type that is no object of the description.
pub const UNKNOWN_TYPE: Kind = Kind {
    name: "unknown_type",
    meaning: "The description has no object type of this name.",
    explanation: "\
`type = ...` names an object that the description declares under `types`, for all resources or \
for one. Enumerations and choices have no fields to pick from.

Wrong:

```rust
#[deskpro_resource(type = ticket_status)]
struct Status { name: String }
```

Right:

```rust
#[deskpro_resource(type = avatar)]
struct Picture { url_pattern: Option<String> }
```",
};

/// An item that is not generated.
pub const UNKNOWN_ITEM: Kind = Kind {
    name: "unknown_item",
    meaning: "`rename` names an item that is not generated.",
    explanation: "\
On the left stands the Rust name that an item of this resource would have, on the right the one \
that it gets. Only items of the resource itself can be renamed, and of its operations only those \
that `verbs` chooses.

Wrong:

```rust
#[deskpro_resource(tickets, rename(ticket = Case))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, rename(Ticket = Case))]
pub mod tickets {}
```",
};

/// A name that something else has.
pub const TAKEN_NAME: Kind = Kind {
    name: "taken_name",
    meaning: "An item would get a name that is taken.",
    explanation: "\
In one module two items cannot have the same name, and generated modules import some names \
themselves, such as `Client`, `Page` and `Request`.

Wrong:

```rust
#[deskpro_resource(tickets, rename(Ticket = Tickets))]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, rename(Ticket = Case))]
pub mod tickets {}
```",
};

/// A client that is of another description.
pub const FOREIGN_CLIENT: Kind = Kind {
    name: "foreign_client",
    meaning: "The client does not have a resource that is used or led to.",
    explanation: "\
A struct with some fields of a resource can only be asked for with a client that has the resource. \
And items of one resource refer to others: to their ids and objects, and to what lives within them. \
These are in the client, by default `deskpro_client`, which is generated from the built-in \
description. With a description of your own, generate a client from it and name that.

Wrong:

```rust
#[deskpro_resource(assets, spec = \"../helpdesk\")]
pub mod assets {}
```

Right:

```rust
#[deskpro_resource(assets, spec = \"../helpdesk\", client = crate::client)]
pub mod assets {}
```",
};
