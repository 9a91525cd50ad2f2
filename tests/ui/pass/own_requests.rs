//! A resource that only a struct describes: what is sent, what is read, and why it may be refused.

#![deny(warnings)]

use deskpro_client::people::{Person, PersonId};
use deskpro_client::{Client, Created, DateTime, Error, Ref, Resource, deskpro_resource};
use deskpro_tests::{client, json_response};

/// A thing that somebody owns.
#[deskpro_resource(path = "/assets", verbs(list, get, create))]
#[derive(Debug, Clone, PartialEq)]
pub struct Asset {
    /// The id of the asset.
    #[deskpro(id)]
    pub id: u64,
    /// What it is called.
    #[deskpro(required)]
    pub name: String,
    #[deskpro(read_only)]
    pub date_created: DateTime,
    pub owner: Option<Ref<Person>>,
    #[deskpro(rename = "serialNumber")]
    pub serial: Option<String>,
}

const ASSET: &str = r#"{"id": 3, "name": "Printer", "date_created": "2016-07-12T15:47:21+0000",
    "owner": 4, "serialNumber": null, "color": "red"}"#;

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// All refusals have a name; this is the shape that every create has.
fn explain(error: &CreateAssetError) -> &'static str {
    match error {
        CreateAssetError::InvalidInput(_) => "mend the form",
        CreateAssetError::InvalidJsonBody(_)
        | CreateAssetError::BadRequest(_)
        | CreateAssetError::OtherBadRequest(_)
        | CreateAssetError::MethodNotAllowed(_) => "mend the program",
        CreateAssetError::Unauthorized(_) | CreateAssetError::OtherUnauthorized(_) => "log in",
        CreateAssetError::AccessDenied(_)
        | CreateAssetError::NoPermission(_)
        | CreateAssetError::OtherForbidden(_) => "ask",
        CreateAssetError::NotFound(_) | CreateAssetError::OtherNotFound(_) => "gone",
        CreateAssetError::RateLimits(_) | CreateAssetError::TooManyRequests(_) => "wait",
        CreateAssetError::Maintenance(_) => "wait for long",
    }
}

fn reading() {
    let (client, sent) = client(|request| {
        let data = if request.uri().path().ends_with("/3") { ASSET.to_owned() } else { format!("[{ASSET}]") };
        json_response(200, format!(r#"{{"data": {data}, "meta": {{}}, "links": {{}}}}"#))
    });
    let assets = Assets::new(&client);
    let asset: Asset = run(async { assets.get(3).send().await }).unwrap().data;
    assert_eq!((asset.id, asset.name.as_str(), asset.serial.as_deref()), (3, "Printer", None));
    assert_eq!(asset.date_created.to_string(), "2016-07-12T15:47:21+0000");
    assert_eq!(asset.owner.as_ref().map(Ref::id), Some(PersonId::new(4)));
    assert_eq!(Resource::id(&asset), AssetId::new(3));
    let page = run(async { assets.list().count(5).send().await }).unwrap();
    assert_eq!(page.data, [asset]);
    let sent: Vec<_> = sent.requests().iter().map(|it| format!("{} {}", it.method(), it.uri())).collect();
    let base = "https://support.example.com/api/v2/assets";
    assert_eq!(sent, [format!("GET {base}/3"), format!("GET {base}?count=5")]);
}

fn writing(client: &Client) -> Result<Created<Asset>, Error<CreateAssetError>> {
    let create = Assets::new(client).create("Printer").serial("13").owner(PersonId::new(4));
    run(async { create.send().await })
}

fn main() {
    reading();
    let (made, sent) = client(|_| json_response(201, format!(r#"{{"data": {ASSET}}}"#)));
    let asset = writing(&made).unwrap().data.unwrap();
    assert_eq!(asset.name, "Printer");
    let sent = &sent.requests()[0];
    assert_eq!((sent.method().as_str(), sent.uri().path()), ("PUT", "/api/v2/assets"));
    assert_eq!(sent.body(), r#"{"name":"Printer","serialNumber":"13","owner":4}"#);

    let (refused, _) = client(|_| {
        json_response(400, r#"{"status": 400, "code": "invalid_input", "message": "Wrong"}"#)
    });
    match writing(&refused) {
        Err(Error::Api(refusal)) => assert_eq!(explain(&refusal), "mend the form"),
        other => panic!("{other:?}"),
    }
}
