//! Errors of hyper and of what is below it, sorted by what they mean.

use std::{error::Error, io, iter};

use super::{TransportError, TransportErrorKind as Kind};

/// What kept an answer from coming.
pub(super) fn request_failure(error: hyper_util::client::legacy::Error) -> TransportError {
    if let Some(fault) = request_body_fault(&error) {
        return fault.clone();
    }
    let (kind, message) = match sort(&error) {
        Kind::Io | Kind::Other if error.is_connect() => (Kind::Connect, "no connection came about"),
        kind => (kind, what_happened(kind)),
    };
    describe(kind, message, error)
}

/// What reading the request's own body failed with, which says all there is to say.
fn request_body_fault<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e TransportError> {
    chain(error)
        .find_map(|error| error.downcast_ref::<TransportError>())
        .filter(|error| error.kind() == Kind::RequestBody)
}

/// What kept the rest of a body from coming.
pub(super) fn body_failure(error: hyper::Error) -> TransportError {
    let kind = sort(&error);
    describe(kind, what_happened(kind), error)
}

/// The innermost error says what happened; those around it say where in hyper it passed.
fn describe(
    kind: Kind,
    message: &str,
    error: impl Into<Box<dyn Error + Send + Sync>>,
) -> TransportError {
    let error = error.into();
    let text = match chain(&*error).last() {
        Some(innermost) => format!("{message}: {innermost}"),
        None => message.to_owned(),
    };
    TransportError::new(kind, text).with_source(error)
}

fn sort(error: &(dyn Error + 'static)) -> Kind {
    let mut kind = Kind::Other;
    for error in chain(error) {
        if let Some(error) = error.downcast_ref::<TransportError>() {
            return error.kind();
        }
        if error.is::<rustls::Error>() {
            return Kind::Tls;
        }
        if let Some(error) = error.downcast_ref::<hyper::Error>()
            && (error.is_incomplete_message() || error.is_closed() || error.is_canceled())
        {
            kind = Kind::Closed;
        }
        if let Some(error) = error.downcast_ref::<io::Error>()
            && kind == Kind::Other
        {
            kind = sort_io(error.kind());
        }
    }
    kind
}

fn sort_io(kind: io::ErrorKind) -> Kind {
    match kind {
        io::ErrorKind::TimedOut => Kind::Timeout,
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Kind::Closed,
        _ => Kind::Io,
    }
}

fn what_happened(kind: Kind) -> &'static str {
    match kind {
        Kind::Connect => "no connection came about",
        Kind::ConnectTimeout => "no connection came about in time",
        Kind::Proxy => "the proxy could not be used",
        Kind::Tls => "no encrypted connection came about",
        Kind::Timeout => "time was up",
        Kind::Closed => "the connection was closed",
        Kind::Io => "reading or writing failed",
        Kind::Credentials => "there are no credentials to send",
        Kind::RequestBody => "the body of the request could not be read",
        Kind::Other => "the exchange failed",
    }
}

/// An error and its causes; those that an I/O error wraps, and hides from `source`, included.
fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    iter::successors(Some(error), |&error| match error.downcast_ref::<io::Error>() {
        Some(io) => io.get_ref().map(|wrapped| wrapped as &(dyn Error + 'static)),
        None => error.source(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, describe, io, sort};

    #[test]
    fn an_error_is_found_below_the_io_errors_around_it() {
        let tls = rustls::Error::General("no".to_owned());
        let error = io::Error::other(io::Error::new(io::ErrorKind::InvalidData, tls));
        assert_eq!(sort(&error), Kind::Tls);
        let text = describe(Kind::Tls, "no encrypted connection came about", error).to_string();
        assert!(text.starts_with("no encrypted connection came about: "), "{text}");
        assert!(text.ends_with("no"), "{text}");
    }

    #[test]
    fn connections_that_close_are_told_from_other_faults() {
        for (io, expected) in [
            (io::ErrorKind::ConnectionReset, Kind::Closed),
            (io::ErrorKind::UnexpectedEof, Kind::Closed),
            (io::ErrorKind::TimedOut, Kind::Timeout),
            (io::ErrorKind::PermissionDenied, Kind::Io),
        ] {
            assert_eq!(sort(&io::Error::from(io)), expected, "{io:?}");
        }
    }
}
