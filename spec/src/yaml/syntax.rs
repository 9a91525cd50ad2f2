//! What the parser says, in our words, and where.

use granit_parser::{ErrorKind, Marker, ScanError, Span};

use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// How many control characters of a file are reported; a binary file has thousands.
const MOST_CONTROL_CHARACTERS: usize = 10;

/// The place of a span, up to the end of its first line.
pub(super) fn place(span: Span, text: &str, file: u32) -> Place {
    let start = offset(span.start, text);
    let end = offset(span.end, text).max(start);
    let covered = text.as_bytes().get(start..end).unwrap_or_default();
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let first_line = covered.split(is_break).next().unwrap_or_default();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let length = first_line.iter().rposition(|byte| !is_blank(byte)).map_or(0, |last| last + 1);
    Place {
        file,
        start: start as u32,
        end: (start + length) as u32,
        line: span.start.line().max(1) as u32,
        column: span.start.col() as u32 + 1,
    }
}

/// Reports control characters; whether there are any.
pub(super) fn find_control_characters(text: &str, file: u32, problems: &mut Problems) -> bool {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{85}') || !c.is_control();
    // Most texts are plain ASCII, which is seen faster when all of it is looked at.
    let is_plain = |byte: u8| matches!(byte, b'\n' | b' '..=b'~');
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) || text.chars().all(is_allowed) {
        return false;
    }
    let found = text.char_indices().filter(|&(_, c)| !is_allowed(c));
    for (start, c) in found.take(MOST_CONTROL_CHARACTERS) {
        let place = Place::of_range(text, file, start..start + c.len_utf8());
        let message = format!("control character U+{:04X}", c as u32);
        let problem = Problem::new(reading::CONTROL_CHARACTER, place, message)
            .label("not allowed in YAML")
            .help("remove it, or write it as an escape in double quotes");
        problems.push(problem);
    }
    true
}

/// What the parser found, as a problem.
pub(super) fn problem(error: &ScanError, text: &str, file: u32) -> Problem {
    let place = at(error.marker(), text, file);
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(place),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => {
            let message = "a tab stands where only spaces may stand";
            Problem::new(reading::TAB, tab(place, text), message).label("indent with spaces")
        }
        ErrorKind::UnclosedQuotedScalar => {
            Problem::new(reading::UNCLOSED, place, "a quote is never closed")
                .label("the rest of the file belongs to this text")
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            Problem::new(reading::UNCLOSED, place, format!("`{open}` is never closed"))
                .label("the file ends before it is closed")
        }
        ErrorKind::UnexpectedEofFlowSequence => {
            Problem::new(reading::UNCLOSED, place, "`[` is never closed")
                .label("the file ends before it is closed")
        }
        ErrorKind::UnexpectedEofFlowMapping | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            Problem::new(reading::UNCLOSED, place, "`{` is never closed")
                .label("the file ends before it is closed")
        }
        kind => other(kind, place, &error.info()),
    }
}

/// The problem of a list or mapping that lies in too many others.
pub(crate) fn too_deep(place: Place) -> Problem {
    Problem::new(reading::TOO_DEEP, place, "lists and mappings are nested too deeply")
        .label("more than 64 levels")
}

/// Everything else, by what people did.
fn other(kind: &ErrorKind, place: Place, info: &str) -> Problem {
    let problem = |message: &str| Problem::new(reading::SYNTAX, place, message);
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            problem("a `:` stands where no key can be")
                .label("not behind a key")
                .help("a text that holds `: ` needs quotes")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            problem("a key has no `:`").label("no `:` behind this").help("write `key: value`")
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation => {
            problem("the indentation does not fit")
                .label("does not fit the lines above")
                .help("entries of one mapping begin in the same column")
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            problem("entries in brackets are not separated")
                .label("expected `,` or the closing bracket")
        }
        ErrorKind::UnexpectedCharacter { character } => {
            problem(&format!("a value begins with `{}`", character.escape_default()))
                .label("cannot begin a value")
                .help("put the text in quotes")
        }
        ErrorKind::UnknownQuotedScalarEscape => {
            problem("unknown escape in a text in quotes").label("not an escape").help(
                "a backslash is written `\\\\` in double quotes, and needs nothing in single ones",
            )
        }
        _ => problem(&format!("this is not YAML: {info}")).label("nothing behind this was read"),
    }
}

/// The tab: the parser points at it, or behind it.
fn tab(place: Place, text: &str) -> Place {
    let before = text.get(..place.start as usize).unwrap_or_default();
    let is_behind = !text.get(place.start as usize..).unwrap_or_default().starts_with('\t');
    match before.strip_suffix('\t') {
        Some(before) if is_behind => {
            Place::of_range(text, place.file, before.len()..before.len() + 1)
        }
        _ => place,
    }
}

/// The character at a marker.
fn at(marker: &Marker, text: &str, file: u32) -> Place {
    let start = offset(*marker, text);
    let next = text.get(start..).unwrap_or_default().chars().next();
    let end = start + next.filter(|&c| c != '\n' && c != '\r').map_or(0, char::len_utf8);
    Place::of_range(text, file, start..end)
}

/// The byte of a marker, made safe.
fn offset(marker: Marker, text: &str) -> usize {
    text.floor_char_boundary(marker.byte_offset().unwrap_or(0).min(text.len()))
}
