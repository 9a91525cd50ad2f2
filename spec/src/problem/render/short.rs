//! One line for a problem.

use super::{level, line};
use crate::Sources;
use crate::problem::Problem;

pub(super) fn problem(problem: &Problem, sources: &Sources) -> String {
    let place = problem.place;
    let name = sources.name(place.file);
    let place = match (name, place.line) {
        ("", _) => String::new(),
        (name, 0) => format!("{name}: "),
        (name, line) => format!("{name}:{line}:{}: ", place.column),
    };
    format!("{place}{}[{}]: {}", level(problem), problem.code, line(&problem.message))
}
