//! Setting up a helpdesk before it answers.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;
use std::{error, fmt, io};

use deskpro_spec::api::{Api, ResourceId};
use deskpro_spec::{Sources, load};

use crate::clock::Clock;
use crate::seed::Seeds;
use crate::{Dialect, Helpdesk, MockHelpdesk};

/// A helpdesk yet to be set up. Made by [`MockHelpdesk::builder`].
#[derive(Clone)]
pub struct Builder {
    api: Option<Arc<Api>>,
    dialect: Dialect,
    keys: Vec<String>,
    seeds: Vec<(String, u64)>,
    clock: Clock,
    address: SocketAddr,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            api: None,
            dialect: Dialect::default(),
            keys: Vec::new(),
            seeds: Vec::new(),
            clock: Clock::default(),
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
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.keys.push(key.into());
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

    /// The clock by which dates are set. Without it, that of the system.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::new(now);
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
    /// A seeded resource is not in the description.
    pub fn build(self) -> Result<Helpdesk, BuildError> {
        let api = match self.api {
            Some(api) => api,
            None => builtin()?,
        };
        let mut asked: BTreeMap<ResourceId, u64> = BTreeMap::new();
        for (name, count) in self.seeds {
            let mut ids = api.resource_ids();
            let Some(id) = ids.find(|id| api[*id].name == name) else {
                return Err(BuildError(format!("the description has no resource `{name}`")));
            };
            asked.insert(id, count);
        }
        let seeds = Seeds::new(&api, &asked);
        let keys = match self.keys.is_empty() {
            true => vec![MockHelpdesk::KEY.to_owned()],
            false => self.keys,
        };
        Ok(Helpdesk::new(api, self.dialect, keys, self.clock, seeds))
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
