//! What a request would send.

#[cfg(unix)]
mod curl;
mod sent;
mod shown;
