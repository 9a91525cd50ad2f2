//! Names: words of any spelling in snake_case, and which of them are taken.

use std::collections::BTreeSet;

pub(super) use deskpro_spec::check::words;

/// The longest name that is made.
const LONGEST: usize = 60;

/// A name in snake_case; empty where there are no words in it.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for word in words(name) {
        // `issues issue comments` stutters.
        if word == last || out.len() + word.len() > LONGEST {
            continue;
        }
        if !out.is_empty() {
            out.push('_');
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            out.push('n');
        }
        out.push_str(&word);
        last = word;
    }
    out
}

/// What a name is in Rust as a field: what fields are compared by.
pub(super) fn field(name: &str) -> String {
    let joined = words(name).join("_");
    if joined.starts_with(|c: char| c.is_ascii_digit()) { format!("_{joined}") } else { joined }
}

/// What a name is in Rust as a type: what types are compared by.
pub(super) fn camel(name: &str) -> String {
    let words = words(name);
    let joined: String = words.iter().map(|word| capitalized(word)).collect();
    if joined.starts_with(|c: char| c.is_ascii_digit()) { format!("V{joined}") } else { joined }
}

/// A word that begins with a capital.
pub(super) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The singular of a plural, as far as endings tell.
pub(super) fn singular(name: &str) -> String {
    let same = ["status", "news", "series", "address", "access", "analysis", "bus", "alias"];
    let ends = |ending: &str| name.len() > ending.len() + 1 && name.ends_with(ending);
    let without = |count: usize| name.get(..name.len() - count).unwrap_or(name);
    let lower = name.to_ascii_lowercase();
    if same.iter().any(|word| lower.ends_with(word)) || ends("ss") || ends("us") || ends("is") {
        name.to_owned()
    } else if ends("ies") {
        format!("{}y", without(3))
    } else if ["sses", "xes", "ches", "shes", "uses"].iter().any(|ending| ends(ending)) {
        without(2).to_owned()
    } else if ends("s") {
        without(1).to_owned()
    } else {
        name.to_owned()
    }
}

/// Names of one kind, of which no two may be the same in Rust.
#[derive(Debug)]
pub(super) struct Taken {
    form: fn(&str) -> String,
    taken: BTreeSet<String>,
}

impl Taken {
    /// No names, but those that are reserved, in the form of Rust.
    pub(super) fn new(form: fn(&str) -> String, reserved: &[&str]) -> Self {
        Self { form, taken: reserved.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// Whether a name may still be given.
    pub(super) fn is_free(&self, name: &str) -> bool {
        let folded = (self.form)(name);
        !folded.is_empty() && name.is_ascii() && !self.taken.contains(&folded)
    }

    /// Takes a name, where it is free.
    pub(super) fn take(&mut self, name: &str) -> bool {
        let is_free = self.is_free(name);
        if is_free {
            self.taken.insert((self.form)(name));
        }
        is_free
    }

    /// The first free one of these names, else the last with a number.
    pub(super) fn claim(&mut self, wanted: impl IntoIterator<Item = String>) -> String {
        let mut last = "value".to_owned();
        for name in wanted {
            if name.is_empty() {
                continue;
            }
            if self.take(&name) {
                return name;
            }
            last = name;
        }
        let mut number: u32 = 2;
        loop {
            let name = format!("{last}_{number}");
            if self.take(&name) {
                return name;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Taken, camel, singular, snake};

    #[test]
    fn names_of_any_spelling_are_snake_case() {
        let cases = [
            ("petId", "pet_id"),
            ("HTTPKey", "http_key"),
            ("io.k8s.api.core.v1.Pod", "io_k8s_api_core_v1_pod"),
            ("2fa", "n2fa"),
            ("+1", "n1"),
            ("issues/list-for-repo", "issues_list_for_repo"),
            ("?!", ""),
        ];
        for (from, to) in cases {
            assert_eq!(snake(from), to, "{from}");
        }
    }

    #[test]
    fn one_of_several() {
        let cases =
            [("pets", "pet"), ("policies", "policy"), ("boxes", "box"), ("status", "status")];
        for (several, one) in cases {
            assert_eq!(singular(several), one);
        }
    }

    #[test]
    fn two_names_are_never_one_in_rust() {
        let mut taken = Taken::new(camel, &["Vec"]);
        assert_eq!(taken.claim(["vec".to_owned()]), "vec_2");
        assert_eq!(taken.claim(["a_1".to_owned()]), "a_1");
        assert_eq!(taken.claim(["a1".to_owned(), "a_one".to_owned()]), "a_one");
    }
}
