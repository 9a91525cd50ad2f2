//! Names, visibility and paths: within a resource of the description, under names of one's own, seen
//! from nowhere else, and without an id.

#![deny(warnings)]

use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;
use deskpro_tests::{client, json_response};

mod desk {
    use deskpro_client::deskpro_resource;

    /// Somebody who lends things.
    #[deskpro_resource(
        path = "/tickets/{ticket}/lent/{shelf}",
        verbs(list, delete),
        name = "lent_things",
        rename(LentThings = Lent, DeleteLoan = GiveBack),
        vis(pub(crate))
    )]
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct Loan {
        #[deskpro(id)]
        pub(crate) id: u64,
        pub(crate) who: Option<String>,
    }

    #[deskpro_resource(path = "/hidden", verbs(get))]
    struct Hidden {
        #[deskpro(id)]
        #[allow(dead_code)]
        id: u64,
    }

    pub(crate) fn hidden(client: &impl AsRef<deskpro_client::runtime::Client>) {
        let _ = Hiddens::new(client);
        let _ = Hidden::default();
    }
}

/// It has no id, so there is nothing to get.
#[deskpro_resource(path = "/journal", verbs(list, create))]
#[derive(Debug, Default, PartialEq)]
pub struct Entry {
    #[deskpro(required)]
    pub text: String,
}

#[deskpro_resource(path = "/http_keys", verbs(get))]
#[derive(Debug)]
pub struct HTTPKey {
    pub id: HTTPKeyId,
}

fn main() {
    let (client, sent) = client(|_| json_response(200, r#"{"data": [{"id": 1, "who": "x", "text": "y"}]}"#));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let lent = desk::Lent::new(&client, TicketId::new(13), "upper");
    let page = runtime.block_on(async { lent.list().send().await }).unwrap();
    assert_eq!(page.data, [desk::Loan { id: 1, who: Some("x".to_owned()) }]);
    let back: desk::GiveBack = lent.delete(desk::LoanId::new(3));
    runtime.block_on(async { back.send().await }).unwrap();
    let page = runtime.block_on(async { Entries::new(&client).list().send().await }).unwrap();
    assert_eq!(page.data, [Entry { text: "y".to_owned() }]);
    desk::hidden(&client);
    let _ = HttpKeys::new(&client).get(HTTPKeyId::new(3));
    let paths: Vec<_> = sent.requests().iter().map(|it| it.uri().path().to_owned()).collect();
    assert_eq!(paths, [
        "/api/v2/tickets/13/lent/upper",
        "/api/v2/tickets/13/lent/upper/3",
        "/api/v2/journal",
    ]);
}
