//! What of a document cannot be said in a description, each with what was done instead.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use super::tree::Node;

/// A construct of an OpenAPI document that a description has no words for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportProblem {
    /// What kind of construct it is.
    pub kind: ImportProblemKind,
    /// Where it is in the document, as a JSON pointer.
    pub pointer: String,
    /// What it is, as the beginning of a sentence.
    pub what: String,
    /// What was done instead.
    pub instead: String,
}

macro_rules! kinds {
    ($($(#[doc = $docs:literal])* $kind:ident => $word:literal,)*) => {
        /// Kinds of constructs that a description has no words for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ImportProblemKind {
            $($(#[doc = $docs])* $kind,)*
        }

        impl ImportProblemKind {
            /// Its name, which stays the same: `choice`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)*
                }
            }
        }
    };
}

kinds! {
    /// A hand-made change and a new document contradict each other.
    Conflict => "conflict",
    /// An operation that cannot be described at all.
    Operation => "operation",
    /// A reference that leads nowhere, or to another document.
    Reference => "reference",
    /// Types that cannot be told apart by their kind of JSON.
    Choice => "choice",
    /// A type that holds itself without end.
    Endless => "endless",
    /// A part of a schema that types have no word for.
    Schema => "schema",
    /// A parameter that is sent in no way that clients have.
    Parameter => "parameter",
    /// A header that a request or a response carries.
    Header => "header",
    /// A body that cannot be described as it is.
    Body => "body",
    /// A success that looks otherwise than the others.
    Response => "response",
    /// What a refusal says beside its status.
    Refusal => "refusal",
    /// A media type beside the one that was taken.
    MediaType => "media_type",
    /// A way to say who is asking that clients do not know.
    Security => "security",
    /// A server beside the one that was taken.
    Server => "server",
    /// What the server asks of the client: callbacks, webhooks, links.
    Reverse => "reverse",
    /// Text that is said otherwise elsewhere.
    Docs => "docs",
    /// An example that was not taken over.
    Example => "example",
    /// A component that nothing refers to.
    Unused => "unused",
    /// A member that begins with `x-`.
    Extension => "extension",
    /// A member that this version of OpenAPI does not have.
    Unknown => "unknown",
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{}: {pointer}: {}; {}", self.kind.as_str(), self.what, self.instead)
    }
}

impl ImportProblem {
    /// The problem as JSON: `kind`, `pointer`, `what` and `instead`.
    pub fn json(&self) -> Value {
        json!({
            "kind": self.kind.as_str(),
            "pointer": self.pointer,
            "what": self.what,
            "instead": self.instead,
        })
    }
}

/// The problems of an import.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: BTreeMap<(usize, ImportProblemKind), ImportProblem>,
}

impl Findings {
    /// Adds a problem with a part of the document, which counts as read with all that it holds.
    /// There is one of a kind for each part.
    pub(super) fn push(
        &mut self,
        kind: ImportProblemKind,
        node: Node<'_>,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        node.whole();
        self.note(kind, node, what, instead);
    }

    /// Adds a problem with a part of the document of which something is read all the same.
    pub(super) fn note(
        &mut self,
        kind: ImportProblemKind,
        node: Node<'_>,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        node.mark();
        self.found.entry((node.id(), kind)).or_insert_with(|| ImportProblem {
            kind,
            pointer: node.pointer(),
            what: what.into(),
            instead: instead.into(),
        });
    }

    /// All problems in the order of the document.
    pub(super) fn into_list(self) -> Vec<ImportProblem> {
        self.found.into_values().collect()
    }
}
