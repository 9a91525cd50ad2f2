//! People.

use deskpro_client::people::CreatePersonError;
use deskpro_client::types::PhoneNumberInput;
use deskpro_client::{Clear, Error};
use serde_json::json;

use crate::desk::{Desk, NOON};

pub(crate) async fn list(desk: &Desk) {
    let people = desk.client.people();
    let page = people.list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 4));
    let names: Vec<&str> = page.data.iter().map(|person| person.name.as_str()).collect();
    let expected =
        ["Sample Customer", "Sample Customer 2", "Sample Customer 3", "Sample Customer 4"];
    assert_eq!(names, expected);

    let found = people.list().primary_email("customer3@example.com").send().await.unwrap();
    assert_eq!(found.data.len(), 1);
    assert_eq!(found.data[0].id.get(), 3);
    assert_eq!(desk.last_line(), "GET /api/v2/people?primary_email=customer3%40example.com");
    let of_two = people.list().organization([2, 3]).is_agent(false).send().await.unwrap();
    let ids: Vec<u64> = of_two.data.iter().map(|person| person.id.get()).collect();
    assert_eq!(ids, [2, 3]);
    assert_eq!(desk.last_line(), "GET /api/v2/people?organization=2,3&is_agent=false");
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.people().get(2).send().await.unwrap();
    desk.assert_self(&answer.links, "/people/2");
    let person = answer.data;
    assert_eq!(person.id.get(), 2);
    assert_eq!(person.name, "Sample Customer 2");
    assert_eq!(person.primary_email.as_deref(), Some("customer2@example.com"));
    assert_eq!(person.is_user, Some(true));
    assert_eq!(person.emails, Some(vec!["customer2@example.com".to_owned()]));
    let number = &person.phone_numbers.as_deref().unwrap()[0];
    assert_eq!(
        (number.number.as_str(), number.label.as_deref()),
        ("+44 20 7946 0000", Some("work"))
    );
    let pattern = "https://support.example.com/file.php/avatar/{{IMG_SIZE}}/default.jpg";
    assert_eq!(person.avatar.default_url_pattern.as_deref(), Some(pattern));
    assert_eq!(person.organization.map(|it| it.id().get()), Some(2));
    assert_eq!((person.last_seen, person.agent_data), (None, None));
}

pub(crate) async fn create(desk: &Desk) {
    let people = desk.client.people();
    let number = PhoneNumberInput::new("+44 20 7946 0001").label("home");
    let request = people.create("new@example.com").name("Some Body").phone_numbers([number]);
    let made = request.organization(2).password("correct horse").send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    assert_eq!(made.id().map(|id| id.get()), Some(5));
    desk.assert_location(made.location.as_deref(), "/people/5");
    assert_eq!(desk.last_line(), format!("{} /api/v2/people", desk.creating()));
    let expected = json!({
        "primary_email": "new@example.com",
        "name": "Some Body",
        "phone_numbers": [{"number": "+44 20 7946 0001", "label": "home"}],
        "organization": 2,
        "password": "correct horse",
    });
    assert_eq!(desk.last_body(), expected);
    let person = made.data.expect("the whole person");
    assert_eq!(person.name, "Some Body");
    assert_eq!(person.date_created.map(|date| date.to_string()), Some(NOON.to_owned()));

    let followed = people.create("more@example.com").follow_location().send().await.unwrap();
    assert_eq!(followed.data.primary_email.as_deref(), Some("more@example.com"));
    let error = people.create("").send().await.unwrap_err();
    let Error::Api(CreatePersonError::InvalidInput(refusal)) = error else { panic!("{error}") };
    assert_eq!(refusal.field("primary_email").next().unwrap().raw_code(), "required");
}

pub(crate) async fn update(desk: &Desk) {
    let people = desk.client.people();
    let request = people.update(1).name("Another Name").organization(Clear);
    let done = request.send().await.unwrap();
    assert_eq!((done.response().status(), done.data), (204, None));
    desk.assert_location(done.location.as_deref(), "/people/1");
    assert_eq!(desk.last_body(), json!({"name": "Another Name", "organization": null}));
    assert_eq!(desk.last_line(), format!("{} /api/v2/people/1", desk.updating()));
    let person = people.get(1).send().await.unwrap().data;
    assert_eq!((person.name.as_str(), person.organization), ("Another Name", None));
    let followed = people.update(1).summary("Prints a lot.").follow_location().send().await;
    assert_eq!(followed.unwrap().data.summary.as_deref(), Some("Prints a lot."));
}

pub(crate) async fn delete(desk: &Desk) {
    let done = desk.client.people().delete(4).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/people/4");
    assert_eq!(desk.client.people().get(4).send().await.unwrap_err().status(), Some(404));
}

pub(crate) async fn add_permissions(desk: &Desk) {
    let done = desk.client.people().add_permissions(2, true).send().await.unwrap();
    assert!(matches!(done.response().status(), 200 | 204));
    assert_eq!(desk.last_line(), "PUT /api/v2/people/2/permissions?agent=true");
}

pub(crate) async fn tickets(desk: &Desk) {
    let page = desk.client.people().tickets(2).count(4).page(2).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (2, 2, 6));
    let ids: Vec<u64> = page.data.iter().map(|ticket| ticket.id.get()).collect();
    assert_eq!(ids, [18, 22]);
    assert!(page.data.iter().all(|ticket| ticket.person.id().get() == 2));
    assert_eq!(desk.last_line(), "GET /api/v2/people/2/tickets?count=4&page=2");
}
