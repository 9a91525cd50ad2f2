//! Answers of a real helpdesk, recorded once and replayed in tests.

mod content;
mod error;
mod file;
mod headers;
mod host;
mod layout;
mod mode;
mod outcome;
mod part;
mod raw;
mod request;
mod tape;
mod transport;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

pub use self::{
    error::{CassetteError, NotRecorded},
    transport::CassetteTransport,
};
use self::{mode::Mode, tape::Tape};
use super::Transport;
use crate::mask::{MASK, Mask};

/// Answers of a real helpdesk in a file, recorded once and replayed without a network.
///
/// A request is answered with the first recording of the same method, path, query, in whatever order,
/// and body that was not replayed yet; JSON is the same in any order of its members. The host does not
/// count. A request that was not recorded gets no answer, and the error names the recording that comes
/// closest. While it is replayed, time is [simulated](crate::clock::SimulatedClock).
///
/// # What is written
///
/// JSON that is meant to be read and reviewed, the same each time for the same answers. Bodies are in it
/// as JSON, text, the parts of a form, or base64; of JSON all is kept but white space. Failures, and
/// bodies that break off, are recorded as well.
///
/// Secrets are `***` before anything is written: all headers that were set by the caller, cookies, what
/// shows who asks, wherever else it occurs, and what a query, a form or JSON calls `password`, `token`,
/// `secret`, `api_key`, `authorization` or the like. Where that is no text but a number it becomes 0, so
/// that it can be read as before. What else is confidential has to be named with [`hide`](Self::hide)
/// or [`hide_text`](Self::hide_text); a look at the file before it is committed is never wrong. Nothing
/// is hidden within files and other binary bodies.
///
/// # Examples
///
/// ```no_run
/// use deskpro_runtime::{Auth, Client, transport::Cassette};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// // Records where there is no file yet, or where DESKPRO_CASSETTE says `record`.
/// let cassette = Cassette::auto("tests/cassettes/tickets.json", transport)
///     .hide("blob_auth")
///     .host("helpdesk.example.com")
///     .open()?;
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .transport(cassette.clone())
///     .build()?;
/// // Here comes the test. In the end:
/// cassette.assert_all_used()?;
/// cassette.save()?;
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use = "a cassette does nothing until it is opened"]
pub struct Cassette {
    path: PathBuf,
    mode: Mode,
    transport: Option<Arc<dyn Transport>>,
    hidden: Vec<String>,
    texts: Vec<String>,
    host: Option<String>,
}

impl Cassette {
    /// Records what this transport does, in the place of what the file holds.
    ///
    /// It is [saved](CassetteTransport::save) on demand, or when all clones of the transport are gone.
    pub fn record(path: impl AsRef<Path>, transport: impl Transport) -> Self {
        Self::new(path.as_ref(), Mode::Record, Some(Arc::new(transport)))
    }

    /// Replays what the file holds.
    pub fn replay(path: impl AsRef<Path>) -> Self {
        Self::new(path.as_ref(), Mode::Replay, None)
    }

    /// Replays the file where there is one, and records one where there is none.
    ///
    /// The variable `DESKPRO_CASSETTE` of the environment decides, where it is set: `record` records in
    /// any case, `replay` never does, `auto` changes nothing.
    pub fn auto(path: impl AsRef<Path>, transport: impl Transport) -> Self {
        Self::new(path.as_ref(), Mode::Auto, Some(Arc::new(transport)))
    }

    fn new(path: &Path, mode: Mode, transport: Option<Arc<dyn Transport>>) -> Self {
        let path = path.to_owned();
        Self { path, mode, transport, hidden: Vec::new(), texts: Vec::new(), host: None }
    }

    /// Hides what has this name too: a parameter of a query or a form, a member of JSON, or a header.
    /// Case and signs between letters do not count. The file says which names were given.
    pub fn hide(mut self, name: impl Into<String>) -> Self {
        self.hidden.push(name.into());
        self
    }

    /// Hides this text, wherever it is in a request or an answer. It has to be given for replaying too
    /// where it is part of a request.
    pub fn hide_text(mut self, text: impl Into<String>) -> Self {
        self.texts.push(text.into());
        self
    }

    /// Writes this host in the place of the helpdesk's, wherever that is. While it is replayed, the host
    /// that is asked stands there again.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Opens the cassette: reads the file, if it is to be replayed.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or is no cassette, or when the environment wants what is not known.
    pub fn open(self) -> Result<CassetteTransport, CassetteError> {
        let mode = match self.mode {
            Mode::Auto => Mode::of_environment()?.unwrap_or(Mode::Auto),
            mode => mode,
        };
        let transport = self.transport.filter(|_| mode.records(self.path.exists()));
        let mut tape = match &transport {
            Some(_) => Tape { host: self.host, ..Tape::default() },
            None => file::read(&self.path)?,
        };
        tape.hidden.extend(self.hidden);
        tape.hidden.sort();
        tape.hidden.dedup();
        let mut mask = Mask::default();
        tape.hidden.iter().for_each(|name| mask.hide(name));
        self.texts.iter().for_each(|text| mask.replace(text, MASK));
        Ok(CassetteTransport::new(self.path, tape, mask, transport))
    }
}

impl fmt::Debug for Cassette {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cassette")
            .field("path", &self.path)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}
