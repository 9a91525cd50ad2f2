//! The nearest known word to a word that is not known.

/// Words longer than this are nobody's typing mistake, and comparing them costs time.
const LONGEST: usize = 64;

/// The candidate that is closest to a word, when one is close enough to be meant.
///
/// Close enough is a third of the letters, at most 3 and at least 1. Swapping two neighbours counts
/// as one mistake; capitals, and `-` for `_`, as none. Of equally close ones the first in the
/// alphabet is taken.
///
/// # Example
///
/// ```
/// use deskpro_spec::problem::closest;
///
/// assert_eq!(closest("strng", ["integer", "string"]), Some("string"));
/// assert_eq!(closest("money", ["integer", "string"]), None);
/// ```
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word)?;
    let limit = (word.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters = folded(candidate)?;
            if letters.len().abs_diff(word.len()) > limit || letters.len() < 2 {
                return None;
            }
            Some((distance(&word, &letters), candidate))
        })
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The letters to compare; `None` for words that are too short or too long to guess about.
fn folded(word: &str) -> Option<Vec<char>> {
    // Bytes are counted first so that a text of megabytes is not collected.
    if word.len() > LONGEST * 4 {
        return None;
    }
    let letters: Vec<char> =
        word.chars().flat_map(char::to_lowercase).map(|c| if c == '-' { '_' } else { c }).collect();
    (2..=LONGEST).contains(&letters.len()).then_some(letters)
}

/// Edits between two words: letters put in, left out, exchanged, or swapped with a neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &letter) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, &other) in b.iter().enumerate() {
            let exchanged = last[j] + usize::from(letter != other);
            row[j + 1] = exchanged.min(last[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && letter == b[j - 1] && a[i - 1] == other;
            if swapped {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    const TYPES: [&str; 4] = ["string", "integer", "datetime", "date"];

    #[test]
    fn one_mistake_of_each_kind() {
        assert_eq!(closest("strng", TYPES), Some("string"));
        assert_eq!(closest("strring", TYPES), Some("string"));
        assert_eq!(closest("strung", TYPES), Some("string"));
        assert_eq!(closest("stirng", TYPES), Some("string"));
        assert_eq!(closest("String", TYPES), Some("string"));
    }

    #[test]
    fn short_words_may_differ_by_one_letter() {
        assert_eq!(closest("dat", TYPES), Some("date"));
        assert_eq!(closest("dta", TYPES), None);
        assert_eq!(closest("d", TYPES), None);
    }

    #[test]
    fn far_words_are_not_guessed() {
        assert_eq!(closest("money", TYPES), None);
        assert_eq!(closest(&"s".repeat(1_000_000), TYPES), None);
    }

    #[test]
    fn dashes_are_underscores() {
        assert_eq!(closest("read-only", ["read_only", "write_only"]), Some("read_only"));
    }
}
