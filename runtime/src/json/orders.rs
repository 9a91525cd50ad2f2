//! In which order the members of objects came so far.

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
}

impl Orders {
    /// The order of this shape.
    pub(super) fn of(&mut self, count: usize, last: &'static str) -> usize {
        let shape = (count, last.as_ptr().addr());
        if let Some(known) = self.0.iter().position(|order| order.shape == shape) {
            return known;
        }
        let next = (0..=count).map(|slot| u16::try_from(slot).unwrap_or(u16::MAX)).collect();
        self.0.push(Order { shape, next });
        self.0.len() - 1
    }

    /// The slot to try first after `after` members or slots.
    #[inline]
    pub(super) fn expected(&self, order: usize, after: usize) -> usize {
        let next = self.0.get(order).and_then(|order| order.next.get(after));
        next.map_or(usize::MAX, |&slot| slot.into())
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
