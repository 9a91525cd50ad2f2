//! A problem with its source line.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
    renderer::DEFAULT_TERM_WIDTH,
};

use super::line;
use crate::Sources;
use crate::problem::{Place, Problem};

/// Lines that are farther apart than this are shown as two excerpts.
const NEAR: u32 = 200;

/// Longer lines are not shown: people cannot read them, and the renderer takes its time with each.
const LONGEST_SHOWN: usize = 4_096;

pub(super) fn problem(problem: &Problem, sources: &Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(DEFAULT_TERM_WIDTH).render(&groups(problem, sources))
}

fn groups<'s>(problem: &Problem, sources: &'s Sources) -> Vec<Group<'s>> {
    let level = if problem.code.is_finding() { Level::WARNING } else { Level::ERROR };
    let title = level.primary_title(line(&problem.message)).id(problem.code.to_string());
    let mut group = Group::with_title(title);
    let excerpts = excerpts(problem, sources);
    if excerpts.is_empty() && !sources.name(problem.place.file).is_empty() {
        group = group.element(origin(problem.place, sources));
        if !problem.label.is_empty() {
            group = group.element(Level::NOTE.message(line(&problem.label)));
        }
    }
    for excerpt in excerpts {
        group = group.element(excerpt.snippet());
    }
    for help in &problem.help {
        group = group.element(Level::HELP.message(line(help)));
    }
    let mut groups = vec![group];
    groups.extend(suggestion(problem, sources));
    groups
}

fn suggestion<'s>(problem: &Problem, sources: &'s Sources) -> Option<Group<'s>> {
    let text = problem.suggestion.as_deref()?;
    let title = Level::HELP.secondary_title(format!("did you mean `{}`?", line(text)));
    let group = Group::with_title(title);
    let Some(excerpt) = Excerpt::around(problem.place, sources) else { return Some(group) };
    let patch = Patch::new(excerpt.range(problem.place), text.to_owned());
    Some(group.element(excerpt.bare().patch(patch)))
}

/// A place without its line.
fn origin(place: Place, sources: &Sources) -> Origin<'_> {
    let origin = Origin::path(sources.name(place.file));
    if place.line == 0 {
        return origin;
    }
    origin.line(place.line as usize).char_column(place.column as usize)
}

/// The lines to show: one excerpt for the place and all related places near it, and one for each
/// other place.
fn excerpts<'s>(problem: &Problem, sources: &'s Sources) -> Vec<Excerpt<'s>> {
    let Some(mut first) = Excerpt::around(problem.place, sources) else { return Vec::new() };
    let mut others = Vec::new();
    for (place, _) in &problem.related {
        if first.is_near(*place) {
            first.widen(*place);
        }
    }
    first.mark(problem.place, AnnotationKind::Primary, line(&problem.label));
    for (place, text) in &problem.related {
        if first.is_near(*place) {
            first.mark(*place, AnnotationKind::Context, line(text));
        } else if let Some(mut other) = Excerpt::around(*place, sources) {
            other.mark(*place, AnnotationKind::Context, line(text));
            others.push(other);
        }
    }
    others.insert(0, first);
    others
}

/// Some lines of a file with what is marked in them. Only the lines that are needed are given to
/// the renderer, which would look through the whole file for each problem.
struct Excerpt<'s> {
    name: &'s str,
    text: &'s str,
    file: u32,
    /// Bytes of the file.
    range: Range<usize>,
    first_line: u32,
    annotations: Vec<Annotation<'s>>,
}

impl<'s> Excerpt<'s> {
    fn around(place: Place, sources: &'s Sources) -> Option<Self> {
        let text = sources.text(place.file);
        let name = sources.name(place.file);
        if name.is_empty() || place.line == 0 || place.start as usize > text.len() {
            return None;
        }
        let range = lines(text, place);
        if range.len() > LONGEST_SHOWN {
            return None;
        }
        Some(Self {
            name,
            text,
            file: place.file,
            range,
            first_line: place.line,
            annotations: Vec::new(),
        })
    }

    fn is_near(&self, place: Place) -> bool {
        place.file == self.file
            && place.line.abs_diff(self.first_line) < NEAR
            && lines(self.text, place).len() <= LONGEST_SHOWN
    }

    fn widen(&mut self, place: Place) {
        let lines = lines(self.text, place);
        self.range = self.range.start.min(lines.start)..self.range.end.max(lines.end);
        self.first_line = self.first_line.min(place.line);
    }

    fn mark(&mut self, place: Place, kind: AnnotationKind, label: String) {
        let label = Some(label).filter(|label| !label.is_empty());
        self.annotations.push(kind.span(self.range(place)).label(label));
    }

    /// A place counted from where the excerpt begins, on borders of characters.
    fn range(&self, place: Place) -> Range<usize> {
        let within = |byte: u32| {
            let byte = (byte as usize).clamp(self.range.start, self.range.end);
            self.text.floor_char_boundary(byte) - self.range.start
        };
        let start = within(place.start);
        start..within(place.end).max(start)
    }

    fn bare<T: Clone>(&self) -> Snippet<'s, T> {
        Snippet::source(self.text.get(self.range.clone()).unwrap_or_default())
            .path(self.name)
            .line_start(self.first_line as usize)
    }

    fn snippet(mut self) -> Snippet<'s, Annotation<'s>> {
        let annotations = std::mem::take(&mut self.annotations);
        self.bare().annotations(annotations)
    }
}

/// The whole line of a place.
fn lines(text: &str, place: Place) -> Range<usize> {
    let start = text.floor_char_boundary(place.start as usize);
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(start..).unwrap_or_default();
    let first = before.rfind('\n').map_or(0, |newline| newline + 1);
    let last = after.find('\n').map_or(text.len(), |newline| start + newline);
    first..last
}
