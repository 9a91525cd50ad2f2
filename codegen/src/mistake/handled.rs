//! Mistakes in `deskpro_handles`.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[
    &NOT_A_FUNCTION,
    &HANDLES_ARGUMENT,
    &UNHANDLED_CODE,
    &UNKNOWN_IGNORED,
    &NEVER_REFUSED,
    &IGNORED_HANDLED,
    &IGNORED_TWICE,
];

/// The attribute stands on something that handles nothing.
pub const NOT_A_FUNCTION: Kind = Kind {
    name: "not_a_function",
    meaning: "`deskpro_handles` stands on something that is not a function with a body.",
    explanation: "The attribute looks through the patterns of one function, so it goes on that \
function: a free one, a method, or a method that a trait provides. It cannot look through a whole \
`impl` block or module, and a function without a body has no patterns.

```rust
#[deskpro_handles(tickets.get)]       // wrong: on the block
impl Desk { fn explain(error: GetTicketError) { .. } }

impl Desk {
    #[deskpro_handles(tickets.get)]   // right: on the function
    fn explain(error: GetTicketError) { .. }
}
```",
};

/// The arguments of the attribute cannot be read.
pub const HANDLES_ARGUMENT: Kind = Kind {
    name: "handles_argument",
    meaning: "What stands between the parentheses of `deskpro_handles` is not what it takes.",
    explanation:
        "First comes the operation, as its resource, a dot and its own name. Behind it may \
stand, once each, `ignore(...)` with the refusals that the function leaves to others, and \
`spec = \"...\"` with the description to look in.

```rust
#[deskpro_handles(\"tickets.create\")]                        // wrong: quotes
#[deskpro_handles(create)]                                  // wrong: of which resource?
#[deskpro_handles(tickets.create, ignore = not_found)]      // wrong: parentheses are missing

#[deskpro_handles(tickets.create, ignore(not_found))]       // right
```",
};

/// A refusal that the function forgets.
pub const UNHANDLED_CODE: Kind = Kind {
    name: "unhandled_code",
    meaning: "The operation can be refused in a way that the function neither handles nor ignores.",
    explanation: "A refusal counts as handled when some pattern of the function names its variant: \
an arm of `match`, `if let`, `let .. else`, `while let` or `matches!`. `_` and the name of a variable \
handle nothing: that is what the attribute is for, as the arm for the rest would also swallow a code \
that the description gets next year. Only documented codes are asked for, and statuses that have none; \
the variants `Other..`, for codes that nobody listed, are left to you.

```rust
#[deskpro_handles(tickets.get)]                 // wrong: what of the seven others?
fn explain(error: &GetTicketError) -> &'static str {
    match error {
        GetTicketError::NotFound(_) => \"gone\",
        _ => \"something else\",
    }
}
```

Add an arm for each, or say which ones are handled elsewhere, by code, by the name of a status for \
all of its codes, or with `rate_limited` and `outage` for those after which the client tries again:

```rust
#[deskpro_handles(tickets.get, ignore(bad_request, forbidden, rate_limited, outage))]
```",
};

/// A name in `ignore(...)` that nothing has.
pub const UNKNOWN_IGNORED: Kind = Kind {
    name: "unknown_ignored",
    meaning: "`ignore(...)` holds a name that is neither a code nor a status of the operation.",
    explanation: "Refusals are ignored by their code as the API spells it (`not_found`; in quotes \
where it is no identifier), not by variant or number. The name of a status stands for all of its codes.

```rust
#[deskpro_handles(tickets.get, ignore(NotFound, 429))]                   // wrong
#[deskpro_handles(tickets.get, ignore(not_found, too_many_requests))]    // right
```",
};

/// A refusal in `ignore(...)` that the operation cannot meet.
pub const NEVER_REFUSED: Kind = Kind {
    name: "never_refused",
    meaning: "`ignore(...)` holds a code that the operation is never refused with.",
    explanation: "The description knows the code, but not for this operation: a list sends no body, so \
it is never refused with `invalid_input`. Remove it. When the operation was seen to be refused like \
that, add the code to its `errors` in the YAML instead.

```rust
#[deskpro_handles(tickets.list, ignore(invalid_input))]       // wrong
#[deskpro_handles(tickets.create, ignore(invalid_input))]     // right
```",
};

/// A refusal that is both handled and ignored.
pub const IGNORED_HANDLED: Kind = Kind {
    name: "ignored_handled",
    meaning: "A refusal is ignored although the function handles it.",
    explanation: "Only one can be meant. Were both allowed, the arm could be removed later and nothing \
would tell. The name of a status, or `rate_limited`, may cover some that are handled, but not only such.

```rust
#[deskpro_handles(tickets.get, ignore(not_found))]            // wrong: there is an arm for it
fn is_gone(error: &GetTicketError) -> bool {
    matches!(error, GetTicketError::NotFound(_))
}
```",
};

/// An entry of `ignore(...)` that adds nothing.
pub const IGNORED_TWICE: Kind = Kind {
    name: "ignored_twice",
    meaning: "Everything that an entry of `ignore(...)` stands for is ignored already.",
    explanation:
        "It is there twice, or stands beside the name of a status that covers it. Remove one.

```rust
#[deskpro_handles(tickets.get, ignore(forbidden, access_denied))]   // wrong: 403 `access_denied`
#[deskpro_handles(tickets.get, ignore(forbidden))]                  // right
```",
};
