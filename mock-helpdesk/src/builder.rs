//! Setting up a helpdesk before it answers.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};
use std::{error, fmt, fs, io};

use deskpro_spec::api::{Api, ResourceId};
use deskpro_spec::{Sources, load};

use crate::clock::Clock;
use crate::data::Data;
use crate::helpdesk::{Observer, Setup};
use crate::latency::Latency;
use crate::seed::Seeds;
use crate::store::{self, Store};
use crate::{Dialect, Failure, Helpdesk, MockHelpdesk, Permissions, Received, known};

/// A helpdesk yet to be set up. Made by [`MockHelpdesk::builder`].
#[derive(Clone)]
pub struct Builder {
    api: Option<Arc<Api>>,
    dialect: Dialect,
    keys: Vec<(String, Permissions)>,
    seeds: Vec<(String, u64)>,
    seed_number: u64,
    data: Vec<Source>,
    room: usize,
    takes_any_reference: bool,
    clock: Clock,
    latency: Option<Latency>,
    failures: Vec<Failure>,
    on_request: Option<Observer>,
    address: SocketAddr,
}

/// Where data is from.
#[derive(Debug, Clone)]
enum Source {
    Text(String),
    File(PathBuf),
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            api: None,
            dialect: Dialect::default(),
            keys: Vec::new(),
            seeds: Vec::new(),
            seed_number: 0,
            data: Vec::new(),
            room: store::ROOM,
            takes_any_reference: false,
            clock: Clock::default(),
            latency: None,
            failures: Vec::new(),
            on_request: None,
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        }
    }
}

impl Builder {
    /// The description to interpret. Without it the built-in one is.
    #[must_use]
    pub fn api(mut self, api: Api) -> Self {
        self.api = Some(Arc::new(api));
        self
    }

    /// How to speak. Without it the guide is followed.
    #[must_use]
    pub fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// Credentials to accept, such as `2:SECRET`, under every scheme that the API has. May be
    /// called several times; without it [`MockHelpdesk::KEY`] is accepted.
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        self.key_with(key, Permissions::all())
    }

    /// Credentials as with [`key`](Self::key) that may not do everything.
    #[must_use]
    pub fn key_with(mut self, key: impl Into<String>, permissions: Permissions) -> Self {
        self.keys.push((key.into(), permissions));
        self
    }

    /// How many objects of a resource there are to begin with; of a child resource, such as
    /// `ticket_messages`, how many within each parent; of one whose path has an enumeration, how
    /// many for each of its values. Without it there are none.
    ///
    /// The data are made up from the description's examples and types, always the same.
    #[must_use]
    pub fn seed(mut self, resource: impl Into<String>, count: u64) -> Self {
        self.seeds.push((resource.into(), count));
        self
    }

    /// The number from which seeded data are made up. Another number gives other names, subjects,
    /// dates, statuses and references, in the proportions of a real helpdesk; the same number always
    /// the same. Without it, or with 0, objects are the examples of the description, counted on.
    ///
    /// ```
    /// # fn main() -> Result<(), deskpro_mock::BuildError> {
    /// use deskpro_mock::Helpdesk;
    ///
    /// let helpdesk = Helpdesk::builder()
    ///     .seed_number(7)
    ///     .seed("people", 200)
    ///     .seed("agents", 5)
    ///     .seed("tickets", 1_000_000)
    ///     .seed("ticket_messages", 3)
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn seed_number(mut self, number: u64) -> Self {
        self.seed_number = number;
        self
    }

    /// Data to begin with, in YAML: by the name of a resource how many objects of it are made up, a
    /// list of objects, or both. May be called several times.
    ///
    /// Objects are as they are read; what they do not say is made up. Children stand within their
    /// parent, under the name by which they are reached from it, or name it.
    ///
    /// ```
    /// # fn main() -> Result<(), deskpro_mock::BuildError> {
    /// let data = "
    /// people:
    ///   - { id: 4, name: Sample Customer, primary_email: customer@example.com }
    /// tickets:
    ///   count: 25
    ///   objects:
    ///     - id: 3432
    ///       subject: Printer on fire
    ///       person: 4
    ///       messages: [{ message: It burns., person: 4 }]
    /// departments: 3
    /// ";
    /// let helpdesk = deskpro_mock::Helpdesk::builder().data(data).build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn data(mut self, yaml: impl Into<String>) -> Self {
        self.data.push(Source::Text(yaml.into()));
        self
    }

    /// As [`data`](Self::data), from a file, which is read when the helpdesk is built.
    #[must_use]
    pub fn data_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.data.push(Source::File(path.into()));
        self
    }

    /// How much the helpdesk keeps of what is made, changed and uploaded, in bytes. Without it 256
    /// MiB. Beyond it, what would need more is refused with 400 and a message that says so.
    #[must_use]
    pub fn room(mut self, bytes: usize) -> Self {
        self.room = bytes;
        self
    }

    /// References may lead nowhere. Without it, an id that is written must be of an object that is
    /// there, as soon as the helpdesk has ever held one of its kind.
    #[must_use]
    pub fn any_reference(mut self) -> Self {
        self.takes_any_reference = true;
        self
    }

    /// The clock by which dates are set. Without it, that of the system.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::new(now);
        self
    }

    /// How long every answer takes on its way, at least and at most. Without it, no time.
    ///
    /// The spans within are always the same ones.
    #[must_use]
    pub fn latency(mut self, range: RangeInclusive<Duration>) -> Self {
        self.latency = Some(Latency::new(range));
        self
    }

    /// What goes wrong from the beginning, as with [`Helpdesk::fail`]. May be called several times.
    #[must_use]
    pub fn fail(mut self, failure: Failure) -> Self {
        self.failures.push(failure);
        self
    }

    /// What is told of every request when its answer is ready, such as `|request| println!("{request:?}")`.
    /// It must not ask the helpdesk anything, and holds up the answer.
    #[must_use]
    pub fn on_request(mut self, told: impl Fn(&Received) + Send + Sync + 'static) -> Self {
        self.on_request = Some(Arc::new(told));
        self
    }

    /// Where to listen. Without it, a free port of 127.0.0.1.
    #[must_use]
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// The helpdesk without sockets.
    ///
    /// # Errors
    ///
    /// A seeded resource, or an operation that a key or failure names, is not in the
    /// description; or data cannot be read, does not fit it, or refers to what is not there: then each
    /// line names file, line and column, and what was expected.
    pub fn build(self) -> Result<Helpdesk, BuildError> {
        let api = match self.api {
            Some(api) => api,
            None => builtin()?,
        };
        let mut asked: BTreeMap<ResourceId, u64> = BTreeMap::new();
        for (name, count) in self.seeds {
            asked.insert(known::resource(&api, &name).map_err(BuildError)?, count);
        }
        let mut data = Vec::new();
        for source in &self.data {
            let (name, text) = source.read()?;
            let read = Data::read(&api, &name, &text).map_err(BuildError)?;
            asked.extend(read.counts.iter().copied());
            data.push((name, read));
        }
        let seeds = Seeds::new(&api, &asked).with_number(self.seed_number);
        let mut keys = self.keys;
        if keys.is_empty() {
            keys.push((MockHelpdesk::KEY.to_owned(), Permissions::all()));
        }
        let named = keys.iter().flat_map(|(_, permissions)| permissions.named());
        let named = named.chain(self.failures.iter().filter_map(Failure::operation));
        named.into_iter().try_for_each(|name| known::check(&api, name).map_err(BuildError))?;
        let mut store = Store::new(Arc::clone(&api), seeds).with_room(self.room);
        store = store.with_any_references(self.takes_any_reference);
        for (name, data) in data {
            data.put(&api, &mut store, &name).map_err(BuildError)?;
        }
        let Self { dialect, clock, latency, failures, on_request, .. } = self;
        let setup = Setup { dialect, keys, clock, latency, failures, on_request };
        Ok(Helpdesk::new(api, store, setup))
    }

    /// The helpdesk behind a port.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build), with the kind `InvalidInput`; or the address cannot be used.
    pub async fn start(self) -> io::Result<MockHelpdesk> {
        let address = self.address;
        let helpdesk = self.build();
        let helpdesk = helpdesk.map_err(|err| io::Error::new(io::ErrorKind::InvalidInput, err))?;
        MockHelpdesk::serve(helpdesk, address).await
    }
}

impl Source {
    /// What problems call it, and its text.
    fn read(&self) -> Result<(String, String), BuildError> {
        match self {
            Self::Text(text) => Ok(("data.yaml".to_owned(), text.clone())),
            Self::File(path) => {
                let name = path.display().to_string();
                let text = fs::read_to_string(path);
                let text = text.map_err(|err| BuildError(format!("{name}: {err}")))?;
                Ok((name, text))
            }
        }
    }
}

/// Without the keys, which are secret, and the description, which is long.
impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("dialect", &self.dialect)
            .field("seeds", &self.seeds)
            .field("clock", &self.clock)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Why a helpdesk cannot be set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError(String);

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for BuildError {}

/// The built-in description, read once.
fn builtin() -> Result<Arc<Api>, BuildError> {
    static API: OnceLock<Result<Arc<Api>, BuildError>> = OnceLock::new();
    let read = || {
        let sources = Sources::builtin();
        load(&sources).map(Arc::new).map_err(|problems| BuildError(problems.short(&sources)))
    };
    API.get_or_init(read).clone()
}
