//! What an operation takes: parameters of its path and query, and its body.

use deskpro_spec::api::{Api, Body, BodyFormat, FilePart, InputField, Operation, Parameter};
use proc_macro2::Ident;

use super::field::rust_cells;
use super::lookup::{Lookup, rust};
use super::words;
use crate::plan::{ArgumentPlan, OperationPlan, Part, PathValue};
use crate::reference::page::{Line, Page, Table};

/// Says what an operation takes.
pub(super) fn push(
    lookup: &Lookup<'_>,
    page: &mut Page,
    operation: &Operation,
    plan: &OperationPlan,
) {
    if !operation.path.parameters.is_empty() {
        page.heading(4, "Path parameters");
        page.table(path(lookup, operation, plan));
    }
    if !operation.query.is_empty() {
        page.heading(4, "Query parameters");
        let mut table = Table::new(&[
            "Parameter",
            "Type",
            "Rust",
            "Required",
            "Range",
            "Meaning",
            "Example",
            "Source",
        ]);
        for parameter in &operation.query {
            table.row(query_row(lookup.api, plan, parameter));
        }
        page.table(table);
    }
    if let Some(body) = &operation.body {
        page.heading(4, "Body");
        push_body(lookup, page, body, plan);
    }
}

fn path(lookup: &Lookup<'_>, operation: &Operation, plan: &OperationPlan) -> Table {
    let mut table = Table::new(&["Parameter", "Type", "Rust", "Meaning"]);
    for (at, parameter) in operation.path.parameters.iter().enumerate() {
        let argument = match plan.path.get(at) {
            Some(PathValue::Argument(name)) => plan.arguments.iter().find(|it| it.name == *name),
            Some(PathValue::Handle(_)) | None => None,
        };
        let known = argument.map(|it| (it.name.to_string(), rust(&it.ty)));
        let known = known.as_ref().map(|(name, ty)| (name.as_str(), ty.as_str()));
        let [name, ty] = rust_cells(&parameter.name, known);
        let docs = Line::new().prose(&parameter.docs);
        table.row([name, words::one(lookup.api, &parameter.ty), ty, docs]);
    }
    table
}

fn query_row(api: &Api, plan: &OperationPlan, parameter: &Parameter) -> Vec<Line> {
    let [name, ty] = part_cells(plan, Part::Query, &parameter.name);
    let mut meaning = Line::new().prose(&parameter.docs);
    if let Some(deprecation) = &parameter.deprecated {
        meaning = meaning.text(" ").line(words::deprecation(deprecation));
    }
    vec![
        name,
        words::one(api, &parameter.ty),
        ty,
        if parameter.required { "yes".into() } else { Line::new() },
        words::bounds(parameter.minimum, parameter.maximum).into(),
        meaning,
        words::value(parameter.example.as_ref()),
        words::sources(api, &parameter.sources),
    ]
}

fn push_body(lookup: &Lookup<'_>, page: &mut Page, body: &Body, plan: &OperationPlan) {
    match &body.format {
        BodyFormat::Object => page.paragraph("A JSON object with these members:"),
        BodyFormat::Form(files) => {
            page.paragraph(
                Line::from("A form, ").code("multipart/form-data").text(", with these files:"),
            );
            page.table(file_table(lookup.api, files, plan));
            if !body.fields.is_empty() {
                page.paragraph("And these fields:");
            }
        }
        BodyFormat::Json { docs } => {
            let line = Line::from("Any JSON").and(whole(plan, Part::Json));
            page.paragraph(line.text(":"));
            page.prose(docs);
        }
        BodyFormat::Raw { media_type, docs } => {
            let line = Line::from("Bytes of the type ").code(media_type);
            page.paragraph(line.and(whole(plan, Part::Raw)).text(":"));
            page.prose(docs);
        }
    }
    let mut table =
        Table::new(&["Field", "Type", "Rust", "Required", "Null", "Meaning", "Example", "Source"]);
    for field in &body.fields {
        table.row(body_row(lookup.api, plan, field));
    }
    page.table(table);
}

/// What a whole body is in Rust.
fn whole(plan: &OperationPlan, part: Part) -> Option<Line> {
    let found = plan.required.iter().find(|it| it.part == part)?;
    let argument = Line::from(", in Rust the argument ").code(&found.argument.name);
    Some(argument.text(", a ").code(rust(&found.argument.ty)))
}

fn file_table(api: &Api, files: &[FilePart], plan: &OperationPlan) -> Table {
    let mut table = Table::new(&["File", "Rust", "Required", "Meaning", "Source"]);
    for file in files {
        let [name, ty] = part_cells(plan, Part::File, &file.name);
        table.row([
            name,
            ty,
            if file.required { "yes".into() } else { Line::new() },
            Line::new().prose(&file.docs),
            words::sources(api, &file.sources),
        ]);
    }
    table
}

fn body_row(api: &Api, plan: &OperationPlan, field: &InputField) -> Vec<Line> {
    let [name, ty] = part_cells(plan, Part::Field, &field.name);
    let mut meaning = Line::new().prose(&field.docs);
    if field.sensitive {
        meaning = meaning.text(" A secret: it is kept out of logs.");
    }
    if let Some(deprecation) = &field.deprecated {
        meaning = meaning.text(" ").line(words::deprecation(deprecation));
    }
    vec![
        name,
        words::one(api, &field.ty),
        ty,
        if field.required { "yes".into() } else { Line::new() },
        if field.nullable { "clears it".into() } else { Line::new() },
        meaning,
        words::value(field.example.as_ref()),
        words::sources(api, &field.sources),
    ]
}

/// The name of a part of the request with the argument or setter that it has in Rust.
fn part_cells(plan: &OperationPlan, part: Part, wire: &str) -> [Line; 2] {
    let known = named(plan, part, wire).map(|(name, it)| (name.to_string(), rust(&it.ty)));
    rust_cells(wire, known.as_ref().map(|(name, ty)| (name.as_str(), ty.as_str())))
}

fn named<'a>(
    plan: &'a OperationPlan,
    part: Part,
    wire: &str,
) -> Option<(&'a Ident, &'a ArgumentPlan)> {
    let required = plan.required.iter().map(|it| (&it.argument.name, it));
    let setters = plan.request.setters.iter().map(|it| (&it.method, &it.part));
    let mut parts = required.chain(setters);
    let (name, found) = parts.find(|(_, it)| it.part == part && it.wire == wire)?;
    Some((name, &found.argument))
}
