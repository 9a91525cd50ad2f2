//! Credentials that change while a client lives.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use deskpro_runtime::{
    Auth, Client, ClientBuilder, Created, Credentials, CredentialsFuture, Envelope, Renewing,
    clock::SystemClock,
    transport::{MemoryTransport, TransportErrorKind},
};

use crate::helpdesk::{Failed, Ticket, TicketError, builder, create, get, response};

/// Tokens of which each is refused after a while, and how often a new one was asked for.
#[derive(Clone, Default)]
struct Session {
    renewed: Arc<AtomicUsize>,
    refused: Arc<Mutex<Vec<Auth>>>,
}

impl Session {
    fn token(number: usize) -> Auth {
        Auth::bearer(format!("TOKEN{number}"))
    }
}

impl Credentials for Session {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        let mut number = self.renewed.load(Ordering::SeqCst);
        if let Some(refused) = refused {
            self.refused.lock().unwrap().push(refused.clone());
            if *refused == Self::token(number) {
                number = self.renewed.fetch_add(1, Ordering::SeqCst) + 1;
            }
        }
        Box::pin(std::future::ready(Ok(Self::token(number))))
    }
}

/// A client of a helpdesk that takes only this token.
fn client(credentials: impl Credentials, taken: &'static str) -> (Client, MemoryTransport) {
    let (builder, transport) = taking(taken);
    (builder.credentials(credentials).build().unwrap(), transport)
}

fn taking(taken: &'static str) -> (ClientBuilder<Client>, MemoryTransport) {
    let transport =
        MemoryTransport::new(move |request| match request.headers()["authorization"] == taken {
            true => response(200, r#"{"data": {"id": 13}}"#),
            false => response(401, r#"{"message": "Expired."}"#),
        });
    (builder().transport(transport.clone()), transport)
}

fn tokens(transport: &MemoryTransport) -> Vec<String> {
    let requests = transport.requests();
    let tokens =
        requests.iter().map(|request| request.headers()["authorization"].to_str().unwrap());
    tokens.map(str::to_owned).collect()
}

#[tokio::test]
async fn what_is_refused_is_renewed_once_and_the_request_sent_again() {
    let session = Session::default();
    let (client, transport) = client(session.clone(), "Bearer TOKEN1");
    let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert_eq!(ticket.data.id.get(), 13);
    assert_eq!(tokens(&transport), ["Bearer TOKEN0", "Bearer TOKEN1"]);
    assert_eq!(*session.refused.lock().unwrap(), [Session::token(0)]);

    // The next request begins with what worked.
    let _: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert_eq!(tokens(&transport)[2..], ["Bearer TOKEN1"]);
}

#[tokio::test]
async fn a_body_is_sent_again_too() {
    let (client, transport) = client(Session::default(), "Bearer TOKEN1");
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(
        (requests[0].method(), requests[0].body()),
        (requests[1].method(), requests[1].body())
    );
}

#[tokio::test]
async fn the_second_refusal_stands() {
    let (client, transport) = client(Session::default(), "Bearer OTHER");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!((failed.status(), tokens(&transport).len()), (Some(401), 2));
}

#[tokio::test]
async fn where_there_are_no_others_nothing_is_repeated() {
    struct Fixed;
    impl Credentials for Fixed {
        fn current(&self, _: Option<&Auth>) -> CredentialsFuture {
            Box::pin(std::future::ready(Ok(Auth::token("3:A"))))
        }
    }
    let (client, transport) = client(Fixed, "Bearer OTHER");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!((failed.status(), tokens(&transport)), (Some(401), vec!["token 3:A".to_owned()]));
}

#[tokio::test]
async fn without_credentials_nothing_is_sent() {
    struct Missing(Result<Auth, &'static str>);
    impl Credentials for Missing {
        fn current(&self, _: Option<&Auth>) -> CredentialsFuture {
            Box::pin(std::future::ready(self.0.clone().map_err(Into::into)))
        }
    }
    for (given, cause) in
        [(Err("the vault is closed"), "the vault is closed"), (Ok(Auth::key("")), "there is none")]
    {
        let (client, transport) = client(Missing(given), "");
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        let Failed::Transport(unanswered) = failed else { panic!("{failed}") };
        assert_eq!(unanswered.error().kind(), TransportErrorKind::Credentials);
        let source = std::error::Error::source(unanswered.error()).expect("a cause");
        assert_eq!((source.to_string().as_str(), transport.requests().len()), (cause, 0));
    }
}

#[tokio::test]
async fn requests_at_the_same_time_share_one_renewal() {
    let renewals = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&renewals);
    let session = Renewing::new(move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            tokio::task::yield_now().await;
            Ok(Auth::bearer(format!("TOKEN{number}")))
        }
    });
    let session = session.beginning_with(Auth::bearer("OLD"));
    let (builder, transport) = taking("Bearer TOKEN1");
    // A renewal takes time, and the simulated clock would skip it.
    let client = builder.credentials(session).clock(SystemClock).build().unwrap();
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(
                async move { get(&client, 13).send::<Envelope<Ticket>, TicketError>().await },
            )
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(renewals.load(Ordering::SeqCst), 1);
    let old = tokens(&transport).iter().filter(|token| *token == "Bearer OLD").count();
    assert_eq!(transport.requests().len(), 20 + old);
}

#[tokio::test]
async fn a_renewal_that_fails_is_tried_again_by_the_next_request() {
    let tries = AtomicUsize::new(0);
    let session = Renewing::new(move || {
        let number = tries.fetch_add(1, Ordering::SeqCst);
        async move {
            match number {
                0 => Err("the login is out of order".into()),
                _ => Ok(Auth::bearer("TOKEN")),
            }
        }
    });
    let (client, transport) = client(session, "Bearer TOKEN");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Transport(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), TransportErrorKind::Credentials);
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn credentials_that_never_come_are_not_waited_for() {
    let session = Renewing::new(std::future::pending);
    let (client, transport) = client(session, "");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.to_string().ends_with("the credentials did not come in time"), "{failed}");
    assert_eq!(transport.simulated_clock().waits(), [std::time::Duration::from_secs(60)]);
}
