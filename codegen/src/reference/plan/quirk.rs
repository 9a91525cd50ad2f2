//! Contradictions and faults of the vendor's documentation: what is said, what was decided, and
//! which operations they speak of.

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, Operation, Path, Quirk, Resource, Segment, Type};

use super::words;
use crate::reference::page::{Line, Page, Section};

/// Says what quirks there are.
pub(super) fn push(api: &Api, page: &mut Page) {
    if api.quirks.is_empty() {
        return;
    }
    page.heading(2, "Quirks");
    page.paragraph("Where what is documented contradicts itself or what helpdesks do.");
    for (at, quirk) in api.quirks.iter().enumerate() {
        page.section(3, quirk.name.as_str(), Section::Quirk(at));
        page.paragraph(quirk.number.map_or_else(Line::new, |it| format!("Fact {it}.").into()));
        page.paragraph("What is said:");
        page.list(quirk.says.iter().map(|said| Line::from(said.as_str())).collect());
        page.paragraph("What was decided:");
        page.prose(&quirk.decision);
        let sources = words::sources(api, &quirk.sources);
        if !sources.is_empty() {
            page.paragraph(Line::from("Source: ").line(sources));
        }
    }
}

/// Ways to these quirks.
pub(super) fn links(api: &Api, quirks: impl IntoIterator<Item = usize>) -> Line {
    let named = quirks.into_iter().filter_map(|at| Some((at, api.quirks.get(at)?)));
    let links = named.map(|(at, it)| Line::new().link(Section::Quirk(at), it.name.as_str()));
    Line::joined(links, ", ")
}

/// What the quirks of a description name, in their order.
pub(super) struct Named<'a>(Vec<NamedBy<'a>>);

/// What one quirk names.
struct NamedBy<'a> {
    words: BTreeSet<&'a str>,
    mentions: Vec<Mention<'a>>,
    /// Resources about which the lint has something to say that the quirk explains.
    resources: BTreeSet<&'a str>,
}

impl<'a> Named<'a> {
    /// What the quirks of `api` name.
    pub(super) fn by(api: &'a Api) -> Self {
        Self(api.quirks.iter().map(NamedBy::new).collect())
    }

    /// The quirks that name an operation, by their places in the description.
    pub(super) fn operation(&self, resource: &Resource, operation: &Operation) -> Vec<usize> {
        self.those(|quirk| quirk.names_operation(resource, operation))
    }

    /// The quirks that name the path of a resource, or one of its operations.
    pub(super) fn resource(&self, resource: &Resource) -> Vec<usize> {
        self.those(|quirk| {
            let operations = resource.operations.iter();
            let paths = operations.clone().map(|it| &it.path).chain([&resource.path]);
            quirk.resources.contains(resource.name.as_str())
                || quirk.mentions.iter().any(|it| paths.clone().any(|path| fits(path, it.path)))
                || operations.clone().any(|it| quirk.names_operation(resource, it))
        })
    }

    fn those(&self, is_one: impl Fn(&NamedBy<'_>) -> bool) -> Vec<usize> {
        let quirks = self.0.iter().enumerate();
        quirks.filter(|(_, quirk)| is_one(quirk)).map(|(at, _)| at).collect()
    }
}

impl<'a> NamedBy<'a> {
    fn new(quirk: &'a Quirk) -> Self {
        let texts = quirk.says.iter().chain([&quirk.decision]).map(String::as_str);
        let words: Vec<Vec<_>> =
            texts.map(|text| text.split_whitespace().map(bare).collect()).collect();
        let about = || quirk.excuses.iter().flat_map(|excuse| &excuse.about);
        let before_dot = |name: &'a String| name.split_once('.').map(|(resource, _)| resource);
        Self {
            resources: about().filter_map(before_dot).collect(),
            mentions: words.iter().flat_map(|words| mentions(words)).collect(),
            words: words.into_iter().flatten().chain(about().map(String::as_str)).collect(),
        }
    }

    fn names_operation(&self, resource: &Resource, operation: &Operation) -> bool {
        let method = operation.method.as_str();
        self.words.contains(format!("{}.{}", resource.name, operation.name).as_str())
            || self.mentions.iter().any(|it| {
                // What is written without a method is read.
                it.method.unwrap_or("GET") == method && fits(&operation.path, it.path)
            })
    }
}

/// A path in the text of a quirk.
#[derive(Debug, Clone, Copy)]
struct Mention<'a> {
    /// The method before it.
    method: Option<&'a str>,
    /// The path alone: `/tickets/13`.
    path: &'a str,
}

const METHODS: &[&str] = &["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"];

/// The paths among these words.
fn mentions<'a>(words: &[&'a str]) -> Vec<Mention<'a>> {
    let before = std::iter::once("").chain(words.iter().copied());
    let mentions = before.zip(words).filter_map(|(before, word)| {
        let path = word.split(['?', '#']).next().unwrap_or_default();
        let is_path = path.len() > 1 && path.starts_with('/');
        let method = METHODS.contains(&before).then_some(before);
        is_path.then_some(Mention { method, path })
    });
    mentions.collect()
}

/// A word without what surrounds it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| "`\"'“”(),.;:".contains(c))
}

/// Whether a path that somebody wrote is one of those that a template stands for.
fn fits(template: &Path, written: &str) -> bool {
    let written: Vec<_> = written.trim_matches('/').split('/').collect();
    let fits = |(segment, word): (&Vec<Segment>, &&str)| match segment.as_slice() {
        [Segment::Text(text)] => text == word,
        [Segment::Parameter(at)] => {
            let ty = template.parameters.get(*at).map(|parameter| &parameter.ty);
            let is_number = matches!(ty, Some(Type::Id(_) | Type::Integer));
            !is_number || word.starts_with('{') || word.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    };
    template.segments.len() == written.len() && template.segments.iter().zip(&written).all(fits)
}

#[cfg(test)]
mod tests {
    use deskpro_spec::{Sources, load};

    use super::Named;

    /// The names of the quirks that name an operation.
    fn of(resource: &str, operation: &str) -> Vec<String> {
        let api = load(&Sources::builtin()).expect("the built-in description");
        let resource = api.resource(resource).expect(resource);
        let operation = resource.operations.iter().find(|it| it.name == operation);
        let named = Named::by(&api).operation(resource, operation.expect("an operation"));
        named.into_iter().map(|at| api.quirks[at].name.clone()).collect()
    }

    #[test]
    fn quirks_name_operations_by_method_and_path() {
        let name = |name: &str| name.to_owned();
        let both = name("verb-table-contradicts-status-table");
        assert!(of("tickets", "create").contains(&both));
        assert!(of("tickets", "update").contains(&both));
        assert!(!of("tickets", "list").contains(&both));
        assert!(of("tickets", "list").contains(&name("unknown-parameters-refused")));
        assert!(!of("tickets", "create").contains(&name("unknown-parameters-refused")));
        assert!(of("agents", "online").contains(&name("fixed-paths-beside-ids")));
        assert!(of("agents", "get").contains(&name("fixed-paths-beside-ids")));
        assert!(!of("tickets", "get").contains(&name("fixed-paths-beside-ids")));
    }
}
