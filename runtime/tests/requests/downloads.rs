//! Files that are read as they come.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, Content, Credentials, CredentialsFuture, DecodeFault, Download, DownloadFuture,
    Method, Operation, Request, SaveError, transport::TransportErrorKind,
};
use futures_util::{FutureExt, StreamExt, stream, stream::FusedStream};

use crate::{
    helpdesk::{Failed, TicketError, builder, get, helpdesk, response, with_header},
    piecemeal::Piecemeal,
};

pub(crate) fn download(client: &Client) -> DownloadFuture<TicketError> {
    get(client, 13).send::<Content, TicketError>().stream()
}

async fn begun(transport: &Piecemeal) -> Download<TicketError> {
    download(&transport.client()).await.unwrap()
}

/// The pieces that came, and the error after them.
async fn pieces(mut download: Download<TicketError>) -> (Vec<Bytes>, Option<Failed>) {
    let mut pieces = Vec::new();
    while let Some(piece) = download.next().await {
        match piece {
            Ok(piece) => pieces.push(piece),
            Err(error) => {
                assert!(download.next().await.is_none() && download.is_terminated());
                return (pieces, Some(error));
            }
        }
    }
    assert!(download.next().await.is_none() && download.is_terminated());
    (pieces, None)
}

#[tokio::test]
async fn a_file_has_a_head_and_comes_in_pieces() {
    let headers = [
        ("content-type", "image/png"),
        ("content-disposition", "attachment; filename=\"../a b.png\""),
        ("content-length", "8"),
    ];
    let transport = Piecemeal::file(&headers, &["It ", "", "burns"], None);
    let mut download = begun(&transport).await;
    assert_eq!(download.content_type(), Some("image/png"));
    assert_eq!(download.file_name().as_deref(), Some("a b.png"));
    assert_eq!((download.content_length(), download.received()), (Some(8), 0));
    assert_eq!(download.response().status(), 200);
    assert_eq!(download.response().attempts().len(), 1);
    assert_eq!(transport.taken(), 0);
    assert_eq!(download.next().await.unwrap().unwrap(), "It ");
    assert_eq!((download.received(), transport.taken()), (3, 1));
    let shown = format!("{download:?}");
    assert!(shown.starts_with("Download { received: 3, length: Some(8), response: "), "{shown}");
    assert_eq!(download.next().await.unwrap().unwrap(), "burns");
    assert!(download.next().await.is_none());
    assert_eq!(download.received(), 8);

    let download = begun(&Piecemeal::file(&[], &[], None)).await;
    assert_eq!((download.content_type(), download.file_name()), (None, None));
    assert_eq!(download.content_length(), None);
    assert!(pieces(download).await.0.is_empty());
}

struct Renewed;

impl Credentials for Renewed {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        let auth = Auth::bearer(if refused.is_some() { "NEW" } else { "OLD" });
        Box::pin(std::future::ready(Ok(auth)))
    }
}

#[tokio::test]
async fn what_the_head_decides_is_decided_before() {
    let asked = AtomicUsize::new(0);
    let transport = deskpro_runtime::transport::MemoryTransport::new(move |request| {
        match (request.uri().path(), asked.fetch_add(1, SeqCst)) {
            (_, 0) => response(503, "overloaded"),
            (_, 1) => response(401, "expired"),
            ("/api/v2/tickets/13", _) => {
                with_header(response(302, "over there"), "location", "https://files.example.org/13")
            }
            _ => response(200, "It burns"),
        }
    });
    let client = builder().credentials(Renewed).transport(transport.clone()).build().unwrap();
    let download = download(&client).await.unwrap();
    assert_eq!(download.response().attempts().len(), 4);
    assert_eq!(download.bytes().await.unwrap(), "It burns");
    let sent = transport.requests();
    let sent: Vec<_> = sent
        .iter()
        .map(|request| (request.uri().host().unwrap(), request.headers().get("authorization")))
        .map(|(host, key)| (host, key.map_or("", |key| key.to_str().unwrap())))
        .collect();
    assert_eq!(
        sent,
        [
            ("support.example.com", "Bearer OLD"),
            ("support.example.com", "Bearer OLD"),
            ("support.example.com", "Bearer NEW"),
            ("files.example.org", ""),
        ]
    );
}

#[tokio::test]
async fn a_refusal_is_read_and_sorted_as_ever() {
    let (client, _) = helpdesk(|_| response(404, r#"{"code": "not_found", "message": "Gone."}"#));
    let failed = download(&client).await.unwrap_err();
    assert!(matches!(failed, Failed::Api(TicketError::NotFound(_))));
    assert_eq!(failed.to_string(), "tickets.get: GET /tickets/13 answered 404 not_found: Gone.");
    let (client, _) = helpdesk(|_| response(418, "teapot"));
    let failed = download(&client).await.unwrap_err();
    let Failed::Undocumented(refusal) = &failed else { panic!("{failed}") };
    assert_eq!(refusal.body(), "teapot");
}

#[tokio::test]
async fn of_a_refusal_no_more_is_read_than_the_limit_and_for_no_longer_than_the_time_out() {
    let endless = stream::repeat_with(|| Ok(Bytes::from_static(b"no and ")));
    let still = stream::iter([Ok(Bytes::from_static(b"no"))]).chain(stream::pending());
    for (transport, body) in
        [(Piecemeal::new(404, &[], endless), "no and no "), (Piecemeal::new(404, &[], still), "no")]
    {
        let client = builder().transport(transport).body_limit(10).build().unwrap();
        let failed = download(&client).await.unwrap_err();
        let Failed::Api(TicketError::NotFound(refusal)) = &failed else { panic!("{failed}") };
        assert_eq!(refusal.body(), body);
        assert!(refusal.body_was_cut());
    }
}

#[tokio::test]
async fn a_limit_is_kept_by_what_is_said_and_by_what_comes() {
    let long = [("content-length", "8")];
    for (headers, limit, came, taken) in
        [(&long[..], 7, 0, 0), (&[], 7, 1, 2), (&[], 2, 0, 1), (&long, 8, 2, 2), (&[], 8, 2, 2)]
    {
        let transport = Piecemeal::file(headers, &["It ", "burns"], None);
        let (pieces, failed) = pieces(begun(&transport).await.limit(limit)).await;
        assert_eq!((pieces.len(), transport.taken()), (came, taken), "{limit}");
        assert_eq!(failed.is_some(), limit < 8);
        let Some(failed) = failed else { continue };
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        assert!(
            matches!(error.fault(), DecodeFault::TooLarge { limit: known } if *known as u64 == limit)
        );
        let expected = format!("answered 200, but the body is longer than {limit} bytes");
        assert_eq!(failed.to_string(), format!("tickets.get: GET /tickets/13 {expected}"));
    }
}

#[tokio::test]
async fn only_what_is_kept_in_memory_is_limited_unless_a_limit_is_set() {
    let client = |transport: &Piecemeal| -> Client {
        builder().transport(transport.clone()).body_limit(4).build().unwrap()
    };
    let file = || Piecemeal::file(&[], &["It ", "burns"], None);
    let (streamed, failed) = pieces(download(&client(&file())).await.unwrap()).await;
    assert_eq!((streamed.len(), failed.is_none()), (2, true));
    let failed = download(&client(&file())).await.unwrap().bytes().await.unwrap_err();
    assert!(failed.to_string().ends_with("the body is longer than 4 bytes"), "{failed}");
    let more = download(&client(&file())).await.unwrap().limit(8);
    assert_eq!(more.bytes().await.unwrap(), "It burns");
    let failed = download(&client(&file())).wait().unwrap().bytes().unwrap_err();
    assert!(failed.to_string().ends_with("the body is longer than 4 bytes"), "{failed}");
    // A transport without a network reads no less.
    let (_, memory) = helpdesk(|_| response(200, "It burns"));
    let client: Client = builder().transport(memory).body_limit(4).build().unwrap();
    let whole = download(&client).await.unwrap().limit(8).bytes().await.unwrap();
    assert_eq!(whole, "It burns");
}

#[tokio::test]
async fn what_breaks_off_says_how_many_bytes_came() {
    use TransportErrorKind::{Closed, Timeout};
    let length = [("content-length", "8")];
    for (headers, sent, end, expected) in [
        (&[][..], "It ", Some(Closed), "after 3 bytes: it went wrong"),
        (&length, "It ", Some(Timeout), "after 3 of 8 bytes: it went wrong"),
        (&length, "It ", None, "after 3 of 8 bytes: that was all"),
        (&length, "It burns!", None, "after 0 of 8 bytes: more came than it was said to have"),
    ] {
        let (_, failed) = pieces(begun(&Piecemeal::file(headers, &[sent], end)).await).await;
        let failed = failed.unwrap();
        assert_eq!(
            failed.to_string(),
            format!("tickets.get: GET /tickets/13 answered 200, but the body broke off {expected}")
        );
        assert_eq!((failed.is_timeout(), failed.status()), (end == Some(Timeout), Some(200)));
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        let DecodeFault::Interrupted { received, length, .. } = error.fault() else {
            panic!("{failed}")
        };
        assert_eq!(*received, if sent == "It " { 3 } else { 0 });
        assert_eq!(length.is_some(), !headers.is_empty());
    }
}

#[tokio::test]
async fn a_head_has_the_length_of_what_does_not_come() {
    static HEAD: Operation = Operation {
        name: "files.head",
        method: Method::Head,
        path: "/files",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let transport = Piecemeal::file(&[("content-length", "8")], &[], None);
    let request = Request::new(&transport.client(), &HEAD, &[]);
    let download = request.send::<Content, TicketError>().stream().await.unwrap();
    assert_eq!(download.response().header("content-length"), Some("8"));
    assert_eq!(download.content_length(), None);
    assert_eq!(download.bytes().await.unwrap(), "");
}

#[tokio::test]
async fn progress_is_told_with_every_piece() {
    for (headers, length) in [(&[("content-length", "8")][..], Some(8)), (&[], None)] {
        let told = Arc::new(Mutex::new(Vec::new()));
        let record = told.clone();
        let transport = Piecemeal::file(headers, &["It ", "", "burns"], None);
        let download = begun(&transport).await;
        let download = download
            .on_progress(move |received, length| record.lock().unwrap().push((received, length)));
        assert_eq!(download.bytes().await.unwrap(), "It burns");
        assert_eq!(*told.lock().unwrap(), [(3, length), (8, length)]);
    }
}

#[tokio::test]
async fn what_was_asked_for_as_a_whole_already_is_a_download_too() {
    struct Slow;
    impl Credentials for Slow {
        fn current(&self, _: Option<&Auth>) -> CredentialsFuture {
            Box::pin(async {
                tokio::task::yield_now().await;
                Ok(Auth::none())
            })
        }
    }
    let (_, transport) = helpdesk(|_| response(200, "It burns"));
    let clock = deskpro_runtime::clock::SystemClock;
    let client = builder().clock(clock).credentials(Slow).transport(transport).build().unwrap();
    let mut asked = get(&client, 13).send::<Content, TicketError>();
    assert!((&mut asked).now_or_never().is_none());
    assert_eq!(asked.stream().await.unwrap().bytes().await.unwrap(), "It burns");
}

#[test]
fn a_download_can_be_sent_to_another_task() {
    fn sendable<T: Send>(value: T) -> T {
        value
    }
    let (client, _) = helpdesk(|_| response(200, "It burns"));
    let asked = sendable(download(&client));
    drop(sendable(async {
        asked.await?.save("nowhere").await?;
        Ok::<_, SaveError<TicketError>>(())
    }));
}
