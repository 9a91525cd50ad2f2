//! One change, with what it means.

use std::fmt;

use super::part::Part;
use super::rule::Rule;
use super::surface::ItemChange;

/// Something that one description says otherwise than the other.
#[derive(Debug, Clone)]
pub struct Change {
    /// Which kind of change.
    pub rule: &'static Rule,
    /// What it is about, by its name within the description: `tickets.subject`. What was renamed has its
    /// old name.
    pub subject: String,
    /// What changed, in one line without a full stop.
    pub message: String,
    /// Where the old description states it.
    pub old: Option<Spot>,
    /// Where the new description states it.
    pub new: Option<Spot>,
    /// What it means to those who call the API.
    pub wire: WireClass,
    /// What it means to those who compile against the client.
    pub rust: RustClass,
    /// Whether it was taken for what it is because old and new are alike: a renaming.
    pub is_guess: bool,
    /// Whether the old description announced it, by a deprecation.
    pub is_announced: bool,
    /// Whom it concerns.
    pub affected: Affected,
    /// Public items of the client that differ by it.
    pub items: Vec<ItemChange>,
    /// What it is about, in both models.
    pub(super) parts: Parts,
}

/// What a change is about, in both models.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub(super) old: Vec<Part>,
    pub(super) new: Vec<Part>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column in characters, counted from 1.
    pub column: u32,
    /// Whether the file is one of a folder, not of a revision.
    pub(super) is_on_disk: bool,
}

/// Whom a change concerns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Affected {
    /// Operations, by name: `tickets.list`.
    pub operations: Vec<String>,
    /// Types and resources whose objects hold it, by name.
    pub types: Vec<String>,
    /// Cargo features that these belong to.
    pub features: Vec<String>,
}

/// What a change means to those who call the API, with whatever client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WireClass {
    /// Nothing that is sent or answered differs.
    Unseen,
    /// Something is possible that was not; whoever does not use it sees nothing of it.
    Additive,
    /// Answers differ in a way that careful callers, such as clients that are made here, put up with.
    Tolerated,
    /// Requests that were right are refused, or answers lack or hold what callers do not expect.
    Breaking,
}

/// What a change means to crates that use the client, as Semantic Versioning sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RustClass {
    /// They compile as before.
    Patch,
    /// They compile as before, and may use more.
    Minor,
    /// Some of them no longer compile.
    Major,
}

impl WireClass {
    /// Its name: `breaking`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unseen => "unseen",
            Self::Additive => "additive",
            Self::Tolerated => "tolerated",
            Self::Breaking => "breaking",
        }
    }
}

impl RustClass {
    /// Its name: `major`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for WireClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for RustClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl Change {
    /// A name that the same change has in every run: `field-removed:tickets.subject`.
    pub fn id(&self) -> String {
        format!("{}:{}", self.rule.id, self.subject)
    }

    /// The order in which changes are shown.
    pub(super) fn rank(&self) -> impl Ord + '_ {
        let graver = std::cmp::Reverse((self.rust, self.wire));
        (graver, &self.subject, self.rule.id, &self.message)
    }
}
