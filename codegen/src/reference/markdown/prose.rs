//! Text of the description: Markdown that can become neither HTML, nor a heading, nor a link to
//! where nothing is.

use super::inline::{Where, bars, guarded, one_line};

/// Text of any number of paragraphs.
pub(super) fn paragraphs(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut in_item = false;
    for line in text.trim().lines() {
        let line = one_line(line);
        let open = opening(line.trim());
        if let Some(marks) = &fence {
            let ends = open.starts_with(marks.as_str()) && open == line.trim();
            lines.push(line.trim_end().to_owned());
            fence = fence.filter(|_| !ends);
        } else if !open.is_empty() {
            lines.push(open.to_owned());
            fence = Some(open.to_owned());
            in_item = false;
        } else if let Some(item) = lines.last_mut().filter(|_| in_item && goes_on(line.trim())) {
            item.push(' ');
            item.push_str(&marked(line.trim(), Where::Text));
        } else {
            lines.push(sentence(&line, Where::Start));
            in_item = is_item(line.trim());
        }
    }
    lines.extend(fence);
    lines.join("\n")
}

/// Text that goes on a line, or begins one.
pub(super) fn sentence(text: &str, place: Where) -> String {
    let text = one_line(text);
    let text = text.trim();
    let text = marked(text, place);
    if place != Where::Start || is_item(&text) {
        return text;
    }
    if text.starts_with('#') { format!("\\{text}") } else { guarded(&text) }
}

/// Text in a cell of a table: its paragraphs and items on lines of their own, as far as a table
/// can.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim().lines().map(str::trim) {
        let parts = !out.is_empty() && (line.is_empty() || is_item(line));
        if parts && !out.ends_with("<br>") {
            out.push_str("<br>");
        } else if !out.is_empty() && !out.ends_with("<br>") {
            out.push(' ');
        }
        if opening(line).is_empty() {
            out.push_str(&marked(&one_line(line), Where::Cell));
        }
    }
    out.trim_end_matches("<br>").trim_end().to_owned()
}

/// The marker with which a line opens or closes a block of code; empty when it does not.
fn opening(line: &str) -> &str {
    let end = |marker: char| line.find(|c| c != marker).unwrap_or(line.len());
    let (ticks, info) = line.split_at(end('`'));
    match (ticks.len(), end('~')) {
        (3.., _) if !info.contains('`') => ticks,
        (_, tildes @ 3..) => &line[..tildes],
        _ => "",
    }
}

/// Whether a line goes on with the item of a list before it.
fn goes_on(line: &str) -> bool {
    !line.is_empty() && !is_item(line)
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let markers: &[&str] =
        if rest.len() == line.len() { &["- ", "* ", "+ "] } else { &[". ", ") "] };
    markers.iter().any(|marker| rest.starts_with(marker))
}

/// Escapes what would be HTML, a link, or the end of a cell; code spans stay as they are.
fn marked(line: &str, place: Where) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => push_ticks(&mut out, rest, place),
            '\\' => push_backslash(&mut out, rest),
            'h' if is_address(rest) => push_address(&mut out, rest),
            _ => {
                match c {
                    // Several spaces behind the marker of a list would begin indented code.
                    ' ' if out.ends_with(' ') => {}
                    '<' | '[' | ']' | '$' => out.extend(['\\', c]),
                    '|' if place == Where::Cell => out.push_str("\\|"),
                    '~' if rest.starts_with("~~~") => out.extend(['\\', c]),
                    _ => out.push(c),
                }
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

/// Writes a code span as it is, and ticks that begin none escaped; how many bytes were taken.
fn push_ticks(out: &mut String, rest: &str, place: Where) -> usize {
    let ticks = ticks(rest);
    let mut end = ticks;
    while let Some(at) = rest[end..].find('`') {
        let closing = self::ticks(&rest[end + at..]);
        end += at + closing;
        if closing == ticks {
            let span = &rest[..end];
            out.push_str(&if place == Where::Cell { bars(span) } else { span.to_owned() });
            return end;
        }
    }
    out.push_str(&"\\`".repeat(ticks));
    ticks
}

/// How many ticks a text begins with.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Writes a backslash together with what it escapes, and one that escapes nothing escaped itself.
fn push_backslash(out: &mut String, rest: &str) -> usize {
    let escapes = rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
    out.push_str(if escapes { &rest[..2] } else { "\\\\" });
    if escapes { 2 } else { 1 }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Writes an address as a link, with the punctuation behind it left outside; how many bytes were
/// taken.
fn push_address(out: &mut String, rest: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || "<>[]\"`\\|".contains(c);
    let address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '}', '\'', '!', '?']);
    out.push('<');
    out.push_str(address);
    out.push('>');
    address.len()
}

#[cfg(test)]
mod tests {
    use super::{cell, paragraphs};

    #[test]
    fn text_becomes_neither_html_nor_link_nor_heading() {
        for (text, expected) in [
            ("a <b> [c](d) `<e>`", r"a \<b> \[c\](d) `<e>`"),
            ("# a\n## b", "\\# a\n\\## b"),
            ("a\n---\n===", "a\n\\---\n\\==="),
            ("a\n\n    b", "a\n\nb"),
            ("odd ` tick", r"odd \` tick"),
            ("C:\\dir $x$", r"C:\\dir \$x\$"),
            ("see https://example.com/a.", "see <https://example.com/a>."),
            ("a\rb\u{202E}c", "a b c"),
        ] {
            assert_eq!(paragraphs(text), expected);
        }
    }

    #[test]
    fn lists_and_code_stay() {
        assert_eq!(paragraphs("- a\n  b\n1) c\n\nd"), "- a b\n1) c\n\nd");
        assert_eq!(paragraphs("```rust\n  a [b]\n```"), "```\n  a [b]\n```");
        assert_eq!(paragraphs("```\na"), "```\na\n```");
    }

    #[test]
    fn a_cell_is_one_line() {
        assert_eq!(cell("a\nb\n\nc"), "a b<br>c");
        assert_eq!(cell("a:\n- b\n- c"), "a:<br>- b<br>- c");
        assert_eq!(cell(r"a | `b|c` \| d"), r"a \| `b\|c` \| d");
    }
}
