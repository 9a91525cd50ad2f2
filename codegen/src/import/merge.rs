//! A new import into a description that was edited since the last one: line by line, with the last
//! import as the common ancestor.

use std::collections::BTreeSet;

use diffy::{ConflictStyle, MergeOptions};

use super::problem::{ImportProblem, ImportProblemKind};
use crate::files::Files;

/// How many signs a line of a conflict begins with: more than lines of descriptions do.
const MARKS: usize = 61;

/// Merges what a new import changed since the last one into files that were edited. Where both
/// changed the same lines, those that were edited stay, which is a problem with both versions.
///
/// # Example
///
/// ```
/// use deskpro_codegen::{Files, merge};
///
/// let files = |text: &str| {
///     let mut files = Files::default();
///     files.insert("api.yaml", text);
///     files
/// };
/// let edited = files("# Ours.\nname: pets\n\nformat: 1\n");
/// let (merged, conflicts) =
///     merge(&files("name: pets\n\nformat: 1\n"), &edited, &files("name: pets\n\nformat: 2\n"));
/// assert_eq!(merged.get("api.yaml"), Some("# Ours.\nname: pets\n\nformat: 2\n"));
/// assert!(conflicts.is_empty());
/// ```
pub fn merge(before: &Files, edited: &Files, new: &Files) -> (Files, Vec<ImportProblem>) {
    let mut merged = Files::default();
    let mut conflicts = Vec::new();
    let all = [before, edited, new];
    let paths: BTreeSet<&str> = all.iter().flat_map(|it| it.iter()).map(|(path, _)| path).collect();
    for path in paths {
        let (before, edited, new) = (before.get(path), edited.get(path), new.get(path));
        let text = match (before, edited, new) {
            (Some(before), Some(edited), Some(new)) => {
                Some(lines(path, before, edited, new, &mut conflicts))
            }
            (None, Some(edited), Some(new)) => {
                if edited != new {
                    conflicts.push(both(path, edited, new));
                }
                Some(edited.to_owned())
            }
            (Some(before), Some(edited), None) if before == edited => None,
            (Some(_), Some(edited), None) => {
                let what =
                    format!("`{path}` was edited, and the document has no such resource now");
                conflicts.push(conflict(what, "it stays as it is"));
                Some(edited.to_owned())
            }
            (Some(before), None, Some(new)) => {
                if before != new {
                    let what = format!("`{path}` was removed, and the document changed it");
                    conflicts.push(conflict(what, "it stays removed"));
                }
                None
            }
            (None, None, Some(new)) => Some(new.to_owned()),
            (None, Some(edited), None) => Some(edited.to_owned()),
            (_, None, None) => None,
        };
        if let Some(text) = text {
            merged.insert(path, text);
        }
    }
    (merged, conflicts)
}

/// One file; where both changed the same lines, those that were edited stay.
fn lines(
    path: &str,
    before: &str,
    edited: &str,
    new: &str,
    conflicts: &mut Vec<ImportProblem>,
) -> String {
    let mut options = MergeOptions::new();
    options.set_conflict_style(ConflictStyle::Diff3).set_conflict_marker_length(MARKS);
    match options.merge(before, edited, new) {
        Ok(merged) => merged,
        Err(marked) => kept(path, &marked, conflicts),
    }
}

/// Which part of a conflict a line belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Outside,
    Edited,
    Before,
    New,
}

/// A merged text with the edited lines in the place of each conflict.
fn kept(path: &str, marked: &str, conflicts: &mut Vec<ImportProblem>) -> String {
    let mark = |sign: char| sign.to_string().repeat(MARKS);
    let marks = [('<', Part::Edited), ('|', Part::Before), ('=', Part::New), ('>', Part::Outside)];
    let marks = marks.map(|(sign, part)| (mark(sign), part));
    let (mut text, mut edited, mut new) = (String::new(), String::new(), String::new());
    let mut part = Part::Outside;
    for line in marked.split_inclusive('\n') {
        if let Some((_, next)) = marks.iter().find(|(mark, _)| line.starts_with(mark.as_str())) {
            if *next == Part::Outside {
                conflicts.push(both(path, &edited, &new));
                (edited, new) = (String::new(), String::new());
            }
            part = *next;
            continue;
        }
        match part {
            Part::Outside => text.push_str(line),
            Part::Edited => {
                text.push_str(line);
                edited.push_str(line);
            }
            Part::Before => {}
            Part::New => new.push_str(line),
        }
    }
    text
}

fn both(path: &str, edited: &str, new: &str) -> ImportProblem {
    let quoted = |text: &str| match text.trim_end() {
        "" => "nothing".to_owned(),
        text => format!("\n{text}\n"),
    };
    let what =
        format!("`{path}` was edited to {} and would now be {}", quoted(edited), quoted(new));
    conflict(what, "what was edited stays")
}

fn conflict(what: String, instead: &str) -> ImportProblem {
    let (pointer, instead) = (String::new(), instead.to_owned());
    ImportProblem { kind: ImportProblemKind::Conflict, pointer, what, instead }
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::files::Files;

    fn files<const N: usize>(files: [(&str, &str); N]) -> Files {
        let mut all = Files::default();
        files.into_iter().for_each(|(path, text)| all.insert(path, text));
        all
    }

    #[test]
    fn a_conflict_keeps_what_was_edited_and_shows_both() {
        let (before, new) = (files([("a", "x\nold\ny\n")]), files([("a", "x\nnew\ny\n")]));
        let (merged, conflicts) = merge(&before, &files([("a", "# mine\nx\nmine\ny\n")]), &new);
        assert_eq!(merged.get("a"), Some("# mine\nx\nmine\ny\n"));
        let [conflict] = conflicts.as_slice() else { panic!("{conflicts:?}") };
        let text = "conflict: /: `a` was edited to \nmine\n and would now be \nnew\n; what was edited stays";
        assert_eq!(conflict.to_string(), text);
    }

    #[test]
    fn files_come_and_go_unless_they_were_edited() {
        let before = files([("gone", "a"), ("edited", "a"), ("removed", "a"), ("changed", "a")]);
        let edited = files([("gone", "a"), ("edited", "b"), ("own", "c")]);
        let new = files([("new", "d"), ("removed", "a"), ("changed", "b")]);
        let (merged, conflicts) = merge(&before, &edited, &new);
        assert_eq!(merged, files([("edited", "b"), ("new", "d"), ("own", "c")]));
        let what: Vec<_> = conflicts.iter().map(|it| it.what.as_str()).collect();
        assert_eq!(
            what,
            [
                "`changed` was removed, and the document changed it",
                "`edited` was edited, and the document has no such resource now",
            ]
        );
    }
}
