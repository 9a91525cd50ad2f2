//! Problems of a lowered resource as mistakes in the struct.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::resources::UNFIT_RESOURCE;
use deskpro_spec::{Problem, Problems};
use proc_macro2::Ident;
use quote::ToTokens;

use super::spots::{Spots, is_here};
use crate::description::Description;

/// What to do in a struct, for codes the help of which speaks of files.
const HELP: [(&[u16], &str); 3] = [
    (&[512], "leave the verb out of `verbs(...)`, or let some field be written"),
    (
        &[313, 506, 507],
        "what is described already needs no `path`: write `#[deskpro_resource(tickets)]` with the \
         name of the resource",
    ),
    (
        &[302],
        "write a type of the description: `string`, `integer`, `list(string)`, `id(people)`, or the \
         name of a declared type behind that of its resource, `tickets.ticket_status`",
    ),
];

/// Reports each problem at the tokens that it is about, or at the name of the struct.
pub(super) fn report(
    problems: &Problems,
    spots: &Spots,
    name: &Ident,
    description: &Description,
    mistakes: &mut Mistakes,
) {
    for problem in &problems.clone().into_sorted() {
        // Of two resources that collide, the one that is blamed may be that of the description.
        let related = problem.related.iter().map(|(place, _)| *place);
        let at = std::iter::once(problem.place).chain(related).find_map(|it| spots.tokens(it));
        let at = at.map_or_else(|| name.to_token_stream(), Clone::clone);
        mistakes.push(&UNFIT_RESOURCE, at, message(problem, description));
    }
}

fn message(problem: &Problem, description: &Description) -> String {
    let mut lines = vec![problem.message.clone()];
    if let Some(suggestion) = &problem.suggestion {
        lines.push(format!("help: did you mean `{suggestion}`?"));
    }
    match HELP.iter().find(|(codes, _)| codes.contains(&problem.code.0)) {
        Some((_, help)) => lines.push(format!("help: {help}")),
        None => lines.extend(problem.help.iter().map(|help| format!("help: {help}"))),
    }
    let related = problem.related.iter().filter(|(place, _)| !is_here(*place));
    lines.extend(
        related.map(|(place, what)| format!("note: {what}: {}", description.place(*place))),
    );
    if !is_here(problem.place) {
        lines.push(format!(
            "note: the other one is described at {}",
            description.place(problem.place)
        ));
    }
    lines.push(format!("note: `deskpro-codegen explain {}` says more", problem.code));
    lines.join("\n")
}
