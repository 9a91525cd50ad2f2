//! Names and sentences for what nobody named or explained.

use deskpro_spec::api::{Meaning, Verb};

/// `HTTPKey` as `http_key`.
pub(super) fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut text = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let is_next_lower = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        let begins = letter.is_uppercase()
            && before.is_some_and(|it| {
                it.is_lowercase() || it.is_ascii_digit() || (it.is_uppercase() && is_next_lower)
            });
        if begins {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// `asset` as `assets`, `category` as `categories`, `box` as `boxes`.
pub(super) fn plural(singular: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| singular.ends_with(end));
    match singular.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if hisses => format!("{singular}es"),
        _ => format!("{singular}s"),
    }
}

/// What an operation does, in words.
pub(super) fn operation_docs(verb: &Verb, singular: &str, plural: &str) -> String {
    let (one, many) = (spoken(singular), spoken(plural));
    match verb.meaning {
        Meaning::List => format!("Lists {many}, one page at a time."),
        Meaning::Get => format!("Returns one {one}."),
        Meaning::Create => format!("Creates {} {one}.", article(&one)),
        Meaning::Update => format!("Changes {} {one}.", article(&one)),
        Meaning::Delete => format!("Deletes {} {one}.", article(&one)),
        Meaning::Action => verb.docs.clone(),
    }
}

/// What a field without documentation is.
pub(super) fn field_docs(wire: &str, singular: &str) -> String {
    let one = spoken(singular);
    format!("`{}` of {} {one}.", wire.replace('`', "'"), article(&one))
}

fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::{plural, snake};

    #[test]
    fn names_of_structs_become_words() {
        for (name, expected) in [
            ("Asset", "asset"),
            ("AssetGroup", "asset_group"),
            ("HTTPKey", "http_key"),
            ("Ipv4Address", "ipv4_address"),
            ("A", "a"),
        ] {
            assert_eq!(snake(name), expected);
        }
    }

    #[test]
    fn plurals_are_those_of_english() {
        for (one, many) in [
            ("asset", "assets"),
            ("category", "categories"),
            ("day", "days"),
            ("box", "boxes"),
            ("branch", "branches"),
            ("y", "ies"),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}
