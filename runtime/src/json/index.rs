//! Finding a slot by the start of its name.

use super::object::Slots;

/// Where the slots of a shape are: a table of hashes, more than half of it empty.
///
/// What is hashed is the first word of a name as it stands in a text, so that nobody has to look
/// for the end of the name. It says where to look and no more: names are compared by who asks.
pub(super) struct Index(Box<[u16]>);

const EMPTY: u16 = u16::MAX;

impl Index {
    /// The index of these slots, as far as they can be numbered.
    // Apart from those who look, so that they need not make room for what is done once.
    #[inline(never)]
    pub(super) fn new(slots: &Slots<'_>) -> Self {
        let mut index = Self(vec![EMPTY; (slots.len() * 2 + 1).next_power_of_two()].into());
        for (slot, (name, _)) in (0..EMPTY).zip(slots) {
            let mut place = index.first(word_of(name));
            while index.slot(place).is_some() {
                place = index.next(place);
            }
            if let Some(free) = index.0.get_mut(place) {
                *free = slot;
            }
        }
        index
    }

    /// The slot at a place of the table.
    #[inline]
    pub(super) fn slot(&self, place: usize) -> Option<usize> {
        self.0.get(place).filter(|&&slot| slot != EMPTY).map(|&slot| slot.into())
    }

    /// Where to look first.
    #[inline]
    pub(super) fn first(&self, word: [u8; 8]) -> usize {
        let hash = up_to_quote(u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // Only the highest bits of a product depend on all of the word.
        hash.swap_bytes() as usize & self.0.len().wrapping_sub(1)
    }

    /// Where to look next.
    #[inline]
    pub(super) fn next(&self, place: usize) -> usize {
        (place + 1) & self.0.len().wrapping_sub(1)
    }
}

/// The first word of a name and of the quote behind it.
fn word_of(name: &str) -> [u8; 8] {
    if let Some(word) = name.as_bytes().first_chunk() {
        return *word;
    }
    let mut word = [b'"'; 8];
    word.iter_mut().zip(name.bytes()).for_each(|(byte, of)| *byte = of);
    word
}

/// The word without what stands behind its first quote.
#[inline]
fn up_to_quote(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    let others = word ^ (ONES * 0x22);
    // The lowest bit that is set here is the highest one of the first quote.
    let quotes = others.wrapping_sub(ONES) & !others & (ONES * 0x80);
    word & (quotes ^ quotes.wrapping_sub(1))
}

#[cfg(test)]
mod tests {
    use super::{Index, word_of};
    use crate::json::Decode;

    /// The slots that are looked at for a text that begins so.
    fn candidates(index: &Index, text: &[u8; 8]) -> Vec<usize> {
        let mut place = index.first(*text);
        let slots = std::iter::from_fn(|| {
            let slot = index.slot(place)?;
            place = index.next(place);
            Some(slot)
        });
        slots.collect()
    }

    #[test]
    fn names_are_found_by_how_a_text_begins() {
        let names =
            ["", "id", "ref", "seven_7", "eight_88", "date_created", "date_creator", "\u{e9}"];
        let mut values = [0_u64; 8];
        let slots = values.iter_mut().map(|slot| slot as &mut dyn Decode);
        let index = Index::new(&names.into_iter().zip(slots).collect::<Vec<_>>());
        for (slot, text) in [
            b"\":1,\"id\"",
            b"id\":\"a\"\"",
            b"ref\" : 1",
            b"seven_7\"",
            b"eight_88",
            b"date_cre",
            b"date_cre",
            b"\xC3\xA9\":[1]\"",
        ]
        .into_iter()
        .enumerate()
        {
            assert!(candidates(&index, text).contains(&slot), "{slot}");
        }
    }

    #[test]
    fn a_word_ends_with_the_quote_behind_a_name() {
        assert_eq!(&word_of("id")[..3], b"id\"");
        assert_eq!(&word_of("seven_7"), b"seven_7\"");
        assert_eq!(&word_of("date_created"), b"date_cre");
    }
}
