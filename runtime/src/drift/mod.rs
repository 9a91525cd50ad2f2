//! What a helpdesk says that the description does not know, collected without a value of anybody's: the
//! reports of a [`Drift`].

// A reader notes offsets (`watch`), and only where it leaves its usual way; when an answer was read, the
// paths are found by walking through it once more (`walk`), if anything was noted at all.

mod codes;
mod collected;
mod deviation;
mod finding;
mod identifier;
mod report;
mod shape;
mod walk;
mod watch;

use std::{
    fmt, io,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

pub(crate) use self::{
    codes::note_refusal,
    watch::{Watch, What},
};
use self::{collected::Collected, walk::Found};
pub use self::{deviation::Deviation, finding::Finding, report::Report, shape::Shape};
use crate::whole_file;

/// Collects where answers say more than the description knows, or something else: unknown fields, values
/// of enumerations and codes, nulls where there should be none, and values of another kind.
///
/// Given to a client with [`ClientBuilder::observe`](crate::ClientBuilder::observe); several clients may
/// share one, and clones are the same. Whatever reads answers is observed: single ones, pages, batches,
/// resources that were sent along as they are asked for, refusals.
///
/// # What is kept
///
/// Operation, JSON path and kind of JSON, how often and when; never a value.
///
/// - Places in lists are `[]`, keys of maps `*`, since keys are data: `data[].fields.*.value`.
/// - A field's own name is kept if it looks like one: up to 64 letters, digits, `_` and `-`, of which no
///   more than three are digits. Others are `*` too. When an object has more than 100 unknown names, they
///   are taken for keys and forgotten.
/// - A value of an enumeration and a code are names that the API gives, so they are kept, if they look
///   like such: up to 64 letters, digits and `_ - . :`, no more than three of them digits. Of others it is kept that there was one, and so
///   of more than 50 at one place.
/// - Of the tree of validation errors the first name of a path is kept, which is that of a parameter.
///
/// What is in an unknown field is not looked at.
///
/// At most [`LIMIT`](Self::LIMIT) findings are kept; what comes then is counted.
///
/// # What is not seen
///
/// A struct of your own (`.fields::<TicketRow>()`) does not say which fields there are besides its own, so
/// they are not reported; enumerations, nulls and generated models within it are. `""`, `[]` and `{}`
/// for nothing are how this API writes, and no finding, except `""` where a value of an enumeration
/// should be: that is a null. Numbers as texts and the like are none either. Of refusals those of the
/// operation itself are seen, not that of the `GET` after `follow_location`, and none of requests that are
/// made by hand, for which nothing is described.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client, Drift};
/// # use deskpro_runtime::{Decode, Envelope, Extra, Invalid, JsonReader, Method, Operation, Request};
/// # use deskpro_runtime::{Undocumented, transport::MemoryTransport};
/// # static GET: Operation = Operation {
/// #     name: "labels.get", method: Method::Get, path: "/labels/{id}", negotiable: false,
/// #     repeatable: true, success: &[200],
/// # };
/// # #[derive(Default)]
/// # struct Label { title: String, extra: Extra }
/// # impl Decode for Label {
/// #     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
/// #         json.object_and(&mut [("title", &mut self.title)], &mut self.extra)
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let answer = r#"{"data": {"title": "vip", "shade": 7}}"#;
/// # let transport = MemoryTransport::new(move |_| http::Response::new(answer.into()));
///
/// let drift = Drift::new();
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .observe(&drift)
/// #   .transport(transport)
///     .build()?;
/// # let request = Request::new(&client, &GET, &[&7]);
/// # let label: Envelope<Label> = request.send::<_, Box<Undocumented>>().await?;
/// // All day long ...
/// for finding in &drift.report().findings {
///     println!("{finding}"); // labels.get: data.shade is not described: integer (once)
/// }
/// # assert_eq!(
/// #     drift.report().findings[0].to_string(),
/// #     "labels.get: data.shade is not described: integer (once)",
/// # );
/// # let path = std::env::temp_dir().join(format!("drift-{}.json", std::process::id()));
/// drift.write_to(&path)?; // for `cargo codegen learn drift.json`
/// # std::fs::remove_file(path)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Drift(Arc<Mutex<Collected>>);

impl Drift {
    /// How many different findings are kept.
    pub const LIMIT: usize = 1_000;

    /// One that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that goes on where another one ended, perhaps on another day.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Drift, drift::Report, from_json};
    ///
    /// let yesterday: Report = from_json(
    ///     br#"{"drift": 1, "findings": [{"kind": "unexpected_null", "operation": "labels.get",
    ///          "path": "data.title", "count": 3}]}"#,
    /// )?;
    /// assert_eq!(Drift::continuing(&yesterday).report(), yesterday);
    /// # Ok::<_, deskpro_runtime::Invalid>(())
    /// ```
    pub fn continuing(report: &Report) -> Self {
        let drift = Self::new();
        drift.collected().add(report);
        drift
    }

    /// What was seen so far, by operation, path and kind of finding.
    pub fn report(&self) -> Report {
        self.collected().report()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.collected().is_empty()
    }

    /// Writes the report as JSON, whole or not at all; folders that are missing are made.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write_to(&self, path: impl AsRef<Path>) -> io::Result<()> {
        whole_file::write(path.as_ref(), &self.report().to_text())
    }

    /// Takes what was found in one answer, and how much of it was too much.
    fn take(&self, operation: &str, found: Found, left_out: u64) {
        self.collected().take(operation, found, left_out);
    }

    fn collected(&self) -> MutexGuard<'_, Collected> {
        // Counters are as good as they were when somebody panicked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows how much was found.
impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drift").field("findings", &self.collected().len()).finish_non_exhaustive()
    }
}
