//! One after the other, without a runtime.

use std::{
    future::poll_fn,
    sync::{Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
};

/// Lets one through at a time.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    taken: bool,
    waiting: Vec<Waker>,
}

/// A turn; it ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'t>(&'t Turns);

impl Turns {
    /// The next turn.
    pub(crate) async fn next(&self) -> Turn<'_> {
        poll_fn(|context| {
            let mut state = self.state();
            if state.taken {
                state.waiting.push(context.waker().clone());
                return Poll::Pending;
            }
            state.taken = true;
            Poll::Ready(Turn(self))
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.taken = false;
        // All of them, because the first may have been dropped meanwhile.
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Turns;

    #[tokio::test]
    async fn everybody_gets_a_turn_and_nobody_two_at_once() {
        let turns = Arc::new(Turns::default());
        let first = turns.next().await;
        let tasks: Vec<_> = (0..10)
            .map(|_| {
                let turns = Arc::clone(&turns);
                tokio::spawn(async move {
                    let _turn = turns.next().await;
                    assert!(turns.state().taken);
                    tokio::task::yield_now().await;
                })
            })
            .collect();
        tokio::task::yield_now().await;
        assert_eq!(turns.state().waiting.len(), 10);
        tasks[3].abort();
        drop(first);
        for (place, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await.is_ok(), place != 3);
        }
        assert!(!turns.state().taken);
    }
}
