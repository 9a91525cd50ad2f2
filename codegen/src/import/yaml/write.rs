//! Writes mappings: on one line where they fit, and a line for each entry where they do not.

use super::scalar::{is_printable, key, scalar};
use super::{Entry, Map, Yaml};

/// How long lines get.
const WIDTH: usize = 110;

/// Writes every entry of a mapping on lines of its own.
pub(super) fn block(out: &mut String, map: &Map, indent: usize) {
    for entry in &map.entries {
        if entry.has_gap {
            out.push('\n');
        }
        for line in &entry.comment {
            out.push_str(format!("{}# {line}", " ".repeat(indent)).trim_end());
            out.push('\n');
        }
        out.push_str(&" ".repeat(indent));
        rest(out, entry, indent);
    }
}

/// Writes key and value, after what stands before them on their line.
fn rest(out: &mut String, entry: &Entry, indent: usize) {
    let key = written_key(entry, false);
    out.push_str(&key);
    out.push(':');
    value(out, &entry.value, indent, key.chars().count() + 2);
}

fn written_key(entry: &Entry, is_flow: bool) -> String {
    if entry.is_number { entry.key.clone() } else { key(&entry.key, is_flow) }
}

/// Writes a value after its key, or after the dash of an item, with its line end.
fn value(out: &mut String, yaml: &Yaml, indent: usize, before: usize) {
    let space = WIDTH.saturating_sub(indent + before);
    if let Some(line) = flow(yaml, space) {
        out.push(' ');
        out.push_str(&line);
        out.push('\n');
        return;
    }
    match yaml {
        Yaml::Plain(text) => out.push_str(&format!(" {text}\n")),
        Yaml::Text(text) => self::text(out, text, indent + 2, space),
        Yaml::Map(map) => {
            out.push('\n');
            block(out, map, indent + 2);
        }
        Yaml::List(items) | Yaml::Lines(items) => {
            out.push('\n');
            items.iter().for_each(|item| self::item(out, item, indent + 2));
        }
    }
}

fn item(out: &mut String, yaml: &Yaml, indent: usize) {
    out.push_str(&" ".repeat(indent));
    out.push('-');
    match yaml {
        Yaml::Map(map) if flow(yaml, WIDTH.saturating_sub(indent + 2)).is_none() => {
            for (at, entry) in map.entries.iter().enumerate() {
                out.push_str(&if at == 0 { " ".to_owned() } else { " ".repeat(indent + 2) });
                rest(out, entry, indent + 2);
            }
        }
        _ => value(out, yaml, indent, 2),
    }
}

/// Writes a text that is too long for its line, or has several.
fn text(out: &mut String, text: &str, indent: usize, space: usize) {
    let is_block = text.chars().all(is_printable)
        && !text.starts_with([' ', '\t', '\n'])
        && !text.ends_with(char::is_whitespace)
        && text.lines().all(|line| line.is_empty() || !line.trim().is_empty());
    if !is_block {
        out.push_str(&format!(" {}\n", scalar(text, false)));
        return;
    }
    let pad = " ".repeat(indent);
    let is_folded = !text.contains(['\n', '\t']) && !text.contains("  ");
    if !is_folded {
        out.push_str(" |-\n");
        for line in text.lines() {
            out.push_str(if line.is_empty() { "" } else { &pad });
            out.push_str(line);
            out.push('\n');
        }
        return;
    }
    let line = scalar(text, false);
    if line.chars().count() <= space {
        out.push_str(&format!(" {line}\n"));
        return;
    }
    out.push_str(" >-\n");
    for line in wrapped(text, WIDTH.saturating_sub(indent).max(40)) {
        out.push_str(&format!("{pad}{line}\n"));
    }
}

/// The words of a text in lines of a width.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A value on one line, where it has one of this length.
fn flow(yaml: &Yaml, space: usize) -> Option<String> {
    let line = match yaml {
        Yaml::Plain(text) => text.clone(),
        Yaml::Text(text) if text.contains('\n') && !text.trim().is_empty() => return None,
        Yaml::Text(text) => scalar(text, false),
        Yaml::List(items) if items.is_empty() => "[]".to_owned(),
        Yaml::Map(map) if map.is_empty() => "{}".to_owned(),
        Yaml::Lines(_) => return None,
        Yaml::List(_) | Yaml::Map(_) => inner(yaml, space)?,
    };
    (line.chars().count() <= space).then_some(line)
}

/// A value on one line within others; what is taller than wide has none.
fn inner(yaml: &Yaml, space: usize) -> Option<String> {
    let line = match yaml {
        Yaml::Plain(text) => text.clone(),
        Yaml::Text(text) if text.contains('\n') => return None,
        Yaml::Text(text) => scalar(text, true),
        Yaml::List(items) => {
            let mut parts = Vec::new();
            for item in items {
                parts.push(inner(item, space)?);
            }
            format!("[{}]", parts.join(", "))
        }
        Yaml::Lines(_) => return None,
        Yaml::Map(map) if map.is_tall => return None,
        Yaml::Map(map) => {
            let mut parts = Vec::new();
            for entry in &map.entries {
                parts.push(format!(
                    "{}: {}",
                    written_key(entry, true),
                    inner(&entry.value, space)?
                ));
            }
            if parts.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", parts.join(", ")) }
        }
    };
    (line.chars().count() <= space).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::super::{Map, Yaml};

    #[test]
    fn short_things_stand_on_one_line() {
        let field = Map::default().with("type", "ref(notes)?").with("docs", "Its name, in short.");
        let fields = Map::tall().with("next", field).with("of", "true");
        let tall = Map::tall().with("fields", fields).with_section("none", Yaml::List(Vec::new()));
        let text = "fields:\n  next: { type: ref(notes)?, docs: \"Its name, in short.\" }\n  of: \"true\"\n";
        assert_eq!(tall.document(), text);
    }

    #[test]
    fn long_texts_are_folded_and_several_lines_kept() {
        let map = Map::tall().with("a", "word ".repeat(30).trim()).with("b", "One.\n\n  Two.");
        let first = "word ".repeat(21);
        let (first, second) = (first.trim(), "word ".repeat(9));
        let second = second.trim();
        let text = format!("a: >-\n  {first}\n  {second}\nb: |-\n  One.\n\n    Two.\n");
        assert_eq!(map.document(), text);
    }
}
