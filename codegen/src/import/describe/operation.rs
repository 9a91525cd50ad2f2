//! Operations, which say only what their verbs do not.

use std::collections::BTreeMap;

use super::super::name::{self, Taken};
use super::super::resource::{Body, OperationDraft, ResourceDraft, Returns, VERBS, is_safe};
use super::super::schema::Property;
use super::super::yaml::{Map, Yaml};
use super::field::DEPRECATED;
use super::{Writer, sentence, with_docs};

/// Shapes by status.
pub(super) type Success = BTreeMap<u16, &'static str>;

/// What success most often looks like, by verb.
pub(super) fn success(resources: &[ResourceDraft<'_>]) -> BTreeMap<&'static str, Success> {
    let mut counts: BTreeMap<(&'static str, &Success), usize> = BTreeMap::new();
    for operation in resources.iter().flat_map(|resource| &resource.operations) {
        *counts.entry((operation.verb, &operation.success)).or_default() += 1;
    }
    let mut most: BTreeMap<&'static str, (usize, Success)> = BTreeMap::new();
    for ((verb, success), count) in counts {
        if most.get(verb).is_none_or(|(known, _)| *known < count) {
            most.insert(verb, (count, success.clone()));
        }
    }
    most.into_iter().map(|(verb, (_, success))| (verb, success)).collect()
}

/// `success`.
pub(super) fn shapes(success: &Success) -> Map {
    let mut map = Map::default();
    for (status, shape) in success {
        map.put_status(*status, *shape);
    }
    map
}

impl<'t> Writer<'_, 't> {
    /// An operation of a resource.
    pub(super) fn operation(&mut self, at: usize, operation: &OperationDraft<'t>) -> Map {
        let facts = VERBS.iter().find(|facts| facts.name == operation.verb);
        let method = facts.and_then(|facts| facts.method).filter(|it| *it == operation.method);
        let own_success = self.success.get(operation.verb) != Some(&operation.success);
        let mut map = Map::tall();
        if operation.name != operation.verb {
            map.add("verb", operation.verb);
        }
        if method.is_none() {
            map.add("method", operation.method.as_str());
        }
        let map = map.with_some("path", operation.path.clone());
        let mut map = with_docs(map, Some(self.docs(operation)), &operation.name)
            .with_some("deprecated", operation.is_deprecated.then_some(DEPRECATED));
        let mut taken = inputs(operation);
        let body = self.body(at, operation, &mut taken);
        map.add("query", self.query(at, &operation.query, &mut taken));
        let is_safe = is_safe(operation.method);
        let repeats = facts.and_then(|facts| facts.method).is_some_and(self::is_safe);
        let repeat = if is_safe { "safe" } else { "unsafe" };
        map.with("body", body)
            .with_some("returns", self.returns(at, operation))
            .with("success", if own_success { shapes(&operation.success) } else { Map::default() })
            .with_flag("location", operation.has_location)
            .with_some("repeat", (is_safe != repeats).then_some(repeat))
            .with("errors", self.errors.beside(operation.verb, &operation.errors))
    }

    /// What it does, what it sends, and what its answers mean beyond their status.
    fn docs(&self, operation: &OperationDraft<'_>) -> String {
        let usual = VERBS.iter().find(|facts| facts.name == operation.name);
        let usual = || usual.map_or_else(|| sentence(&operation.name), |it| it.docs.to_owned());
        let mut docs = operation.docs.clone().unwrap_or_else(usual);
        if let Body::Fields { docs: Some(said), .. } = &operation.body {
            docs.push_str(&format!("\n\n{said}"));
        }
        let answers = operation.answers.iter();
        let answers = answers.filter(|(status, said)| !self.errors.says(**status, said));
        let answers = answers.map(|(status, said)| {
            let said: Vec<_> = said.split_whitespace().collect();
            format!("- `{status}`: {}", said.join(" "))
        });
        let answers: Vec<_> = answers.collect();
        if !answers.is_empty() {
            docs.push_str(&format!("\n\nAnswers:\n\n{}", answers.join("\n")));
        }
        docs
    }

    fn returns(&self, at: usize, operation: &OperationDraft<'t>) -> Option<String> {
        match operation.returns {
            Returns::Own | Returns::Nothing => None,
            Returns::Type(ty) => Some(self.names.written(ty, Some(at))),
            Returns::Json => Some("json".to_owned()),
            Returns::Text => Some("text".to_owned()),
            Returns::Bytes => Some("bytes".to_owned()),
        }
    }

    fn body(&mut self, at: usize, operation: &OperationDraft<'t>, taken: &mut Taken) -> Map {
        match &operation.body {
            Body::None | Body::Inherited => Map::default(),
            Body::Fields { fields, .. } => {
                Map::tall().with("fields", self.body_fields(at, fields, taken))
            }
            Body::Form { files, fields } => {
                let files = form_files(files, taken);
                Map::tall().with("files", files).with("fields", self.body_fields(at, fields, taken))
            }
            Body::Content { media_type, docs } => {
                let map = Map::default().with("content", media_type.as_str());
                let docs = docs.clone().unwrap_or_else(|| format!("`{media_type}`."));
                map.with("docs", docs)
            }
        }
    }
}

/// The files of a form. They have no name of their own in Rust, so they come before all else.
fn form_files(files: &[Property<'_>], taken: &mut Taken) -> Map {
    let mut map = Map::tall();
    for file in files {
        taken.take(&file.key);
        let entry = Map::default().with_flag("required", file.is_required);
        map.put(&file.key, with_docs(entry, file.typed.says.documentation(), &file.key));
    }
    map
}

/// Names that the inputs of an operation must not have.
fn inputs(operation: &OperationDraft<'_>) -> Taken {
    let mut taken = Taken::new(name::field, &["send", "with", "follow_location"]);
    for name in &operation.path_names {
        taken.take(name);
    }
    if let Body::Inherited = operation.body {
        return taken;
    }
    taken
}

impl From<Success> for Yaml {
    fn from(success: Success) -> Self {
        Self::Map(shapes(&success))
    }
}
