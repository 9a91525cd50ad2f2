//! The syntax of type expressions: words and parentheses.

use std::ops::Range;

use crate::document::Text;
use crate::problem::Problem;
use crate::problem::codes::meaning::TYPE_SYNTAX;

/// How deep lists and maps may lie within one another.
const DEEPEST: usize = 8;

const EXPECTED: &str =
    "expected a type such as `string`, `id(people)`, `list(string)` or `datetime?`";

/// An expression as it is written: a word, perhaps with another in parentheses.
pub(super) struct Written {
    /// Where the word stands in the text.
    pub(super) word: Range<usize>,
    /// What stands in parentheses behind it.
    pub(super) argument: Option<Box<Written>>,
}

impl Written {
    /// Reads the expression that is the first bytes of a text.
    pub(super) fn read(text: &Text, length: usize) -> Result<Self, Fault> {
        let mut reader = Reader { text, rest: 0..length };
        let written = reader.expression(DEEPEST)?;
        if reader.rest.is_empty() { Ok(written) } else { Err(reader.unexpected()) }
    }
}

/// Reads words and parentheses.
struct Reader<'t> {
    text: &'t Text,
    rest: Range<usize>,
}

/// Where an expression cannot be read, and why.
pub(super) struct Fault {
    at: Range<usize>,
    why: Why,
}

enum Why {
    TooDeep,
    TooEarly,
    Nullable,
    Unexpected(char),
}

impl Reader<'_> {
    fn expression(&mut self, depth: usize) -> Result<Written, Fault> {
        let word = self.word()?;
        if !self.take('(') {
            return Ok(Written { word, argument: None });
        }
        if depth == 0 {
            return Err(Fault { at: word, why: Why::TooDeep });
        }
        let argument = self.expression(depth - 1)?;
        if self.take(')') {
            Ok(Written { word, argument: Some(Box::new(argument)) })
        } else {
            Err(self.unexpected())
        }
    }

    fn word(&mut self) -> Result<Range<usize>, Fault> {
        let is_letter = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        let length = self.left().chars().take_while(is_letter).map(char::len_utf8).sum::<usize>();
        if length == 0 {
            return Err(self.unexpected());
        }
        let word = self.rest.start..self.rest.start + length;
        self.rest.start = word.end;
        Ok(word)
    }

    fn take(&mut self, mark: char) -> bool {
        let found = self.left().starts_with(mark);
        if found {
            self.rest.start += mark.len_utf8();
        }
        found
    }

    fn left(&self) -> &str {
        self.text.value.get(self.rest.clone()).unwrap_or_default()
    }

    fn unexpected(&self) -> Fault {
        let start = self.rest.start;
        match self.left().chars().next() {
            None => Fault { at: start..start, why: Why::TooEarly },
            Some('?') => Fault { at: start..start + 1, why: Why::Nullable },
            Some(mark) => Fault { at: start..start + mark.len_utf8(), why: Why::Unexpected(mark) },
        }
    }
}

impl Fault {
    /// The problem that it is.
    pub(super) fn problem(self, text: &Text) -> Problem {
        let (message, help) = match self.why {
            Why::TooDeep => (
                "this type is nested too deeply".to_owned(),
                format!("at most {DEEPEST} types lie within one another"),
            ),
            Why::TooEarly => ("this type ends too early".to_owned(), EXPECTED.to_owned()),
            Why::Nullable => (
                "`?` stands inside a type".to_owned(),
                "a `?` stands at the end, for the value as a whole: `list(string)?`".to_owned(),
            ),
            Why::Unexpected(mark) => {
                (format!("unexpected `{mark}` in a type"), EXPECTED.to_owned())
            }
        };
        Problem::new(TYPE_SYNTAX, text.part(self.at), message)
            .label("not a type expression")
            .help(help)
    }
}
