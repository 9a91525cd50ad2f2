//! Reads pages as GitHub does, as far as links, headings and tables go.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_codegen::Files;

/// What a page links to and can be linked to.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its anchors.
    anchors: BTreeSet<String>,
    /// How many headings it has.
    pub(crate) headings: usize,
    /// The addresses that it links to.
    pub(crate) links: Vec<String>,
    /// Labels in brackets that have no address.
    unknown: Vec<String>,
    /// Rows that have not as many cells as the row before.
    pub(crate) uneven_rows: Vec<String>,
}

/// Links that lead nowhere, each with the page that it is on.
pub(crate) fn dangling(files: &Files) -> Vec<String> {
    let pages: BTreeMap<_, _> =
        files.iter().map(|(path, text)| (path.to_owned(), Page::of(path, text))).collect();
    let mut dangling = Vec::new();
    for (path, page) in &pages {
        for link in &page.links {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = pages.get(&resolved(path, file));
            let is_there = |page: &Page| anchor.is_empty() || page.anchors.contains(anchor);
            if !target.is_some_and(is_there) {
                dangling.push(format!("{path}: {link}"));
            }
        }
        dangling.extend(page.unknown.iter().map(|it| format!("{path}: [{it}] has no address")));
    }
    dangling
}

/// The path of a file as another names it.
fn resolved(from: &str, file: &str) -> String {
    if file.is_empty() {
        return from.to_owned();
    }
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop().expect("a folder above")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

impl Page {
    /// Reads a page.
    pub(crate) fn of(path: &str, text: &str) -> Self {
        let mut page = Self::default();
        let lines: Vec<_> = outside_code(text).collect();
        let mut definitions = BTreeMap::new();
        for line in &lines {
            if let Some((label, address)) = definition(line) {
                let before = definitions.insert(label.to_lowercase(), address);
                assert_eq!(before, None, "{path}: [{label}] has two addresses");
            }
        }
        page.links.extend(definitions.values().cloned());
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut cells = None;
        for line in lines {
            let marks = line.len() - line.trim_start_matches('#').len();
            if marks > 0 && line[marks..].starts_with(' ') {
                page.headings += 1;
                let name = anchor(&line[marks..]);
                let before = seen.entry(name.clone()).or_default();
                page.anchors.insert(if *before == 0 { name } else { format!("{name}-{before}") });
                *before += 1;
            }
            let is_row = line.starts_with("| ");
            let count = is_row.then(|| bars(line));
            if cells.is_some() && is_row && cells != count {
                page.uneven_rows.push(line.to_owned());
            }
            cells = count;
            if definition(line).is_none() {
                page.read_links(line, &definitions);
            }
        }
        page
    }

    /// Reads the links of a line, between its code spans.
    fn read_links(&mut self, line: &str, definitions: &BTreeMap<String, String>) {
        let chars: Vec<char> = line.chars().collect();
        let mut at = 0;
        while at < chars.len() {
            match chars[at] {
                '\\' => at += 2,
                '`' => at = behind_code(&chars, at),
                '[' => {
                    let end = end_of_label(&chars, at + 1);
                    let label: String = chars[at + 1..end].iter().collect();
                    if chars.get(end + 1) == Some(&'(') {
                        let address: String =
                            chars[end + 2..].iter().take_while(|c| **c != ')').collect();
                        self.links.push(address);
                    } else if !label.is_empty() && !definitions.contains_key(&label.to_lowercase())
                    {
                        self.unknown.push(label);
                    }
                    at = end + 1;
                }
                _ => at += 1,
            }
        }
    }
}

/// The lines that stand in no block of code.
fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut fence = "";
    text.lines().filter(move |line| {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        let tildes = &line[..line.len() - line.trim_start_matches('~').len()];
        let marks = if ticks.is_empty() { tildes } else { ticks };
        let is_open = !fence.is_empty();
        if is_open && marks.starts_with(fence) && marks.len() == line.len() {
            fence = "";
        } else if !is_open && marks.len() > 2 && !line[marks.len()..].contains('`') {
            fence = marks;
        }
        !is_open && fence.is_empty()
    })
}

/// A label and its address, where a line says just that.
fn definition(line: &str) -> Option<(String, String)> {
    let chars: Vec<char> = line.strip_prefix('[')?.chars().collect();
    let (label, rest) = chars.split_at(end_of_label(&chars, 0));
    let address = rest.strip_prefix(&[']', ':', ' '])?;
    Some((label.iter().collect(), address.iter().collect()))
}

/// Where a code span ends that begins here; just behind the ticks where they begin none.
fn behind_code(chars: &[char], at: usize) -> usize {
    let ticks = |at: usize| chars[at..].iter().take_while(|c| **c == '`').count();
    let count = ticks(at);
    let mut end = at + count;
    while end < chars.len() {
        match ticks(end) {
            0 => end += 1,
            found if found == count => return end + found,
            found => end += found,
        }
    }
    at + count
}

fn end_of_label(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != ']' {
        at = match chars[at] {
            '\\' => at + 2,
            '`' => behind_code(chars, at),
            _ => at + 1,
        };
    }
    at.min(chars.len())
}

/// The anchor of a heading: its text in small letters, with hyphens for blanks.
fn anchor(heading: &str) -> String {
    let mut name = String::new();
    for c in heading.trim().to_lowercase().chars() {
        match c {
            ' ' => name.push('-'),
            '-' | '_' => name.push(c),
            c if c.is_alphanumeric() => name.push(c),
            _ => {}
        }
    }
    name
}

/// How many bars of a row end a cell.
fn bars(line: &str) -> usize {
    let mut count = 0;
    let mut is_escaped = false;
    for c in line.chars() {
        if c == '|' && !is_escaped {
            count += 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    count
}
