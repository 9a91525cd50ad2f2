//! Places within texts.

use std::ops::Range;

use super::{Located, Text};
use crate::problem::Place;

impl Located<String> {
    /// The place of a part of the text, given in bytes of the value.
    ///
    /// Exact for texts that stand in the file as they are, in quotes or without: ASCII on one line,
    /// no spaces, no escapes. That holds for type expressions, paths and names. For other texts it
    /// is the place of the whole.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::Place;
    /// use deskpro_spec::document::Text;
    ///
    /// let place = Place { file: 0, start: 20, end: 30, line: 2, column: 5 };
    /// let text = Text { value: "list(strng)".into(), place: Place { end: 31, ..place } };
    /// let part = text.part(5..10);
    /// assert_eq!((part.start, part.end, part.column), (25, 30, 10));
    /// ```
    pub fn part(&self, range: Range<usize>) -> Place {
        let text: &Text = self;
        let whole = text.place;
        let is_plain = text.value.bytes().all(|byte| byte.is_ascii_graphic());
        let before = match whole.len().checked_sub(text.value.len()) {
            Some(0) => 0,
            Some(2) => 1,
            _ => return whole,
        };
        if !is_plain || range.start > range.end || range.end > text.value.len() {
            return whole;
        }
        let (start, end) = ((before + range.start) as u32, (before + range.end) as u32);
        Place {
            start: whole.start + start,
            end: whole.start + end,
            column: whole.column + start,
            ..whole
        }
    }
}
