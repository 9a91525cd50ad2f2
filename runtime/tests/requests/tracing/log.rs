//! A subscriber that writes what it is told, a line for each event and for each span that closes.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
    sync::{Arc, Mutex, Once},
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
    subscriber::{DefaultGuard, Interest},
};
use tracing_core::span::Current;

/// Writes events as `span>span LEVEL name=value ..`, spans as `span>span name=value ..` when they close.
#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    lines: Vec<String>,
    spans: BTreeMap<u64, Span>,
    entered: Vec<u64>,
    last: u64,
}

struct Span {
    metadata: &'static Metadata<'static>,
    path: String,
    fields: BTreeMap<&'static str, String>,
    handles: usize,
}

impl Log {
    /// Begins to listen; ends when the guard is dropped.
    pub(super) fn listen() -> (Self, DefaultGuard) {
        static KEPT_OPEN: Once = Once::new();
        KEPT_OPEN.call_once(|| {
            tracing::subscriber::set_global_default(KeptOpen).expect("there is no other one");
        });
        let log = Self::default();
        let guard = tracing::subscriber::set_default(log.clone());
        (log, guard)
    }

    /// The lines of spans that closed and begin so.
    pub(super) fn spans(&self, path: &str) -> Vec<String> {
        let begin = format!("{path} {{");
        self.lines().into_iter().filter(|line| line.starts_with(&begin)).collect()
    }

    /// Those of events.
    pub(super) fn events(&self) -> Vec<String> {
        self.lines().into_iter().filter(|line| !line.contains(" {")).collect()
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let state = self.0.lock().unwrap();
        assert!(state.entered.is_empty(), "still entered: {:?}", state.entered);
        state.lines.clone()
    }
}

struct Fields<'f>(&'f mut BTreeMap<&'static str, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl State {
    /// The names of the spans that are entered, the outermost first.
    fn path(&self) -> String {
        self.entered.last().map_or(String::new(), |id| self.spans[id].path.clone())
    }

    fn span(&mut self, id: &span::Id) -> &mut Span {
        self.spans.get_mut(&id.into_u64()).unwrap()
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("deskpro_runtime") || metadata.target() == "test"
    }

    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        let mut state = self.0.lock().unwrap();
        let (mut path, mut fields) = (state.path(), BTreeMap::new());
        assert!(attributes.is_contextual());
        if !path.is_empty() {
            path.push('>');
        }
        path.push_str(attributes.metadata().name());
        attributes.record(&mut Fields(&mut fields));
        state.last += 1;
        let (id, metadata) = (state.last, attributes.metadata());
        state.spans.insert(id, Span { metadata, path, fields, handles: 1 });
        span::Id::from_u64(id)
    }

    fn record(&self, id: &span::Id, values: &span::Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap().span(id).fields));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut state = self.0.lock().unwrap();
        let mut line = Line(format!("{} {}", state.path(), event.metadata().level()));
        event.record(&mut line);
        state.lines.push(line.0);
    }

    fn enter(&self, id: &span::Id) {
        self.0.lock().unwrap().entered.push(id.into_u64());
    }

    fn exit(&self, id: &span::Id) {
        let left = self.0.lock().unwrap().entered.pop();
        assert_eq!(left, Some(id.into_u64()), "spans are left in the order of their nesting");
    }

    fn clone_span(&self, id: &span::Id) -> span::Id {
        self.0.lock().unwrap().span(id).handles += 1;
        id.clone()
    }

    fn try_close(&self, id: span::Id) -> bool {
        let mut state = self.0.lock().unwrap();
        let span = state.span(&id);
        span.handles -= 1;
        if span.handles > 0 {
            return false;
        }
        let mut line = format!("{} {{", span.path);
        for (name, value) in &span.fields {
            write!(line, " {name}={value}").unwrap();
        }
        line.push_str(" }");
        state.lines.push(line);
        state.spans.remove(&id.into_u64());
        true
    }

    fn current_span(&self) -> Current {
        let state = self.0.lock().unwrap();
        match state.entered.last() {
            Some(id) => Current::new(span::Id::from_u64(*id), state.spans[id].metadata),
            None => Current::none(),
        }
    }
}

/// Wants nothing, but always wants to be asked: `tracing` remembers of a place that nobody listens to it,
/// and a test that comes by at the wrong moment must not be the one that answers for all.
struct KeptOpen;

impl Subscriber for KeptOpen {
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn enabled(&self, _: &Metadata<'_>) -> bool {
        false
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}
