//! Words: their plural, and names without their spelling.

/// What the plural of a word can be in English: `tickets` of `ticket`, `categories` of `category`,
/// `people` of `person`.
pub(super) fn plurals(word: &str) -> Vec<String> {
    if word.is_empty() {
        return Vec::new();
    }
    let hisses = ["s", "x", "ch", "sh"].iter().any(|end| word.ends_with(end));
    let mut plurals = vec![format!("{word}s")];
    plurals.extend(hisses.then(|| format!("{word}es")));
    plurals.extend(word.strip_suffix('y').map(|stem| format!("{stem}ies")));
    plurals.extend(word.strip_suffix("person").map(|stem| format!("{stem}people")));
    plurals
}

/// A name without capitals and without what separates its words.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a name or a sentence in small letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{folded, plurals};

    #[test]
    fn words_and_their_plurals() {
        for (one, many) in [
            ("ticket", "tickets"),
            ("ticket_category", "ticket_categories"),
            ("box", "boxes"),
            ("news_person", "news_people"),
            ("brush", "brushes"),
        ] {
            assert!(plurals(one).contains(&many.to_owned()), "{one}, {many}");
            assert!(!plurals(many).contains(&one.to_owned()), "{many}, {one}");
        }
        assert!(plurals("").is_empty());
        assert!(!plurals("ticket").contains(&"ticketes".to_owned()));
    }

    #[test]
    fn spellings() {
        assert_eq!(folded("user_groups"), folded("userGroups"));
        assert_ne!(folded("user_group"), folded("user_groups"));
    }
}
