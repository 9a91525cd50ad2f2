//! Where something stands.

/// Where something stands in a file of a description. It never goes beyond one line.
///
/// Places are in the order of the text. One whose line is 0 is the whole file, or, when the
/// [`Sources`](crate::Sources) have no such file, nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The file, by its index in the [`Sources`](crate::Sources).
    pub file: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// The line, counted from 1; 0 stands for the whole file.
    pub line: u32,
    /// The column in characters, counted from 1.
    pub column: u32,
}

impl Place {
    /// A whole file.
    pub fn file(file: u32) -> Self {
        Self { file, ..Self::default() }
    }

    /// The place of a range of bytes in a text. Line and column are counted, so it is meant for
    /// places of problems, not for every value of a file.
    pub fn of_range(text: &str, file: u32, range: std::ops::Range<usize>) -> Self {
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.floor_char_boundary(range.end.min(text.len())).max(start);
        let before = text.get(..start).unwrap_or_default();
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self {
            file,
            start: start as u32,
            end: end as u32,
            line: line as u32,
            column: column as u32,
        }
    }

    /// How many bytes it covers.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it is a point between two characters.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }
}
