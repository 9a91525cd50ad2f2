//! A description as the rules see it: what it means beside how it is written.

use std::collections::BTreeMap;

use crate::api::{Api, Operation, Resource};
use crate::document::{
    Document, Entries, FieldDoc, OperationDoc, ResourceDoc, Text, TypeDoc, TypeKindDoc, VerbDoc,
};
use crate::problem::Place;

/// A checked description with its text.
pub(super) struct Described<'d> {
    pub(super) document: &'d Document,
    pub(super) api: &'d Api,
    /// By their names, as are the other mappings here.
    pub(super) verbs: BTreeMap<&'d str, (&'d Text, &'d VerbDoc)>,
    pub(super) error_sets: BTreeMap<&'d str, (&'d Text, &'d Vec<Text>)>,
    /// By the name of the resource, as in the model.
    pub(super) resources: Vec<DescribedResource<'d>>,
}

/// A resource with its text.
pub(super) struct DescribedResource<'d> {
    pub(super) resource: &'d Resource,
    pub(super) doc: &'d ResourceDoc,
    /// Its own methods of verbs.
    pub(super) methods: BTreeMap<&'d str, &'d Text>,
    pub(super) operations: Vec<DescribedOperation<'d>>,
}

/// An operation with its text.
pub(super) struct DescribedOperation<'d> {
    pub(super) operation: &'d Operation,
    pub(super) key: &'d Text,
    pub(super) doc: &'d OperationDoc,
    /// Its resource and its own name: `tickets.list`.
    pub(super) name: String,
}

/// Fields that stand together, and what they belong to.
pub(super) struct FieldList<'d> {
    /// The resource, type or operation: `tickets`, `types.blob`, `tickets.lock`.
    pub(super) owner: String,
    /// Where it stands.
    pub(super) place: Place,
    pub(super) fields: &'d Entries<FieldDoc>,
}

/// A type with its text.
pub(super) struct DescribedType<'d> {
    /// `types.blob` where all resources share it, else `tickets.ticket_status`.
    pub(super) name: String,
    pub(super) key: &'d Text,
    pub(super) doc: &'d TypeDoc,
}

impl<'d> Described<'d> {
    /// Brings both together.
    pub(super) fn new(document: &'d Document, api: &'d Api) -> Self {
        let docs = document.resources.iter();
        let docs: BTreeMap<&str, &ResourceDoc> =
            docs.filter_map(|doc| Some((doc.name.as_ref()?.value.as_str(), doc))).collect();
        let resources = api.resources.iter().filter_map(|resource| {
            let doc = *docs.get(resource.name.as_str())?;
            let methods = methods(&doc.methods);
            Some(DescribedResource {
                resource,
                doc,
                methods,
                operations: operations(resource, doc),
            })
        });
        let resources = resources.collect();
        let (verbs, error_sets) = (by_name(&document.verbs), by_name(&document.error_sets));
        Self { document, api, verbs, error_sets, resources }
    }

    /// Every operation, with its resource.
    pub(super) fn operations(
        &self,
    ) -> impl Iterator<Item = (&DescribedResource<'d>, &DescribedOperation<'d>)> {
        self.resources
            .iter()
            .flat_map(|resource| resource.operations.iter().map(move |it| (resource, it)))
    }

    /// Every type, shared ones first.
    pub(super) fn types(&self) -> Vec<DescribedType<'d>> {
        let shared = types_of("types", &self.document.types);
        let own = self.resources.iter().flat_map(|it| types_of(&it.resource.name, &it.doc.types));
        shared.into_iter().chain(own).collect()
    }

    /// Every list of fields: of resources, of object types, of bodies.
    pub(super) fn field_lists(&self) -> Vec<FieldList<'d>> {
        let mut lists = Vec::new();
        for ty in self.types() {
            if let Some(TypeKindDoc::Fields(fields)) = &ty.doc.kind {
                lists.push(FieldList { owner: ty.name, place: ty.key.place, fields });
            }
        }
        for resource in &self.resources {
            let (owner, place) = (resource.resource.name.clone(), resource.place());
            lists.push(FieldList { owner, place, fields: &resource.doc.fields });
            for operation in &resource.operations {
                if let Some(body) = &operation.doc.body {
                    let (owner, place) = (operation.name.clone(), operation.key.place);
                    lists.push(FieldList { owner, place, fields: &body.fields });
                }
            }
        }
        lists
    }
}

impl DescribedResource<'_> {
    /// Where its name stands.
    pub(super) fn place(&self) -> Place {
        self.doc.name.as_ref().map_or(self.doc.place, |name| name.place)
    }
}

impl DescribedOperation<'_> {
    /// Where its path stands; its name, where the verb says the path.
    pub(super) fn path_place(&self) -> Place {
        let path = self.doc.absolute_path.as_ref().or(self.doc.path.as_ref());
        path.map_or(self.key.place, |path| path.place)
    }

    /// The parts of its path between slashes, as they are written.
    pub(super) fn segments(&self) -> impl Iterator<Item = &str> {
        self.operation.path.template.split('/').filter(|segment| !segment.is_empty())
    }
}

/// The methods of verbs by the verb.
pub(super) fn methods(methods: &Entries<Text>) -> BTreeMap<&str, &Text> {
    methods.iter().map(|(verb, method)| (verb.value.as_str(), method)).collect()
}

fn by_name<T>(entries: &Entries<T>) -> BTreeMap<&str, (&Text, &T)> {
    entries.iter().map(|(key, entry)| (key.value.as_str(), (key, entry))).collect()
}

fn operations<'d>(resource: &'d Resource, doc: &'d ResourceDoc) -> Vec<DescribedOperation<'d>> {
    let docs = by_name(&doc.operations);
    let described = resource.operations.iter().filter_map(|operation| {
        let (key, doc) = *docs.get(operation.name.as_str())?;
        let name = format!("{}.{}", resource.name, operation.name);
        Some(DescribedOperation { operation, key, doc, name })
    });
    described.collect()
}

fn types_of<'d>(owner: &str, types: &'d Entries<TypeDoc>) -> Vec<DescribedType<'d>> {
    let named = |(key, doc): &'d (Text, TypeDoc)| {
        let name = format!("{owner}.{}", key.value);
        DescribedType { name, key, doc }
    };
    types.iter().map(named).collect()
}
