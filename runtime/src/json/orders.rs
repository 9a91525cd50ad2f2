//! In which order the members of objects came so far.

use super::{index::Index, object::Slots};

/// Remembers, for every shape of object, which member came after which.
///
/// A server writes all objects of a kind in one order, which is not that of the slots. What is
/// remembered is only where to look first: a wrong guess costs a search and nothing else.
#[derive(Default)]
pub(super) struct Orders(Vec<Order>);

struct Order {
    /// Tells shapes apart: how many slots there are, and where the name of the last one lies.
    shape: (usize, usize),
    /// The slot that came first, then for every slot the one that came after it.
    next: Vec<u16>,
    /// Made when a member came that was not expected.
    index: Option<Index>,
}

impl Orders {
    /// The number of the order of these slots.
    pub(super) fn of(&mut self, slots: &Slots<'_>) -> usize {
        let shape = (slots.len(), slots.last().map_or(0, |(name, _)| name.as_ptr().addr()));
        if let Some(known) = self.0.iter().position(|order| order.shape == shape) {
            return known;
        }
        // Of more slots than can be numbered nothing is remembered.
        let next = u16::try_from(slots.len()).map(|count| (0..=count).collect());
        self.0.push(Order { shape, next: next.unwrap_or_default(), index: None });
        self.0.len() - 1
    }

    /// The slot to try first after `after` members or slots.
    #[inline]
    pub(super) fn expected(&self, order: usize, after: usize) -> usize {
        let next = self.0.get(order).and_then(|order| order.next.get(after));
        next.map_or(usize::MAX, |&slot| slot.into())
    }

    /// Where the slots of this order are, which are these.
    #[inline]
    pub(super) fn index(&mut self, order: usize, slots: &Slots<'_>) -> Option<&Index> {
        let order = self.0.get_mut(order)?;
        if order.index.is_none() {
            order.index = Some(Index::new(slots));
        }
        order.index.as_ref()
    }

    /// Remembers what came.
    pub(super) fn learn(&mut self, order: usize, after: usize, slot: usize) {
        let next = self.0.get_mut(order).and_then(|order| order.next.get_mut(after));
        if let (Some(next), Ok(slot)) = (next, u16::try_from(slot)) {
            *next = slot;
        }
    }
}

/// A copy begins without memory.
impl Clone for Orders {
    fn clone(&self) -> Self {
        Self::default()
    }
}
