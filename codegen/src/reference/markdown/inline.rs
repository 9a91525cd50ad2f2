//! What stands on one line, with everything escaped that Markdown would take for a mark.

use super::links::Links;
use crate::reference::page::{Inline, Line};

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// At the start of a line, where some marks begin a block.
    Start,
    /// Further on.
    Text,
    /// In a cell of a table, which a bar ends.
    Cell,
}

/// A line as Markdown, with its links noted.
pub(super) fn line(line: &Line, place: Where, links: &mut Links<'_>) -> String {
    let mut out = String::new();
    for (at, part) in line.0.iter().enumerate() {
        let place = if place == Where::Start && !out.is_empty() { Where::Text } else { place };
        let is_alone = !line.0.get(at + 1).is_some_and(goes_on);
        out.push_str(&inline(part, place, is_alone, links));
    }
    out
}

/// Whether what stands behind a link could be taken for a part of it.
fn goes_on(next: &Inline) -> bool {
    match next {
        Inline::Text(text) | Inline::Prose(text) => text.trim_start().starts_with(['(', '[', ':']),
        Inline::Link(..) => true,
        Inline::Code(_) => false,
    }
}

fn inline(part: &Inline, place: Where, is_alone: bool, links: &mut Links<'_>) -> String {
    match part {
        Inline::Text(text) => literal(text, place),
        Inline::Prose(text) if place == Where::Cell => super::prose::cell(text),
        Inline::Prose(text) => super::prose::sentence(text, place),
        Inline::Code(text) => code(text, place),
        Inline::Link(section, label) => {
            let place = if place == Where::Start { Where::Text } else { place };
            let label = label.iter().map(|part| inline(part, place, is_alone, links));
            let label = label.collect::<String>();
            links.link(*section, label, is_alone)
        }
    }
}

/// Text that is shown as it stands.
fn literal(text: &str, place: Where) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        let is_mark = match c {
            '\\' | '`' | '*' | '<' | '~' | '#' | '$' => true,
            // Empty brackets are no link, unless an address is behind them.
            '[' => next != ']' || rest.starts_with("]("),
            ']' => before != '[' || next == '(',
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next.is_alphanumeric() || next == '#',
            '|' => place == Where::Cell,
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    if place == Where::Start { guarded(&out) } else { out }
}

/// Text of which the start begins no block.
pub(super) fn guarded(text: &str) -> String {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let begins = |marks: &[char]| rest.starts_with(marks);
    let is_marked = if digits == 0 { begins(&['>', '+', '-', '=']) } else { begins(&['.', ')']) };
    if is_marked { format!("{}\\{rest}", &text[..digits]) } else { text.to_owned() }
}

/// A name or value as a code span, which it cannot end.
pub(super) fn code(text: &str, place: Where) -> String {
    let text = one_line(text);
    if text.trim().is_empty() {
        return format!("`\"{text}\"`");
    }
    if place == Where::Cell && text.contains("\\|") {
        // A backslash before a bar would be taken for the bar's own, and no code span can escape it.
        return format!("<code>{}</code>", entities(&text));
    }
    let fence = "`".repeat(longest_ticks(&text) + 1);
    let is_padded = text.starts_with('`')
        || text.ends_with('`')
        || text.starts_with(' ') && text.ends_with(' ');
    let span =
        if is_padded { format!("{fence} {text} {fence}") } else { format!("{fence}{text}{fence}") };
    if place == Where::Cell { bars(&span) } else { span }
}

fn entities(text: &str) -> String {
    let entity = |c: char| c.is_ascii_punctuation().then(|| format!("&#{};", u32::from(c)));
    text.chars().map(|c| entity(c).unwrap_or_else(|| c.to_string())).collect()
}

/// Markdown whose bars do not end the cell that it stands in.
pub(super) fn bars(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// How many ticks stand side by side at most.
pub(super) fn longest_ticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Text without line breaks and other characters that are not seen.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect()
}

/// Control characters, separators of lines, and what turns the direction of text round.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{Where, code, literal};

    #[test]
    fn text_is_shown_as_it_stands() {
        for (text, expected) in [
            ("[] [[]] [](a)", r"[] \[[]\] \[\](a)"),
            ("a *b* [c](d) <e>", r"a \*b\* \[c\](d) \<e>"),
            ("snake_case, _x_", r"snake_case, \_x\_"),
            ("R&D, &lt;", r"R\&D, \&lt;"),
            ("`a` $b$ ~c~ C#", r"\`a\` \$b\$ \~c\~ C\#"),
            ("a\nb\tc", "a b c"),
        ] {
            assert_eq!(literal(text, Where::Text), expected);
        }
    }

    #[test]
    fn text_begins_no_block() {
        for (text, expected) in [
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("+ a", r"\+ a"),
            ("> a", r"\> a"),
            ("12. a", r"12\. a"),
            ("1) a", r"1\) a"),
            ("=== a", r"\=== a"),
            ("12 a", "12 a"),
        ] {
            assert_eq!(literal(text, Where::Start), expected);
            let further = literal(text, Where::Text);
            assert_eq!(further, text.replace('#', "\\#"));
        }
    }

    #[test]
    fn bars_end_no_cell() {
        assert_eq!(literal("a|b", Where::Text), "a|b");
        assert_eq!(literal("a|b", Where::Cell), r"a\|b");
        assert_eq!(literal(r"a\|b", Where::Cell), r"a\\\|b");
        assert_eq!(code("a|b", Where::Cell), r"`a\|b`");
        assert_eq!(code(r"a\|b", Where::Cell), "<code>a&#92;&#124;b</code>");
        assert_eq!(code(r"a\|b", Where::Text), r"`a\|b`");
    }

    #[test]
    fn values_cannot_end_their_span() {
        assert_eq!(code("a", Where::Text), "`a`");
        assert_eq!(code("a`b", Where::Text), "``a`b``");
        assert_eq!(code("`a`", Where::Text), "`` `a` ``");
        assert_eq!(code("", Where::Text), "`\"\"`");
        assert_eq!(code("a\r\nb", Where::Text), "`a  b`");
    }
}
