//! The refusals of an operation against what a function handles and ignores.

use std::collections::BTreeSet;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::handled::{
    IGNORED_HANDLED, IGNORED_TWICE, NEVER_REFUSED, UNHANDLED_CODE, UNKNOWN_IGNORED,
};
use deskpro_codegen::plan::{RefusalPlan, refusals};
use deskpro_spec::api::{Api, RetryClass};
use syn::ItemFn;

use super::arguments::{Arguments, Ignored};
use super::patterns;
use crate::arguments::OperationPath;
use crate::description::{Description, help};

/// Words for all refusals after which a request may be repeated.
const CLASSES: [(&str, RetryClass); 2] =
    [("rate_limited", RetryClass::RateLimit), ("outage", RetryClass::Outage)];

/// Reports what the function neither handles nor ignores, and what is ignored in vain.
pub(super) fn check(
    description: &Description,
    arguments: &Arguments,
    function: &ItemFn,
    mistakes: &mut Mistakes,
) {
    let Some(path) = &arguments.operation else { return };
    let Some((_, operation)) = description.operation(path, mistakes) else { return };
    let refusals = refusals(&description.api, operation);
    let named = patterns::named(&function.block);
    let is_handled =
        |at: &usize| refusals.get(*at).is_some_and(|it| named.contains(&it.variant.to_string()));
    let mut met: BTreeSet<usize> = (0..refusals.len()).filter(is_handled).collect();
    for ignored in &arguments.ignored {
        let meant = meant(&refusals, &ignored.name);
        if meant.is_empty() {
            unknown(description, path, &refusals, ignored, mistakes);
        } else if meant.iter().all(is_handled) {
            let message = format!(
                "`{}` is ignored and handled\nhelp: remove it from `ignore(...)`, or its arm from \
                 `{}`",
                ignored.name, function.sig.ident,
            );
            mistakes.push(&IGNORED_HANDLED, &ignored.tokens, message);
        } else if meant.iter().all(|at| met.contains(at)) {
            let message = format!("`{}` is ignored twice\nhelp: remove this one", ignored.name);
            mistakes.push(&IGNORED_TWICE, &ignored.tokens, message);
        }
        met.extend(meant);
    }
    let missing = refusals.iter().enumerate().filter(|(at, _)| !met.contains(at));
    let missing: Vec<_> = missing.map(|(_, refusal)| refusal).collect();
    if !missing.is_empty() {
        unhandled(description, path, function, &missing, mistakes);
    }
}

/// The refusals that a name stands for: the one with this code, all of the status of this name, or
/// all after which a request may be repeated in this way.
fn meant(refusals: &[RefusalPlan], name: &str) -> Vec<usize> {
    let those = |is_meant: &dyn Fn(&RefusalPlan) -> bool| -> Vec<usize> {
        let found = refusals.iter().enumerate().filter(|(_, refusal)| is_meant(refusal));
        found.map(|(at, _)| at).collect()
    };
    let mut found = those(&|refusal| refusal.name == name);
    if found.is_empty() {
        found = those(&|refusal| refusal.status_name == name);
    }
    if found.is_empty() {
        let class = CLASSES.iter().find(|(word, _)| *word == name);
        found = those(&|refusal| class.is_some_and(|(_, class)| *class == refusal.retry));
    }
    found
}

/// Reports a name in `ignore(...)` that stands for nothing that this operation meets.
fn unknown(
    description: &Description,
    path: &OperationPath,
    refusals: &[RefusalPlan],
    ignored: &Ignored,
    mistakes: &mut Mistakes,
) {
    let name = &ignored.name;
    let operation = format!("{}.{}", path.resource, path.operation);
    if let Some(place) = elsewhere(&description.api, name) {
        let place = description.place(place);
        let message = format!(
            "`{operation}` is never refused with `{name}`\nhelp: remove it\n\
             note: described at {place}"
        );
        mistakes.push(&NEVER_REFUSED, &ignored.tokens, message);
        return;
    }
    let mut known: Vec<&str> = Vec::new();
    for name in refusals.iter().flat_map(|refusal| [&refusal.name, &refusal.status_name]) {
        if !known.contains(&name.as_str()) {
            known.push(name);
        }
    }
    let help = match number(refusals, name) {
        Some(status) => format!("help: write the name of the status: `{status}`"),
        None => help(name, &known, "it can be refused with"),
    };
    let message = format!("no refusal of `{operation}` is called `{name}`\n{help}");
    mistakes.push(&UNKNOWN_IGNORED, &ignored.tokens, message);
}

/// Where a code or a status of this name stands, when only others meet it.
fn elsewhere(api: &Api, name: &str) -> Option<deskpro_spec::Place> {
    let code = api.error_codes.iter().find(|code| code.code == name).map(|code| code.place);
    code.or_else(|| api.statuses.iter().find(|it| it.name == name).map(|status| status.place))
}

/// The name of the status that has this number.
fn number<'r>(refusals: &'r [RefusalPlan], text: &str) -> Option<&'r str> {
    let status: u16 = text.parse().ok()?;
    let found = refusals.iter().find(|refusal| refusal.status == status)?;
    Some(&found.status_name)
}

/// Reports all that the function leaves out, in one error.
fn unhandled(
    description: &Description,
    path: &OperationPath,
    function: &ItemFn,
    missing: &[&RefusalPlan],
    mistakes: &mut Mistakes,
) {
    let (operation, name) = (format!("{}.{}", path.resource, path.operation), &function.sig.ident);
    let mut message = match missing {
        [only] => format!("`{name}` does not handle `{}` of `{operation}`", only.variant),
        several => format!("`{name}` does not handle {} refusals of `{operation}`", several.len()),
    };
    for refusal in missing {
        message.push_str(&format!(
            "\n  `{}`: {} `{}`, at {}\n    {}",
            refusal.variant,
            refusal.status,
            refusal.name,
            description.place(refusal.place),
            refusal.meaning,
        ));
    }
    message.push_str(&format!(
        "\nhelp: name the variant in a pattern (`_` names none), or write `ignore({})`",
        missing.iter().map(|refusal| ignorable(&refusal.name)).collect::<Vec<_>>().join(", "),
    ));
    mistakes.push(&UNHANDLED_CODE, &path.operation, message);
}

/// A code as it is written in `ignore(...)`: in quotes where it is no identifier.
fn ignorable(code: &str) -> String {
    if syn::parse_str::<syn::Ident>(code).is_ok() { code.to_owned() } else { format!("{code:?}") }
}
