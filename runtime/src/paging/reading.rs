//! A list on its way: some pages asked for ahead, their answers taken in order.

use std::{
    collections::VecDeque,
    task::{Context, Poll},
};

use super::{
    cursor::{Came, Cursor},
    known::Novelty,
};
use crate::{
    DecodeFault, Request, Response,
    error::Failure,
    future::{Answer, answer},
};

/// More pages than this are not asked for at once, whatever is wished.
const MOST_IN_FLIGHT: usize = 64;

/// Reads a list, whatever its items are.
pub(super) struct Reading {
    pub(super) cursor: Cursor,
    /// The answer for the page that comes next, and those for the pages behind it.
    asked: VecDeque<Asked>,
    in_flight: usize,
}

enum Asked {
    Waiting(Answer),
    Answered(Result<Response, Failure>),
}

impl Reading {
    pub(super) fn new(request: Request) -> Self {
        Self { cursor: Cursor::new(request), asked: VecDeque::new(), in_flight: 1 }
    }

    pub(super) fn set_in_flight(&mut self, pages: usize) {
        self.in_flight = pages.clamp(1, MOST_IN_FLIGHT);
    }

    /// The answer for the page that comes next; none at the end of the list.
    pub(super) fn poll_answer(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Response, Failure>>> {
        self.ask(self.in_flight);
        self.poll_all(context);
        match self.asked.pop_front() {
            Some(Asked::Answered(answer)) => Poll::Ready(Some(answer)),
            Some(waiting) => {
                self.asked.push_front(waiting);
                Poll::Pending
            }
            None => Poll::Ready(None),
        }
    }

    /// Takes the page that was answered, and asks for what comes behind it; none if nothing of it is to
    /// be handed out.
    pub(super) fn take(
        &mut self,
        came: &Came<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Novelty>, DecodeFault> {
        let next = self.cursor.page().checked_add(1);
        let novelty = self.cursor.take(came)?;
        if self.cursor.has_ended() || Some(self.cursor.page()) != next {
            self.asked.clear();
        }
        if novelty.is_some() && self.cursor.may_ask_ahead(self.cursor.page()) {
            self.ask(self.in_flight - 1);
            self.poll_all(context);
        }
        Ok(novelty)
    }

    /// Ends the list, and takes back what was asked for.
    pub(super) fn end(&mut self) {
        self.cursor.end();
        self.asked.clear();
    }

    /// Lets the answers come that are waited for.
    ///
    /// What is not polled stands still, and runs into its time-out.
    pub(super) fn poll_all(&mut self, context: &mut Context<'_>) {
        for asked in &mut self.asked {
            if let Asked::Waiting(waiting) = asked
                && let Poll::Ready(answer) = waiting.as_mut().poll(context)
            {
                *asked = Asked::Answered(answer);
            }
        }
    }

    /// Asks for pages until so many are on their way.
    fn ask(&mut self, pages: usize) {
        while self.asked.len() < pages {
            let next = self.cursor.page().checked_add(self.asked.len() as u64);
            match next.and_then(|page| self.cursor.request(page)) {
                Some(request) => self.asked.push_back(Asked::Waiting(answer(request))),
                None => break,
            }
        }
    }
}
