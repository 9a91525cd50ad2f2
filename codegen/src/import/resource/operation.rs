//! The operations of a group as those of a resource.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::Method;

use super::super::name::{Taken, field, snake};
use super::super::problem::ImportProblemKind;
use super::super::schema::{Hint, Lowering, Ty};
use super::super::source::{Operation, Place};
use super::draft::{Body, OperationDraft, PathParameter, Query, ResourceDraft};
use super::group::{Group, Member, Target};
use super::{answer, body, named, query, verb};

/// What the paths and answers of a group say of all its operations.
struct Layout<'a> {
    lists: &'a BTreeSet<usize>,
    has_items: bool,
    /// Whether there is only one, without a name.
    is_singleton: bool,
    /// How many segments the path of the collection has.
    length: usize,
}

impl<'a> Layout<'a> {
    fn of(group: &Group<'_>, lists: &'a BTreeSet<usize>) -> Self {
        let has_items = group.members.iter().any(|member| member.target == Target::Item);
        let mut layout = Self { lists, has_items, is_singleton: false, length: group.path.len() };
        let is_collection = |member: &Member<'_>| {
            let is_get = member.operation.method == Method::Get;
            is_get && member.target == Target::Collection && layout.is_list(member)
        };
        layout.is_singleton = !has_items && !group.members.iter().any(is_collection);
        layout
    }

    fn is_list(&self, member: &Member<'_>) -> bool {
        self.lists.contains(&member.operation.node.id())
    }

    /// Whether one parameter picks the item that an operation is about.
    fn is_lone(&self, member: &Member<'_>) -> bool {
        member.target == Target::Item && member.path.len() == self.length + 1
    }

    /// The verb of an operation.
    fn verb(&self, member: &Member<'_>) -> &'static str {
        // GET of a collection is a list, whatever it looks like.
        let is_list = self.is_list(member) || self.has_items;
        verb::of(member.operation.method, &member.target, self.is_singleton, is_list)
    }

    /// Where an operation is, if that is not where its verb is.
    fn path(&self, member: &Member<'_>, verb: &str) -> Option<String> {
        let is_usual = match verb {
            "list" | "create" => true,
            "action" => member.target == Target::Collection,
            _ => self.is_singleton || self.is_lone(member),
        };
        (!is_usual).then(|| member.path.text_from(self.length))
    }
}

/// A resource of these operations.
pub(super) fn resource<'t>(
    lowering: &mut Lowering<'_, 't>,
    group: &Group<'t>,
    lists: &BTreeSet<usize>,
) -> ResourceDraft<'t> {
    let layout = Layout::of(group, lists);
    let candidates = named::candidates(&group.path);
    let name = candidates.first().cloned().unwrap_or_default();
    // What types within it are named after; it may get a longer name.
    let singular = named::single(&name);
    let mut draft = draft(group, &layout, (name, singular), candidates);
    let mut names = Taken::new(field, &["new"]);
    for member in &group.members {
        let verb = layout.verb(member);
        let name = operation_name(member, verb, &mut names);
        let hint = Hint::within(&draft.singular, &name);
        parameters(lowering, member, &hint, &mut draft.path_parameters);
        let body = body::body(lowering, &member.operation, &path_names(member), &hint);
        // Creates and updates send something, and what sends nothing is an action.
        let verb = match verb {
            "create" | "update" | "replace" if matches!(body, Body::None) => "action",
            verb => verb,
        };
        let path = layout.path(member, verb);
        let operation = operation(lowering, member, (name, verb), (path, body), &hint);
        draft.operations.push(operation);
    }
    for name in group.members.iter().flat_map(path_names) {
        let text = PathParameter { ty: Ty::STRING, docs: None };
        draft.path_parameters.entry(name).or_insert(text);
    }
    draft
}

/// The resource without its operations.
fn draft<'t>(
    group: &Group<'t>,
    layout: &Layout<'_>,
    (name, singular): (String, String),
    candidates: Vec<String>,
) -> ResourceDraft<'t> {
    let item = group.members.iter().find(|member| layout.is_lone(member));
    let tag = group.members.first().and_then(|member| member.operation.tag);
    let is_of_all = |tag: &&str| group.members.iter().all(|it| it.operation.tag == Some(*tag));
    ResourceDraft {
        name,
        singular,
        is_named: false,
        candidates,
        path: group.path.text_from(0),
        shape: group.path.shape(),
        tag: tag.filter(is_of_all),
        is_singleton: layout.is_singleton,
        item: item.and_then(|member| path_names(member).pop()),
        path_parameters: BTreeMap::new(),
        operations: Vec::new(),
        object: None,
        fields: Vec::new(),
    }
}

fn path_names(member: &Member<'_>) -> Vec<String> {
    member.path.parameters().map(str::to_owned).collect()
}

/// The name of the verb, or of the last words of the path, or the id in the document.
fn operation_name(member: &Member<'_>, verb: &str, names: &mut Taken) -> String {
    let operation = &member.operation;
    let id = operation.id.map(|id| id.rsplit('/').next().unwrap_or(id)).map(snake);
    let method = operation.method.as_str().to_ascii_lowercase();
    let last = match &member.target {
        Target::Within(words) => snake(words),
        Target::Collection | Target::Item => String::new(),
    };
    let with_method = format!("{method}_{}", if last.is_empty() { "all" } else { &last });
    let first = if verb == "action" { last } else { verb.to_owned() };
    names.claim([first].into_iter().chain(id).chain([with_method]))
}

/// Adds the path parameters of an operation to those of its resource.
fn parameters<'t>(
    lowering: &mut Lowering<'_, 't>,
    member: &Member<'t>,
    hint: &Hint,
    known: &mut BTreeMap<String, PathParameter>,
) {
    for (name, wire) in member.path.parameters().zip(&member.wire) {
        let found = query::path(lowering, &member.operation.parameters, wire, hint);
        let Some(found) = found else {
            let what = format!("nothing says what `{wire}` is");
            let (kind, node) = (ImportProblemKind::Parameter, member.operation.node);
            lowering.context.findings.note(
                kind,
                node,
                what,
                "it is what it is elsewhere, or a text",
            );
            continue;
        };
        let Some(first) = known.get_mut(name) else {
            known.insert(name.to_owned(), found);
            continue;
        };
        if first.ty != found.ty {
            let what = format!("`{wire}` is of several types");
            let node = member.operation.node;
            let instead = "it is a text";
            lowering.context.findings.note(ImportProblemKind::Parameter, node, what, instead);
            first.ty = Ty::STRING;
        }
        if first.docs.is_none() {
            first.docs = found.docs;
        } else if found.docs.is_some() && first.docs != found.docs {
            let what = format!("`{wire}` is documented otherwise elsewhere");
            let node = member.operation.node;
            let instead = "what is said first is kept";
            lowering.context.findings.note(ImportProblemKind::Docs, node, what, instead);
        }
    }
}

fn operation<'t>(
    lowering: &mut Lowering<'_, 't>,
    member: &Member<'t>,
    (name, verb): (String, &'static str),
    (path, body): (Option<String>, Body<'t>),
    hint: &Hint,
) -> OperationDraft<'t> {
    let operation = &member.operation;
    let query = queries(lowering, operation, hint);
    let result = Hint::within(&hint.full, "result");
    let (success, returns, has_location) = answer::answer(lowering, operation, &result);
    let errors = answer::refusals(lowering.context, operation);
    OperationDraft {
        name,
        verb,
        method: operation.method,
        path,
        path_names: path_names(member),
        docs: operation.docs.clone(),
        is_deprecated: operation.is_deprecated,
        query,
        body,
        returns,
        success,
        errors,
        answers: answers(operation),
        has_location,
    }
}

/// The query parameters of an operation, no two of one name. Reports headers and cookies.
fn queries<'t>(
    lowering: &mut Lowering<'_, 't>,
    operation: &Operation<'t>,
    hint: &Hint,
) -> Vec<Query<'t>> {
    let mut queries: Vec<Query<'t>> = Vec::new();
    for parameter in &operation.parameters {
        match parameter.place {
            Place::Query if queries.iter().all(|known| known.name != parameter.name) => {
                queries.extend(query::query(lowering, parameter, hint));
            }
            Place::Query | Place::Path | Place::Body | Place::Form => {}
            Place::Header | Place::Cookie => query::other(lowering, parameter),
        }
    }
    queries
}

/// What the document says of answers, where it says more than their status does.
fn answers(operation: &Operation<'_>) -> BTreeMap<u16, String> {
    let said = operation.responses.iter().filter_map(|response| {
        let docs = response.docs.clone()?;
        Some((response.number()?, docs))
    });
    said.collect()
}
