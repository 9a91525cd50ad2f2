//! Agents: a resource with the ids of people, and lists beside its ids.

use deskpro_client::agents::Agent;

use crate::desk::Desk;

fn ids(agents: &[Agent]) -> Vec<u64> {
    agents.iter().map(|agent| agent.id.get()).collect()
}

pub(crate) async fn list(desk: &Desk) {
    let page = desk.client.agents().list().count(2).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 2, 3));
    assert_eq!(ids(&page.data), [1, 2]);
    assert_eq!(desk.last_line(), "GET /api/v2/agents?count=2");
    let some = desk.client.agents().list().ids([3]).send().await.unwrap();
    assert_eq!(ids(&some.data), [3]);
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.agents().get(2).send().await.unwrap();
    desk.assert_self(&answer.links, "/agents/2");
    let agent = answer.data;
    assert_eq!((agent.id.get(), agent.name.as_str()), (2, "Sample Agent 2"));
    assert_eq!(agent.primary_email, "agent2@example.com");
    assert_eq!((agent.is_agent, agent.online, agent.online_for_chat), (true, true, Some(false)));
    assert_eq!(agent.last_seen.unwrap().to_string(), "2025-05-01T09:00:00+0000");
    assert_eq!((agent.agent_data, agent.avatar.url_pattern), (None, None));
}

pub(crate) async fn delete(desk: &Desk) {
    let done = desk.client.agents().delete(3).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/agents/3");
    assert_eq!(ids(&desk.client.agents().list().send().await.unwrap().data), [1, 2]);
}

pub(crate) async fn assigned_to_chat(desk: &Desk) {
    let page = desk.client.agents().assigned_to_chat().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 3));
    assert_eq!(ids(&page.data), [1, 2, 3]);
    assert_eq!(desk.last_line(), "GET /api/v2/agents/assigned_to_chat");
}

pub(crate) async fn online(desk: &Desk) {
    let page = desk.client.agents().online().count(2).page(2).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (2, 2, 3));
    assert_eq!(ids(&page.data), [3]);
    assert_eq!(desk.last_line(), "GET /api/v2/agents/online?count=2&page=2");
}

pub(crate) async fn remove_permissions(desk: &Desk) {
    let done = desk.client.agents().remove_permissions(1).send().await.unwrap();
    assert!(matches!(done.response().status(), 200 | 204));
    assert_eq!(desk.last_line(), "DELETE /api/v2/agents/1/agent_permissions");
}
