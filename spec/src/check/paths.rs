//! Paths with the types of their parameters.

use std::collections::BTreeMap;

use super::names::{Names, Scope, is_singleton};
use super::parameters::is_scalar;
use super::report::Report;
use super::templates::{Piece, Template};
use super::type_expression::resolve_plain;
use super::words::prose;
use crate::api::{Path, PathParameter, ResourceId, Segment, Type};
use crate::document::{PathParameterDoc, ResourceDoc, Text};
use crate::problem::codes::meaning::{
    PATH_PARAMETER_TYPE, REPEATED_PATH_PARAMETER, UNTYPED_PATH_PARAMETER,
};
use crate::problem::{Place, Problem};

/// Gives templates of a resource their types.
pub(super) struct Typing<'a, 'd> {
    pub(super) names: &'a Names<'d>,
    /// The resources by the shape of their path.
    pub(super) places: &'a BTreeMap<String, Vec<ResourceId>>,
    /// The resource that has the path.
    pub(super) resource: ResourceId,
    /// What has the path, for problems about a parameter that stands in no text.
    pub(super) owner: &'a Text,
}

impl<'d> Typing<'_, 'd> {
    /// The path with the types of its parameters. Reports those without. What could not be read is
    /// a path without a template.
    pub(super) fn path(&self, report: &mut Report, template: &Template<'d>) -> Path {
        let mut path =
            Path { template: template.text(), segments: Vec::new(), parameters: Vec::new() };
        if template.is_broken {
            return Path { template: String::new(), ..path };
        }
        for (at, (text, pieces)) in template.segments.iter().enumerate() {
            let segment = pieces.iter().map(|piece| match piece {
                Piece::Text(piece) => Segment::Text((*piece).to_owned()),
                Piece::Parameter(name, range) => {
                    let place = text.part(range.clone());
                    self.add(report, &mut path, template, at, (name, place))
                }
            });
            let segment = segment.collect();
            path.segments.push(segment);
        }
        if let Some(item) = template.item {
            let at = template.segments.len();
            let segment = self.add(report, &mut path, template, at, (item, self.owner.place));
            path.segments.push(vec![segment]);
        }
        path
    }

    fn add(
        &self,
        report: &mut Report,
        path: &mut Path,
        template: &Template<'d>,
        at: usize,
        (name, place): (&str, Place),
    ) -> Segment {
        if path.parameters.iter().any(|parameter| parameter.name == name) {
            let message = format!("the parameter `{name}` is twice in `{}`", path.template);
            report.push(Problem::new(REPEATED_PATH_PARAMETER, place, message).label("again"));
        }
        let parameter = self.parameter(report, template, at, name).unwrap_or_else(|| {
            let message = format!("the path parameter `{name}` has no type");
            report.push(
                Problem::new(UNTYPED_PATH_PARAMETER, place, message)
                    .label("nothing says what it is")
                    .help(format!(
                        "declare it: `path_parameters: {{ {name}: {{ type: .., docs: .. }} }}`"
                    )),
            );
            PathParameter { name: name.to_owned(), docs: String::new(), ty: Type::Json }
        });
        path.parameters.push(parameter);
        Segment::Parameter(path.parameters.len() - 1)
    }

    /// What a parameter is: as the resource declares it, or the item of the resource whose path
    /// stands before it.
    fn parameter(
        &self,
        report: &mut Report,
        template: &Template<'d>,
        at: usize,
        name: &str,
    ) -> Option<PathParameter> {
        let doc = self.names.resource_doc(self.resource);
        if let Some((_, declared)) =
            doc.path_parameters.iter().find(|(known, _)| known.value == name)
        {
            return Some(self.declared(report, name, declared));
        }
        template.lone(at)?;
        let before = self.places.get(&template.prefix_shape(at))?;
        let own = before.iter().filter(|id| **id == self.resource);
        own.chain(before).filter(|id| !is_singleton(self.names.resource_doc(**id))).find_map(|id| {
            let (ty, docs) = item_type(self.names, *id)?;
            Some(PathParameter { name: name.to_owned(), docs, ty })
        })
    }

    /// Types are checked once, where they are declared.
    fn declared(&self, report: &mut Report, name: &str, doc: &PathParameterDoc) -> PathParameter {
        let mut seen_before = Report::default();
        let scope = Scope::Resource(self.resource);
        let ty = resolve_plain(self.names, &mut seen_before, scope, doc.ty.as_ref());
        let docs = report.required(doc.docs.as_ref()).map(|docs| docs.value.trim().to_owned());
        PathParameter { name: name.to_owned(), docs: docs.unwrap_or_default(), ty }
    }
}

/// Checks the types that a resource declares for its path parameters.
pub(super) fn check_declared(names: &Names<'_>, report: &mut Report, resource: ResourceId) {
    for (_, doc) in &names.resource_doc(resource).path_parameters {
        let ty = resolve_plain(names, report, Scope::Resource(resource), doc.ty.as_ref());
        prose(report, doc.docs.as_ref());
        let Some(text) = &doc.ty else { continue };
        if (ty != Type::Json || text.value == "json") && !is_scalar(names, &ty) {
            let message = format!("a path parameter cannot be `{}`", text.value);
            report.push(
                Problem::new(PATH_PARAMETER_TYPE, text.place, message)
                    .label("cannot be written in a path")
                    .help("expected one value: `string`, `integer`, `id(people)`, an enumeration"),
            );
        }
    }
}

/// The name of the parameter that picks one item of a resource.
pub(super) fn item_parameter(doc: &ResourceDoc) -> &str {
    let parameter = doc.item.as_ref().and_then(|item| item.parameter.as_ref());
    parameter.map_or("id", |parameter| parameter.value.as_str())
}

/// What picks one item of a resource: the field of the parameter's name, or the id.
fn item_type(names: &Names<'_>, id: ResourceId) -> Option<(Type, String)> {
    let doc = names.resource_doc(id);
    let parameter = item_parameter(doc);
    let field = names.fields_of(id).get(parameter).filter(|_| parameter != "id");
    let ty = match field {
        Some(field) => {
            let mut seen_before = Report::default();
            let scope = Scope::Resource(id);
            match resolve_plain(names, &mut seen_before, scope, field.ty.as_ref()) {
                Type::Ref(other) => names.id_type(other)?,
                ty => ty,
            }
        }
        None => names.id_type(id)?,
    };
    let singular = names.singular(id).replace('_', " ");
    let article = if singular.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let docs = field.and_then(|field| field.docs.as_ref()).map(|docs| docs.value.trim().to_owned());
    Some((ty, docs.unwrap_or_else(|| format!("The id of {article} {singular}."))))
}
