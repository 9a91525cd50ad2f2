//! What the pages of the reference consist of.

use deskpro_spec::api::{ErrorSetId, FamilyId, ResourceId, TypeId};

/// A page: one file.
#[derive(Debug)]
pub(super) struct Page {
    /// The path of its file.
    pub(super) path: String,
    /// The lines that say where it is from.
    pub(super) header: Vec<String>,
    /// What it says.
    pub(super) blocks: Vec<Block>,
}

/// A part of a page that stands on lines of its own.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading. The first level is the title of a page.
    Heading { level: usize, line: Line, section: Option<Section> },
    /// A paragraph.
    Paragraph(Line),
    /// Text of the description: Markdown of any number of paragraphs.
    Prose(String),
    /// A list.
    List(Vec<Line>),
    /// A table.
    Table(Table),
    /// Text as it stands, in some language.
    Code { language: &'static str, text: String },
}

/// A table. Columns in which nothing stands are left out.
#[derive(Debug)]
pub(super) struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<Line>>,
}

/// What stands on one line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line(pub(super) Vec<Inline>);

/// A part of a line.
#[derive(Debug, Clone)]
pub(super) enum Inline {
    /// Text that is shown as it stands.
    Text(String),
    /// Text of the description: Markdown.
    Prose(String),
    /// A name or value.
    Code(String),
    /// A way to a section.
    Link(Section, Vec<Inline>),
}

/// What can be linked to: each is said by one heading of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// The index.
    Index,
    /// Why requests are refused.
    ErrorCodes,
    /// A set of refusals that operations of several resources share.
    ErrorSet(ErrorSetId),
    /// A family of resources.
    Family(FamilyId),
    /// Where facts are from, by its place in the description.
    Source(usize),
    /// A contradiction or fault of the vendor's documentation, by its place in the description.
    Quirk(usize),
    /// A declared type.
    Type(TypeId),
    /// The page of a resource.
    Resource(ResourceId),
    /// An operation, by its place in the resource.
    Operation(ResourceId, usize),
}

impl Page {
    /// A heading that nothing links to.
    pub(super) fn heading(&mut self, level: usize, line: impl Into<Line>) {
        self.blocks.push(Block::Heading { level, line: line.into(), section: None });
    }

    /// A heading that is linked to.
    pub(super) fn section(&mut self, level: usize, line: impl Into<Line>, section: Section) {
        self.blocks.push(Block::Heading { level, line: line.into(), section: Some(section) });
    }

    /// A paragraph; nothing when it would be empty.
    pub(super) fn paragraph(&mut self, line: impl Into<Line>) {
        let line = line.into();
        if !line.is_empty() {
            self.blocks.push(Block::Paragraph(line));
        }
    }

    /// Text of the description.
    pub(super) fn prose(&mut self, text: &str) {
        self.blocks.push(Block::Prose(text.to_owned()));
    }

    /// A list; nothing when it would be empty.
    pub(super) fn list(&mut self, items: Vec<Line>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// A table; nothing when it would have no rows.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Text as it stands.
    pub(super) fn code(&mut self, language: &'static str, text: impl Into<String>) {
        self.blocks.push(Block::Code { language, text: text.into() });
    }
}

impl Table {
    /// A table with these columns.
    pub(super) fn new(head: &[&'static str]) -> Self {
        Self { head: head.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, which has a cell for every column.
    pub(super) fn row(&mut self, cells: impl Into<Vec<Line>>) {
        self.rows.push(cells.into());
    }

    /// The heads of the columns in which something stands, and the cells of these.
    pub(super) fn columns(&self) -> (Vec<&'static str>, Vec<Vec<&Line>>) {
        let is_used = |column: usize| {
            self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
        };
        let used: Vec<_> = (0..self.head.len()).filter(|&column| is_used(column)).collect();
        let head = used.iter().filter_map(|&column| self.head.get(column).copied()).collect();
        let cells = |row: &'_ Vec<Line>| -> Vec<usize> {
            used.iter().copied().filter(|&column| column < row.len()).collect()
        };
        let rows = self.rows.iter();
        (
            head,
            rows.map(|row| cells(row).into_iter().map(|column| &row[column]).collect()).collect(),
        )
    }
}

impl Line {
    /// An empty line.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Whether nothing stands on it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds text.
    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Text(text.into()));
        self
    }

    /// Adds text of the description.
    pub(super) fn prose(mut self, text: &str) -> Self {
        self.0.push(Inline::Prose(text.to_owned()));
        self
    }

    /// Adds a name or value.
    pub(super) fn code(mut self, code: impl ToString) -> Self {
        self.0.push(Inline::Code(code.to_string()));
        self
    }

    /// Adds a way to a section.
    pub(super) fn link(mut self, section: Section, label: impl Into<Line>) -> Self {
        self.0.push(Inline::Link(section, label.into().0));
        self
    }

    /// Adds what stands on another line.
    pub(super) fn line(mut self, other: impl Into<Line>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// Adds what stands on another line, if there is one.
    pub(super) fn and(self, other: Option<impl Into<Line>>) -> Self {
        match other {
            Some(other) => self.line(other),
            None => self,
        }
    }

    /// Lines with something between them.
    pub(super) fn joined(lines: impl IntoIterator<Item = Line>, between: &str) -> Self {
        let mut joined = Self::new();
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            if !joined.is_empty() {
                joined = joined.text(between);
            }
            joined = joined.line(line);
        }
        joined
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::new() } else { Self::new().text(text) }
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}
