//! A problem as a workflow command.

use super::{end_column, level, message};
use crate::Sources;
use crate::problem::{Place, Problem};

pub(super) fn problem(problem: &Problem, sources: &Sources) -> String {
    format!(
        "::{} {}title={}::{}",
        level(problem),
        place(problem.place, sources),
        problem.code,
        data(&message(problem))
    )
}

/// The properties that say where; none when it is nowhere.
fn place(place: Place, sources: &Sources) -> String {
    let name = sources.name(place.file);
    if name.is_empty() {
        return String::new();
    }
    let file = format!("file={},", property(name));
    if place.line == 0 {
        return file;
    }
    let end = end_column(place, sources);
    format!("{file}line={},col={},endColumn={end},", place.line, place.column)
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
