//! What is wrong with a body, as the tree that the API answers with.

use deskpro_spec::api::Api;
use serde_json::{Value, json};

use crate::Object;

/// What is wrong with an input and, by name, with the inputs within it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Invalid {
    errors: Vec<(String, String)>,
    fields: Vec<(String, Invalid)>,
}

/// A kind of mistake that this helpdesk finds. The description has the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// A value is missing or blank.
    Required,
    /// A value is of the wrong kind.
    BadChoice,
    /// A text is no date.
    InvalidDate,
    /// A number is too great or too small.
    OutOfRange,
}

impl Mistake {
    fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::BadChoice => "bad_choice",
            Self::InvalidDate => "invalid_date",
            Self::OutOfRange => "out_of_range",
        }
    }
}

const EXTRA_FIELDS: &str = "extra_fields";

impl Invalid {
    /// An input with one mistake.
    pub(crate) fn one(api: &Api, mistake: Mistake) -> Self {
        let code = mistake.code();
        let message = message(api, code).unwrap_or_else(|| code.replace('_', " "));
        Self { errors: vec![(code.to_owned(), message)], fields: Vec::new() }
    }

    /// Adds that these fields are not known.
    pub(crate) fn push_extra_fields(&mut self, api: &Api, names: &[&str]) {
        if names.is_empty() {
            return;
        }
        // The described message ends in the names that it was seen with.
        let described = message(api, EXTRA_FIELDS).unwrap_or_default();
        let head = described.split_once(':').map_or("Unexpected field names", |(head, _)| head);
        self.errors.push((EXTRA_FIELDS.to_owned(), format!("{head}: {}", names.join(", "))));
    }

    /// Adds a mistake by its code.
    pub(crate) fn push(&mut self, code: &str, message: &str) {
        self.errors.push((code.to_owned(), message.to_owned()));
    }

    /// Adds what is wrong with the input of this name, if anything.
    pub(crate) fn push_field(&mut self, name: impl Into<String>, invalid: Self) {
        if !invalid.is_empty() {
            self.fields.push((name.into(), invalid));
        }
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.fields.is_empty()
    }

    /// The tree as the API sends it; members without entries are left out.
    pub(crate) fn to_json(&self) -> Value {
        let mut node = Object::new();
        if !self.errors.is_empty() {
            let errors = self.errors.iter();
            let errors = errors.map(|(code, message)| json!({ "code": code, "message": message }));
            node.insert("errors".to_owned(), errors.collect());
        }
        if !self.fields.is_empty() {
            let fields = self.fields.iter();
            let fields: Object =
                fields.map(|(name, node)| (name.clone(), node.to_json())).collect();
            node.insert("fields".to_owned(), Value::Object(fields));
        }
        Value::Object(node)
    }
}

/// What the description says about a validation code.
fn message(api: &Api, code: &str) -> Option<String> {
    let known = api.validation_codes.iter().find(|known| known.code == code)?;
    Some(known.message.clone().unwrap_or_else(|| known.docs.trim().to_owned()))
}
