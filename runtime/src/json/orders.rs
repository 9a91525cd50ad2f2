//! In which order the members of objects came so far.

use std::cell::Cell;

use super::{index::Index, object::Slots};

thread_local! {
    /// What readers of this thread have learnt, while none of them has it.
    static LEARNT: Cell<Vec<Order>> = const { Cell::new(Vec::new()) };
}

/// How many shapes are remembered from one text to the next.
const MOST: usize = 64;

/// Remembers, for every shape of object, which member came after which.
///
/// A server writes all objects of a kind in one order, which is not that of the slots. What is
/// remembered is only where to look first: a wrong guess costs a search and nothing else.
///
/// An answer that holds a single object would teach nobody, so what was learnt stays with the thread
/// and is there for its next text.
#[derive(Default)]
pub(super) struct Orders {
    shapes: Vec<Order>,
    /// The shape that was looked for last.
    last: usize,
}

struct Order {
    /// Tells shapes apart: how many slots there are, and where the name of the last one lies.
    shape: (usize, usize),
    /// The slot that came first, then for every slot the one that came after it.
    next: Vec<u16>,
    /// Made when a member came that was not expected.
    index: Option<Index>,
}

impl Orders {
    /// What this thread has learnt, until it is dropped.
    pub(super) fn learnt() -> Self {
        Self { shapes: LEARNT.try_with(Cell::take).unwrap_or_default(), last: 0 }
    }

    /// The number of the order of these slots.
    pub(super) fn of(&mut self, slots: &Slots<'_>) -> usize {
        let shape = (slots.len(), slots.last().map_or(0, |(name, _)| name.as_ptr().addr()));
        // Most objects have the shape of the last one, or that which came after it before.
        let (before, after) = self.shapes.split_at_checked(self.last).unwrap_or_default();
        let is_it = |order: &Order| order.shape == shape;
        let known = after.iter().position(is_it).map(|place| self.last + place);
        if let Some(known) = known.or_else(|| before.iter().position(is_it)) {
            self.last = known;
            return known;
        }
        // Of more slots than can be numbered nothing is remembered.
        let next = u16::try_from(slots.len()).map(|count| (0..=count).collect());
        self.last = self.shapes.len();
        self.shapes.push(Order { shape, next: next.unwrap_or_default(), index: None });
        self.last
    }

    /// The slot to try first after `after` members or slots.
    #[inline]
    pub(super) fn expected(&self, order: usize, after: usize) -> usize {
        let next = self.shapes.get(order).and_then(|order| order.next.get(after));
        next.map_or(usize::MAX, |&slot| slot.into())
    }

    /// Where the slots of this order are, which are these.
    #[inline]
    pub(super) fn index(&mut self, order: usize, slots: &Slots<'_>) -> Option<&Index> {
        let order = self.shapes.get_mut(order)?;
        if order.index.is_none() {
            order.index = Some(Index::new(slots));
        }
        order.index.as_ref()
    }

    /// Remembers what came.
    pub(super) fn learn(&mut self, order: usize, after: usize, slot: usize) {
        let next = self.shapes.get_mut(order).and_then(|order| order.next.get_mut(after));
        if let (Some(next), Ok(slot)) = (next, u16::try_from(slot)) {
            *next = slot;
        }
    }

    /// Leaves what was learnt with the thread.
    #[inline(never)]
    fn give_back(&mut self) {
        // A reader within another one has less to give back, and does so before the other one.
        if self.shapes.len() <= MOST {
            let shapes = std::mem::take(&mut self.shapes);
            // A thread that ends needs nothing any more.
            let _ = LEARNT.try_with(|learnt| learnt.set(shapes));
        }
    }
}

/// A copy begins without memory.
impl Clone for Orders {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What was learnt is there for the next reader of this thread.
impl Drop for Orders {
    #[inline]
    fn drop(&mut self) {
        // Most copies of a reader have nothing to give back, and there are many.
        if !self.shapes.is_empty() {
            self.give_back();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::{MOST, Orders};
    use crate::json::Decode;

    static NAMES: [&str; 3] = ["a", "b", "c"];

    /// The order of so many of the slots.
    fn order_of(orders: &mut Orders, count: usize) -> usize {
        let mut values = [0_u64; 3];
        let slots = values.iter_mut().map(|slot| slot as &mut dyn Decode);
        orders.of(&NAMES.into_iter().zip(slots).take(count).collect::<Vec<_>>())
    }

    /// On a thread of its own, which has learnt nothing yet.
    fn alone(test: fn()) {
        thread::spawn(test).join().unwrap();
    }

    #[test]
    fn the_next_text_of_a_thread_begins_with_what_the_last_one_taught() {
        alone(|| {
            let mut orders = Orders::learnt();
            let order = order_of(&mut orders, 3);
            assert_eq!(orders.expected(order, 0), 0);
            orders.learn(order, 0, 2);
            drop(orders.clone());
            drop(orders);
            let mut orders = Orders::learnt();
            let order = order_of(&mut orders, 3);
            assert_eq!((orders.expected(order, 0), orders.expected(order, 1)), (2, 1));
            alone(|| {
                let mut others = Orders::learnt();
                let order = order_of(&mut others, 3);
                assert_eq!(others.expected(order, 0), 0);
            });
        });
    }

    #[test]
    fn shapes_are_told_apart_in_whatever_order_they_come() {
        let mut orders = Orders::default();
        let seen = [1, 2, 3, 3, 1, 2, 0, 1, 0].map(|count| order_of(&mut orders, count));
        assert_eq!(seen, [0, 1, 2, 2, 0, 1, 3, 0, 3]);
    }

    #[test]
    fn more_shapes_than_a_program_has_are_forgotten() {
        alone(|| {
            let mut orders = Orders::learnt();
            let mut value = 0_u64;
            for _ in 0..=MOST {
                // Every text is in a place of its own.
                let name: &'static str = Box::leak(Box::from("name"));
                orders.of(&[(name, &mut value)]);
            }
            drop(orders);
            assert_eq!(order_of(&mut Orders::learnt(), 1), 0);
        });
    }
}
