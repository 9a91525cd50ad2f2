//! Who is asking: a resource of which there is one.

use deskpro_client::me::AuthMethod;

use crate::desk::Desk;

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.me().get().send().await.unwrap();
    assert_eq!(answer.response().status(), 200);
    let me = answer.data;
    assert_eq!(me.auth_method, AuthMethod::ApiKey);
    assert_eq!((me.person_id.get(), me.person.id().get()), (1, 1));
    assert_eq!(me.app_id, None);
    assert_eq!(desk.last_line(), "GET /api/v2/me");
}

pub(crate) async fn profile(desk: &Desk) {
    let answer = desk.client.me().profile().send().await.unwrap();
    assert_eq!(answer.response().status(), 200);
    // Its shape is not described, so the helpdesk shows nothing.
    assert!(answer.data.is_null());
    assert_eq!(desk.last_line(), "GET /api/v2/me/profile");
}
