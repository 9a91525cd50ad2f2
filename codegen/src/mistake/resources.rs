//! Mistakes in resources that only a struct describes.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[
    &UNKNOWN_VERB,
    &NO_ID,
    &ID_NAME,
    &UNKNOWN_FLAG,
    &REPEATED_FLAG,
    &CONTRADICTING_FLAGS,
    &FLAG_VALUE,
    &UNKNOWN_RUST_TYPE,
    &SENSITIVE_TYPE,
    &NOT_OPTIONAL,
    &SAME_WIRE_NAME,
    &UNNAMED_FIELD,
    &CONDITIONAL_FIELD,
    &RENAMED_STRUCT,
    &UNFIT_RESOURCE,
];

/// A verb that the description does not have.
pub const UNKNOWN_VERB: Kind = Kind {
    name: "unknown_verb",
    meaning: "`verbs(...)` names a verb that the description does not have.",
    explanation: "A resource that only a struct describes takes its operations from the verbs of the \
description, which say what is sent, what comes back and what can be refused. Without `verbs(...)` it has \
`list`, `get`, `create`, `update` and `delete`, as far as the description has them.

```rust
#[deskpro_resource(path = \"/assets\", verbs(list, fetch))]    // wrong
#[deskpro_resource(path = \"/assets\", verbs(list, get))]      // right
```",
};

/// Verbs that need an id, and a struct that has none.
pub const NO_ID: Kind = Kind {
    name: "no_id",
    meaning: "Some verb picks one object by its id, and no field is the id.",
    explanation: "`get`, `update` and `delete` are about one object, which the API finds by its id.

```rust
#[deskpro_resource(path = \"/assets\")]                         // wrong
struct Asset { name: String }

#[deskpro_resource(path = \"/assets\")]                         // right
struct Asset { #[deskpro(id)] id: u64, name: String }

#[deskpro_resource(path = \"/assets\", verbs(list, create))]    // right: these need none
struct Asset { name: String }
```",
};

/// An id under another key.
pub const ID_NAME: Kind = Kind {
    name: "id_name",
    meaning: "The field that is marked as the id has another key than `id`.",
    explanation:
        "The API sends the id of every resource as `id`. In Rust the field can be called as \
you like.

```rust
#[deskpro(id)] number: u64                     // wrong: the key would be `number`
#[deskpro(id, rename = \"id\")] number: u64      // right
```",
};

/// A word that means nothing on a field.
pub const UNKNOWN_FLAG: Kind = Kind {
    name: "unknown_flag",
    meaning: "`#[deskpro(...)]` on a field holds a word that means nothing there.",
    explanation: "On the fields of a struct that describes a resource there can be `id`, `read_only`, \
`write_only`, `create_only`, `required`, `sensitive`, `optional`, `skip`, `rename = \"...\"` and \
`type = \"...\"`. What a field means is said in its doc comment, and that it should not be used with \
`#[deprecated]`.

```rust
#[deskpro(readonly)] date_created: DateTime     // wrong
#[deskpro(read_only)] date_created: DateTime    // right
```",
};

/// A word that is there twice.
pub const REPEATED_FLAG: Kind = Kind {
    name: "repeated_flag",
    meaning: "The same thing is said of a field twice.",
    explanation: "Also in two attributes, each word stands once.

```rust
#[deskpro(required)] #[deskpro(required)] name: String    // wrong
#[deskpro(required)] name: String                         // right
```",
};

/// Words that cannot both hold.
pub const CONTRADICTING_FLAGS: Kind = Kind {
    name: "contradicting_flags",
    meaning: "Two words in `#[deskpro(...)]` cannot both hold for one field.",
    explanation: "A field that is only read cannot be required or written, one that is never read \
cannot be left out of a response, the helpdesk itself gives the id, and a field that is skipped is none \
of the resource's.

```rust
#[deskpro(read_only, required)] name: String    // wrong
#[deskpro(required)] name: String               // right: must be given, and is read
```",
};

/// A value where there is none, or none where there should be one.
pub const FLAG_VALUE: Kind = Kind {
    name: "flag_value",
    meaning: "Something in `#[deskpro(...)]` has no value and needs one, or has one and needs none.",
    explanation:
        "`rename` and `type` have a text in quotes behind `=`; all other words stand alone.

```rust
#[deskpro(rename = assetName, required = true)] name: String      // wrong
#[deskpro(rename = \"assetName\", required)] name: String           // right
```",
};

/// A type that says nothing about the JSON.
pub const UNKNOWN_RUST_TYPE: Kind = Kind {
    name: "unknown_rust_type",
    meaning: "From the type of a field it cannot be told what the API sends.",
    explanation: "The struct is all there is to know about the resource, so each type stands for \
something that the API sends: `String`, `i64`, `f64`, `bool`, `DateTime`, `Date`, `Json`, `Vec<T>`, \
`Map<T>`, `Option<T>` around all of it for what may be null, the id of a resource (`PersonId`), a \
resource as id or object (`Ref<Person>`), and generated enums and objects (`TicketStatus`). `u64` is for \
the struct's own id. A type of your own goes with `type`, and implements `Default`, `Decode`, `Encode` \
and `Holds`.

```rust
color: Color                                    // wrong: what is sent for a color?
#[deskpro(type = \"string\")] color: Color        // right
size: u32                                       // wrong
size: i64                                       // right
```",
};

/// A secret in a type that shows it.
pub const SENSITIVE_TYPE: Kind = Kind {
    name: "sensitive_type",
    meaning: "A field is marked as sensitive, but its type would show it.",
    explanation: "What is in `Sensitive` never appears in `Debug`, logs or errors. A bare `String` \
would, as soon as somebody derives `Debug`. `Sensitive<T>` says all; the word `sensitive` is not needed \
beside it.

```rust
#[deskpro(sensitive)] pin: String    // wrong
pin: Sensitive<String>               // right
```",
};

/// Something that may be missing in a type that must have it.
pub const NOT_OPTIONAL: Kind = Kind {
    name: "not_optional",
    meaning: "A field may be missing or null, but its type has no room for that.",
    explanation:
        "`optional` means that some helpdesks leave the field out, and a `?` in `type` that \
it may be null. Both arrive as `None`.

```rust
#[deskpro(optional)] size: i64            // wrong
#[deskpro(optional)] size: Option<i64>    // right
```",
};

/// Two fields with one key.
pub const SAME_WIRE_NAME: Kind = Kind {
    name: "same_wire_name",
    meaning: "Two fields have the same key in the JSON.",
    explanation: "Each key of an object is read into one field. Raw identifiers count without `r#`.

```rust
name: String, #[deskpro(rename = \"name\")] title: String     // wrong
name: String, #[deskpro(rename = \"title\")] title: String    // right
```",
};

/// A key that is empty.
pub const UNNAMED_FIELD: Kind = Kind {
    name: "unnamed_field",
    meaning: "`rename` gives a field an empty key.",
    explanation: "The key is what the JSON has before the colon.

```rust
#[deskpro(rename = \"\")] name: String             // wrong
#[deskpro(rename = \"assetName\")] name: String    // right
```",
};

/// A field that is there under conditions.
pub const CONDITIONAL_FIELD: Kind = Kind {
    name: "conditional_field",
    meaning: "A field of a struct that describes a resource stands under `#[cfg(...)]`.",
    explanation:
        "The attribute sees the field whether or not the condition holds, and the requests \
that it makes would name a field that is not there. The whole struct can stand under a condition.

```rust
#[deskpro_resource(path = \"/assets\")]
struct Asset { #[cfg(windows)] drive: String }    // wrong

#[cfg(windows)]                                   // right
#[deskpro_resource(path = \"/assets\")]
struct Asset { drive: String }
```",
};

/// `rename(...)` of the struct itself.
pub const RENAMED_STRUCT: Kind = Kind {
    name: "renamed_struct",
    meaning: "`rename(...)` names the struct that the attribute stands on.",
    explanation:
        "`rename` gives generated items another name. The struct is yours: change its name \
where it stands, and give the resource its name with `name` if need be.

```rust
#[deskpro_resource(path = \"/assets\", rename(Asset = Thing))]    // wrong
struct Asset { .. }

#[deskpro_resource(path = \"/assets\", name = \"assets\")]          // right
struct Thing { .. }
```",
};

/// Something that the rules of descriptions do not allow.
pub const UNFIT_RESOURCE: Kind = Kind {
    name: "unfit_resource",
    meaning: "The resource breaks a rule that holds for all resources of a description.",
    explanation: "What the struct says is checked as if a file of the description said it, together \
with everything else that the description holds. So its path begins with `/`, two resources do not share \
a request, names differ from one another, and types exist. The message says which rule it is, and \
`deskpro-codegen explain` with its code says more.

```rust
#[deskpro_resource(path = \"assets\")]      // wrong: a path begins with `/`
#[deskpro_resource(path = \"/tickets\")]    // wrong: these requests are those of `tickets`
#[deskpro_resource(path = \"/assets\")]     // right
```",
};
