//! Doc lines: text of the description as Markdown that rustdoc takes without complaint, and that
//! can become neither code nor a documentation test.

use std::borrow::Cow;

use deskpro_spec::api::{Api, Deprecation, SourceId};

/// The lines of a doc comment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// The lines, without the leading space.
    pub lines: Vec<String>,
}

impl Docs {
    /// A doc comment with this text.
    pub(super) fn new(text: &str) -> Self {
        Self { lines: markdown(text) }
    }

    /// One line that is known to be good Markdown.
    pub(super) fn line(text: impl Into<String>) -> Self {
        Self { lines: vec![text.into()] }
    }

    /// Adds a paragraph that is known to be good Markdown.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(text.into());
    }

    /// Adds a paragraph of free text.
    pub(super) fn text(&mut self, text: &str) {
        self.paragraph(inline(one_line(text).trim()));
    }

    /// Says where the facts are from.
    pub(super) fn sources(&mut self, api: &Api, sources: &[SourceId]) {
        let keys: Vec<_> = api.source_keys(sources).collect();
        if !keys.is_empty() {
            self.text(&format!("Source: {}.", keys.join(", ")));
        }
    }

    /// Adds lines of code that documentation tests compile.
    pub(super) fn example(&mut self, hidden_head: &str, code: &[String], hidden_tail: &str) {
        self.paragraph("```no_run");
        self.lines.push(hidden_head.to_owned());
        self.lines.extend_from_slice(code);
        self.lines.push(hidden_tail.to_owned());
        self.lines.push("```".to_owned());
    }
}

/// The note of a deprecation, for `#[deprecated]`.
pub(super) fn deprecation_note(deprecation: &Deprecation) -> String {
    let mut note = inline(one_line(&deprecation.note).trim());
    if let Some(since) = &deprecation.since {
        note.push_str(&format!(" (since {})", inline(one_line(since).trim())));
    }
    if let Some(sunset) = &deprecation.sunset {
        note.push_str(&format!(" (gone after {sunset})"));
    }
    note
}

/// A name or value of the description as a code span, which it cannot end.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text).replace('`', "'");
    if text.trim().is_empty() { format!("`\"{text}\"`") } else { format!("`{text}`") }
}

/// Text without line breaks and other characters that are not seen.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect()
}

/// Characters that source code may not hold or that make it look like something else: control
/// characters, and those that turn the direction of text round.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Makes rustdoc-safe Markdown of free text: no indented code, fences that say `text`, no HTML, no
/// link to items, items of lists on one line, and addresses as links.
fn markdown(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut in_item = false;
    for line in text.trim().lines() {
        let line = one_line(line);
        let line = line.trim();
        if let Some(open) = &fence {
            let ends = line.starts_with(open.as_str()) && opening(line) == line;
            lines.push(line.to_owned());
            fence = fence.filter(|_| !ends);
        } else if !opening(line).is_empty() {
            lines.push(format!("{}text", opening(line)));
            fence = Some(opening(line).to_owned());
            in_item = false;
        } else if let Some(item) = lines.last_mut().filter(|_| in_item && goes_on(line)) {
            item.push(' ');
            item.push_str(&inline(line));
        } else {
            lines.push(inline(line));
            in_item = is_item(line);
        }
    }
    lines.extend(fence);
    lines
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

/// Whether a line begins an item of a list: `- `, `* `, `+ `, `1. `, `1) `.
fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let markers: &[&str] =
        if rest.len() == line.len() { &["- ", "* ", "+ "] } else { &[". ", ") "] };
    markers.iter().any(|marker| rest.starts_with(marker))
}

/// Escapes what rustdoc would take for HTML, a link or a fence, outside code spans.
fn inline(line: &str) -> String {
    if is_plain(line) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => push_ticks(&mut out, rest),
            '\\' => push_backslash(&mut out, rest),
            'h' if is_address(rest) => push_address(&mut out, rest),
            _ => {
                match c {
                    // Several spaces behind the marker of a list would begin indented code.
                    ' ' if out.ends_with(' ') => {}
                    '<' | '>' | '[' | ']' => out.extend(['\\', c]),
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

/// Whether a line holds nothing that [`inline`] looks at, as most do not.
fn is_plain(line: &str) -> bool {
    let mut before = 0;
    line.bytes().all(|byte| {
        // Two spaces, and the two slashes of an address.
        let is_twice = before == byte && matches!(byte, b' ' | b'/');
        before = byte;
        !is_twice && !matches!(byte, b'`' | b'\\' | b'<' | b'>' | b'[' | b']' | b'~')
    })
}

/// Writes a code span as it is, and ticks that begin none escaped; how many bytes were taken.
fn push_ticks(out: &mut String, rest: &str) -> usize {
    let ticks = ticks(rest);
    let mut end = ticks;
    while let Some(at) = rest[end..].find('`') {
        let closing = self::ticks(&rest[end + at..]);
        end += at + closing;
        if closing == ticks {
            out.push_str(&rest[..end]);
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
    let ends = |c: char| c.is_whitespace() || "<>\"`\\".contains(c);
    let address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '}', '\'', '!', '?']);
    out.push('<');
    out.push_str(address);
    out.push('>');
    address.len()
}

#[cfg(test)]
mod tests {
    use super::{code, markdown};

    #[test]
    fn text_becomes_neither_html_nor_link_nor_doctest() {
        assert_eq!(markdown("a <b> [c] `<d>`"), [r"a \<b\> \[c\] `<d>`"]);
        assert_eq!(markdown("x\n\n    panic!()"), ["x", "", "panic!()"]);
        assert_eq!(markdown("```\npanic!()"), ["```text", "panic!()", "```"]);
        assert_eq!(markdown("~~~rust\n```\n~~~"), ["~~~text", "```", "~~~"]);
        assert_eq!(markdown("````\n```\n````"), ["````text", "```", "````"]);
        assert_eq!(markdown("```\n``` no\n```"), ["```text", "``` no", "```"]);
        assert_eq!(markdown("odd ` tick"), [r"odd \` tick"]);
        assert_eq!(markdown("`` <b> ` ``"), ["`` <b> ` ``"]);
        assert_eq!(markdown("`<b>``"), [r"\`\<b\>\`\`"]);
        assert_eq!(markdown("-      panic!()"), ["- panic!()"]);
        assert_eq!(markdown("- ~~~\n  panic!()"), [r"- \~~~ panic!()"]);
        assert_eq!(markdown(r"\<b> \\<b> C:\dir"), [r"\<b\> \\\<b\> C:\\dir"]);
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        assert_eq!(markdown("a\rb\tc\u{202E}d\u{7}e"), ["a b c d e"]);
        assert_eq!(code("a\n~~~\nb`c"), "`a ~~~ b'c`");
        assert_eq!(code(""), "`\"\"`");
    }

    #[test]
    fn an_item_of_a_list_is_one_line() {
        assert_eq!(markdown("- a\n  b\n1) c\nd\n\ne"), ["- a b", "1) c d", "", "e"]);
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(markdown("see https://example.com/a."), ["see <https://example.com/a>."]);
        assert_eq!(markdown("(http://example.com)"), ["(<http://example.com>)"]);
    }
}
