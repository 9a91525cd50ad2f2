//! What OpenAPI has no word for, spelled as in the YAML.

use deskpro_spec::api::{Api, Deprecation, Repeat, RetryClass, SourceId};
use serde_json::{Map, Value, json};

pub(super) use crate::expression::expression;

/// The member that holds it.
pub(super) const EXTENSION: &str = "x-deskpro";

/// Members of a JSON object, of which those that say nothing are left out.
#[derive(Debug, Default)]
pub(super) struct Members(Map<String, Value>);

impl Members {
    /// Adds a member, unless its value is null, false or empty.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let says_nothing = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(members) => members.is_empty(),
            Value::Bool(true) | Value::Number(_) => false,
        };
        if !says_nothing {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// Adds a member whatever it says, where there is one.
    pub(super) fn with_any(mut self, name: &str, value: Option<Value>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// Adds the sources of a fact.
    pub(super) fn with_sources(self, api: &Api, sources: &[SourceId]) -> Self {
        self.with("source", api.source_keys(sources).collect::<Vec<_>>())
    }

    /// Adds why something should not be used.
    pub(super) fn with_deprecation(self, deprecation: Option<&Deprecation>) -> Self {
        let object = deprecation.map(|it| {
            Self::default()
                .with("note", it.note.as_str())
                .with("since", it.since.clone())
                .with("sunset", it.sunset.clone())
                .object()
        });
        self.with("deprecated", object)
    }

    /// Adds an object of these members as the extension.
    pub(super) fn with_extension(self, extension: Self) -> Self {
        self.with(EXTENSION, extension.object())
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members.
    pub(super) fn into_map(self) -> Map<String, Value> {
        self.0
    }

    /// The object.
    pub(super) fn object(self) -> Value {
        Value::Object(self.0)
    }
}

/// Whether something may be repeated.
pub(super) fn repeat(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Safe => "safe",
        Repeat::Unsafe => "unsafe",
    }
}

/// Whether and when what was refused may be repeated.
pub(super) fn retry(retry: RetryClass) -> &'static str {
    match retry {
        RetryClass::Never => "never",
        RetryClass::RateLimit => "rate_limit",
        RetryClass::Outage => "outage",
    }
}

/// A reference to a component.
pub(super) fn reference(section: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/components/{section}/{name}") })
}
