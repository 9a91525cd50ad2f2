//! What changed from one description to another, and what that means: for those who call the API, and
//! for those who compile against the client that is made of it.
//!
//! Two judgements stand beside each other. The *wire class* comes from rules over the two models, one
//! for each kind of change. The *Rust class* is not guessed: both clients are made, their public items
//! are compared, and each difference is laid to the change that it follows from. What follows from none
//! is a change of its own, so that nothing breaks in silence.

mod attribute;
mod change;
mod changelog;
mod compare;
mod pairs;
mod part;
mod render;
mod rule;
mod side;
mod surface;
mod uses;
mod variance;
mod version;

pub use change::{Affected, Change, RustClass, Spot, WireClass};
pub use rule::{Rule, explain, rules};
pub use side::Side;
pub use surface::ItemChange;
pub use version::suggested;

use crate::Options;

/// Everything that changed.
///
/// # Example
///
/// ```
/// use deskpro_codegen::{Options, diff};
/// use deskpro_spec::Sources;
///
/// let side = |docs: &str| {
///     let yaml = format!(
///         "format: 1\nname: desk\ntitle: Desk\nbase_path: /api\nenvelope: {{ data: data, meta: meta }}\n\
///          docs: {docs}\n"
///     );
///     diff::Side::load(Sources::from_files([("api.yaml", yaml)])).unwrap()
/// };
/// let diff = diff::diff(&side("One."), &side("Two."), &Options::default());
/// assert_eq!(diff.changes[0].rule.id, "docs-changed");
/// assert_eq!(diff.rust(), Some(diff::RustClass::Patch));
/// ```
#[derive(Debug)]
pub struct Diff {
    /// The changes: the gravest first, then by what they are about.
    pub changes: Vec<Change>,
}

/// Compares two descriptions, and the clients that are made of them with these options.
pub fn diff(old: &Side, new: &Side, options: &Options) -> Diff {
    let mut changes = compare::compare(old, new);
    attribute::attribute(&mut changes, old, new, options);
    changes.sort_by(|one, other| one.rank().cmp(&other.rank()));
    Diff { changes }
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The gravest that happens to crates that use the client; `None` where nothing changed.
    pub fn rust(&self) -> Option<RustClass> {
        self.changes.iter().map(|change| change.rust).max()
    }

    /// The gravest that happens to callers of the API; `None` where nothing changed.
    pub fn wire(&self) -> Option<WireClass> {
        self.changes.iter().map(|change| change.wire).max()
    }
}
