//! Whether values have the shape that the tables of keys demand. All problems of shape come from
//! here; reading afterwards is silent.

use std::fmt::Arguments;

use super::json::free_json;
use super::rejected::{
    enumerated, expected, key_needs_quotes, key_not_a_number, only_true, quoted, wrong_kind,
};
use super::tables::{Choice, FORMAT, Key, SHARED, Table, Value};
use crate::problem::{Place, Problem, Problems, closest, codes::shape};
use crate::yaml::{Entry, Kind, Node, Scalar};

/// From this many problems on, nobody reads suggestions, and looking for them takes long.
const ENOUGH: usize = 1_000;

/// Whether a file has keys at all; otherwise that is reported.
pub(crate) fn is_file(node: &Node, table: &'static Table, problems: &mut Problems) -> bool {
    match node.kind {
        Kind::Mapping(_) => return true,
        Kind::Scalar(Scalar::Null, _) => {
            let problem = Problem::new(shape::EMPTY_FILE, node.place, "the file is empty")
                .label(format!("{} is expected", table.noun));
            problems.push(problem);
        }
        Kind::Broken => {}
        _ => {
            let (value, name) = (Value::Part(table), format_args!("the file"));
            Shape { problems, is_partial: false }.wrong_kind(node, &value, name);
        }
    }
    false
}

/// Reports what is wrong with the shape of a file, or of a whole description. Where a part of it is
/// not here, nothing that seems to be missing is reported.
pub(crate) fn part(node: &Node, table: &'static Table, is_partial: bool, problems: &mut Problems) {
    // Nothing names a file but its first key.
    let owner = node.entries().first().map_or(node.place, |entry| entry.key.place);
    Shape { problems, is_partial }.part(node, table, owner, format_args!("the file"));
}

/// Reports what is wrong with the value of a known key.
pub(crate) fn entry(entry: &Entry, table: &'static Table, problems: &mut Problems) {
    if let Some(key) = table.key(&entry.key.text) {
        let mut shape = Shape { problems, is_partial: false };
        shape.value(&entry.value, &key.value, entry.key.place, format_args!("`{}`", key.name));
    }
}

struct Shape<'p> {
    problems: &'p mut Problems,
    /// Whether a part of the description is not here.
    is_partial: bool,
}

impl Shape<'_> {
    /// A value of a key or of a list. `name` says whose value it is: "`docs`".
    fn value(&mut self, node: &Node, value: &Value, owner: Place, name: Arguments<'_>) {
        if matches!(node.kind, Kind::Broken) || self.problems.is_full() {
            return;
        }
        match value {
            Value::Part(table) => self.part(node, table, owner, name),
            Value::TextOr(table) if !is_text(node) => self.part(node, table, owner, name),
            Value::SharedOr(_) if is_text(node) => self.word(node, &[SHARED], name),
            Value::SharedOr(table) if !is_nothing(node) => self.part(node, table, owner, name),
            Value::List(item) => self.list(node, item, name),
            Value::OneOrMore if matches!(node.kind, Kind::List(_)) => {
                self.list(node, &Value::Text, name);
            }
            Value::Names(of) => self.names(node, of, name),
            Value::Statuses(of) => self.statuses(node, of, name),
            Value::Word(words) => self.word(node, words, name),
            Value::Format => self.format(node, name),
            Value::Json => free_json(node, self.problems),
            Value::SharedOr(_) => {}
            _ => self.scalar(node, value, name),
        }
    }

    /// A mapping with known keys. `owner` is what to point at when a key is missing.
    fn part(&mut self, node: &Node, table: &'static Table, owner: Place, name: Arguments<'_>) {
        let Kind::Mapping(entries) = &node.kind else {
            if !matches!(node.kind, Kind::Broken) {
                self.wrong_kind(node, &Value::Part(table), name);
            }
            return;
        };
        for entry in entries {
            match table.key(&entry.key.text) {
                _ if self.problems.is_full() => return,
                Some(key) => {
                    let name = format_args!("`{}`", key.name);
                    self.value(&entry.value, &key.value, entry.key.place, name);
                }
                None => self.unknown_key(entry, table),
            }
        }
        if self.is_partial {
            return;
        }
        for key in table.keys.iter().filter(|key| key.is_required) {
            if node.entry(key.name).is_none() {
                self.missing_key(key, table, owner);
            }
        }
        for choice in table.choices {
            self.choice(node, choice, table, owner);
        }
    }

    fn list(&mut self, node: &Node, item: &Value, name: Arguments<'_>) {
        let Kind::List(items) = &node.kind else {
            let problem = wrong_kind(node, "a list", name).help("write `[one, two]`");
            self.problems.push(problem);
            return;
        };
        for node in items {
            self.value(node, item, node.place, format_args!("an item of {name}"));
        }
    }

    fn names(&mut self, node: &Node, of: &Value, name: Arguments<'_>) {
        let Kind::Mapping(entries) = &node.kind else {
            self.problems.push(wrong_kind(node, "a mapping from names", name));
            return;
        };
        for entry in entries {
            if entry.key.scalar != Scalar::Text {
                self.problems.push(key_needs_quotes(entry));
            }
            let name = format_args!("{}", quoted(&entry.key.text));
            self.value(&entry.value, of, entry.key.place, name);
        }
    }

    fn statuses(&mut self, node: &Node, of: &Value, name: Arguments<'_>) {
        let Kind::Mapping(entries) = &node.kind else {
            self.problems.push(wrong_kind(node, "a mapping from statuses", name));
            return;
        };
        for entry in entries {
            if !is_integer(&entry.key.scalar) {
                self.problems.push(key_not_a_number(entry));
            }
            let name = format_args!("{}", quoted(&entry.key.text));
            self.value(&entry.value, of, entry.key.place, name);
        }
    }

    fn word(&mut self, node: &Node, words: &[&'static str], name: Arguments<'_>) {
        let Kind::Scalar(Scalar::Text, text) = &node.kind else {
            self.wrong_kind(node, &Value::Text, name);
            return;
        };
        if !words.contains(&text.as_str()) {
            let message = format!("{name} does not take {}", quoted(text));
            let problem = Problem::new(shape::UNKNOWN_WORD, node.place, message)
                .label("not one of the words")
                .help(format!("expected one of {}", enumerated(words.iter().copied())))
                .suggest(self.closest(text, words.iter().copied()));
            self.problems.push(problem);
        }
    }

    fn format(&mut self, node: &Node, name: Arguments<'_>) {
        if let Kind::Scalar(Scalar::Number(number), text) = &node.kind
            && number.is_i64()
        {
            if number.as_i64() != Some(FORMAT) {
                let message = format!("format {} is not supported", text);
                let problem = Problem::new(shape::UNSUPPORTED_FORMAT, node.place, message)
                    .label(format!("expected {FORMAT}"));
                self.problems.push(problem);
            }
        } else {
            self.wrong_kind(node, &Value::Integer, name);
        }
    }

    fn scalar(&mut self, node: &Node, value: &Value, name: Arguments<'_>) {
        let Kind::Scalar(scalar, text) = &node.kind else {
            self.wrong_kind(node, value, name);
            return;
        };
        let fits = match value {
            Value::Integer => is_integer(scalar),
            Value::Boolean => matches!(scalar, Scalar::Bool(_)),
            Value::True => *scalar == Scalar::Bool(true),
            Value::Scalar => {
                matches!(scalar, Scalar::Text | Scalar::Number(_) | Scalar::Bool(_))
            }
            Value::TextOrInteger => *scalar == Scalar::Text || is_integer(scalar),
            _ => *scalar == Scalar::Text,
        };
        match (value, scalar) {
            _ if fits => {}
            (Value::Integer | Value::TextOrInteger, Scalar::LargeInteger) => {
                let message = format!("{} does not fit into 64 bits", quoted(text));
                let problem = Problem::new(shape::NUMBER_OUT_OF_RANGE, node.place, message)
                    .label("too large");
                self.problems.push(problem);
            }
            _ => self.wrong_kind(node, value, name),
        }
    }

    fn wrong_kind(&mut self, node: &Node, value: &Value, name: Arguments<'_>) {
        let problem = wrong_kind(node, expected(value), name);
        self.problems.push(match (value, &node.kind) {
            (Value::True, Kind::Scalar(Scalar::Bool(false), _)) => only_true(node, name),
            (Value::Boolean, Kind::Scalar(Scalar::Text, text)) => {
                let meant = match text.to_ascii_lowercase().as_str() {
                    "yes" | "y" | "on" | "true" => Some("true"),
                    "no" | "n" | "off" | "false" => Some("false"),
                    _ => None,
                };
                problem.suggest(meant)
            }
            (Value::Integer, Kind::Scalar(Scalar::Text, text)) => {
                problem.suggest(text.parse::<i64>().ok().map(|number| number.to_string()))
            }
            (
                Value::Text | Value::OneOrMore | Value::Word(_),
                Kind::Scalar(Scalar::Number(_) | Scalar::Bool(_), _),
            ) => problem.help("put it in quotes to make it text"),
            (Value::Part(table), _) => {
                problem.help(format!("known keys: {}", enumerated(key_names(table))))
            }
            _ => problem,
        });
    }

    fn unknown_key(&mut self, entry: &Entry, table: &Table) {
        let message = format!("unknown key {}", quoted(&entry.key.text));
        let problem = Problem::new(shape::UNKNOWN_KEY, entry.key.place, message)
            .label(format!("not a key of {}", table.noun));
        self.problems.push(match self.closest(&entry.key.text, key_names(table)) {
            Some(key) => problem.suggest(Some(key)),
            None => problem.help(format!("known keys: {}", enumerated(key_names(table)))),
        });
    }

    fn missing_key(&mut self, key: &Key, table: &Table, owner: Place) {
        let message = format!("missing key `{}`", key.name);
        let problem = Problem::new(shape::MISSING_KEY, owner, message)
            .label(format!("{} needs `{}`", table.noun, key.name))
            .help(format!("`{}`: {}", key.name, key.docs));
        self.problems.push(problem);
    }

    /// Of some keys only one may be there.
    fn choice(&mut self, node: &Node, choice: &Choice, table: &Table, owner: Place) {
        let mut found = choice.keys.iter().filter_map(|key| node.entry(key));
        let keys = || enumerated(choice.keys.iter().copied());
        let Some(first) = found.next() else {
            if choice.is_required {
                let message = format!("none of {} is there", keys());
                let problem = Problem::new(shape::MISSING_CHOICE, owner, message)
                    .label(format!("{} needs one of them", table.noun));
                self.problems.push(problem);
            }
            return;
        };
        for other in found {
            let message =
                format!("`{}` and `{}` exclude each other", first.key.text, other.key.text);
            let problem = Problem::new(shape::CONFLICTING_KEYS, other.key.place, message)
                .label("one too many")
                .related(first.key.place, "the other one")
                .help(format!("{} has only one of {}", table.noun, keys()));
            self.problems.push(problem);
        }
    }

    fn closest<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if self.problems.len() < ENOUGH { closest(word, candidates) } else { None }
    }
}

fn is_text(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar(Scalar::Text, _))
}

fn is_nothing(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar(Scalar::Null, _))
}

fn is_integer(scalar: &Scalar) -> bool {
    matches!(scalar, Scalar::Number(number) if number.is_i64())
}

fn key_names(table: &Table) -> impl Iterator<Item = &'static str> {
    table.keys.iter().map(|key| key.name)
}
