//! The JSON paths of reports, step by step.

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'p> {
    /// To the member of this name: `.subject`.
    Member(&'p str),
    /// To the value under any key of a map, or to a member whose name is not told: `.*`.
    Entry,
    /// To any item of a list: `[]`.
    Item,
}

/// The steps of a path: `data[].fields.*.value`.
pub(super) fn steps(path: &str) -> Vec<Step<'_>> {
    path.split('.').flat_map(of_part).collect()
}

fn of_part(part: &str) -> impl Iterator<Item = Step<'_>> {
    let name = part.trim_end_matches("[]");
    let items = (part.len() - name.len()) / "[]".len();
    let named = match name {
        "" => None,
        "*" => Some(Step::Entry),
        _ => Some(Step::Member(name)),
    };
    named.into_iter().chain(std::iter::repeat_n(Step::Item, items))
}

#[cfg(test)]
mod tests {
    use super::{Step::*, steps};

    #[test]
    fn every_kind_of_step() {
        assert_eq!(
            steps("data[].fields.*.value"),
            [Member("data"), Item, Member("fields"), Entry, Member("value")]
        );
        assert_eq!(steps("[][].a"), [Item, Item, Member("a")]);
        assert_eq!(steps("*[]"), [Entry, Item]);
        assert_eq!(steps(""), []);
    }
}
