//! Organizations.

use deskpro_client::Clear;
use serde_json::json;

use crate::desk::{Desk, NOON};

pub(crate) async fn list(desk: &Desk) {
    let organizations = desk.client.organizations();
    let page = organizations.list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 3));
    assert_eq!(page.data[2].name, "Example Ltd 3");
    let found = organizations.list().name("Example Ltd 2").labels(["partner", "x"]);
    let found = found.send().await.unwrap();
    assert_eq!(found.data.len(), 1);
    assert_eq!(found.data[0].id.get(), 2);
    let expected = "GET /api/v2/organizations?name=Example%20Ltd%202&labels=partner,x";
    assert_eq!(desk.last_line(), expected);
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.organizations().get(1).send().await.unwrap();
    desk.assert_self(&answer.links, "/organizations/1");
    let organization = answer.data;
    assert_eq!((organization.id.get(), organization.name.as_str()), (1, "Example Ltd"));
    assert_eq!(organization.email_domains, ["example.com"]);
    assert_eq!(organization.labels, ["partner"]);
    assert_eq!(organization.contact_data[0].url.as_deref(), Some("www.example.com"));
    let field = organization.fields.get("2").unwrap();
    assert_eq!(field.value, Some(json!("Second floor")));
    assert_eq!(field.aliases, Some(vec!["2".to_owned(), "account_manager".to_owned()]));
    assert_eq!(organization.emails, None);
    assert_eq!(organization.date_created.to_string(), "2023-01-02T10:47:53+0000");
}

pub(crate) async fn create(desk: &Desk) {
    let organizations = desk.client.organizations();
    let request = organizations.create("New Ltd").members([1, 2]).importance(3);
    let made = request.email_domains(["example.org"]).send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    assert_eq!(made.id().map(|id| id.get()), Some(4));
    desk.assert_location(made.location.as_deref(), "/organizations/4");
    assert_eq!(desk.last_line(), format!("{} /api/v2/organizations", desk.creating()));
    let expected = json!({
        "name": "New Ltd",
        "members": [1, 2],
        "importance": 3,
        "email_domains": ["example.org"],
    });
    assert_eq!(desk.last_body(), expected);
    let organization = made.data.expect("the whole organization");
    assert_eq!((organization.name.as_str(), organization.importance), ("New Ltd", 3));
    assert_eq!(organization.date_created.to_string(), NOON);
    let followed = organizations.create("Newer Ltd").follow_location().send().await.unwrap();
    assert_eq!(followed.data.name, "Newer Ltd");
}

pub(crate) async fn update(desk: &Desk) {
    let organizations = desk.client.organizations();
    let done = organizations.update(1).summary("Prints.").parent(Clear).send().await.unwrap();
    assert_eq!((done.response().status(), done.data), (204, None));
    desk.assert_location(done.location.as_deref(), "/organizations/1");
    assert_eq!(desk.last_body(), json!({"summary": "Prints.", "parent": null}));
    assert_eq!(desk.last_line(), format!("{} /api/v2/organizations/1", desk.updating()));
    let organization = organizations.get(1).send().await.unwrap().data;
    assert_eq!((organization.summary.as_str(), organization.parent), ("Prints.", None));
    let followed = organizations.update(1).parent(2).follow_location().send().await.unwrap();
    assert_eq!(followed.data.parent.map(|it| it.id().get()), Some(2));
}

pub(crate) async fn delete(desk: &Desk) {
    let done = desk.client.organizations().delete(3).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/organizations/3");
    let error = desk.client.organizations().get(3).send().await.unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(404), "not_found"));
}

pub(crate) async fn tickets(desk: &Desk) {
    let page = desk.client.organizations().tickets(1).count(5).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 2, 9));
    assert_eq!(desk.last_line(), "GET /api/v2/organizations/1/tickets?count=5");
    let mut all = desk.client.organizations().tickets(1).count(5).items();
    let mut ids = Vec::new();
    while let Some(ticket) = all.next().await {
        ids.push(ticket.unwrap().id.get());
    }
    assert_eq!(ids, [1, 4, 7, 10, 13, 16, 19, 22, 25]);
}
