//! The files that the module of a resource consists of: one for each condition.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, FamilyId, Resource, ResourceId};
use proc_macro2::Ident;

use super::{Condition, Features, Section, UNVERIFIED, feature};
use crate::plan::case::{ident, snake, snake_text};
use crate::plan::docs::Docs;
use crate::plan::imports::Imports;
use crate::plan::resource::handle_docs;
use crate::plan::scope::Scope;

/// The file of what a resource holds.
const MODEL: &str = "model";

/// The file of what can be done with a resource.
const REQUESTS: &str = "requests";

/// A file of a resource's module.
#[derive(Debug, Hash)]
pub struct FilePlan {
    /// The name of the module: that of the resource, or what the file holds.
    pub name: Ident,
    /// When it is there, beside the condition of the file above.
    pub condition: Condition,
    /// What it holds.
    pub sections: Vec<Section>,
    /// What it says at its head.
    pub docs: Docs,
    /// The path of the generated modules as it sees them.
    pub generated: String,
    /// What it uses of the files above it: the way to each, and the names.
    pub above: Vec<(String, Vec<Ident>)>,
    /// The files below it.
    pub children: Vec<Self>,
}

impl Features {
    /// The files of the module of a resource: the first one, with the others below it.
    pub(in crate::plan) fn files(
        &self,
        api: &Api,
        id: ResourceId,
        module: &Ident,
        generated: &str,
    ) -> FilePlan {
        let requests = self.requests(api, id);
        let mut file = FilePlan {
            sections: vec![Section::Id],
            docs: Docs::new(&api[id].docs),
            ..FilePlan::new(module.clone(), self.of_id(api, id))
        };
        let shape = self.of_shape(api, id);
        if shape != file.condition {
            file.children.push(model(&api[id], shape));
            file.children.push(requests);
        } else if file.condition != requests.condition {
            file.sections.push(Section::Shape);
            file.children.push(requests);
        } else {
            file.sections.extend([Section::Shape, Section::Requests]);
            file.children.extend(requests.children);
        }
        file.children.extend(self.types(api, id));
        file.settle(generated.to_owned());
        file
    }

    /// The files of the types that more families speak of than of the resource's object.
    fn types(&self, api: &Api, owner: ResourceId) -> impl Iterator<Item = FilePlan> {
        let mut names = Scope::with(&[MODEL, REQUESTS]);
        let types = api.type_ids().filter(move |&ty| api[ty].owner == Some(owner));
        types.filter_map(move |ty| {
            let section = Section::Type(ty);
            (self.section_of_type(api, owner, ty) == section).then(|| FilePlan {
                sections: vec![section],
                docs: Docs::new(&api[ty].docs),
                ..FilePlan::new(
                    names.claim(&snake_text(&api[ty].name), "_type"),
                    self.of_type(api, ty),
                )
            })
        })
    }

    /// The file of what can be done with a resource, with those of what needs another feature.
    fn requests(&self, api: &Api, id: ResourceId) -> FilePlan {
        let resource = &api[id];
        let operations = resource.operations.iter();
        let sections: BTreeSet<_> = operations.map(|it| self.section(api, id, it)).collect();
        let sections = sections.into_iter().filter(|section| *section != Section::Requests);
        FilePlan {
            sections: vec![Section::Requests],
            docs: handle_docs(resource),
            children: sections.filter_map(|section| additional(api, section)).collect(),
            ..FilePlan::new(ident(REQUESTS), self.of_family(api, resource.family))
        }
    }
}

/// The file of what a resource holds, where more families speak of its ids.
fn model(resource: &Resource, condition: Condition) -> FilePlan {
    FilePlan {
        sections: vec![Section::Shape],
        docs: Docs::line(format!("What {} hold.", resource.name.replace('_', " "))),
        ..FilePlan::new(ident(MODEL), condition)
    }
}

/// The file of operations that need another feature.
fn additional(api: &Api, section: Section) -> Option<FilePlan> {
    let (name, feature, docs) = match section {
        Section::Unverified => {
            let docs = "Operations that were never seen at work.";
            (ident(UNVERIFIED), UNVERIFIED.to_owned(), docs.to_owned())
        }
        Section::Family(family) => with(api, family),
        Section::Id | Section::Shape | Section::Requests | Section::Type(_) => return None,
    };
    let condition = Condition { any_of: vec![feature] };
    let sections = vec![section];
    Some(FilePlan { sections, docs: Docs::line(docs), ..FilePlan::new(name, condition) })
}

fn with(api: &Api, family: FamilyId) -> (Ident, String, String) {
    let name = &api[family].name;
    let docs = format!("Operations that answer with resources of the family `{name}`.");
    (snake(&format!("with_{name}")), feature(&api[family]), docs)
}

impl FilePlan {
    /// A file with nothing in it.
    fn new(name: Ident, condition: Condition) -> Self {
        Self {
            name,
            condition,
            sections: Vec::new(),
            docs: Docs::default(),
            generated: String::new(),
            above: Vec::new(),
            children: Vec::new(),
        }
    }

    /// Fills in how each file sees the generated modules.
    fn settle(&mut self, generated: String) {
        let below = format!("super::{generated}");
        self.children.iter_mut().for_each(|child| child.settle(below.clone()));
        self.generated = generated;
    }

    /// Fills in what the files use of one another, by the names that each section declares.
    pub(in crate::plan) fn connect(
        &mut self,
        imports: &Imports,
        declared: &BTreeMap<Section, BTreeSet<String>>,
    ) {
        self.connect_below(imports, declared, &mut Vec::new());
    }

    fn connect_below(
        &mut self,
        imports: &Imports,
        declared: &BTreeMap<Section, BTreeSet<String>>,
        above: &mut Vec<BTreeSet<String>>,
    ) {
        let own = self.declared(declared);
        let mut missing = &imports.own_names(&self.sections) - &own;
        for (steps, declared) in above.iter().rev().enumerate() {
            let found = &missing & declared;
            missing = &missing - &found;
            if !found.is_empty() {
                let names = found.iter().map(|name| ident(name)).collect();
                self.above.push(("super::".repeat(steps + 1), names));
            }
        }
        // A file names again what those directly below it declare.
        let below = self.children.iter().flat_map(|child| child.declared(declared));
        above.push(own.into_iter().chain(below).collect());
        for child in &mut self.children {
            child.connect_below(imports, declared, above);
        }
        above.pop();
    }

    /// The names that the file itself declares.
    fn declared(&self, declared: &BTreeMap<Section, BTreeSet<String>>) -> BTreeSet<String> {
        let own = self.sections.iter().filter_map(|section| declared.get(section));
        own.flatten().cloned().collect()
    }

    /// The sections of this file and of those below it.
    pub(in crate::plan) fn all_sections(&self) -> Vec<Section> {
        let below = self.children.iter().flat_map(Self::all_sections);
        self.sections.iter().copied().chain(below).collect()
    }

    /// The path of the generated modules as the file of a section sees them.
    pub(in crate::plan) fn generated(&self, section: Section) -> &str {
        self.file_of(section).map_or("", |file| &file.generated)
    }

    fn file_of(&self, section: Section) -> Option<&Self> {
        match self.sections.contains(&section) {
            true => Some(self),
            false => self.children.iter().find_map(|child| child.file_of(section)),
        }
    }
}
