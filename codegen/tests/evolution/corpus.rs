//! The edits.

use std::borrow::Cow;

use deskpro_codegen::diff::{Diff, RustClass, Side, diff};
use deskpro_codegen::{EnumPolicy, Options};
use deskpro_spec::Sources;
use serde::Deserialize;

/// What every edit begins with.
pub(crate) const BASE: &str = include_str!("base.yaml");

/// One edit, with what it comes to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    title: Option<String>,
    /// What is edited beforehand, where the base does not have what the edit needs.
    from: Option<Step>,
    find: String,
    put: String,
    /// Further places of the same edit.
    #[serde(default)]
    and: Vec<Step>,
    /// What the client's enums do with values that are not known.
    enums: Option<String>,
    /// The changes that it comes to.
    pub(crate) is: Vec<String>,
    /// Why the caller of the tests compiles although others do not.
    pub(crate) caller: Option<String>,
    /// Why cargo-semver-checks sees no break.
    pub(crate) unseen: Option<String>,
    /// Why cargo-semver-checks sees a break where callers compile.
    pub(crate) stricter: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    find: String,
    put: String,
    #[serde(default)]
    and: Vec<Step>,
}

/// Every edit.
pub(crate) fn corpus() -> Vec<Edit> {
    serde_yaml::from_str(include_str!("edits.yaml")).expect("edits")
}

impl Edit {
    /// What it does, in a line.
    pub(crate) fn title(&self) -> Cow<'_, str> {
        match &self.title {
            Some(title) => title.into(),
            None => format!("{:?} -> {:?}", self.find, self.put).into(),
        }
    }

    /// Both sides.
    pub(crate) fn sides(&self) -> (Side, Side) {
        let old = match &self.from {
            Some(step) => step.apply(BASE),
            None => BASE.to_owned(),
        };
        let step = Step { find: self.find.clone(), put: self.put.clone(), and: self.and.clone() };
        (side(&old, &self.title()), side(&step.apply(&old), &self.title()))
    }

    /// What the clients are made with.
    pub(crate) fn options(&self) -> Options {
        let enums = match self.enums.as_deref() {
            Some("exhaustive") => EnumPolicy::Exhaustive,
            Some("closed") => EnumPolicy::Closed,
            _ => EnumPolicy::Open,
        };
        Options { enums, features: true, ..Options::default() }
    }

    pub(crate) fn diff(&self, old: &Side, new: &Side) -> Diff {
        diff(old, new, &self.options())
    }

    /// Whether something that was written breaks.
    pub(crate) fn is_major(&self) -> bool {
        let (old, new) = self.sides();
        self.diff(&old, &new).rust() == Some(RustClass::Major)
    }

    /// Whether it begins with the base as it is, as the caller was written for.
    pub(crate) fn is_of_base(&self) -> bool {
        self.from.is_none() && self.enums.is_none()
    }
}

impl Step {
    fn apply(&self, text: &str) -> String {
        let count = text.matches(&self.find).count();
        assert_eq!(count, 1, "this is there {count} times: {:?}", self.find);
        let edited = text.replacen(&self.find, &self.put, 1);
        self.and.iter().fold(edited, |text, step| step.apply(&text))
    }
}

fn side(text: &str, title: &str) -> Side {
    Side::load(Sources::from_files([("api.yaml", text)])).unwrap_or_else(|refusal| {
        let (problems, sources) = *refusal;
        panic!("{title}\n{}", problems.short(&sources))
    })
}
