//! The three versions of OpenAPI as one model: what there is, not yet what it means.

mod api;
mod media;
mod operation;
mod parameter;
mod response;

use super::ImportError;
use super::problem::{Findings, ImportProblemKind};
use super::tree::Node;

pub(super) use api::{Source, read};
pub(super) use media::{Body as SourceBody, Media, others as media_others};
pub(super) use operation::{Operation, with_link};
pub(super) use parameter::{Parameter, Place};
pub(super) use response::Response;

/// How many references may lead to one another.
const HOPS: usize = 32;

/// A version of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Swagger 2.0.
    V2,
    /// 3.0, whose schemas say `nullable`.
    V3_0,
    /// 3.1 and later, whose schemas are JSON Schema.
    V3_1,
}

impl Version {
    /// The version that a document says it is of.
    pub(super) fn of(root: Node<'_>) -> Result<Self, ImportError> {
        let said = |key: &str| {
            let version = root.get(key)?;
            let number = version.number().map(ToString::to_string);
            number.or_else(|| version.text().map(str::to_owned))
        };
        match (said("swagger"), said("openapi")) {
            (Some(version), _) if version.starts_with('2') => Ok(Self::V2),
            (_, Some(version)) if version.starts_with("3.0") => Ok(Self::V3_0),
            (_, Some(version)) if version.starts_with("3.") => Ok(Self::V3_1),
            (Some(version), _) | (None, Some(version)) => Err(ImportError::new(format!(
                "it is of version {version}; versions 2.0, 3.0 and 3.1 are read"
            ))),
            (None, None) => Err(ImportError::new(
                "it is no OpenAPI document: it has neither `openapi` nor `swagger`".to_owned(),
            )),
        }
    }
}

/// What all stages share: the document and what was found in it.
pub(super) struct Context<'t> {
    pub(super) root: Node<'t>,
    pub(super) version: Version,
    pub(super) findings: Findings,
}

impl<'t> Context<'t> {
    /// What a part is, or what its reference leads to. Reports a reference that leads nowhere.
    pub(super) fn resolve(&mut self, node: Node<'t>) -> Option<Node<'t>> {
        let mut at = node;
        for _ in 0..HOPS {
            let Some(reference) = at.get("$ref") else { return Some(at) };
            let Some(found) = reference.text().and_then(|text| self.find(text)) else {
                let text = reference.whole();
                let what = match text.as_str() {
                    Some(text) if !text.starts_with('#') => {
                        format!("`{text}` is in another document")
                    }
                    _ => format!("the reference {text} leads nowhere"),
                };
                let instead = "what it stands for is left out, or free JSON";
                self.findings.push(ImportProblemKind::Reference, reference, what, instead);
                return None;
            };
            at = found;
        }
        let what = "these references lead in a circle";
        self.findings.push(ImportProblemKind::Reference, node, what, "it is left out");
        None
    }

    /// What a reference within this document leads to.
    fn find(&self, reference: &str) -> Option<Node<'t>> {
        let pointer = reference.strip_prefix('#')?;
        let decoded = percent_decoded(pointer);
        self.root.find(&decoded).or_else(|| self.root.find(pointer))
    }
}

/// A text with its `%2F` read.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = (*byte == b'%').then(|| after.get(..2)).flatten();
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
