//! What became of the requests of a batch.

use std::{fmt, sync::Arc};

use super::{Queued, Sent, answers::Answers};
use crate::{
    DecodeError, DecodeFault, Error, FromResponse, Refused, RequestError, RequestFault, Response,
    drift::Watch, future::conclude, transport::RawResponse,
};

/// What became of the requests of a [`Batch`](super::Batch): for each an answer or an error of its
/// own.
pub struct BatchResults {
    batch: Arc<()>,
    sent: Vec<Sent>,
    /// None for a batch without requests.
    answers: Option<Answers>,
}

impl BatchResults {
    pub(super) fn new(batch: Arc<()>, sent: Vec<Sent>, answers: Answers) -> Self {
        Self { batch, sent, answers: Some(answers) }
    }

    pub(super) fn empty(batch: Arc<()>) -> Self {
        Self { batch, sent: Vec::new(), answers: None }
    }

    /// The answer to a request, as if it had been sent by itself.
    ///
    /// # Errors
    ///
    /// Those of the request; [`DecodeFault::NotInBatch`] when the helpdesk's answer holds nothing for
    /// it, so that nobody knows what became of it; and [`RequestFault::OtherBatch`] when it was added
    /// to another batch.
    pub fn take<A: FromResponse, E: Refused>(&self, queued: Queued<A, E>) -> Result<A, Error<E>> {
        let Some((sent, answers, answer)) = self.of(&queued) else {
            let fault = RequestFault::OtherBatch;
            return Err(Error::Request(Box::new(RequestError::new(queued.into_line(), fault))));
        };
        match answer {
            Some(raw) => {
                let response = Response::new(sent.line.clone(), raw.clone());
                let drift = answers.response().watch().map(Watch::drift);
                conclude(&response.keeping_unknown(sent.keeps_unknown).observed_by(drift))
            }
            None => {
                let response = answers.response().asked_by(sent.line.clone());
                Err(Error::Decode(Box::new(DecodeError::new(response, DecodeFault::NotInBatch))))
            }
        }
    }

    /// What was sent and what came for a request, if it was one of this batch.
    fn of<A, E>(&self, queued: &Queued<A, E>) -> Option<(&Sent, &Answers, Option<&RawResponse>)> {
        let place = queued.place_in(&self.batch)?;
        let answers = self.answers.as_ref()?;
        Some((self.sent.get(place)?, answers, answers.answer(place)))
    }

    /// The answer to the batch as a whole; `None` where it had no requests and was not sent.
    pub fn response(&self) -> Option<&Response> {
        self.answers.as_ref().map(Answers::response)
    }
}

impl fmt::Debug for BatchResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchResults")
            .field("requests", &self.sent.len())
            .field("response", &self.response())
            .finish()
    }
}
