//! Where the sections are, as GitHub names them: by the text of their headings.

use std::collections::BTreeMap;

use super::inline::one_line;
use crate::reference::page::{Block, Inline, Page, Section};

/// The page and the anchor of every section.
pub(super) struct Anchors {
    places: BTreeMap<Section, Place>,
}

struct Place {
    path: String,
    /// `None` for the whole page.
    anchor: Option<String>,
}

impl Anchors {
    /// Where the sections of these pages are.
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut places = BTreeMap::new();
        for page in pages {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for block in &page.blocks {
                let Block::Heading { level, line, section } = block else { continue };
                let slug = slug(&plain(&line.0));
                let before = seen.entry(slug.clone()).or_default();
                let anchor = if *before == 0 { slug } else { format!("{slug}-{before}") };
                *before += 1;
                if let Some(section) = section {
                    let anchor = (*level > 1).then_some(anchor);
                    places.insert(*section, Place { path: page.path.clone(), anchor });
                }
            }
        }
        Self { places }
    }

    /// The way from a page to a section; `None` when no page has it.
    pub(super) fn address(&self, from: &str, section: Section) -> Option<String> {
        let Place { path, anchor } = self.places.get(&section)?;
        Some(match anchor {
            Some(anchor) if path == from => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", relative(from, path)),
            None => relative(from, path),
        })
    }
}

/// The text of a heading, without marks.
fn plain(parts: &[Inline]) -> String {
    let texts = parts.iter().map(|part| match part {
        Inline::Text(text) | Inline::Prose(text) | Inline::Code(text) => text.clone(),
        Inline::Link(_, label) => plain(label),
    });
    texts.collect()
}

/// The anchor that GitHub gives a heading: small letters, digits, underscores and hyphens, with
/// hyphens for spaces.
fn slug(heading: &str) -> String {
    let heading = one_line(heading);
    let kept = heading.trim_matches(' ').chars().flat_map(char::to_lowercase);
    let kept = kept.filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The way from one page to another.
fn relative(from: &str, to: &str) -> String {
    let (from, mut to): (Vec<_>, Vec<_>) = (from.split('/').collect(), to.split('/').collect());
    let file = to.pop().unwrap_or_default();
    let folders = &from[..from.len() - 1];
    let common = folders.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = folders.iter().skip(common).map(|_| "..");
    up.chain(to.into_iter().skip(common)).chain([file]).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{relative, slug};

    #[test]
    fn headings_are_named_as_github_does() {
        for (heading, expected) in [
            ("Error codes", "error-codes"),
            ("ticket_status", "ticket_status"),
            ("tickets.list", "ticketslist"),
            ("PUT /tickets/{id}", "put-ticketsid"),
            ("What is said, and decided", "what-is-said-and-decided"),
        ] {
            assert_eq!(slug(heading), expected);
        }
    }

    #[test]
    fn ways_between_pages() {
        assert_eq!(relative("README.md", "resources/tickets.md"), "resources/tickets.md");
        assert_eq!(relative("resources/tickets.md", "README.md"), "../README.md");
        assert_eq!(relative("resources/tickets.md", "resources/people.md"), "people.md");
    }
}
