//! Mistakes in the types of fields.

use crate::mistake::Kind;

/// A type that does not fit.
pub const WRONG_TYPE: Kind = Kind {
    name: "wrong_type",
    meaning: "The type of a field does not fit what is sent or taken.",
    explanation: "\
A field has to hold every value that the API can send, and what an input sends has to be what the API \
takes. What may be null or be left out is an `Option`; in inputs, what may be cleared is a `Set`.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: i64,
    date_resolved: DateTime,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    date_resolved: Option<DateTime>,
}
```

A type of your own fits once it implements `Decode` and `Holds` (to be read), or `Encode` and `Sends` \
(to be sent): `impl Holds<kind::Text> for Subject {}`.",
};

/// A flattened struct of something else.
pub const NOT_OF_THE_SAME: Kind = Kind {
    name: "not_of_the_same",
    meaning: "A flattened struct is not of the same resource or operation.",
    explanation: "\
`#[deskpro(flatten)]` puts the fields of another struct beside those of this one. It has to be checked \
against the same description: of the same resource, or of the same operation.

Wrong:

```rust
#[deskpro_resource(people)]
struct Head {
    id: PersonId,
}

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(flatten)]
    head: Head,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct Head {
    id: TicketId,
}

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(flatten)]
    head: Head,
}
```",
};

/// A generic struct that flattens another.
pub const FLATTEN_IN_GENERIC: Kind = Kind {
    name: "flatten_in_generic",
    meaning: "A struct with type parameters flattens another.",
    explanation: "\
Which names the struct has must be known before its parameters are, so a struct that flattens another \
has no parameters but lifetimes.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow<S: Holds<kind::Text>> {
    subject: S,
    #[deskpro(flatten)]
    head: Head,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(flatten)]
    head: Head,
}
```",
};

/// A place for all other fields that is no map.
pub const REST_IS_NO_MAP: Kind = Kind {
    name: "rest_is_no_map",
    meaning: "The field for all other fields is no map.",
    explanation: "\
`#[deskpro(rest)]` collects all fields that have no place of their own, by name. Their kinds differ, so \
that a map of JSON values is what holds them.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rest)]
    rest: Vec<String>,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    #[deskpro(rest)]
    rest: Map<Json>,
}
```",
};

/// Two places for all other fields.
pub const SECOND_REST: Kind = Kind {
    name: "second_rest",
    meaning: "Two fields are to take all other fields.",
    explanation: "\
What has no place of its own goes into one map.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rest)]
    rest: Map<Json>,
    #[deskpro(rest)]
    more: Map<Json>,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rest)]
    rest: Map<Json>,
}
```",
};

/// A skipped field that has no default.
pub const NO_DEFAULT: Kind = Kind {
    name: "no_default",
    meaning: "The type of a skipped field has no default.",
    explanation: "\
`#[deskpro(skip)]` leaves a field of your own at its default when the struct is read, so its type must \
have one.

Wrong:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    #[deskpro(skip)]
    fetched: SystemTime,
}
```

Right:

```rust
#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    #[deskpro(skip)]
    fetched: Option<SystemTime>,
}
```",
};
