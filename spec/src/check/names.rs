//! Every name that a description declares, in the canonical order of the checked model.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::words::snake_case;
use crate::api::{ErrorCodeId, FamilyId, ResourceId, SourceId, Type, TypeId, VerbId};
use crate::document::{
    Document, Entries, ErrorCodeDoc, FamilyDoc, FieldDoc, ParameterDoc, ResourceDoc, StatusDoc,
    Text, TypeDoc, TypeKindDoc, VerbDoc,
};
use crate::problem::Problem;
use crate::problem::codes::meaning::DUPLICATE_RESOURCE;

/// How many resources may pass on each other's ids before the chain counts as endless.
const ID_HOPS: usize = 8;

/// Every declared name. Ids are places in these lists, which are sorted so that nothing depends on
/// the order in which a description is written.
pub(super) struct Names<'d> {
    pub(super) document: &'d Document,
    pub(super) families: Vec<(&'d Text, &'d FamilyDoc)>,
    pub(super) verbs: Vec<(&'d Text, &'d VerbDoc)>,
    pub(super) error_codes: Vec<(&'d Text, &'d ErrorCodeDoc)>,
    pub(super) statuses: BTreeMap<u16, &'d StatusDoc>,
    pub(super) error_sets: Vec<(&'d Text, &'d Vec<Text>)>,
    pub(super) parameters: BTreeMap<&'d str, (&'d Text, &'d ParameterDoc)>,
    pub(super) types: Vec<DeclaredType<'d>>,
    pub(super) resources: Vec<&'d ResourceDoc>,
    resource_fields: Vec<Fields<'d>>,
    family_ids: BTreeMap<&'d str, FamilyId>,
    source_ids: BTreeMap<&'d str, SourceId>,
    verb_ids: BTreeMap<&'d str, VerbId>,
    error_code_ids: BTreeMap<&'d str, ErrorCodeId>,
    error_set_ids: BTreeMap<&'d str, usize>,
    type_ids: BTreeMap<(Option<ResourceId>, &'d str), TypeId>,
    resource_ids: BTreeMap<&'d str, ResourceId>,
}

/// Fields by their key.
pub(super) type Fields<'d> = BTreeMap<&'d str, &'d FieldDoc>;

/// A type with the resource that declares it.
pub(super) struct DeclaredType<'d> {
    pub(super) owner: Option<ResourceId>,
    pub(super) name: &'d Text,
    pub(super) doc: &'d TypeDoc,
    /// Its fields, where it is an object.
    pub(super) fields: Fields<'d>,
    /// Its values, where it is an enumeration.
    pub(super) values: BTreeSet<&'d str>,
}

/// Where a type expression stands, which decides what `id` and type names mean.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    /// In a type that all resources share.
    Shared,
    /// In a query parameter that all resources share: `id` stands for that of each.
    AnyResource,
    /// Within a resource.
    Resource(ResourceId),
}

impl<'d> Names<'d> {
    /// Collects the names of a description.
    pub(super) fn collect(document: &'d Document, report: &mut Report) -> Self {
        let families = sorted(&document.families);
        let verbs = sorted(&document.verbs);
        let error_codes = sorted(&document.error_codes);
        let error_sets = sorted(&document.error_sets);
        let resources = resources(document, report);
        let types = types(document, &resources);
        Self {
            resource_fields: resources.iter().map(|doc| by_key(&doc.fields)).collect(),
            document,
            family_ids: index(families.iter().map(|(name, _)| *name), FamilyId),
            source_ids: index(sorted(&document.sources).iter().map(|(key, _)| *key), SourceId),
            verb_ids: index(verbs.iter().map(|(name, _)| *name), VerbId),
            error_code_ids: index(error_codes.iter().map(|(code, _)| *code), ErrorCodeId),
            error_set_ids: index(error_sets.iter().map(|(name, _)| *name), |at| at),
            type_ids: (types.iter().enumerate())
                .map(|(at, ty)| ((ty.owner, ty.name.value.as_str()), TypeId(at)))
                .collect(),
            resource_ids: index(resources.iter().filter_map(|doc| doc.name.as_ref()), ResourceId),
            statuses: (document.statuses.iter())
                .filter_map(|(number, doc)| Some((u16::try_from(number.value).ok()?, doc)))
                .collect(),
            parameters: (document.parameters.iter())
                .map(|(name, doc)| (name.value.as_str(), (name, doc)))
                .collect(),
            families,
            verbs,
            error_codes,
            error_sets,
            types,
            resources,
        }
    }

    /// The family of this name.
    pub(super) fn family(&self, name: &str) -> Option<FamilyId> {
        self.family_ids.get(name).copied()
    }

    /// The source of this key.
    pub(super) fn source(&self, key: &str) -> Option<SourceId> {
        self.source_ids.get(key).copied()
    }

    /// The verb of this name.
    pub(super) fn verb(&self, name: &str) -> Option<VerbId> {
        self.verb_ids.get(name).copied()
    }

    /// The error code that is spelled so.
    pub(super) fn error_code(&self, code: &str) -> Option<ErrorCodeId> {
        self.error_code_ids.get(code).copied()
    }

    /// The place of the error set of this name.
    pub(super) fn error_set(&self, name: &str) -> Option<usize> {
        self.error_set_ids.get(name).copied()
    }

    /// The resource of this name.
    pub(super) fn resource(&self, name: &str) -> Option<ResourceId> {
        self.resource_ids.get(name).copied()
    }

    /// The description of a resource.
    pub(super) fn resource_doc(&self, id: ResourceId) -> &'d ResourceDoc {
        self.resources[id.0]
    }

    /// The fields of a resource by their key.
    pub(super) fn fields_of(&self, id: ResourceId) -> &Fields<'d> {
        &self.resource_fields[id.0]
    }

    /// The name of a resource.
    pub(super) fn resource_name(&self, id: ResourceId) -> &'d str {
        self.resources[id.0].name.as_ref().map_or("", |name| name.value.as_str())
    }

    /// The resource that a word seems to mean: the one whose object is called so, or the closest.
    pub(super) fn closest_resource(&self, report: &Report, word: &str) -> Option<&'d str> {
        let known = self.resources.iter().filter_map(|doc| doc.name.as_ref());
        let known = known.map(|name| name.value.as_str());
        let is_object = |id: &ResourceId| report.suggests() && self.singular(*id) == word;
        let by_object = (0..self.resources.len()).map(ResourceId).find(is_object);
        by_object.map(|id| self.resource_name(id)).or_else(|| report.closest(word, known))
    }

    /// The type that a name means within a scope: the resource's own, a shared one, or, written
    /// `resource.type`, that of another resource.
    pub(super) fn named_type(&self, scope: Scope, name: &str) -> Option<TypeId> {
        if let Some((resource, name)) = name.split_once('.') {
            let owner = self.resource(resource)?;
            return self.type_ids.get(&(Some(owner), name)).copied();
        }
        let own = match scope {
            Scope::Resource(owner) => self.type_ids.get(&(Some(owner), name)),
            Scope::Shared | Scope::AnyResource => None,
        };
        own.or_else(|| self.type_ids.get(&(None, name))).copied()
    }

    /// What can be written to reach each type from a scope, except for types of other resources.
    pub(super) fn type_names(&self, scope: Scope) -> impl Iterator<Item = &'d str> {
        let own = match scope {
            Scope::Resource(owner) => Some(owner),
            Scope::Shared | Scope::AnyResource => None,
        };
        self.types
            .iter()
            .filter(move |ty| ty.owner.is_none() || ty.owner == own)
            .map(|ty| ty.name.value.as_str())
    }

    /// The type of a resource's id: its own, that of the resource whose ids it shares, or a plain
    /// one. `None` when it has none. An id whose type cannot be read is taken for a number: that is
    /// reported where it stands, and nowhere else.
    pub(super) fn id_type(&self, id: ResourceId) -> Option<Type> {
        let mut at = id;
        for _ in 0..ID_HOPS {
            let doc = self.resource_doc(at);
            let text = self.fields_of(at).get("id")?.ty.as_ref()?.value.trim_end_matches('?');
            at = match text {
                "id" => return (!is_singleton(doc)).then_some(Type::Id(at)),
                "string" => return Some(Type::String),
                "integer" => return Some(Type::Integer),
                other => match other.strip_prefix("id(").and_then(|it| it.strip_suffix(')')) {
                    Some(shared) => match self.resource(shared) {
                        Some(shared) => shared,
                        None => return Some(Type::Integer),
                    },
                    None if self.is_type(at, other) => return None,
                    None => return Some(Type::Integer),
                },
            };
        }
        None
    }

    /// Whether a word, or what stands before its parenthesis, is a type that is no id.
    fn is_type(&self, scope: ResourceId, text: &str) -> bool {
        let word = text.split('(').next().unwrap_or(text);
        ["number", "boolean", "datetime", "date", "json", "list", "map", "ref"].contains(&word)
            || self.named_type(Scope::Resource(scope), word).is_some()
    }

    /// Whether a type is an enumeration.
    pub(super) fn is_enum(&self, ty: &Type) -> bool {
        let Type::Named(id) = ty else { return false };
        matches!(self.types[id.0].doc.kind, Some(TypeKindDoc::Values(_)))
    }

    /// The singular name of a resource.
    pub(super) fn singular(&self, id: ResourceId) -> &'d str {
        self.resources[id.0].singular.as_ref().map_or("", |name| name.value.as_str())
    }
}

/// Whether there is only one of a resource.
pub(super) fn is_singleton(doc: &ResourceDoc) -> bool {
    doc.singleton.as_ref().is_some_and(|singleton| singleton.value)
}

/// Whether it is not known what a resource holds.
pub(super) fn is_untyped(doc: &ResourceDoc) -> bool {
    doc.shape.as_ref().is_some_and(|shape| shape.value == "unknown")
}

/// The entries of a mapping by key.
pub(super) fn sorted<T>(entries: &Entries<T>) -> Vec<(&Text, &T)> {
    let mut list: Vec<_> = entries.iter().map(|(key, entry)| (key, entry)).collect();
    list.sort_by(|(a, _), (b, _)| a.value.cmp(&b.value));
    list
}

fn index<'d, Id>(
    names: impl Iterator<Item = &'d Text>,
    id: impl Fn(usize) -> Id,
) -> BTreeMap<&'d str, Id> {
    names.enumerate().map(|(at, name)| (name.value.as_str(), id(at))).collect()
}

fn resources<'d>(document: &'d Document, report: &mut Report) -> Vec<&'d ResourceDoc> {
    let mut first: BTreeMap<&str, (&Text, &ResourceDoc)> = BTreeMap::new();
    for doc in &document.resources {
        let Some(name) = report.required(doc.name.as_ref()) else {
            continue;
        };
        snake_case(report, "resource", name);
        if let Some((other, _)) = first.get(name.value.as_str()) {
            let message = format!("resource `{}` is described twice", name.value);
            report.push(
                Problem::new(DUPLICATE_RESOURCE, name.place, message)
                    .label("described again here")
                    .related(other.place, "first described here"),
            );
        } else {
            first.insert(&name.value, (name, doc));
        }
    }
    first.into_values().map(|(_, doc)| doc).collect()
}

fn by_key(fields: &Entries<FieldDoc>) -> Fields<'_> {
    fields.iter().map(|(key, field)| (key.value.as_str(), field)).collect()
}

/// Shared types by name, then those of each resource by name.
fn types<'d>(document: &'d Document, resources: &[&'d ResourceDoc]) -> Vec<DeclaredType<'d>> {
    let shared = sorted(&document.types).into_iter().map(|(name, doc)| declared(None, name, doc));
    let owned = resources.iter().enumerate().flat_map(|(at, resource)| {
        let types = sorted(&resource.types).into_iter();
        types.map(move |(name, doc)| declared(Some(ResourceId(at)), name, doc))
    });
    shared.chain(owned).collect()
}

fn declared<'d>(owner: Option<ResourceId>, name: &'d Text, doc: &'d TypeDoc) -> DeclaredType<'d> {
    let (fields, values) = match &doc.kind {
        Some(TypeKindDoc::Fields(fields)) => (by_key(fields), BTreeSet::new()),
        Some(TypeKindDoc::Values(values)) => {
            (Fields::new(), values.iter().map(|(value, _)| value.value.as_str()).collect())
        }
        Some(TypeKindDoc::OneOf(_)) | None => (Fields::new(), BTreeSet::new()),
    };
    DeclaredType { owner, name, doc, fields, values }
}
