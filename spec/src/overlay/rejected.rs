//! The problems of overlays that do not apply.

use super::action::Action;
use super::expectation::Unmet;
use super::target::{Step, TargetError};
use super::walk::Does;
use crate::document::Text;
use crate::problem::codes::overlay;
use crate::problem::{Place, Problem, closest};

/// How many names a help line lists.
const LISTED: usize = 20;

/// The problem of a text that is no target.
pub(super) fn syntax(text: &Text, error: TargetError) -> Problem {
    Problem::new(overlay::TARGET_SYNTAX, text.part(error.at), "this target cannot be read")
        .label(error.what)
        .help("write names with dots between them: `resources.tickets.fields`, or `.` for all")
}

/// The problem of removing everything.
pub(super) fn whole(text: &Text) -> Problem {
    Problem::new(overlay::TARGET_SYNTAX, text.place, "the whole description cannot be removed")
        .label("name a part of it")
}

/// The problem of a target that stops at a step, where these names are.
pub(super) fn not_found(action: &Action<'_>, at: usize, names: &[String]) -> Problem {
    let place =
        action.steps.get(at).map_or(action.text.place, |range| action.text.part(range.clone()));
    let step = action.target.steps().get(at);
    let wanted = match step {
        Some(Step::Name(name)) => name.as_str(),
        _ => "*",
    };
    let written = step.map(Step::to_string).unwrap_or_default();
    let is_last = at + 1 == action.target.steps().len();
    let (code, to_remove) = match action.does {
        Does::Remove if is_last => (overlay::NOTHING_TO_REMOVE, " to remove"),
        _ => (overlay::TARGET_NOT_FOUND, ""),
    };
    let message = match at {
        0 => format!("the description has no `{written}`{to_remove}"),
        _ => format!("`{}` has no `{written}`{to_remove}", action.target.up_to(at)),
    };
    let near = closest(wanted, names.iter().map(String::as_str));
    let near = near.map(|name| Step::Name(name.to_owned()).to_string());
    let problem = Problem::new(code, place, message).label("not there");
    match (names, near) {
        (_, Some(near)) => problem.suggest(Some(near)),
        ([], None) => problem.help("nothing in it has a name"),
        (names, None) => problem.help(there(names)),
    }
}

/// What names are there, as a line.
fn there(names: &[String]) -> String {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let more = names.len().saturating_sub(LISTED);
    names.truncate(LISTED);
    let listed: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let end = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("there is {}{end}", listed.join(", "))
}

/// The problem of an update that is so already.
pub(super) fn nothing_changes(action: &Action<'_>) -> Problem {
    let message = format!("`{}` is so already", action.target);
    Problem::new(overlay::NOTHING_CHANGES, action.text.place, message)
        .label("nothing changes")
        .help("remove the action, or say what is to be different")
}

/// The problem of something that is not as it is expected.
pub(super) fn unmet(action: &Action<'_>, unmet: &Unmet) -> Problem {
    let message = format!("`{}` is not as this overlay expects", action.target);
    let problem = Problem::new(overlay::EXPECTATION_NOT_MET, unmet.expected, message);
    match unmet.found {
        Some(found) => problem.label("expected").related(found, "is this"),
        None => problem.label("expected, and not there"),
    }
}

/// The problem of doing too much.
pub(super) fn too_much(place: Place) -> Problem {
    Problem::new(overlay::OVERLAYS_TOO_LARGE, place, "this is too much for overlays to do")
        .label("a limit is passed here; nothing behind this was done")
        .help("overlays add at most 250,000 values, and look at 20 million")
}
