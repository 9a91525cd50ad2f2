//! The names of members: which slot each of them means.

use std::borrow::Cow;

use super::{invalid::Invalid, object::Slots, reader::JsonReader};

/// Where a member goes.
pub(super) enum Member<'a> {
    /// Into the slot at this place.
    Of(usize),
    /// Nowhere: no slot has this name.
    Unknown(Cow<'a, str>),
}

impl<'a> JsonReader<'a> {
    /// Reads the name of a member, with its colon, and finds its slot.
    ///
    /// Servers write the members of all objects of a kind in one order, so what came here the last
    /// time is tried before the name is even looked at. Most other names need not be read either:
    /// the index knows whom to compare them with.
    #[inline]
    pub(super) fn member(
        &mut self,
        slots: &Slots<'_>,
        order: usize,
        after: usize,
    ) -> Result<Member<'a>, Invalid> {
        let expected = self.orders.expected(order, after);
        let is_next = slots.get(expected).is_some_and(|(name, _)| self.take_name(name));
        let taken = if is_next { Some(expected) } else { self.take_indexed(slots, order, after) };
        let Some(slot) = taken else {
            return self.spelled_member(slots);
        };
        self.colon()?;
        Ok(Member::Of(slot))
    }

    /// The same where the name has to be read: nobody knows it, it has escapes, or it stands at the
    /// very end of the text.
    #[inline(never)]
    fn spelled_member(&mut self, slots: &Slots<'_>) -> Result<Member<'a>, Invalid> {
        let name = self.key()?;
        self.colon()?;
        let slot = slots.iter().position(|(known, _)| *known == name);
        Ok(slot.map_or(Member::Unknown(name), Member::Of))
    }

    /// Consumes the name of a member if a slot has it, spelled without escapes, and remembers that it
    /// came here.
    #[inline(never)]
    fn take_indexed(&mut self, slots: &Slots<'_>, order: usize, after: usize) -> Option<usize> {
        let word = *self.rest().get(1..)?.first_chunk()?;
        let index = self.orders.index(order, slots)?;
        let mut place = index.first(word);
        loop {
            let slot = index.slot(place)?;
            if let Some(end) = end_of_name(self.text.as_bytes(), self.at, slots.get(slot)?.0) {
                self.at = end;
                self.orders.learn(order, after, slot);
                return Some(slot);
            }
            place = index.next(place);
        }
    }

    /// Consumes the name of a member if it is this one, spelled without escapes.
    #[inline]
    fn take_name(&mut self, name: &str) -> bool {
        let end = end_of_name(self.text.as_bytes(), self.at, name);
        if let Some(end) = end {
            self.at = end;
        }
        end.is_some()
    }
}

/// Where the name that starts here in quotes ends, if it is this one, spelled without escapes.
#[inline]
fn end_of_name(text: &[u8], start: usize, name: &str) -> Option<usize> {
    let (first, quote) = (start + 1, start + 1 + name.len());
    // The quotes are compared first: they seldom both fit another name.
    let is_it = text.get(quote) == Some(&b'"')
        && text.get(start) == Some(&b'"')
        && text.get(first..quote) == Some(name.as_bytes());
    is_it.then_some(quote + 1)
}
