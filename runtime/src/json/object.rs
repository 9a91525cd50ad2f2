//! Objects whose members are known: each goes into its slot.

use std::borrow::Cow;

use super::{decode::Decode, extra::Extra, invalid::Invalid, reader::JsonReader};
use crate::drift::What;

type Slots<'s> = [(&'static str, &'s mut dyn Decode)];

/// What becomes of members without a slot.
enum Others<'e> {
    /// They are skipped: nobody says that the slots are all that there is.
    Left,
    /// They are noted where somebody watches, and kept where that was asked for.
    Unknown(Option<&'e mut Extra>),
}

/// Where a member goes.
enum Member<'a> {
    /// Into the slot at this place.
    Of(usize),
    /// Nowhere: no slot has this name.
    Unknown(Cow<'a, str>),
}

impl<'a> JsonReader<'a> {
    /// Reads an object into the slots of its members.
    ///
    /// Members without a slot are skipped, slots without a member keep what they hold. Of members
    /// with the same name the last one counts. `null` and `[]` set all slots to what `null` means
    /// for them.
    ///
    /// # Errors
    ///
    /// When the next value is nothing of that, or when a slot does not take its member.
    pub fn object(&mut self, slots: &mut [(&'static str, &mut dyn Decode)]) -> Result<(), Invalid> {
        self.fill(slots, &mut Others::Left)
    }

    /// Reads an object into the slots of its members, as [`object`](Self::object) does, and all
    /// other members into `extra`, if this reader [keeps](Self::keeps_unknown) them.
    ///
    /// What `extra` held before is dropped.
    ///
    /// # Errors
    ///
    /// Those of [`object`](Self::object).
    pub fn object_and(
        &mut self,
        slots: &mut [(&'static str, &mut dyn Decode)],
        extra: &mut Extra,
    ) -> Result<(), Invalid> {
        *extra = Extra::default();
        let keeps = self.keeps_unknown;
        self.fill(slots, &mut Others::Unknown(keeps.then_some(extra)))
    }

    /// Reads an object into slots, and what has none into the rest.
    fn fill(&mut self, slots: &mut Slots<'_>, others: &mut Others<'_>) -> Result<(), Invalid> {
        if self.byte() != Some(b'{') {
            self.no_object()?;
            slots.iter_mut().for_each(|(_, slot)| reset(&mut **slot));
            return Ok(());
        }
        let order =
            slots.last().map(|(name, _)| *name).map(|name| self.orders.of(slots.len(), name));
        let order = order.unwrap_or(usize::MAX);
        let mut filled = Filled::new(slots.len());
        // 0 for the start of the object, else the number of the slot that was filled last, from 1.
        let mut after = 0;
        let mut more = self.open(b'}')?;
        while more {
            let expected = self.orders.expected(order, after);
            let member = self.member(slots, expected, after)?;
            self.colon()?;
            match member {
                Member::Of(index) => {
                    if index != expected {
                        self.orders.learn(order, after, index);
                    }
                    if let Some((name, slot)) = slots.get_mut(index) {
                        if filled.again(index) {
                            reset(&mut **slot);
                        }
                        slot.decode(self).map_err(|invalid| invalid.in_member(name))?;
                    }
                    after = index + 1;
                }
                Member::Unknown(name) => self.other(&name, others)?,
            }
            more = self.more(b'}')?;
        }
        Ok(())
    }

    /// Reads a member without a slot.
    fn other(&mut self, name: &str, others: &mut Others<'_>) -> Result<(), Invalid> {
        if let Others::Unknown(_) = others {
            self.note(What::Field);
        }
        let read = match others {
            Others::Unknown(Some(extra)) => extra.read(name, self),
            Others::Unknown(None) | Others::Left => self.skip(),
        };
        read.map_err(|invalid| invalid.in_member(name))
    }

    /// Reads the name of a member and finds its slot.
    ///
    /// Servers nearly always send members in the order of the description, so the slot after the
    /// last one is tried before the name is even looked at.
    #[inline]
    fn member(
        &mut self,
        slots: &Slots<'_>,
        expected: usize,
        after: usize,
    ) -> Result<Member<'a>, Invalid> {
        if slots.get(expected).is_some_and(|(name, _)| self.take_key(name)) {
            return Ok(Member::Of(expected));
        }
        let name = self.key()?;
        Ok(find(slots, &name, after).map_or(Member::Unknown(name), Member::Of))
    }

    /// Consumes the name of a member if it is this one, spelled without escapes.
    #[inline]
    fn take_key(&mut self, name: &str) -> bool {
        let bytes = self.text.as_bytes();
        let (start, end) = (self.at + 1, self.at + 1 + name.len());
        // The quotes are compared first: they seldom both fit another name.
        let is_next = bytes.get(end) == Some(&b'"')
            && bytes.get(self.at) == Some(&b'"')
            && bytes.get(start..end) == Some(name.as_bytes());
        if is_next {
            self.at = end + 1;
        }
        is_next
    }
}

/// The slot of a member: mostly one of those that follow the last one.
fn find(slots: &Slots<'_>, name: &str, expected: usize) -> Option<usize> {
    let (before, after) = slots.split_at_checked(expected)?;
    match position(after, name) {
        Some(index) => Some(expected + index),
        None => position(before, name),
    }
}

fn position(slots: &Slots<'_>, name: &str) -> Option<usize> {
    slots.iter().position(|(slot, _)| *slot == name)
}

/// Sets a slot to what `null` means for it, so that a repeated member leaves no trace.
#[cold]
fn reset(slot: &mut dyn Decode) {
    // A type that does not take `null` has nothing to be reset to.
    let _ = slot.decode(&mut JsonReader::of("null"));
}

/// Which slots were filled.
struct Filled {
    first: u128,
    rest: Vec<bool>,
}

impl Filled {
    fn new(count: usize) -> Self {
        Self { first: 0, rest: vec![false; count.saturating_sub(128)] }
    }

    /// Notes that a slot is filled; whether it was before.
    #[inline]
    fn again(&mut self, index: usize) -> bool {
        if index < 128 {
            let bit = 1 << index;
            let was = self.first & bit != 0;
            self.first |= bit;
            return was;
        }
        self.rest.get_mut(index - 128).is_some_and(|filled| std::mem::replace(filled, true))
    }
}
