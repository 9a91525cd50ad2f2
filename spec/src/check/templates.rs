//! Path templates as they are written.

use std::ops::Range;

use super::report::Report;
use super::words::is_snake_case;
use crate::document::Text;
use crate::problem::Problem;
use crate::problem::codes::meaning::{BRACES, NAME_FORM, PATH_FORM};

/// The longest path that is taken, in bytes.
const LONGEST: usize = 1_000;

/// A template that was read: `/tickets/{id}`.
#[derive(Clone, Default)]
pub(super) struct Template<'d> {
    /// The segments with the text that each stands in.
    pub(super) segments: Vec<(&'d Text, Vec<Piece<'d>>)>,
    /// The parameter of an item that no text writes.
    pub(super) item: Option<&'d str>,
    /// Whether it could not be read, which was reported.
    pub(super) is_broken: bool,
}

/// A part of a segment.
#[derive(Clone, PartialEq)]
pub(super) enum Piece<'d> {
    /// Text as it stands.
    Text(&'d str),
    /// A parameter, with where its name stands in the text.
    Parameter(&'d str, Range<usize>),
}

impl<'d> Template<'d> {
    /// Reads a template. Reports what is wrong with its form.
    pub(super) fn read(report: &mut Report, text: &'d Text) -> Self {
        let value = text.value.as_str();
        if let Some((range, why)) = misformed(value) {
            let message = format!("this is not a path: {why}");
            report.push(
                Problem::new(PATH_FORM, text.part(range), message)
                    .label("not possible in a path")
                    .help("expected a path such as `/tickets/{id}`, without query and without a slash at its end"),
            );
            return Self { is_broken: true, ..Self::default() };
        }
        let mut at = 1;
        let mut template = Self::default();
        for segment in value.get(1..).unwrap_or_default().split('/') {
            match pieces(segment, at) {
                Ok(pieces) => template.segments.push((text, pieces)),
                Err(range) => {
                    report.push(
                        Problem::new(BRACES, text.part(range), "braces do not fit together")
                            .label("not a parameter")
                            .help("a parameter is a name in braces, with text between two of them: `{id}`"),
                    );
                    template.is_broken = true;
                }
            }
            at += segment.len() + 1;
        }
        template.check_names(report);
        template
    }

    /// This template with another after it.
    pub(super) fn join(&self, after: &Self) -> Self {
        let mut joined = self.clone();
        joined.segments.extend(after.segments.iter().cloned());
        joined.is_broken |= after.is_broken;
        joined
    }

    /// This template with the parameter of an item after it.
    pub(super) fn item(&self, parameter: &'d str) -> Self {
        Self { item: Some(parameter), ..self.clone() }
    }

    /// The template with `{}` for every parameter: what routes are compared by.
    pub(super) fn shape(&self) -> String {
        self.write(self.len(), |_| "{}".to_owned())
    }

    /// The template as text.
    pub(super) fn text(&self) -> String {
        self.write(self.len(), |name| format!("{{{name}}}"))
    }

    /// How many segments it has.
    pub(super) fn len(&self) -> usize {
        self.segments.len() + usize::from(self.item.is_some())
    }

    /// Whether this template begins with all segments of another and has more.
    pub(super) fn is_below(&self, other: &Self) -> bool {
        other.len() < self.len() && self.prefix_shape(other.len()) == other.shape()
    }

    /// Whether any segment has a parameter.
    pub(super) fn has_parameters(&self) -> bool {
        self.shape().contains('{')
    }

    /// The shape of the first segments.
    pub(super) fn prefix_shape(&self, length: usize) -> String {
        self.write(length, |_| "{}".to_owned())
    }

    /// The parameter that is the whole segment.
    pub(super) fn lone(&self, at: usize) -> Option<&'d str> {
        match self.segments.get(at) {
            Some((_, pieces)) => match pieces.as_slice() {
                [Piece::Parameter(name, _)] => Some(name),
                _ => None,
            },
            None => self.item.filter(|_| at == self.segments.len()),
        }
    }

    fn write(&self, length: usize, parameter: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for (_, pieces) in self.segments.iter().take(length) {
            text.push('/');
            for piece in pieces {
                match piece {
                    Piece::Text(piece) => text.push_str(piece),
                    Piece::Parameter(name, _) => text.push_str(&parameter(name)),
                }
            }
        }
        if let Some(item) = self.item.filter(|_| length > self.segments.len()) {
            text.push('/');
            text.push_str(&parameter(item));
        }
        text
    }

    fn check_names(&self, report: &mut Report) {
        for (text, pieces) in &self.segments {
            for piece in pieces {
                let Piece::Parameter(name, range) = piece else {
                    continue;
                };
                if !is_snake_case(name) {
                    let message =
                        format!("the name `{name}` of this parameter is not in snake_case");
                    report.push(
                        Problem::new(NAME_FORM, text.part(range.clone()), message)
                            .label("not in snake_case")
                            .help("the name is free: it is not part of the request"),
                    );
                }
            }
        }
    }
}

/// The part of a path that cannot be one, and why.
fn misformed(path: &str) -> Option<(Range<usize>, &'static str)> {
    let whole = 0..path.len();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@{}/".contains(c);
    if path.len() > LONGEST {
        return Some((0..path.len(), "it is longer than 1,000 bytes"));
    }
    if !path.starts_with('/') {
        return Some((whole, "it does not begin with a slash"));
    }
    if let Some((at, c)) = path.char_indices().find(|(_, c)| !allowed(*c)) {
        return Some((at..at + c.len_utf8(), "a character that paths do not have"));
    }
    if let Some(at) = path.find("//") {
        return Some((at..at + 2, "two slashes follow one another"));
    }
    if path.ends_with('/') {
        return Some((path.len() - 1..path.len(), "it ends with a slash"));
    }
    let is_dots = |segment: &str| segment == "." || segment == "..";
    path.split('/').any(is_dots).then_some((whole, "`.` and `..` are not segments"))
}

/// The pieces of a segment that begins at a byte of the path, or where its braces are wrong.
fn pieces(segment: &str, start: usize) -> Result<Vec<Piece<'_>>, Range<usize>> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    let mut at = start;
    while !rest.is_empty() {
        let Some(name) = rest.strip_prefix('{') else {
            let length = rest.find('{').unwrap_or(rest.len());
            let (text, after) = rest.split_at(length);
            if let Some(brace) = text.find('}') {
                return Err(at + brace..at + brace + 1);
            }
            pieces.push(Piece::Text(text));
            (rest, at) = (after, at + length);
            continue;
        };
        let length = name.find(['{', '}']).unwrap_or(name.len());
        let (name, after) = name.split_at(length);
        let end = at + 1 + length;
        let touches = matches!(pieces.last(), Some(Piece::Parameter(..)));
        match after.strip_prefix('}') {
            Some(after) if !name.is_empty() && !touches => {
                pieces.push(Piece::Parameter(name, at + 1..end));
                (rest, at) = (after, end + 1);
            }
            Some(_) => return Err(at..end + 1),
            None => return Err(at..end),
        }
    }
    Ok(pieces)
}
