//! What operations answer with.

use std::collections::BTreeMap;

use super::super::problem::ImportProblemKind;
use super::super::schema::{Hint, Kind, Lowering, Ty};
use super::super::source::{Context, Media, Operation, Response, media_others};
use super::super::tree::Node;
use super::draft::Returns;

/// Members that hold the items of a collection, whatever it is.
const ITEMS: [&str; 8] =
    ["items", "data", "results", "entries", "values", "records", "list", "value"];

/// Success by status with its shape, what it returns, and whether it carries an address.
pub(super) type Answer = (BTreeMap<u16, &'static str>, Returns, bool);

/// Whether a schema is a list, or an object around one, as far as a look tells.
pub(super) fn is_list<'t>(context: &mut Context<'t>, schema: Node<'t>, path: &str) -> bool {
    let Some(schema) = context.resolve(schema) else { return false };
    let is_array = |node: Node<'t>| node.has("type") && node.text_of("type") == Some("array");
    if is_array(schema) || schema.has("items") {
        return true;
    }
    let last = path.rsplit('/').find(|segment| !segment.contains('{')).unwrap_or_default();
    let Some(members) = schema.has("properties").then(|| schema.get("properties")).flatten() else {
        return false;
    };
    let mut keys = ITEMS.iter().copied().chain([last]).filter(|key| members.has(key));
    keys.any(|key| {
        let member = members.get(key).and_then(|member| context.resolve(member));
        member.is_some_and(is_array)
    })
}

/// What success of an operation looks like.
pub(super) fn answer<'t>(
    lowering: &mut Lowering<'_, 't>,
    operation: &Operation<'t>,
    hint: &Hint,
) -> Answer {
    let mut success = BTreeMap::new();
    let mut returns: Option<Returns> = None;
    let mut has_location = false;
    let mut responses: Vec<_> = operation.responses.iter().collect();
    responses.sort_by_key(|response| response.number());
    for response in responses {
        let Some(status) = response.number().filter(|number| (200..300).contains(number)) else {
            continue;
        };
        has_location |= response.has_location;
        let payload = payload(lowering, response, hint);
        let is_other = returns.is_some_and(|known| known != payload);
        let shape = if payload == Returns::Nothing || is_other { "empty" } else { "bare" };
        if payload != Returns::Nothing && is_other {
            let what = format!("with status {status} the answer is another one");
            let (kind, instead) = (ImportProblemKind::Response, "its body is not read");
            lowering.context.findings.note(kind, response.node, what, instead);
        }
        if shape == "bare" {
            returns = Some(payload);
        }
        success.insert(status, shape);
    }
    if success.is_empty() {
        let what = "no success has a status";
        let instead = "200 with any JSON is described";
        let node = operation.node;
        lowering.context.findings.note(ImportProblemKind::Response, node, what, instead);
        return (BTreeMap::from([(200, "bare")]), Returns::Json, has_location);
    }
    (success, returns.unwrap_or(Returns::Nothing), has_location)
}

/// What the body of a response is.
fn payload<'t>(lowering: &mut Lowering<'_, 't>, response: &Response<'t>, hint: &Hint) -> Returns {
    if response.status == "204" || response.status == "205" {
        return Returns::Nothing;
    }
    let media = &response.media;
    let taken = media.iter().position(Media::is_json);
    let taken = taken.or_else(|| media.iter().position(Media::is_any));
    let taken = taken.or((!media.is_empty()).then_some(0));
    let Some((at, chosen)) = taken.and_then(|at| Some((at, *media.get(at)?))) else {
        return Returns::Nothing;
    };
    media_others(lowering.context, media, at);
    chosen.node.mark();
    if chosen.is_json() {
        return match chosen.schema {
            Some(schema) => object(lowering, schema, hint),
            None => Returns::Json,
        };
    }
    let typed = chosen.schema.map(|schema| (schema, lowering.value(schema, hint)));
    match typed {
        Some((_, typed)) if chosen.is_any() && typed.ty == Ty::Bytes => Returns::Bytes,
        Some((schema, _)) if chosen.is_any() => object(lowering, schema, hint),
        _ if chosen.essence().starts_with("text/") => Returns::Text,
        _ => Returns::Bytes,
    }
}

/// The object type that a body is, where it is one.
fn object<'t>(lowering: &mut Lowering<'_, 't>, schema: Node<'t>, hint: &Hint) -> Returns {
    let typed = lowering.value(schema, hint);
    if let Ty::Named(at) = typed.ty
        && matches!(lowering.types.get(at).map(|def| &def.kind), Some(Kind::Object(_)))
        && !typed.is_nullable
    {
        return Returns::Type(at);
    }
    match typed.ty {
        Ty::Bytes => Returns::Bytes,
        // Nothing more is known of it.
        Ty::Word("json") => Returns::Json,
        _ => {
            let what = "the body of this answer is no object";
            let instead = "clients read free JSON";
            lowering.context.findings.note(ImportProblemKind::Response, schema, what, instead);
            Returns::Json
        }
    }
}

/// The statuses with which an operation is refused. Reports what they say beside that.
pub(super) fn refusals<'t>(
    context: &mut Context<'t>,
    operation: &Operation<'t>,
) -> std::collections::BTreeSet<u16> {
    let mut statuses = std::collections::BTreeSet::new();
    for response in &operation.responses {
        match response.number() {
            Some(200..=299) => continue,
            Some(status @ 400..) => {
                statuses.insert(status);
            }
            Some(status) => {
                let what = format!("status {status} is neither success nor refusal");
                let instead = "clients follow redirects, and take others for faults";
                response.media.iter().filter_map(|it| it.schema).for_each(|it| drop(it.whole()));
                context.findings.note(ImportProblemKind::Response, response.node, what, instead);
                continue;
            }
            None => {
                let what = format!("`{}` stands for several statuses", response.status);
                let instead = "clients keep every status that is not listed";
                context.findings.note(ImportProblemKind::Refusal, response.node, what, instead);
            }
        }
        for media in &response.media {
            media.node.mark();
            let Some(schema) = media.schema else { continue };
            if let Some(target) = context.resolve(schema) {
                target.mark();
            }
            let what = "the body of this refusal has a type";
            let instead = "clients read its code and message, and keep the rest as it is";
            let at = context.resolve(schema).unwrap_or(schema);
            context.findings.push(ImportProblemKind::Refusal, at, what, instead);
            schema.whole();
        }
    }
    statuses
}
