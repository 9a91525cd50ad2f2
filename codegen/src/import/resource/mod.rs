//! From operations and types to resources: who belongs together, and what everything is called.

mod answer;
mod body;
mod draft;
mod group;
mod inherit;
mod named;
mod operation;
mod path;
mod query;
mod verb;

use std::collections::{BTreeMap, BTreeSet};

use super::schema::{Lowering, Types};
use super::source::{Context, Operation, Source};

pub(super) use draft::{Body, Field, OperationDraft, Query, ResourceDraft, Returns};
pub(super) use named::{known as name_known, others as name_others};
pub(super) use verb::{VERBS, is_safe};

/// What resources were called before, by the shape of their path: plural and singular.
pub(super) type Known = BTreeMap<String, (String, String)>;

/// The resources of a document, in its order, without their final names.
pub(super) fn resources<'t>(
    context: &mut Context<'t>,
    types: &mut Types<'t>,
    source: &mut Source<'t>,
) -> Vec<ResourceDraft<'t>> {
    let operations = std::mem::take(&mut source.operations);
    let operations = group::readable(context, operations);
    let lists = lists(context, operations.iter().map(|(operation, _)| operation));
    let is_list = |operation: &Operation<'t>| lists.contains(&operation.node.id());
    let groups = group::groups(operations, is_list);
    let mut lowering = Lowering::new(context, types);
    let groups = groups.into_iter();
    let mut resources: Vec<_> =
        groups.map(|group| operation::resource(&mut lowering, &group, &lists)).collect();
    inherit::objects(&mut context.findings, types, &mut resources);
    resources
}

/// The operations that answer with a list, or with an object around one.
fn lists<'o, 't: 'o>(
    context: &mut Context<'t>,
    operations: impl Iterator<Item = &'o Operation<'t>>,
) -> BTreeSet<usize> {
    let ids = operations.filter_map(|operation| {
        let success = operation.responses.iter().find(|it| it.status.starts_with('2'))?;
        let schema = success.media.iter().find_map(|media| media.schema)?;
        answer::is_list(context, schema, operation.path).then_some(operation.node.id())
    });
    ids.collect()
}
