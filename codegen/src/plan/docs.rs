//! Doc lines: text of the description as Markdown that rustdoc takes without complaint, and that
//! can become neither code nor a documentation test.

use deskpro_spec::api::{Api, Deprecation, SourceId};

/// The lines of a doc comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docs {
    /// The lines, without the leading space.
    pub lines: Vec<String>,
}

impl Docs {
    /// A doc comment with this text.
    pub(super) fn new(text: &str) -> Self {
        let mut docs = Self::default();
        docs.lines = markdown(text);
        docs
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

    /// Says where the facts are from.
    pub(super) fn sources(&mut self, api: &Api, sources: &[SourceId]) {
        let keys: Vec<_> = api.source_keys(sources).collect();
        if !keys.is_empty() {
            self.paragraph(format!("Source: {}.", keys.join(", ")));
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
    let mut note = deprecation.note.clone();
    if let Some(since) = &deprecation.since {
        note.push_str(&format!(" (since {since})"));
    }
    if let Some(sunset) = &deprecation.sunset {
        note.push_str(&format!(" (gone after {sunset})"));
    }
    note
}

/// Makes rustdoc-safe Markdown of free text: no indented code, fences that say `text`, no HTML, no
/// link to items, and addresses as links.
fn markdown(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.trim().lines() {
        let line = line.trim();
        let opens = ["```", "~~~"].into_iter().find(|marker| line.starts_with(marker));
        match (fence, opens) {
            (None, Some(marker)) => {
                fence = Some(marker);
                lines.push(format!("{marker}text"));
            }
            (Some(open), Some(marker)) if open == marker => {
                fence = None;
                lines.push(marker.to_owned());
            }
            (Some(_), _) => lines.push(line.to_owned()),
            (None, None) => lines.push(inline(line)),
        }
    }
    lines.extend(fence.map(str::to_owned));
    lines
}

/// Escapes what rustdoc would take for HTML or a link, outside code spans.
fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let balanced = line.matches('`').count() % 2 == 0;
    let mut in_code = false;
    for (index, word) in line.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if !in_code && !word.contains('`') && is_address(word) {
            push_address(&mut out, word);
            continue;
        }
        for c in word.chars() {
            match c {
                '`' if balanced => in_code = !in_code,
                '`' | '<' | '>' | '[' | ']' if !in_code => out.push('\\'),
                _ => {}
            }
            out.push(c);
        }
    }
    out
}

fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

/// Writes an address as a link, with the punctuation behind it left outside.
fn push_address(out: &mut String, word: &str) {
    let address = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
    if address.contains(['<', '>']) {
        out.push_str(&word.replace(['<', '>'], ""));
        return;
    }
    out.push('<');
    out.push_str(address);
    out.push('>');
    out.push_str(&word[address.len()..]);
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn text_becomes_neither_html_nor_link_nor_doctest() {
        assert_eq!(markdown("a <b> [c] `<d>`"), [r"a \<b\> \[c\] `<d>`"]);
        assert_eq!(markdown("x\n\n    panic!()"), ["x", "", "panic!()"]);
        assert_eq!(markdown("```\npanic!()"), ["```text", "panic!()", "```"]);
        assert_eq!(markdown("~~~rust\n```\n~~~"), ["~~~text", "```", "~~~"]);
        assert_eq!(markdown("odd ` tick"), [r"odd \` tick"]);
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(markdown("see https://example.com/a."), ["see <https://example.com/a>."]);
    }
}
