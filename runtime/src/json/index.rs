//! Finding a slot by the start of its name.

use super::object::Slots;

/// Where the slots of a shape are: a table of hashes, more than half of it empty.
///
/// What is hashed is the first word of a name as it stands in a text, so that nobody has to look
/// for the end of the name. It says where to look and no more: names are compared by who asks.
pub(super) struct Index(Box<[u16]>);

const EMPTY: u16 = u16::MAX;

impl Index {
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
