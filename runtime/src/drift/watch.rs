//! What is noted while one answer is read.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Drift, walk};
use crate::{DecodeFault, Operation};

/// How much is noted of one answer. What opens maps is noted before what is in them, so that whatever
/// is noted has its whole path.
const MOST: usize = 1 << 16;

/// Notes for one answer, and whom to tell.
pub(crate) struct Watch {
    drift: Drift,
    operation: &'static Operation,
    notes: Mutex<Notes>,
}

#[derive(Default)]
struct Notes {
    noted: Vec<Note>,
    left_out: u64,
    /// Whether the answer was read, and whoever reads it again is not watched.
    is_over: bool,
}

/// Something about the value at an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Note {
    pub(super) at: usize,
    pub(super) what: What,
}

/// What there is to be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// The names in the object are keys, and may be data.
    Map,
    /// The object is a list with gaps.
    Items,
    /// It is a field that is not described.
    Field,
    /// It is null, which is not described.
    Null,
    /// It is of another kind than described.
    Misfit,
    /// The text that ends here is no value of its enumeration.
    ValueBefore,
}

impl What {
    /// Whether it says something only together with others.
    fn is_way(self) -> bool {
        matches!(self, Self::Map | Self::Items)
    }
}

impl Watch {
    pub(crate) fn new(drift: &Drift, operation: &'static Operation) -> Self {
        Self { drift: drift.clone(), operation, notes: Mutex::default() }
    }

    /// Notes for another text that came with the same answer.
    pub(crate) fn again(&self) -> Self {
        Self::new(&self.drift, self.operation)
    }

    /// The operation that is answered.
    pub(super) fn operation(&self) -> &'static str {
        self.operation.name
    }

    pub(crate) fn drift(&self) -> &Drift {
        &self.drift
    }

    #[cold]
    pub(crate) fn note(&self, at: usize, what: What) {
        let mut notes = self.notes();
        match notes.noted.len() {
            _ if notes.is_over => {}
            0..MOST => notes.noted.push(Note { at, what }),
            _ => notes.left_out += u64::from(!what.is_way()),
        }
    }

    /// Tells of what was noted while this text was read, which stands below this path.
    pub(crate) fn tell(&self, text: &[u8], below: &str, fault: Option<&DecodeFault>) {
        if let Some(DecodeFault::Invalid(invalid)) = fault {
            self.note(invalid.offset(), What::Misfit);
        }
        let over = Notes { is_over: true, ..Notes::default() };
        let Notes { mut noted, left_out, .. } = std::mem::replace(&mut *self.notes(), over);
        if noted.iter().all(|note| note.what.is_way()) {
            return;
        }
        // Some parts are read twice.
        noted.sort_unstable();
        noted.dedup();
        self.drift.take(self.operation(), walk::found(text, below, &noted), left_out);
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
