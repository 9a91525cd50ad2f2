//! The recordings of a cassette, and the text that they are in its file.

use super::{
    error::Closest,
    layout::pretty,
    outcome::{Answer, Failure, Outcome},
    request::Request,
};
use crate::{Decode, Encode, Invalid, JsonReader, Writer, from_json, to_json};

/// The version of the file's layout.
const VERSION: u64 = 1;

/// All recordings of a cassette, in the order in which their requests were sent.
#[derive(Debug, Default)]
pub(super) struct Tape {
    /// What stands in the place of the helpdesk's host, if anything does.
    pub(super) host: Option<String>,
    /// Names of what is secret besides those that always are.
    pub(super) hidden: Vec<String>,
    pub(super) recordings: Vec<Recording>,
}

/// A request and what came for it.
#[derive(Debug, Default)]
pub(super) struct Recording {
    pub(super) request: Request,
    /// None while nothing has come yet.
    pub(super) outcome: Option<Outcome>,
    /// Whether it was replayed.
    pub(super) is_used: bool,
}

impl Tape {
    /// The text of a file.
    pub(super) fn to_text(&self) -> String {
        pretty(&to_json(self)) + "\n"
    }

    /// Reads the text of a file.
    pub(super) fn read(text: &[u8]) -> Result<Self, Invalid> {
        from_json(text)
    }

    /// What came for this request, from the first recording of it that was not replayed yet.
    ///
    /// Fails with the recording that comes closest, which may be one that was replayed.
    pub(super) fn replay(&mut self, request: &Request) -> Result<Outcome, Option<Closest>> {
        let mut closest: Option<(usize, Closest)> = None;
        for (place, recording) in self.recordings.iter_mut().enumerate() {
            let differences = request.differences(&recording.request);
            if differences.is_empty()
                && !recording.is_used
                && let Some(outcome) = &recording.outcome
            {
                recording.is_used = true;
                return Ok(outcome.clone());
            }
            let distance = differences.iter().map(|difference| difference.weight()).sum();
            if closest.as_ref().is_none_or(|(nearest, _)| distance < *nearest) {
                let request = recording.request.to_string();
                closest = Some((distance, Closest { place, request, differences }));
            }
        }
        Err(closest.map(|(_, closest)| closest))
    }
}

impl Encode for Tape {
    fn encode(&self, json: &mut Writer) {
        let hidden = Some(&self.hidden).filter(|names| !names.is_empty());
        let done = self.recordings.iter().filter(|recording| recording.outcome.is_some());
        let done: Vec<&Recording> = done.collect();
        json.object(&[
            ("cassette", &VERSION),
            ("host", &self.host),
            ("hidden", &hidden),
            ("recordings", &done),
        ]);
    }
}

impl Decode for Tape {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let mut version = 0;
        json.object(&mut [
            ("cassette", &mut version),
            ("host", &mut self.host),
            ("hidden", &mut self.hidden),
            ("recordings", &mut self.recordings),
        ])?;
        match version == VERSION {
            true => Ok(()),
            false => Err(Invalid::new("a cassette of version 1", "something else", json.offset())),
        }
    }
}

impl Encode for Recording {
    fn encode(&self, json: &mut Writer) {
        let (answer, failure): (Option<&Answer>, Option<&Failure>) = match &self.outcome {
            Some(Outcome::Answer(answer)) => (Some(answer), None),
            Some(Outcome::Failure(failure)) => (None, Some(failure)),
            None => (None, None),
        };
        json.object(&[("request", &self.request), ("answer", &answer), ("failure", &failure)]);
    }
}

impl Decode for Recording {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let (mut request, mut answer, mut failure) =
            (None::<Request>, None::<Answer>, None::<Failure>);
        json.object(&mut [
            ("request", &mut request),
            ("answer", &mut answer),
            ("failure", &mut failure),
        ])?;
        let missing = |what| Invalid::new(what, "none", json.offset());
        self.request = request.ok_or_else(|| missing("a request"))?;
        let outcome = match (answer, failure) {
            (Some(answer), _) => Outcome::Answer(answer),
            (None, Some(failure)) => Outcome::Failure(failure),
            (None, None) => return Err(missing("an answer or a failure")),
        };
        self.outcome = Some(outcome);
        Ok(())
    }
}
