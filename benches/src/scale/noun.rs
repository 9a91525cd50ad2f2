//! Names of resources.

/// What a helpdesk may have resources of; all with a plain plural.
const WORDS: [&str; 40] = [
    "account",
    "agent",
    "article",
    "attachment",
    "brand",
    "campaign",
    "channel",
    "chat",
    "comment",
    "department",
    "download",
    "escalation",
    "event",
    "feed",
    "filter",
    "group",
    "guide",
    "invoice",
    "label",
    "language",
    "mailbox_rule",
    "note",
    "organization",
    "permission",
    "product",
    "queue",
    "report",
    "role",
    "schedule",
    "snippet",
    "survey",
    "task",
    "team",
    "template",
    "ticket",
    "topic",
    "trigger",
    "view",
    "webhook",
    "workflow",
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
    pub(super) plural: String,
    values: [&'static str; 4],
}

impl Noun {
    /// The names of this many resources: the words first, then the words with numbers behind them.
    pub(super) fn all(count: usize) -> Vec<Self> {
        let rounds = (1..).flat_map(|round| WORDS.map(|word| (round, word)));
        let values = VALUES.into_iter().cycle();
        let numbered =
            |round, name: String| if round == 1 { name } else { format!("{name}_{round}") };
        rounds
            .zip(values)
            .take(count)
            .map(|((round, word), values)| Self {
                singular: numbered(round, word.to_owned()),
                plural: numbered(round, format!("{word}s")),
                values,
            })
            .collect()
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

/// `MailboxRule2` of `mailbox_rule_2`.
fn pascal(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
