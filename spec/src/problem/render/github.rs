//! A problem as a workflow command.

use super::{level, line};
use crate::Sources;
use crate::problem::Problem;

pub(super) fn problem(problem: &Problem, sources: &Sources) -> String {
    let place = problem.place;
    let covered = sources
        .text(place.file)
        .get(place.start as usize..place.end as usize)
        .map_or(0, |text| text.chars().count());
    format!(
        "::{} file={},line={},col={},endColumn={},title={}::{}",
        level(problem),
        property(sources.name(place.file)),
        place.line,
        place.column,
        place.column as usize + covered,
        problem.code,
        data(&message(problem))
    )
}

fn message(problem: &Problem) -> String {
    let mut message = line(&problem.message);
    if !problem.label.is_empty() {
        message = format!("{message}: {}", line(&problem.label));
    }
    for help in &problem.help {
        message = format!("{message}\n{}", line(help));
    }
    if let Some(suggestion) = &problem.suggestion {
        message = format!("{message}\ndid you mean `{}`?", line(suggestion));
    }
    message
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
