//! Answers that send the client elsewhere.

use deskpro_runtime::{Created, Envelope};

use crate::helpdesk::{
    Failed, Ticket, TicketError, create, get, helpdesk, response, sent, with_header,
};

#[tokio::test]
async fn a_merged_ticket_is_read_at_its_new_address_with_the_key() {
    for status in [301, 302, 303, 307, 308] {
        let (client, transport) = helpdesk(move |request| match request.uri().path() {
            "/api/v2/tickets/13" => {
                with_header(response(status, ""), "location", "/api/v2/tickets/14")
            }
            _ => response(200, r#"{"data": {"id": 14}}"#),
        });
        let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
        assert_eq!(ticket.data.id.get(), 14);
        let [_, second] = transport.requests().try_into().unwrap();
        assert_eq!(second.uri(), "https://support.example.com/api/v2/tickets/14");
        assert_eq!(second.headers()["authorization"], "key 2:SECRET");
    }
}

#[tokio::test]
async fn another_server_gets_no_credentials_and_nothing_that_was_set() {
    for location in [
        "https://files.example.org/13?signature=SECRET",
        "https://support.example.com:8443/api/v2/tickets/13",
    ] {
        let (client, transport) = helpdesk(move |request| match request.uri() == location {
            false => with_header(response(302, ""), "location", location),
            true if request.uri().port().is_some() => {
                // Back at home it gets them no more than abroad.
                with_header(response(302, ""), "location", "https://support.example.com/home")
            }
            true => response(200, "<html>"),
        });
        let request = get(&client, 13).header("x-own", "SECRET");
        let failed: Failed = request.send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert!(matches!(failed, Failed::Undocumented(_) | Failed::Decode(_)), "{failed}");
        assert!(!failed.to_string().contains("SECRET"), "{failed}");
        let [first, others @ ..] = &transport.requests()[..] else { panic!("nothing was sent") };
        assert_eq!(first.headers()["authorization"], "key 2:SECRET");
        assert!(!others.is_empty());
        for other in others {
            let mut names: Vec<_> = other.headers().keys().map(|name| name.as_str()).collect();
            names.sort_unstable();
            assert_eq!(names, ["accept", "user-agent"]);
        }
    }
}

#[tokio::test]
async fn what_was_encrypted_stays_so() {
    let target = "http://support.example.com/api/v2/tickets/13";
    let (client, transport) = helpdesk(move |_| with_header(response(302, ""), "location", target));
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(302));
    assert_eq!(sent(&transport).len(), 1);
}

#[tokio::test]
async fn the_error_says_where_it_leads() {
    let (client, _) = helpdesk(|_| {
        with_header(response(302, ""), "location", "http://login.example.org/sso?x=1")
    });
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(
        failed.to_string(),
        "tickets.get: GET /tickets/13 answered 302, to http://login.example.org/sso"
    );
}

#[tokio::test]
async fn of_a_long_path_that_was_led_to_the_error_shows_the_start() {
    let (client, _) = helpdesk(|request| match request.uri().path() {
        "/api/v2/tickets/13" => {
            let path = format!("/api/v2/{}", "x".repeat(60_000));
            with_header(response(302, ""), "location", &path)
        }
        _ => response(501, ""),
    });
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let path = "x".repeat(299);
    assert_eq!(failed.to_string(), format!("tickets.get: GET /{path}... answered 501"));
    assert_eq!(failed.request().path().len(), 60_001);
}

#[tokio::test]
async fn a_loop_ends_after_ten_redirects() {
    let (client, transport) =
        helpdesk(|_| with_header(response(307, ""), "location", "/api/v2/tickets/13"));
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(307));
    assert_eq!(sent(&transport).len(), 11);
}

#[tokio::test]
async fn what_writes_is_sent_again_on_the_same_server_where_that_is_what_is_said() {
    for (status, sends) in [
        (301, &["PUT /a"][..]),
        (302, &["PUT /a"]),
        (307, &["PUT /a", "PUT /b"]),
        (308, &["PUT /a", "PUT /b"]),
    ] {
        let (client, transport) = helpdesk(move |request| match request.uri().path() {
            "/api/v2/b" => response(201, r#"{"data": {"id": 14}}"#),
            _ => with_header(response(status, ""), "location", "/api/v2/b"),
        });
        let answer = create(&client).send::<Created<Ticket>, TicketError>().await;
        assert_eq!(answer.is_ok(), sends.len() == 2, "{status}");
        let lines: Vec<String> = transport
            .requests()
            .iter()
            .map(|request| format!("{} {}", request.method(), request.uri().path()))
            .map(|line| line.replace("/api/v2/tickets", "/a").replace("/api/v2", ""))
            .collect();
        assert_eq!(lines, sends, "{status}");
        for request in transport.requests() {
            assert_eq!(request.body(), transport.requests()[0].body());
        }
    }
}

#[tokio::test]
async fn what_writes_is_not_sent_to_another_server() {
    for status in [301, 302, 307, 308] {
        let target = "https://files.example.org/tickets";
        let (client, transport) =
            helpdesk(move |_| with_header(response(status, ""), "location", target));
        let failed: Failed = create(&client).send::<Created<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.status(), Some(status));
        assert_eq!(sent(&transport).len(), 1);
    }
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_the_answer() {
    for location in [None, Some("http://[broken"), Some("\u{e9}")] {
        let (client, _) = helpdesk(move |_| match location {
            Some(location) => with_header(response(301, ""), "location", location),
            None => response(301, ""),
        });
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.status(), Some(301));
    }
}
