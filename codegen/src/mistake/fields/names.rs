//! Mistakes in which fields a struct has.

use crate::mistake::Kind;

/// A field that the description does not have.
pub const UNKNOWN_FIELD: Kind = Kind {
    name: "unknown_field",
    meaning: "The description has no field of this name.",
    explanation: "\
Every field of the struct stands for a field of the description, by its name. A field of another name \
would never be filled, and a helpdesk refuses to be sent what it does not know.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subjct: String,
}
```

Right, each in its own way: the name as the description has it, the name in an attribute, or a field \
of your own, which is left at its default.

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(rename = \"ref\")]
    number: String,
    #[deskpro(skip)]
    is_selected: bool,
}
```",
};

/// A field that responses never hold.
pub const NEVER_READ: Kind = Kind {
    name: "never_read",
    meaning: "The field is only ever written; no response holds it.",
    explanation: "\
Some fields are sent and never come back, such as the first message of a new ticket. A struct that is \
read cannot have them.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    message: String,
}
```

Right: have it in the input of the operation that takes it, and read it where it is kept.

```rust
#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
    person: PersonId,
    message: NewTicketMessage,
}
```",
};

/// Two fields that stand for the same.
pub const DUPLICATE_FIELD: Kind = Kind {
    name: "duplicate_field",
    meaning: "Two fields of the struct stand for the same field of the description.",
    explanation: "\
A value is read into one place, and sent from one.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(rename = \"subject\")]
    title: String,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = \"subject\")]
    title: String,
}
```",
};

/// A field that is taken whole and in parts.
pub const WHOLE_AND_PART: Kind = Kind {
    name: "whole_and_part",
    meaning: "One field of the struct takes an object, another a part of it.",
    explanation: "\
A value is read into one place: either an object is taken as a whole, or some of its fields are.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    organization: Option<Ref<Organization>>,
    #[deskpro(path = \"organization.name\")]
    organization_name: Option<String>,
}
```

Right: take the parts that are wanted, or the whole and read the parts from it.

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = \"organization.id\")]
    organization: Option<OrganizationId>,
    #[deskpro(path = \"organization.name\")]
    organization_name: Option<String>,
}
```",
};

/// A path through something that has no fields.
pub const NOT_AN_OBJECT: Kind = Kind {
    name: "not_an_object",
    meaning: "A path leads through something whose fields the description does not know.",
    explanation: "\
The steps of a path are names of fields; each but the last has to be an object or a reference to a \
resource. Lists and maps have no fields but items, and what is free JSON has no known ones.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = \"subject.length\")]
    length: i64,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(path = \"department.title\")]
    department: Option<String>,
}
```",
};

/// A struct with nothing to fill or to send.
pub const NO_FIELDS: Kind = Kind {
    name: "no_fields",
    meaning: "The struct has no field of the description.",
    explanation: "\
A struct without fields of the description would be read from every answer alike, or send nothing at \
all: there is nothing to check.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {}
```

Right: the fields that are wanted; or, for the whole resource in a place of your own, a unit struct or \
a module.

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
}

#[deskpro_resource(tickets)]
struct Tickets;
```",
};
