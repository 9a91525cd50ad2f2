//! What helpdesks want to be asked, and how.

use deskpro_client::Upload;
use deskpro_client::types::{AttachmentInput, PersonDetails, SortDirection};
use deskpro_client::{Clear, Map};
use deskpro_tests::{KEY, description, operations, without_proxy};
use serde_json::{Value, json};

use crate::desk::{desk, lines, sent};

#[tokio::test]
async fn quirk_13_a_person_is_given_as_id_address_or_details() {
    let (client, transport) = desk(201, json!({}));
    let tickets = client.tickets();
    let details = PersonDetails::new().email("customer@example.com").name("Sample Customer");
    for (request, person) in [
        (tickets.create("Fire", 123), json!(123)),
        (tickets.create("Fire", "customer@example.com"), json!("customer@example.com")),
        (tickets.create("Fire", PersonDetails::new().id(1)), json!({"id": 1})),
        (
            tickets.create("Fire", details),
            json!({"email": "customer@example.com", "name": "Sample Customer"}),
        ),
    ] {
        request.send().await.unwrap();
        assert_eq!(sent(&transport)["person"], person);
    }
}

#[tokio::test]
async fn quirk_14_attachments_are_given_as_a_list_or_by_id() {
    let (client, transport) = desk(201, json!({}));
    let file = || AttachmentInput::new("8RK2MJ5W").is_inline(true);
    let messages = client.tickets().messages(13);
    messages.create("It burns.").attachments([file()]).send().await.unwrap();
    assert_eq!(
        sent(&transport)["attachments"],
        json!([{"blob_auth": "8RK2MJ5W", "is_inline": true}])
    );
    let by_id = Map::from([("26854", file())]);
    messages.create("It burns.").attachments(by_id).send().await.unwrap();
    assert_eq!(
        sent(&transport)["attachments"],
        json!({"26854": {"blob_auth": "8RK2MJ5W", "is_inline": true}})
    );
}

#[tokio::test]
async fn quirk_18_only_what_is_set_is_sent_under_its_right_name() {
    let (client, transport) = desk(204, json!(null));
    client.tickets().update(13).send().await.unwrap();
    assert_eq!(sent(&transport), json!({}));
    client.tickets().update(13).department(3).agent(2).send().await.unwrap();
    assert_eq!(sent(&transport), json!({"department": 3, "agent": 2}));
    client.tickets().update(13).agent(Clear).send().await.unwrap();
    assert_eq!(sent(&transport), json!({"agent": null}));
}

#[tokio::test]
async fn quirk_18_a_refusal_says_which_fields_are_unknown() {
    let extra = json!({"code": "invalid_input", "errors": {"errors":
        [{"code": "extra_fields", "message": "Unexpected field names: department_id"}]}});
    let (client, transport) = desk(400, extra);
    let request = client.tickets().update(13).with(|it| it.field("department_id", &3_u64));
    let error = request.send().await.unwrap_err();
    assert_eq!(sent(&transport), json!({"department_id": 3}));
    assert!(
        error.has_code("extra_fields") && error.to_string().contains("department_id"),
        "{error}"
    );
}

#[test]
fn quirk_19_each_list_has_the_parameters_that_it_takes() {
    let api = description();
    let takes = |operation: &str, parameter: &str| {
        let operations = operations(&api);
        let (_, found) = operations.iter().find(|(name, _)| name == operation).expect(operation);
        found.query.iter().any(|it| it.name == parameter)
    };
    // The helpdesk refuses `GET /tickets?limit=5`, although nearly every other list takes it.
    assert!(!takes("tickets.list", "limit") && takes("people.list", "limit"));
    assert!(takes("tickets.list", "count") && takes("tickets.list", "order_dir"));
    assert!(!takes("articles.list", "order_dir") && takes("articles.list", "order_by"));
    assert!(!takes("ticket_stars.list", "page"));
}

#[tokio::test]
async fn quirk_20_the_direction_of_sorting_has_three_names() {
    let (client, transport) = desk(200, json!({"data": []}));
    let tickets = || client.tickets().list().order_by("date_created");
    tickets().order_dir(SortDirection::Desc).send().await.unwrap();
    tickets().group_sort(SortDirection::Desc).send().await.unwrap();
    let filtered = client.ticket_filters().tickets(105);
    filtered.sort("date_created").order(SortDirection::Desc).send().await.unwrap();
    assert_eq!(
        lines(&transport),
        [
            "GET /api/v2/tickets?order_by=date_created&order_dir=desc",
            "GET /api/v2/tickets?order_by=date_created&group_sort=desc",
            "GET /api/v2/ticket_filters/105/tickets?sort=date_created&order=desc",
        ]
    );
}

#[tokio::test]
async fn quirk_27_a_ticket_names_its_person() {
    // Without one `create` does not compile: `tests/ui/fail/create_without_required.rs`.
    let (client, transport) = desk(201, json!({}));
    client.tickets().create("Fire", 4).send().await.unwrap();
    assert_eq!(sent(&transport), json!({"subject": "Fire", "person": 4}));
    let api = description();
    let operations = operations(&api);
    let (_, create) = operations.iter().find(|(name, _)| name == "tickets.create").unwrap();
    let required = create.body.iter().flat_map(|body| &body.fields).filter(|field| field.required);
    assert_eq!(
        required.map(|field| field.name.as_str()).collect::<Vec<_>>(),
        ["subject", "person"]
    );
}

#[tokio::test]
async fn quirk_30_an_upload_says_how_long_it_is() {
    let answer = concat!(
        "HTTP/1.1 201 Created\r\ncontent-length: 24\r\n\r\n",
        r#"{"data": {"blob_id": 1}}"#
    );
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let received = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = Vec::new();
        while !String::from_utf8_lossy(&bytes).contains("It burns.\r\n--") {
            bytes.push(stream.read_u8().await.unwrap());
        }
        // The end of the last boundary.
        let mut rest = vec![0; 4096];
        let more = stream.read(&mut rest).await.unwrap();
        bytes.extend_from_slice(&rest[..more]);
        stream.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(bytes).unwrap()
    });
    let client = without_proxy(url, KEY).build().unwrap();
    let file = Upload::new("notes.txt", "It burns.").content_type("text/plain");
    let stored = client.blobs().create(file).send().await.unwrap();
    assert_eq!(stored.data.unwrap().blob_id, 1);
    let received = received.await.unwrap();
    let (head, body) = received.split_once("\r\n\r\n").unwrap();
    let head = head.to_ascii_lowercase();
    let length = format!("content-length: {}", body.len());
    assert!(head.lines().any(|line| line == length), "{head}");
    assert!(!head.contains("transfer-encoding"), "{head}");
    assert!(body.contains(r#"name="file"; filename="notes.txt""#), "{body}");
}

#[tokio::test]
async fn quirk_45_a_query_can_go_into_the_body() {
    let (client, transport) = desk(200, json!({"data": [{"id": 4}]}));
    let found = client.people().list().primary_email("customer@example.com").query_in_body();
    assert_eq!(found.send().await.unwrap().data[0].id.get(), 4);
    assert_eq!(lines(&transport), ["POST /api/v2/people"]);
    assert_eq!(transport.requests()[0].headers()["x-deskpro-api-get-query-body"], "1");
    assert_eq!(sent(&transport), json!({"primary_email": "customer@example.com"}));
    // Otherwise it is a GET.
    client.people().list().primary_email("customer@example.com").send().await.unwrap();
    assert_eq!(lines(&transport)[1], "GET /api/v2/people?primary_email=customer%40example.com");
}

#[tokio::test]
async fn quirk_44_the_verbs_are_negotiated() {
    let (client, transport) = deskpro_tests::client(|request| match request.method().as_str() {
        "PUT" if request.uri().path().ends_with("/tickets") => {
            deskpro_tests::json_response(405, "")
        }
        _ => deskpro_tests::json_response(201, Value::Null.to_string()),
    });
    client.tickets().create("Fire", 4).send().await.unwrap();
    client.tickets().create("Fire", 4).send().await.unwrap();
    assert_eq!(
        lines(&transport),
        ["PUT /api/v2/tickets", "POST /api/v2/tickets", "POST /api/v2/tickets"]
    );
}
