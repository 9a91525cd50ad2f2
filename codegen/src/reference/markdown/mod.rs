//! Pages as Markdown: GitHub's, which also reads well as plain text.

mod anchors;
mod inline;
mod links;
mod prose;

use super::page::{Block, Line, Page, Table};
use crate::files::Files;
use anchors::Anchors;
use inline::{Where, one_line};
use links::Links;

/// The files of these pages.
pub(super) fn write(pages: &[Page]) -> Files {
    let anchors = Anchors::of(pages);
    let mut files = Files::default();
    for page in pages {
        files.insert(page.path.clone(), page_text(page, &anchors));
    }
    files
}

fn page_text(page: &Page, anchors: &Anchors) -> String {
    let mut links = Links::new(anchors, &page.path);
    let header = page.header.iter().map(|line| comment(line)).collect::<Vec<_>>();
    let mut parts = vec![header.join("\n")];
    parts.extend(page.blocks.iter().map(|it| block(it, &mut links)));
    parts.push(links.definitions());
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n\n");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

/// A comment, which nothing in it can end.
fn comment(line: &str) -> String {
    format!("<!-- {} -->", one_line(line).replace("--", "-\u{2060}-"))
}

fn block(block: &Block, links: &mut Links<'_>) -> String {
    match block {
        Block::Heading { level, line, .. } => {
            format!("{} {}", "#".repeat(*level), inline::line(line, Where::Text, links))
        }
        Block::Paragraph(line) => inline::line(line, Where::Start, links),
        Block::Prose(text) => prose::paragraphs(text),
        Block::List(items) => {
            let item = |item: &Line| format!("- {}", inline::line(item, Where::Start, links));
            items.iter().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Table(it) => table(it, links),
        Block::Code { language, text } => fenced(language, text),
    }
}

fn table(table: &Table, links: &mut Links<'_>) -> String {
    let (head, rows) = table.columns();
    let mut lines = vec![row(head.iter().map(|&cell| cell.to_owned()))];
    lines.push(row(head.iter().map(|_| "---".to_owned())));
    for cells in rows {
        lines.push(row(cells.into_iter().map(|cell| inline::line(cell, Where::Cell, links))));
    }
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(&cell);
        row.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    row
}

/// Text between fences that are longer than any in it.
fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(inline::longest_ticks(text).max(2) + 1);
    let lines: Vec<_> = text.lines().map(one_line).collect();
    format!("{fence}{language}\n{}\n{fence}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{comment, fenced, row};

    #[test]
    fn code_cannot_end_its_fence() {
        assert_eq!(fenced("json", "{}"), "```json\n{}\n```");
        assert_eq!(fenced("sh", "a\n```\nb\u{202E}"), "````sh\na\n```\nb \n````");
    }

    #[test]
    fn a_comment_ends_once() {
        assert_eq!(comment("a --> b").matches("-->").count(), 1);
        assert_eq!(comment("a -- b\n-").lines().count(), 1);
    }

    #[test]
    fn rows_have_no_blanks_at_their_ends() {
        assert_eq!(row(["a", "", "b"].map(str::to_owned).into_iter()), "| a | | b |");
        assert_eq!(row(["a", ""].map(str::to_owned).into_iter()), "| a | |");
    }
}
