//! What a key may do.

use deskpro_spec::api::{Meaning, Method, Operation};

use crate::pattern;

/// What a key may do; the rest is refused with 403.
///
/// Operations are named as the description does, `tickets.list`; `tickets.*` are all of a resource.
///
/// ```
/// use deskpro_mock::{MockHelpdesk, Permissions};
///
/// let helpdesk = MockHelpdesk::builder()
///     .key("1:AGENT")
///     .key_with("2:REPORTS", Permissions::read_only())
///     .key_with("3:FORM", Permissions::only(["tickets.create"]))
///     .key_with("4:INTERN", Permissions::all().without(["tickets.delete", "people.*"]))
///     .build()?;
/// # Ok::<_, deskpro_mock::BuildError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permissions {
    allowed: Option<Vec<String>>,
    denied: Vec<String>,
    reads_only: bool,
}

impl Permissions {
    /// Everything.
    pub fn all() -> Self {
        Self { allowed: None, denied: Vec::new(), reads_only: false }
    }

    /// What changes nothing: operations that list or get, and others by GET.
    pub fn read_only() -> Self {
        Self { reads_only: true, ..Self::all() }
    }

    /// Only these operations.
    pub fn only<T: Into<String>>(operations: impl IntoIterator<Item = T>) -> Self {
        Self { allowed: Some(operations.into_iter().map(Into::into).collect()), ..Self::all() }
    }

    /// The same without these operations.
    #[must_use]
    pub fn without<T: Into<String>>(mut self, operations: impl IntoIterator<Item = T>) -> Self {
        self.denied.extend(operations.into_iter().map(Into::into));
        self
    }

    /// What is named, to be compared with the description.
    pub(crate) fn named(&self) -> impl Iterator<Item = &str> {
        self.allowed.iter().flatten().chain(&self.denied).map(String::as_str)
    }

    /// Whether an operation of this name and meaning is allowed.
    pub(crate) fn allow(&self, name: &str, operation: &Operation, meaning: Meaning) -> bool {
        let is_named = |patterns: &Vec<String>| patterns.iter().any(|it| pattern::admits(it, name));
        let reads = matches!(meaning, Meaning::List | Meaning::Get)
            || matches!(operation.method, Method::Get | Method::Head | Method::Options);
        self.allowed.as_ref().is_none_or(is_named)
            && !is_named(&self.denied)
            && (reads || !self.reads_only)
    }
}
