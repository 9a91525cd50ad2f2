//! The files that the module of a resource consists of: one for each condition.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, FamilyId, ResourceId};
use proc_macro2::Ident;

use super::{Condition, Features, Section, UNVERIFIED, feature};
use crate::plan::case::{ident, snake};
use crate::plan::docs::Docs;
use crate::plan::imports::Imports;
use crate::plan::resource::handle_docs;

/// A file of a resource's module.
#[derive(Debug)]
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
        let resource = &api[id];
        let operations = resource.operations.iter();
        let sections: BTreeSet<_> = operations.map(|it| self.section(api, id, it)).collect();
        let sections = sections.into_iter().filter(|section| *section != Section::Requests);
        let requests = FilePlan {
            name: ident("requests"),
            condition: self.of_family(api, resource.family),
            sections: vec![Section::Requests],
            docs: handle_docs(resource),
            generated: String::new(),
            above: Vec::new(),
            children: sections.filter_map(|section| additional(api, section)).collect(),
        };
        let condition = self.of_shape(api, id);
        let (mut sections, mut children) = (vec![Section::Shape], Vec::new());
        if condition == requests.condition {
            sections.extend(requests.sections);
            children.extend(requests.children);
        } else {
            children.push(requests);
        }
        let mut file = FilePlan {
            name: module.clone(),
            condition,
            sections,
            docs: Docs::new(&resource.docs),
            generated: String::new(),
            above: Vec::new(),
            children,
        };
        file.settle(generated.to_owned());
        file
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
        Section::Shape | Section::Requests | Section::Type(_) => return None,
    };
    Some(FilePlan {
        name,
        condition: Condition { any_of: vec![feature] },
        sections: vec![section],
        docs: Docs::line(docs),
        generated: String::new(),
        above: Vec::new(),
        children: Vec::new(),
    })
}

fn with(api: &Api, family: FamilyId) -> (Ident, String, String) {
    let name = &api[family].name;
    let docs = format!("Operations that answer with resources of the family `{name}`.");
    (snake(&format!("with_{name}")), feature(&api[family]), docs)
}

impl FilePlan {
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
        let names = imports.own_names(&self.sections);
        let uses = above.iter().rev().enumerate().map(|(steps, declared)| {
            let names = declared.intersection(&names).map(|name| ident(name)).collect();
            ("super::".repeat(steps + 1), names)
        });
        self.above = uses.filter(|(_, names): &(_, Vec<_>)| !names.is_empty()).collect();
        let own = self.sections.iter().filter_map(|section| declared.get(section));
        above.push(own.flatten().cloned().collect());
        for child in &mut self.children {
            child.connect_below(imports, declared, above);
        }
        above.pop();
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
