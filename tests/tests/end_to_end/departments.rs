//! Departments, whose path is not their name.

use deskpro_client::Clear;
use serde_json::json;

use crate::desk::Desk;

pub(crate) async fn list(desk: &Desk) {
    let page = desk.client.departments().list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 3));
    let titles: Vec<&str> = page.data.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Support", "Support 2", "Support 3"]);
    assert_eq!(desk.last_line(), "GET /api/v2/ticket_departments");
    let some = desk.client.departments().list().ids([1, 3]).send().await.unwrap();
    assert_eq!(some.data.len(), 2);
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.departments().get(1).send().await.unwrap();
    desk.assert_self(&answer.links, "/ticket_departments/1");
    let department = answer.data;
    assert_eq!((department.id.get(), department.title.as_str()), (1, "Support"));
    assert_eq!(department.full_title.as_deref(), Some("Support > Printers"));
    assert_eq!((department.is_tickets_enabled, department.is_chat_enabled), (true, false));
    // This helpdesk has no brands.
    assert_eq!((department.brands, department.avatar), (vec![], None));
}

pub(crate) async fn create(desk: &Desk) {
    let departments = desk.client.departments();
    let request = departments.create("Sales").is_chat_enabled(true).brands([1]).parent(1);
    let made = request.send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    assert_eq!(made.id().map(|id| id.get()), Some(4));
    desk.assert_location(made.location.as_deref(), "/ticket_departments/4");
    assert_eq!(desk.last_line(), format!("{} /api/v2/ticket_departments", desk.creating()));
    let expected = json!({"title": "Sales", "is_chat_enabled": true, "brands": [1], "parent": 1});
    assert_eq!(desk.last_body(), expected);
    let department = made.data.expect("the whole department");
    assert_eq!((department.title.as_str(), department.is_chat_enabled), ("Sales", true));
    assert_eq!(department.parent.map(|it| it.id().get()), Some(1));
    let followed = departments.create("Stock").follow_location().send().await.unwrap();
    assert_eq!(followed.data.title, "Stock");
}

pub(crate) async fn update(desk: &Desk) {
    let departments = desk.client.departments();
    let done = departments.update(2).title("Helpers").parent(Clear).send().await.unwrap();
    assert_eq!((done.response().status(), done.data), (204, None));
    desk.assert_location(done.location.as_deref(), "/ticket_departments/2");
    assert_eq!(desk.last_body(), json!({"title": "Helpers", "parent": null}));
    assert_eq!(desk.last_line(), format!("{} /api/v2/ticket_departments/2", desk.updating()));
    let department = departments.get(2).send().await.unwrap().data;
    assert_eq!((department.title.as_str(), department.parent), ("Helpers", None));
    let followed = departments.update(2).display_order(7).follow_location().send().await;
    assert_eq!(followed.unwrap().data.display_order, 7);
}

pub(crate) async fn delete(desk: &Desk) {
    let done = desk.client.departments().delete(3).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/ticket_departments/3");
    assert_eq!(desk.client.departments().list().send().await.unwrap().data.len(), 2);
}

pub(crate) async fn agents(desk: &Desk) {
    let page = desk.client.departments().agents(1).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 3));
    assert_eq!(page.data[1].name, "Sample Agent 2");
    assert_eq!(desk.last_line(), "GET /api/v2/ticket_departments/1/agents");
    let error = desk.client.departments().agents(9).send().await.unwrap_err();
    assert_eq!(error.status(), Some(404));
}
