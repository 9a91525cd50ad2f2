//! Where the description comes from.

use crate::mistake::Kind;

/// An empty path of a description.
pub const EMPTY_SPEC: Kind = Kind {
    name: "empty_spec",
    meaning: "`spec` names no file.",
    explanation: "\
`spec` is a folder with `api.yaml`, or one file, as seen from the source file of the attribute. \
Without `spec` the built-in description is used.

Wrong:

```rust
#[deskpro_resource(tickets, spec = \"\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, spec = \"../helpdesk\")]
pub mod tickets {}
```",
};

/// The path of one machine.
pub const ABSOLUTE_SPEC: Kind = Kind {
    name: "absolute_spec",
    meaning: "`spec` is an absolute path.",
    explanation: "\
What is compiled on one machine should compile on another. Paths are seen from the source file \
of the attribute. A place outside of the workspace can be named by the environment variable \
`DESKPRO_SPEC`.

Wrong:

```rust
#[deskpro_resource(tickets, spec = \"/srv/helpdesk\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, spec = \"../helpdesk\")]
pub mod tickets {}
```",
};

/// A path that leaves the workspace.
pub const SPEC_OUTSIDE: Kind = Kind {
    name: "spec_outside",
    meaning: "`spec` leads out of the workspace.",
    explanation: "\
The description belongs to the code that is checked against it, so it lies in the same \
workspace, or, where there is none, in the same package. A place outside can be named by the \
environment variable `DESKPRO_SPEC`.

Wrong:

```rust
#[deskpro_resource(tickets, spec = \"../../../../helpdesk\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, spec = \"../helpdesk\")]
pub mod tickets {}
```",
};

/// A description that cannot be read.
pub const UNREADABLE_DESCRIPTION: Kind = Kind {
    name: "unreadable_description",
    meaning: "The file or folder of the description cannot be read.",
    explanation: "\
A description is a folder with `api.yaml`, or one file. The message says which path was tried; \
it begins at the folder of the source file.

Wrong:

```rust
// in src/lib.rs, where the folder `helpdesk` is beside `src`
#[deskpro_resource(tickets, spec = \"helpdesk\")]
pub mod tickets {}
```

Right:

```rust
#[deskpro_resource(tickets, spec = \"../helpdesk\")]
pub mod tickets {}
```",
};

/// A description with problems.
pub const BROKEN_DESCRIPTION: Kind = Kind {
    name: "broken_description",
    meaning: "The description has problems, so nothing can be checked against it.",
    explanation: "\
Each line is one problem with its place and code. `deskpro-codegen check` shows them with the \
lines that they are in, and `deskpro-codegen explain` with a code says more.

Where the attribute is written

```rust
#[deskpro_resource(tickets, spec = \"../helpdesk\")]
pub mod tickets {}
```

and the description says

```yaml
resources:
  tickets:
    fields:
      subject: { type: strng }
```

it has to say

```yaml
resources:
  tickets:
    fields:
      subject: { type: string }
```",
};
