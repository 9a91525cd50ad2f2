//! What the attribute stands on.

use crate::mistake::Kind;

/// An item on which the attribute means nothing.
pub const WRONG_ITEM: Kind = Kind {
    name: "wrong_item",
    meaning: "The attribute means nothing on an item of this kind.",
    explanation: "\
It goes on a module or a struct without fields, for a whole resource, and on a struct with named \
fields. Of these, `tickets` and `type = avatar` pick fields, `tickets.create` fills a request, \
and `path = \"/assets\"` describes a resource.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow(TicketId, String);
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow { id: TicketId, subject: String }
```",
};

/// Parameters where there can be none.
pub const GENERIC_ITEM: Kind = Kind {
    name: "generic_item",
    meaning: "A struct that stands for a whole resource has parameters.",
    explanation: "\
The struct becomes the handle of the resource, or describes it, and neither depends on a type or \
a lifetime.

Wrong:

```rust
#[deskpro_resource(tickets)]
pub struct Tickets<T>;
```

Right:

```rust
#[deskpro_resource(tickets)]
pub struct Tickets;
```",
};

/// The attribute on one item twice.
pub const REPEATED_ATTRIBUTE: Kind = Kind {
    name: "repeated_attribute",
    meaning: "The attribute stands on one item twice.",
    explanation: "\
Each attribute would implement the same traits once more. What is of two resources or operations \
is two items.

Wrong:

```rust
#[deskpro_resource(tickets.create)]
#[deskpro_resource(tickets.update)]
struct TicketInput { subject: String }
```

Right:

```rust
#[deskpro_resource(tickets.create)]
struct NewTicket { subject: String, person: PersonId }

#[deskpro_resource(tickets.update)]
struct TicketChanges { subject: Option<String> }
```",
};

/// A module whose content is in a file.
pub const MODULE_IN_FILE: Kind = Kind {
    name: "module_in_file",
    meaning: "The module has its content in a file.",
    explanation: "\
The attribute fills the module where it stands. What should be beside the resource's items can \
stand between the braces.

Wrong:

```rust
#[deskpro_resource(tickets)]
pub mod tickets;
```

Right:

```rust
#[deskpro_resource(tickets)]
pub mod tickets {}
```",
};
