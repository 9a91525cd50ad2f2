//! Objects whose members are known: each goes into its slot.

use super::{decode::Decode, extra::Extra, invalid::Invalid, member::Member, reader::JsonReader};
use crate::drift::What;

/// Names of members, and where their values go.
pub(super) type Slots<'s> = [(&'static str, &'s mut dyn Decode)];

/// What becomes of members without a slot.
enum Others<'e> {
    /// They are skipped: nobody says that the slots are all that there is.
    Left,
    /// They are noted where somebody watches, and kept where that was asked for.
    Unknown(Option<&'e mut Extra>),
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
        let order = self.orders.of(slots);
        let mut filled = Filled::new(slots.len());
        // 0 at the start of the object, else the slot that was filled last, counted from 1.
        let mut after = 0;
        let mut more = self.open(b'}')?;
        while more {
            match self.member(slots, order, after)? {
                Member::Of(slot) => {
                    if let Some((name, value)) = slots.get_mut(slot) {
                        if filled.again(slot) {
                            reset(&mut **value);
                        }
                        value.decode(self).map_err(|invalid| invalid.in_member(name))?;
                    }
                    after = slot + 1;
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
}

/// Sets a slot to what `null` means for it, so that a repeated member leaves no trace.
#[cold]
fn reset(slot: &mut dyn Decode) {
    // A type that does not take `null` has nothing to be reset to.
    let _ = slot.decode(&mut JsonReader::of("null"));
}

/// Which slots were filled.
struct Filled {
    first: [u64; 2],
    rest: Vec<bool>,
}

impl Filled {
    fn new(count: usize) -> Self {
        Self { first: [0; 2], rest: vec![false; count.saturating_sub(128)] }
    }

    /// Notes that a slot is filled; whether it was before.
    #[inline]
    fn again(&mut self, index: usize) -> bool {
        if let Some(word) = self.first.get_mut(index / 64) {
            let bit = 1 << (index % 64);
            let was = *word & bit != 0;
            *word |= bit;
            return was;
        }
        self.rest.get_mut(index - 128).is_some_and(|filled| std::mem::replace(filled, true))
    }
}
