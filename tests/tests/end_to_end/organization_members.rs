//! Members of an organization: a child resource whose items are named by the person.

use serde_json::json;

use crate::desk::Desk;

pub(crate) async fn list(desk: &Desk) {
    let page = desk.client.organizations().members(2).list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 2));
    let member = &page.data[0];
    assert_eq!((member.id.get(), member.organization.id().get()), (3, 2));
    assert_eq!((member.person.id().get(), member.is_manager), (3, true));
    assert_eq!(member.position, "Head of printing 3");
    assert_eq!(member.created_at.to_string(), "2024-07-23T12:48:10+0000");
    assert_eq!(desk.last_line(), "GET /api/v2/organizations/2/members");
    let some = desk.client.organizations().members(2).list().ids([4]).send().await.unwrap();
    assert_eq!(some.data.len(), 1);
}

pub(crate) async fn create(desk: &Desk) {
    let members = desk.client.organizations().members(2);
    let made = members.create(1).position("Second printer").send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    assert_eq!(made.data.as_ref().map(|member| member.person.id().get()), Some(1));
    // Members have no path of their own but that by their person.
    desk.assert_location(made.location.as_deref(), "/organizations/2/members/1");
    assert_eq!(desk.last_line(), format!("{} /api/v2/organizations/2/members", desk.creating()));
    assert_eq!(desk.last_body(), json!({"person": 1, "position": "Second printer"}));
    assert_eq!(members.list().send().await.unwrap().data.len(), 3);
    let followed = members.create(2).follow_location().send().await.unwrap();
    assert_eq!(followed.data.person.id().get(), 2);
}

pub(crate) async fn delete(desk: &Desk) {
    let members = desk.client.organizations().members(2);
    let done = members.delete(3).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/organizations/2/members/3");
    let left = members.list().send().await.unwrap();
    assert_eq!(left.data.len(), 1);
    assert_eq!(left.data[0].person.id().get(), 4);
}
