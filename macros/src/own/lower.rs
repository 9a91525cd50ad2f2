//! From a struct to what a file of the description would say of its resource.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::resources::{NO_ID, UNKNOWN_VERB};
use deskpro_spec::api::{Api, Meaning, Target, Verb};
use deskpro_spec::document::{Document, Entries, OperationDoc, PathParameterDoc, ResourceDoc};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Ident, ItemStruct, LitStr};

use super::field::{OwnField, docs};
use super::spots::Spots;
use super::words;
use crate::arguments::{Arguments, plain};
use crate::description::help;

/// The names of a resource.
pub(super) struct Names {
    /// `assets`
    pub(super) plural: String,
    /// `asset`
    pub(super) singular: String,
}

impl Names {
    /// The names that the struct and `name = "..."` give.
    pub(super) fn of(item: &ItemStruct, arguments: &Arguments) -> Self {
        let singular = words::snake(&plain(&item.ident));
        let plural =
            arguments.name.as_ref().map_or_else(|| words::plural(&singular), LitStr::value);
        Self { plural, singular }
    }
}

/// What a resource is lowered from.
pub(super) struct Lowering<'a> {
    pub(super) api: &'a Api,
    /// The description as it is written.
    pub(super) document: &'a Document,
    pub(super) arguments: &'a Arguments,
    pub(super) path: &'a LitStr,
    pub(super) item: &'a ItemStruct,
    pub(super) names: &'a Names,
    pub(super) spots: &'a mut Spots,
}

impl<'a> Lowering<'a> {
    /// The resource as a file of the description would have it.
    pub(super) fn resource(&mut self, fields: &[OwnField], mistakes: &mut Mistakes) -> ResourceDoc {
        let has_id = fields.iter().flat_map(|it| &it.described).any(|(wire, _)| wire.value == "id");
        let operations = self.operations(has_id, fields, mistakes);
        let name = &self.item.ident;
        let at = self
            .arguments
            .name
            .as_ref()
            .map_or_else(|| name.into_token_stream(), ToTokens::to_token_stream);
        let docs = docs(&self.item.attrs);
        let docs = docs.unwrap_or_else(|| format!("What `{}` holds.", plain(name)));
        let Names { plural, singular } = self.names;
        ResourceDoc {
            place: self.spots.place(name),
            name: Some(self.spots.text(plural, at)),
            singular: Some(self.spots.text(singular, name)),
            linked_as: Some(self.spots.text(singular, name)),
            docs: Some(self.spots.text(docs, name)),
            path: Some(self.spots.text(self.path.value(), self.path)),
            path_parameters: self.path_parameters(),
            operations,
            fields: fields.iter().filter_map(|field| field.described.clone()).collect(),
            ..ResourceDoc::default()
        }
    }

    /// The wanted operations, or those of the five usual verbs that the description has.
    fn operations(
        &mut self,
        has_id: bool,
        fields: &[OwnField],
        mistakes: &mut Mistakes,
    ) -> Entries<OperationDoc> {
        let verbs = self.verbs(fields, mistakes);
        let need = verbs.iter().find(|(verb, _)| verb.on == Target::Item && !has_id);
        if let Some((verb, _)) = need {
            let message = format!(
                "no field is the id by which `{}` finds its {}\n\
                 help: add `#[deskpro(id)] id: u64`, or choose verbs that need none: \
                 `verbs(list, create)`",
                verb.name,
                self.names.singular.replace('_', " "),
            );
            mistakes.push(&NO_ID, &self.item.ident, message);
        }
        let possible =
            verbs.into_iter().filter(|(verb, _)| has_id || verb.on == Target::Collection);
        possible
            .map(|(verb, at)| {
                let docs = words::operation_docs(verb, &self.names.singular, &self.names.plural);
                let without = if has_id { Vec::new() } else { self.taking_ids(verb) };
                let doc = OperationDoc {
                    place: self.spots.place(&at),
                    docs: Some(self.spots.text(docs, &at)),
                    without: without.into_iter().map(|name| self.spots.text(name, &at)).collect(),
                    ..OperationDoc::default()
                };
                (self.spots.text(&verb.name, at), doc)
            })
            .collect()
    }

    /// The query parameters of a verb that take ids of whatever resource it is.
    fn taking_ids(&self, verb: &Verb) -> Vec<&'a str> {
        let takes = |name: &str| {
            let found = self.document.parameters.iter().find(|(known, _)| known.value == name);
            let ty = found.and_then(|(_, doc)| doc.ty.as_ref());
            ty.is_some_and(|ty| ty.value == "id" || ty.value.contains("(id)"))
        };
        let found = self.document.verbs.iter().find(|(name, _)| name.value == verb.name);
        let query = found.into_iter().flat_map(|(_, doc)| &doc.query);
        query.map(|name| name.value.as_str()).filter(|name| takes(name)).collect()
    }

    /// The wanted verbs, each with the tokens that want it.
    fn verbs(&self, fields: &[OwnField], mistakes: &mut Mistakes) -> Vec<(&'a Verb, TokenStream)> {
        match &self.arguments.verbs {
            Some(verbs) => verbs.iter().filter_map(|word| self.verb(word, mistakes)).collect(),
            None => {
                let usual = self.api.verbs.iter().filter(|verb| is_usual(verb, fields));
                usual.map(|verb| (verb, self.path.to_token_stream())).collect()
            }
        }
    }

    fn verb(&self, word: &Ident, mistakes: &mut Mistakes) -> Option<(&'a Verb, TokenStream)> {
        let text = plain(word);
        let found = self.api.verbs.iter().find(|verb| verb.name == text);
        if found.is_none() {
            let known: Vec<&str> = self.api.verbs.iter().map(|verb| verb.name.as_str()).collect();
            let help = help(&text, &known, "verbs are");
            mistakes.push(&UNKNOWN_VERB, word, format!("there is no verb `{text}`\n{help}"));
        }
        found.map(|verb| (verb, word.to_token_stream()))
    }

    /// Parameters of the path of which no resource of the description says what they are.
    fn path_parameters(&mut self) -> Entries<PathParameterDoc> {
        let path = self.path.value();
        let mut before = String::new();
        let mut parameters = Entries::new();
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            let is_item = segment.starts_with('{') && self.has_items(&before);
            for name in names_in(segment).filter(|_| !is_item) {
                let doc = PathParameterDoc {
                    ty: Some(self.spots.text("string", self.path)),
                    docs: Some(self.spots.text(format!("`{name}` in the path."), self.path)),
                };
                parameters.push((self.spots.text(name, self.path), doc));
            }
            before.push('/');
            before.push_str(&nameless(segment));
        }
        parameters
    }

    /// Whether a resource with ids is at this path, the parameters of which have no names.
    fn has_items(&self, path: &str) -> bool {
        let nameless = |template: &str| -> String {
            let segments = template.split('/').filter(|segment| !segment.is_empty());
            segments.map(|segment| format!("/{}", nameless(segment))).collect()
        };
        let with_ids = self.api.resources.iter().filter(|resource| resource.id.is_some());
        with_ids.into_iter().any(|resource| nameless(&resource.path.template) == path)
    }
}

/// Whether a resource with these fields has this verb when nobody says which ones it has: of the
/// five usual ones, those that have something to send.
fn is_usual(verb: &Verb, fields: &[OwnField]) -> bool {
    let accesses = fields.iter().filter_map(|field| {
        let (_, doc) = field.described.as_ref()?;
        Some(doc.access.as_ref().map_or("read_write", |access| access.value.as_str()))
    });
    let mut accesses = accesses.filter(|access| *access != "read_only");
    let sends = match verb.meaning {
        Meaning::Create => accesses.next().is_some(),
        Meaning::Update => accesses.any(|access| !access.starts_with("create_")),
        _ => true,
    };
    sends && ["list", "get", "create", "update", "delete"].contains(&verb.name.as_str())
}

/// The names between the braces of a path.
pub(super) fn names_in(segment: &str) -> impl Iterator<Item = &str> {
    segment.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A segment without the names of its parameters.
fn nameless(segment: &str) -> String {
    let mut parts = segment.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let behind = part.split_once('}').map_or("", |(_, behind)| behind);
        format!("{text}{{}}{behind}")
    })
}
