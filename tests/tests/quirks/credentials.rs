//! Keys and tokens that do not do by themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::{AsAgent, Auth, Client, Credentials, CredentialsFuture};
use deskpro_tests::{KEY, json_response};

/// A session whose token changes with every renewal.
#[derive(Clone, Default)]
struct Session(Arc<AtomicU64>);

impl Session {
    fn token(&self) -> Auth {
        Auth::bearer(format!("e.{}", self.0.load(Ordering::SeqCst)))
    }
}

impl Credentials for Session {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        // What somebody else has renewed already is not renewed again.
        if refused == Some(&self.token()) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
        Box::pin(std::future::ready(Ok(self.token())))
    }
}

#[tokio::test]
async fn quirk_37_a_token_that_expires_is_renewed() {
    // Each token is good for two requests.
    let used = AtomicU64::new(0);
    let transport = MemoryTransport::new(move |request| {
        let good = used.load(Ordering::SeqCst) / 2;
        if request.headers()["authorization"] != format!("Bearer e.{good}") {
            return json_response(401, r#"{"status": 401, "message": "Expired."}"#);
        }
        used.fetch_add(1, Ordering::SeqCst);
        json_response(200, r#"{"data": {"id": 13}}"#)
    });
    let session = Session::default();
    let client = Client::builder("https://support.example.com", Auth::none());
    let client = client.credentials(session.clone()).transport(transport.clone()).build().unwrap();
    for _ in 0..5 {
        assert_eq!(client.tickets().get(13).send().await.unwrap().data.id.get(), 13);
    }
    assert_eq!((session.0.load(Ordering::SeqCst), transport.requests().len()), (2, 5 + 2));
}

#[tokio::test]
async fn quirk_37_a_token_can_be_fixed_too() {
    let (client, transport) = deskpro_tests::client(|_| json_response(200, "{\"data\": {}}"));
    client.tickets().get(13).send().await.unwrap();
    assert_eq!(transport.requests()[0].headers()["authorization"], format!("key {KEY}"));
}

#[tokio::test]
async fn quirk_38_a_superuser_key_says_as_whom_it_acts() {
    let transport =
        MemoryTransport::new(|request| match request.headers().get("x-deskpro-agent-id") {
            Some(_) => json_response(200, r#"{"data": {"id": 13}}"#),
            None => json_response(401, r#"{"status": 401, "message": "Invalid API key."}"#),
        });
    let builder = || {
        Client::builder("https://support.example.com", Auth::key(KEY)).transport(transport.clone())
    };
    let nobody = builder().build().unwrap();
    let error = nobody.tickets().get(13).send().await.unwrap_err();
    assert_eq!(error.status(), Some(401));

    let agent = builder().as_agent(3).build().unwrap();
    agent.tickets().get(13).send().await.unwrap();
    agent.tickets().get(13).with(|request| request.as_agent(4)).send().await.unwrap();
    nobody.tickets().get(13).with(|request| request.as_agent(5)).send().await.unwrap();
    let requests = transport.requests();
    let agents: Vec<_> =
        requests[1..].iter().map(|it| it.headers()["x-deskpro-agent-id"].clone()).collect();
    assert_eq!(agents, ["3", "4", "5"]);
}
