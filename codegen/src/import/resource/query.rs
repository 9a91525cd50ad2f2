//! Parameters of operations.

use super::super::problem::ImportProblemKind;
use super::super::schema::{Hint, Kind, Lowering, Says, Ty};
use super::super::source::{Parameter, Place};
use super::draft::{PathParameter, Query};

/// The type of one value that an address can carry; nothing where it carries none.
fn one(lowering: &Lowering<'_, '_>, ty: &Ty) -> bool {
    match ty {
        Ty::Word(word) => *word != "json",
        Ty::Bytes | Ty::List(_) | Ty::Map(_) => false,
        Ty::Named(at) => {
            matches!(lowering.types.get(*at).map(|def| &def.kind), Some(Kind::Enum(_)))
        }
    }
}

/// The type and the documentation of a parameter.
fn typed<'t>(
    lowering: &mut Lowering<'_, 't>,
    parameter: &Parameter<'t>,
    hint: &Hint,
) -> (Ty, Says<'t>) {
    let hint = Hint::within(&hint.full, parameter.name);
    let (ty, mut says) = match parameter.schema {
        Some(schema) => {
            let typed = lowering.value(schema, &hint);
            (typed.ty, typed.says)
        }
        None => (Ty::STRING, Says::default()),
    };
    says.docs = parameter.docs.clone().or(says.docs);
    says.is_deprecated |= parameter.is_deprecated;
    says.example = parameter.example.or(says.example);
    (ty, says)
}

/// A query parameter, where there are words for it.
pub(super) fn query<'t>(
    lowering: &mut Lowering<'_, 't>,
    parameter: &Parameter<'t>,
    hint: &Hint,
) -> Option<Query<'t>> {
    let (ty, says) = typed(lowering, parameter, hint);
    let kind = ImportProblemKind::Parameter;
    let node = parameter.node;
    let is_item = |lowering: &Lowering<'_, '_>, item: &Ty| one(lowering, item);
    let ty = match &ty {
        Ty::List(item) if is_item(lowering, item) => match &parameter.style {
            Some(style) => {
                let what = format!("several values of `{}` are sent {style}", parameter.name);
                let instead = "one value can be sent";
                lowering.context.findings.note(kind, node, what, instead);
                (**item).clone()
            }
            None => ty,
        },
        ty if one(lowering, ty) => ty.clone(),
        Ty::Word(_) | Ty::Bytes => Ty::STRING,
        _ => {
            let what = format!("`{}` is an object, a list of lists or a choice", parameter.name);
            let instead = "it is left out; `with` on a request sets it";
            lowering.context.findings.note(kind, node, what, instead);
            return None;
        }
    };
    if parameter.name.is_empty() || parameter.name.len() > 200 {
        let what = "the name of this parameter is empty or too long";
        lowering.context.findings.note(kind, node, what, "it is left out");
        return None;
    }
    Some(Query::new(parameter, ty, says))
}

/// What a path parameter is, where that is said; a text where there are no words for it.
pub(super) fn path<'t>(
    lowering: &mut Lowering<'_, 't>,
    parameters: &[Parameter<'t>],
    wire: &str,
    hint: &Hint,
) -> Option<PathParameter> {
    let parameter = parameters.iter().find(|it| it.place == Place::Path && it.name == wire)?;
    let (ty, says) = typed(lowering, parameter, hint);
    let ty = match one(lowering, &ty) {
        true => ty,
        false => {
            let what = format!("`{wire}` is no single value");
            let instead = "it is a text that the caller writes";
            let node = parameter.node;
            lowering.context.findings.note(ImportProblemKind::Parameter, node, what, instead);
            Ty::STRING
        }
    };
    let docs = match says.is_deprecated {
        true => Some(format!("{} Deprecated.", says.documentation().unwrap_or_default())),
        false => says.documentation(),
    };
    Some(PathParameter { ty, docs })
}

/// Reports a parameter that is neither in the path nor in the query.
pub(super) fn other<'t>(lowering: &mut Lowering<'_, 't>, parameter: &Parameter<'t>) {
    let (kind, place) = match parameter.place {
        Place::Header => (ImportProblemKind::Header, "header"),
        _ => (ImportProblemKind::Parameter, "cookie"),
    };
    let what = format!("a request may carry the {place} `{}`", parameter.name);
    let instead = "it is left out; `with` on a request sets headers";
    lowering.context.findings.push(kind, parameter.node, what, instead);
}
