//! Names of resources.

/// What a helpdesk may have resources of. Beyond these they have numbers.
const WORDS: [&str; 40] = [
    "ticket",
    "person",
    "organization",
    "article",
    "news",
    "download",
    "feedback",
    "department",
    "agent_team",
    "usergroup",
    "label",
    "filter",
    "macro",
    "snippet",
    "brand",
    "product",
    "category",
    "priority",
    "workflow",
    "language",
    "custom_field",
    "sla",
    "queue",
    "chat",
    "call",
    "webhook",
    "trigger",
    "escalation",
    "survey",
    "satisfaction",
    "attachment",
    "blob",
    "note",
    "task",
    "event",
    "email_account",
    "api_key",
    "permission_group",
    "community_topic",
    "guide",
];

/// The values of enumerations, so that not all of them are the same.
const VALUES: [[&str; 4]; 4] = [
    ["awaiting_agent", "awaiting_user", "resolved", "hidden"],
    ["open", "pending", "closed", "archived"],
    ["low", "normal", "high", "urgent"],
    ["draft", "published", "unpublished", "deleted"],
];

/// What a resource is called, and the values of its enumeration.
pub(super) struct Noun {
    singular: String,
    plural: String,
    values: [&'static str; 4],
}

impl Noun {
    /// The names of this many resources: the words first, then numbered ones.
    pub(super) fn all(count: usize) -> impl Iterator<Item = Self> {
        (0..count).zip(VALUES.into_iter().cycle()).map(|(number, values)| {
            let (singular, plural) = match WORDS.get(number) {
                Some(word) => ((*word).to_owned(), plural(word)),
                None => (format!("widget_{number:03}"), format!("widgets_{number:03}")),
            };
            Self { singular, plural, values }
        })
    }

    /// A template with the names and values of this resource in its holes.
    pub(super) fn fill(&self, template: &str) -> String {
        let mut text = template
            .replace("@Pascal", &pascal(&self.singular))
            .replace("@singular", &self.singular)
            .replace("@plural", &self.plural);
        for (number, value) in (1..).zip(self.values) {
            text = text.replace(&format!("@value{number}"), value);
        }
        text
    }
}

/// More than one of what is named.
fn plural(word: &str) -> String {
    let is_vowel = |letter: char| "aeiou".contains(letter);
    match word {
        "person" => "people".to_owned(),
        _ if word.ends_with("news") => format!("{word}_list"),
        _ if word.ends_with(['s']) || word.ends_with("ch") => format!("{word}es"),
        _ => match word.strip_suffix('y') {
            Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
            _ => format!("{word}s"),
        },
    }
}

/// `EmailAccount` of `email_account`.
fn pascal(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
