//! Events, and what is in them.

use std::{
    fmt::{self, Write as _},
    sync::{Arc, Mutex},
};

use deskpro_runtime::Created;
use http::Method;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

use crate::helpdesk::{Ticket, TicketError, create, helpdesk, response};

/// Writes events as `LEVEL name=value ..`, a line each.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("deskpro_runtime")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        writeln!(self.0.lock().unwrap(), "{}", line.0).unwrap();
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[tokio::test]
async fn a_request_and_the_change_of_its_verb_are_told_without_values() {
    let (client, _) = helpdesk(|request| match *request.method() {
        Method::POST => response(201, "{}"),
        _ => response(405, ""),
    });
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    let _: Created<Ticket> = create(&client)
        .query("search", &"SECRET")
        .field("password", &"SECRET")
        .send::<_, TicketError>()
        .await
        .unwrap();
    drop(guard);
    assert_eq!(
        *log.0.lock().unwrap(),
        concat!(
            r#"DEBUG message=answered deskpro.operation="tickets.create" http.request.method="PUT" "#,
            r#"url.template="/tickets" http.response.status_code=405 http.response.body.size=0"#,
            "\n",
            r#"INFO message=the helpdesk does not take the described verb: trying the other one "#,
            r#"deskpro.operation="tickets.create" http.request.method="POST" url.template="/tickets""#,
            "\n",
            r#"DEBUG message=answered deskpro.operation="tickets.create" http.request.method="POST" "#,
            r#"url.template="/tickets" http.response.status_code=201 http.response.body.size=2"#,
            "\n",
        )
    );
}
