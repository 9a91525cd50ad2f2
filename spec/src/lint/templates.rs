//! Whether two path templates can match the same path.

use crate::api::{Api, Path, Segment, Type, TypeKind};

/// Whether there is a path that both templates match. A parameter matches whatever its type allows:
/// digits, the values of an enumeration, or any text that is not empty.
pub(super) fn overlap(api: &Api, a: &Path, b: &Path) -> bool {
    let is_alike = |(one, other): (&Vec<Segment>, &Vec<Segment>)| {
        // By far the most pairs of operations differ here.
        if let ([Segment::Text(one)], [Segment::Text(other)]) = (one.as_slice(), other.as_slice()) {
            return one == other;
        }
        let (one, other) = (texts(api, a, one), texts(api, b, other));
        one.iter().any(|one| other.iter().any(|other| common_text(one, other)))
    };
    a.segments.len() == b.segments.len() && a.segments.iter().zip(&b.segments).all(is_alike)
}

/// How many segments of a path have no parameter.
pub(super) fn fixed_segments(path: &Path) -> usize {
    let is_fixed = |piece: &Segment| matches!(piece, Segment::Text(_));
    path.segments.iter().filter(|segment| segment.iter().all(is_fixed)).count()
}

/// A letter, or whatever a parameter stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Letter(char),
    /// At least one digit.
    Digits,
    /// At least one letter of any kind.
    Letters,
}

/// What a segment can be: one pattern, or one for each value of an enumeration that it consists of.
fn texts(api: &Api, path: &Path, segment: &[Segment]) -> Vec<Vec<Piece>> {
    if let [Segment::Parameter(at)] = segment
        && let Some(Type::Named(id)) = path.parameters.get(*at).map(|it| &it.ty)
        && let TypeKind::Enum(values) = &api[*id].kind
    {
        return values.iter().map(|it| letters(&it.value)).collect();
    }
    let mut pieces = Vec::new();
    for piece in segment {
        match piece {
            Segment::Text(text) => pieces.extend(letters(text)),
            Segment::Parameter(at) => {
                let ty = path.parameters.get(*at).map(|it| &it.ty);
                let is_number = matches!(ty, Some(Type::Id(_) | Type::Integer));
                pieces.push(if is_number { Piece::Digits } else { Piece::Letters });
            }
        }
    }
    vec![pieces]
}

fn letters(text: &str) -> Vec<Piece> {
    text.chars().map(Piece::Letter).collect()
}

impl Piece {
    /// Whether it goes on after its first letter.
    fn goes_on(self) -> bool {
        matches!(self, Self::Digits | Self::Letters)
    }

    /// Whether there is a letter that both can be.
    fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Letter(a), Self::Letter(b)) => a == b,
            (Self::Letter(a), Self::Digits) | (Self::Digits, Self::Letter(a)) => a.is_ascii_digit(),
            _ => true,
        }
    }
}

/// Whether a text fits both. Row by row: `fits[j]` says whether a text can fit what was seen of `a`
/// and the first `j` pieces of `b`, where a parameter has taken at least one letter.
fn common_text(a: &[Piece], b: &[Piece]) -> bool {
    let mut fits = vec![false; b.len() + 1];
    if let Some(start) = fits.first_mut() {
        *start = true;
    }
    for &from_a in a {
        // Rows have one place more than `b` has pieces.
        let mut row = vec![false; b.len() + 1];
        for (j, &from_b) in b.iter().enumerate() {
            let (before, above, left) = (fits[j], fits[j + 1], row[j]);
            // Both take a letter, each as its first one or, where it goes on, as one more.
            let is_reached = before || (from_b.goes_on() && above) || (from_a.goes_on() && left);
            row[j + 1] = is_reached && from_a.meets(from_b);
        }
        fits = row;
    }
    fits.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::{Piece, common_text};

    fn pieces(text: &str) -> Vec<Piece> {
        let piece = |c| match c {
            '*' => Piece::Letters,
            '#' => Piece::Digits,
            letter => Piece::Letter(letter),
        };
        text.chars().map(piece).collect()
    }

    #[test]
    fn texts_and_parameters() {
        for (a, b, expected) in [
            ("a", "a", true),
            ("a", "b", false),
            ("*", "abc", true),
            ("*_labels", "ticket_labels", true),
            ("*_labels", "_labels", false),
            ("*_labels", "ticket_label", false),
            ("*.js", "*.css", false),
            ("a*", "*b", true),
            ("a*b", "ab", false),
            ("*.*", "a.b", true),
            ("*.*", "ab", false),
            ("*.*", "x*", true),
            ("#", "online", false),
            ("#", "2024", true),
            ("#", "*", true),
            ("#.js", "12.js", true),
            ("#.js", "1a.js", false),
        ] {
            assert_eq!(common_text(&pieces(a), &pieces(b)), expected, "{a} and {b}");
            assert_eq!(common_text(&pieces(b), &pieces(a)), expected, "{b} and {a}");
        }
    }
}
