//! Overlays on their own, for programs that write and check them.

use serde_json::Value;

use super::action::Action;
use super::target::Target;
use super::walk::Does;
use crate::Sources;
use crate::document::shape;
use crate::document::tables::OVERLAY;
use crate::problem::Problems;
use crate::yaml::{self, Kind, Node, Scalar, to_json};

/// Changes of a description that is written elsewhere.
///
/// # Example
///
/// A program that found a field puts it into an overlay, and sees whether the overlay applies:
///
/// ```
/// use deskpro_spec::overlay::{Change, Overlay, OverlayAction, Target};
/// use deskpro_spec::{Sources, load};
/// use serde_json::json;
///
/// let mut overlay = Overlay::new("What our helpdesk sends beside");
/// let field = json!({ "order_number": { "type": "string?", "docs": "What was ordered." } });
/// overlay.actions.push(
///     OverlayAction::new(Target::of(["resources", "tickets", "fields"]), Change::Update(field))
///         .expecting(json!({ "order_number": null })),
/// );
/// let text = overlay.to_yaml();
/// assert_eq!(
///     text,
///     "\
/// overlay: 1
/// title: What our helpdesk sends beside
/// actions:
///   - target: resources.tickets.fields
///     expect: { order_number: null }
///     update: { order_number: { docs: What was ordered., type: string? } }
/// "
/// );
/// assert_eq!(Overlay::read(&Sources::from_files([("found.yaml", text.as_str())])).unwrap(), overlay);
/// assert!(load(&Sources::builtin().with_overlay_text("found.yaml", text).unwrap()).is_ok());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overlay {
    /// What it is for, in a line.
    pub title: Option<String>,
    /// More about it, in Markdown.
    pub docs: Option<String>,
    /// What it changes, in this order.
    pub actions: Vec<OverlayAction>,
}

/// A change of one part of a description, or of several that are named alike.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayAction {
    /// What is changed.
    pub target: Target,
    /// Why.
    pub docs: Option<String>,
    /// What must be there before.
    pub expect: Option<Value>,
    /// What is done with it.
    pub change: Change,
}

/// What an action does with its target.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Merges this into it: mappings by key, lists go on, anything else is replaced.
    Update(Value),
    /// Takes it away.
    Remove,
}

impl Overlay {
    /// An overlay that does nothing yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..Self::default() }
    }

    /// Reads the first of these files as an overlay, without the description that it is for.
    ///
    /// # Errors
    ///
    /// What is wrong with its shape and its targets. Whether it applies is known when a description
    /// is loaded [with it](Sources::with_overlay_text).
    pub fn read(sources: &Sources) -> Result<Self, Problems> {
        let mut problems = sources.problems().clone();
        let node = sources.first_text().and_then(|text| yaml::read(text, 0, &mut problems));
        let mut overlay = Self::default();
        if let Some(node) = node.filter(|node| shape::is_file(node, &OVERLAY, &mut problems)) {
            shape::part(&node, &OVERLAY, false, &mut problems);
            overlay.title = text(&node, "title");
            overlay.docs = text(&node, "docs");
            let actions = Action::all(&node, &mut problems);
            overlay.actions = actions.iter().filter_map(OverlayAction::of).collect();
        }
        if problems.is_empty() { Ok(overlay) } else { Err(problems.into_sorted()) }
    }

    /// The overlay as a file. Keys are in the order of the alphabet.
    pub fn to_yaml(&self) -> String {
        let mut lines = "overlay: 1\n".to_owned();
        for (key, value) in [("title", &self.title), ("docs", &self.docs)] {
            if let Some(value) = value {
                lines.push_str(&format!("{key}: {}\n", yaml::text(value)));
            }
        }
        lines.push_str(if self.actions.is_empty() { "actions: []\n" } else { "actions:\n" });
        self.actions.iter().for_each(|action| action.write(&mut lines));
        lines
    }
}

impl OverlayAction {
    /// A change that is made whatever was there before.
    pub fn new(target: Target, change: Change) -> Self {
        Self { target, docs: None, expect: None, change }
    }

    /// Says what must be there before: of an object the members that are named, where `null` stands
    /// for one that is not there; all of any other value.
    #[must_use]
    pub fn expecting(mut self, expect: Value) -> Self {
        self.expect = Some(expect);
        self
    }

    /// Says why.
    #[must_use]
    pub fn because(mut self, docs: impl Into<String>) -> Self {
        self.docs = Some(docs.into());
        self
    }

    fn of(action: &Action<'_>) -> Option<Self> {
        let change = match action.does {
            Does::Update(update) => Change::Update(to_json(update)?),
            Does::Remove => Change::Remove,
        };
        let expect = action.expected.and_then(to_json);
        Some(Self { target: action.target.clone(), docs: action.docs.clone(), expect, change })
    }

    fn write(&self, lines: &mut String) {
        lines.push_str(&format!("  - target: {}\n", yaml::text(&self.target.to_string())));
        if let Some(docs) = &self.docs {
            lines.push_str(&format!("    docs: {}\n", yaml::text(docs)));
        }
        // The value of a status is written otherwise than that of a field called `404`.
        let of = self.target.name().unwrap_or_default();
        if let Some(expect) = &self.expect {
            lines.push_str(&format!("    expect:{}\n", yaml::behind_key(of, expect, 6)));
        }
        match &self.change {
            Change::Update(update) => {
                lines.push_str(&format!("    update:{}\n", yaml::behind_key(of, update, 6)));
            }
            Change::Remove => lines.push_str("    remove: true\n"),
        }
    }
}

/// The text of a key.
pub(super) fn text(node: &Node, key: &str) -> Option<String> {
    match &node.entry(key)?.value.kind {
        Kind::Scalar(Scalar::Text, text) => Some(text.clone()),
        _ => None,
    }
}
