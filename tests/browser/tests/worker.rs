//! The transport of browsers in a worker, which has no window.

#![cfg(target_arch = "wasm32")]

use deskpro_client::{Auth, Client};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn a_client_asks_and_is_answered() {
    let client = Client::builder(env!("HELPDESK"), Auth::key("2:ABC")).build().unwrap();
    let ticket = client.tickets().get(13).send().await.unwrap().data;
    assert_eq!((ticket.id.get(), &*ticket.subject), (13, "asked with key 2:ABC"));
}
