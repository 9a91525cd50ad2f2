//! Errors of HTTP libraries and of what is below them, sorted by what they mean.

use std::{error::Error, io, iter};

use super::{TransportError, TransportErrorKind as Kind};

pub(super) type BoxError = Box<dyn Error + Send + Sync>;

/// What went wrong on a connection, or before there was one.
pub(super) fn failure(error: impl Into<BoxError>) -> TransportError {
    match error.into().downcast::<TransportError>() {
        Ok(error) => *error,
        Err(error) if is_about_connecting(&*error) => no_connection(error),
        Err(error) => describe(sort(&*error), error),
    }
}

/// What went wrong before there was a connection, so that nothing was sent.
pub(super) fn no_connection(error: impl Into<BoxError>) -> TransportError {
    let error = error.into();
    let kind = match sort(&*error) {
        Kind::Timeout => Kind::ConnectTimeout,
        Kind::Closed | Kind::Io | Kind::Other => Kind::Connect,
        kind => kind,
    };
    describe(kind, error)
}

/// Whether hyper says that it was still connecting.
fn is_about_connecting(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "hyper")]
    return chain(error)
        .filter_map(|error| error.downcast_ref::<hyper_util::client::legacy::Error>())
        .any(hyper_util::client::legacy::Error::is_connect);
    #[cfg(not(feature = "hyper"))]
    {
        let _ = error;
        false
    }
}

/// The innermost error says what happened; those around it say where in the library it passed.
pub(super) fn describe(kind: Kind, error: BoxError) -> TransportError {
    let own = chain(&*error).find_map(|error| error.downcast_ref::<TransportError>());
    if let Some(own) = own.filter(|own| own.kind() == Kind::RequestBody) {
        // It says all there is to say.
        return own.clone();
    }
    let message = own.map_or_else(|| what_happened(kind).to_owned(), ToString::to_string);
    let innermost = chain(&*error).last().map(ToString::to_string);
    let text = match innermost.filter(|innermost| *innermost != message) {
        Some(innermost) => format!("{message}: {innermost}"),
        None => message,
    };
    TransportError::new(kind, text).with_source(error)
}

fn sort(error: &(dyn Error + 'static)) -> Kind {
    let mut kind = Kind::Other;
    for error in chain(error) {
        if let Some(error) = error.downcast_ref::<TransportError>() {
            return error.kind();
        }
        #[cfg(any(feature = "hyper", feature = "reqwest"))]
        if let Some(error) = error.downcast_ref::<hyper::Error>()
            && (error.is_incomplete_message() || error.is_closed() || error.is_canceled())
        {
            kind = Kind::Closed;
        }
        if let Some(error) = error.downcast_ref::<io::Error>()
            && matches!(kind, Kind::Io | Kind::Other)
        {
            kind = sort_io(error);
        }
    }
    // Once there is an answer, it is hyper that looks at the data: chunks that are none, for one.
    #[cfg(any(feature = "hyper", feature = "reqwest"))]
    if kind == Kind::Tls && chain(error).any(|error| error.is::<hyper::Error>()) {
        return Kind::Io;
    }
    kind
}

fn sort_io(error: &io::Error) -> Kind {
    match error.kind() {
        io::ErrorKind::TimedOut => Kind::Timeout,
        // Those who encrypt are the only ones who look at what the data is.
        io::ErrorKind::InvalidData => Kind::Tls,
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Kind::Closed,
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable => Kind::Connect,
        _ if is_unknown_name(error) => Kind::Connect,
        _ => Kind::Io,
    }
}

/// Whether a host's name is known to nobody, which has no kind of its own.
fn is_unknown_name(error: &io::Error) -> bool {
    match error.raw_os_error() {
        // From `WSAHOST_NOT_FOUND` on.
        Some(code) => cfg!(windows) && matches!(code, 11_001..=11_004),
        None => error.to_string().starts_with("failed to lookup address information"),
    }
}

pub(super) fn what_happened(kind: Kind) -> &'static str {
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
pub(super) fn chain<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    iter::successors(Some(error), |&error| match error.downcast_ref::<io::Error>() {
        Some(io) => io.get_ref().map(|wrapped| wrapped as &(dyn Error + 'static)),
        None => error.source(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, TransportError, failure, io, no_connection, sort};

    #[test]
    fn an_error_is_found_below_the_io_errors_around_it() {
        let tls = io::Error::new(io::ErrorKind::InvalidData, "received corrupt message");
        let error = io::Error::other(tls);
        assert_eq!(sort(&error), Kind::Tls);
        assert_eq!(
            failure(error).to_string(),
            "no encrypted connection came about: received corrupt message"
        );
    }

    #[test]
    fn connections_that_close_are_told_from_other_faults() {
        for (io, expected) in [
            (io::ErrorKind::ConnectionReset, Kind::Closed),
            (io::ErrorKind::UnexpectedEof, Kind::Closed),
            (io::ErrorKind::TimedOut, Kind::Timeout),
            (io::ErrorKind::ConnectionRefused, Kind::Connect),
            (io::ErrorKind::PermissionDenied, Kind::Io),
        ] {
            assert_eq!(sort(&io::Error::from(io)), expected, "{io:?}");
        }
    }

    #[test]
    fn without_a_connection_nothing_was_sent() {
        for (io, expected) in [
            (io::ErrorKind::ConnectionReset, Kind::Connect),
            (io::ErrorKind::ConnectionRefused, Kind::Connect),
            (io::ErrorKind::TimedOut, Kind::ConnectTimeout),
            (io::ErrorKind::InvalidData, Kind::Tls),
        ] {
            assert_eq!(no_connection(io::Error::from(io)).kind(), expected, "{io:?}");
        }
    }

    #[test]
    fn what_has_a_message_already_keeps_it() {
        let proxy = TransportError::new(Kind::Proxy, "the proxy could not be used");
        let alone = failure(io::Error::other(proxy.clone()));
        assert_eq!(alone.to_string(), "the proxy could not be used");
        let caused = proxy.with_source(io::Error::other("it slept"));
        let error = no_connection(io::Error::other(caused));
        assert_eq!(error.kind(), Kind::Proxy);
        assert_eq!(error.to_string(), "the proxy could not be used: it slept");
    }
}
