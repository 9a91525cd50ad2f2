//! What a cassette keeps of what came for a request.

use http::{StatusCode, header};

use super::{
    content::{Content, Slots},
    headers::Headers,
    host::OwnHost,
};
use crate::{
    Decode, Encode, Invalid, JsonReader, Writer,
    mask::Mask,
    transport::{BodyEnd, RawResponse, TransportError, TransportErrorKind as Kind},
};

/// What came for a request, without its secrets.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    Answer(Answer),
    Failure(Failure),
}

#[derive(Debug, Clone, Default)]
pub(super) struct Answer {
    status: StatusCode,
    headers: Headers,
    content: Content,
    /// Whether the body was longer than the limit.
    is_too_large: bool,
    /// Why the body is not the whole.
    broken: Option<Failure>,
}

/// Why there was no answer, or not the whole of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Failure {
    kind: String,
    message: String,
}

impl Outcome {
    pub(super) fn of(outcome: &Result<RawResponse, TransportError>, mask: &Mask) -> Self {
        match outcome {
            Ok(raw) => Self::Answer(Answer::of(raw, mask)),
            Err(error) => Self::Failure(Failure::of(error, mask)),
        }
    }

    /// The same again.
    pub(super) fn replay(&self, host: &OwnHost) -> Result<RawResponse, TransportError> {
        match self {
            Self::Failure(failure) => Err(failure.to_error()),
            Self::Answer(answer) => Ok(RawResponse {
                status: answer.status,
                headers: answer.headers.to_map(host),
                body: answer.content.to_body(host),
                ended: match &answer.broken {
                    Some(failure) => BodyEnd::Broken(failure.to_error()),
                    None if answer.is_too_large => BodyEnd::TooLarge,
                    None => BodyEnd::Complete,
                },
            }),
        }
    }
}

impl Answer {
    fn of(raw: &RawResponse, mask: &Mask) -> Self {
        let RawResponse { status, headers, body, ended } = raw;
        let kind = headers.get(header::CONTENT_TYPE);
        Self {
            status: *status,
            headers: Headers::of(headers, mask),
            content: Content::of_answer(kind, body, mask),
            is_too_large: matches!(ended, BodyEnd::TooLarge),
            broken: match ended {
                BodyEnd::Broken(error) => Some(Failure::of(error, mask)),
                BodyEnd::Complete | BodyEnd::TooLarge => None,
            },
        }
    }
}

impl Failure {
    fn of(error: &TransportError, mask: &Mask) -> Self {
        Self { kind: format!("{:?}", error.kind()), message: mask.text(&error.to_string()) }
    }

    fn to_error(&self) -> TransportError {
        const KINDS: [Kind; 9] = [
            Kind::Connect,
            Kind::ConnectTimeout,
            Kind::Proxy,
            Kind::Tls,
            Kind::Timeout,
            Kind::Closed,
            Kind::Io,
            Kind::Credentials,
            Kind::RequestBody,
        ];
        let kind = KINDS.into_iter().find(|kind| format!("{kind:?}") == self.kind);
        TransportError::new(kind.unwrap_or(Kind::Other), self.message.clone())
    }
}

impl Encode for Answer {
    fn encode(&self, json: &mut Writer) {
        let (status, too_large) =
            (u64::from(self.status.as_u16()), self.is_too_large.then_some(true));
        self.content.with_members(|[raw, text, base64, form]| {
            json.object(&[
                ("status", &status),
                ("headers", &self.headers),
                raw,
                text,
                base64,
                form,
                ("too_large", &too_large),
                ("broken", &self.broken),
            ]);
        });
    }
}

impl Decode for Answer {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let (mut status, mut slots) = (0_u64, Slots::default());
        json.object(&mut [
            ("status", &mut status),
            ("headers", &mut self.headers),
            ("json", &mut slots.json),
            ("text", &mut slots.text),
            ("base64", &mut slots.base64),
            ("form", &mut slots.form),
            ("too_large", &mut self.is_too_large),
            ("broken", &mut self.broken),
        ])?;
        let status = u16::try_from(status).ok().and_then(|code| StatusCode::from_u16(code).ok());
        self.status =
            status.ok_or_else(|| Invalid::new("a status of HTTP", "none", json.offset()))?;
        self.content = slots.into_content(json)?;
        Ok(())
    }
}

impl Encode for Failure {
    fn encode(&self, json: &mut Writer) {
        json.object(&[("kind", &self.kind), ("message", &self.message)]);
    }
}

impl Decode for Failure {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [("kind", &mut self.kind), ("message", &mut self.message)])
    }
}
