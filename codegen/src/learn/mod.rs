//! From what was seen of a helpdesk to an overlay: the reports of the client's `Drift`, and the places
//! in the description that they are about.
//!
//! A report names an operation and a JSON path. [`place`] walks along the path through the description,
//! [`changes`] says what has to be different there, [`actions`] how an overlay makes it so, and [`overlay`]
//! writes that down for review.

mod actions;
mod changes;
mod drift;
mod errors;
mod evidence;
mod guess;
mod naming;
mod overlay;
mod path;
mod place;
mod yaml;

pub use self::drift::{Drift, DriftError};

use deskpro_spec::api::Api;

use self::changes::Changes;

/// What can be learnt from findings: an overlay, and what leads to no change.
#[derive(Debug)]
pub struct Lesson {
    overlay: Option<String>,
    changes: usize,
    known: Vec<String>,
    unplaced: Vec<String>,
    left_out: u64,
}

/// What `api` can learn from these reports.
///
/// Each finding leads to a change, is known by now, or cannot be placed; none is dropped.
///
/// # Example
///
/// ```
/// use deskpro_codegen::{Drift, learn};
/// use deskpro_spec::{Sources, load};
///
/// let api = load(&Sources::builtin()).unwrap();
/// let drift = Drift::read(
///     r#"{"drift": 1, "findings": [
///         {"kind": "unknown_field", "operation": "tickets.list", "path": "data[].order_number",
///          "seen": ["null", "integer"], "count": 41}]}"#,
/// )?;
/// let lesson = learn(&api, &[drift]);
/// let overlay = lesson.overlay().unwrap();
/// assert!(overlay.contains("target: resources.tickets.fields"));
/// assert!(overlay.contains("type: integer?"));
/// # Ok::<_, deskpro_codegen::DriftError>(())
/// ```
pub fn learn(api: &Api, drifts: &[Drift]) -> Lesson {
    let mut changes = Changes::default();
    let (mut known, mut unplaced) = (Vec::new(), Vec::new());
    for finding in drifts.iter().flat_map(|drift| &drift.findings) {
        match changes::of(api, finding) {
            changes::Outcome::Change(change) => match naming::clash(&changes, &change) {
                Some(why) => unplaced.push(format!("{finding}: {why}")),
                None => changes.add(change, finding),
            },
            changes::Outcome::Known => known.push(finding.to_string()),
            changes::Outcome::Unplaced(why) => unplaced.push(format!("{finding}: {why}")),
        }
    }
    let left_out = drifts.iter().map(|drift| drift.left_out).fold(0, u64::saturating_add);
    let overlay = (!changes.0.is_empty())
        .then(|| overlay::write(&actions::actions(api, &changes), &notes(&unplaced, left_out)));
    Lesson { overlay, changes: changes.0.len(), known, unplaced, left_out }
}

/// What a reviewer has to know besides the changes.
fn notes(unplaced: &[String], left_out: u64) -> Vec<String> {
    let mut notes = Vec::new();
    if !unplaced.is_empty() {
        notes.push("Seen too, and without a place here:".to_owned());
        notes.extend(unplaced.iter().map(|line| format!("- {line}")));
    }
    if left_out > 0 {
        notes.push(format!("The report had no room for {left_out} more."));
    }
    notes
}

impl Lesson {
    /// The overlay, as YAML; `None` where there is nothing to change.
    ///
    /// What cannot be placed stands at its end, as a comment.
    pub fn overlay(&self) -> Option<&str> {
        self.overlay.as_deref()
    }

    /// How many changes there are.
    pub fn changes(&self) -> usize {
        self.changes
    }

    /// The findings that the description knows by now.
    pub fn known(&self) -> &[String] {
        &self.known
    }

    /// The findings that lead to no change, and why.
    pub fn unplaced(&self) -> &[String] {
        &self.unplaced
    }

    /// How often something was seen that reports had no room for.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }
}
