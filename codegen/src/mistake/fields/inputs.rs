//! Mistakes in structs that fill requests.

use crate::mistake::Kind;

/// An operation that sends nothing.
pub const NO_BODY: Kind = Kind {
    name: "no_body",
    meaning: "The operation sends no fields.",
    explanation: "\
An input is the body of a request. Operations that only read or remove something have none; their \
parameters are set on the request.

Wrong:

```rust
#[deskpro_resource(tickets.list)]
struct Filter {
    status: TicketStatus,
}
```

Right:

```rust
let waiting = client.tickets().list().status(TicketStatus::Pending);
```",
};

/// A field without which the helpdesk refuses.
pub const MISSING_FIELD: Kind = Kind {
    name: "missing_field",
    meaning: "The input lacks a field that must be sent.",
    explanation: "\
Without these fields the helpdesk refuses the request.

Wrong:

```rust
#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
}
```

Right:

```rust
#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
    person: PersonId,
}
```

Part of an input can come from another one that is complete: `#[deskpro(flatten)] ticket: NewTicket`.",
};

/// A field that this operation does not take.
pub const NOT_SENT: Kind = Kind {
    name: "not_sent",
    meaning: "The field exists, but this operation does not take it.",
    explanation: "\
Some fields are set by the helpdesk alone, some only when something is created. A helpdesk refuses \
requests that have them.

Wrong:

```rust
#[deskpro_resource(tickets.update)]
struct Changes {
    date_created: DateTime,
}
```

Right: leave it out of the input, and read it from what comes back.

```rust
#[deskpro_resource(tickets.update)]
struct Changes {
    subject: Option<String>,
}

#[deskpro_resource(tickets)]
struct Changed {
    date_created: DateTime,
}
```",
};

/// A path in an input.
pub const PATH_IN_INPUT: Kind = Kind {
    name: "path_in_input",
    meaning: "An input has a field by its path.",
    explanation: "\
A field is sent as a whole, since the helpdesk would take its other parts for empty. Make the whole of \
it, or send the id of what it refers to.

Wrong:

```rust
#[deskpro_resource(tickets.update)]
struct Changes {
    #[deskpro(path = \"organization.name\")]
    organization: Option<String>,
}
```

Right:

```rust
#[deskpro_resource(tickets.update)]
struct Changes {
    organization: Option<OrganizationId>,
}
```",
};
