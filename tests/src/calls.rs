//! Every operation of the description, called once.

use crate::call::{Call, followed, sent};

macro_rules! calls {
    ($client:ident: $($name:literal => $request:expr,)*) => {
        /// Every operation, called with nothing but what it must be given; ids are 1.
        ///
        /// A test compares the names with those of the description.
        pub static CALLS: &[Call] = &[$(Call { name: $name, send: |$client| sent($request.send()) }),*];
    };
}

macro_rules! following {
    ($client:ident: $($name:literal => $request:expr,)*) => {
        /// Every operation that can ask for the whole resource in return, called so.
        pub static FOLLOWING: &[Call] =
            &[$(Call { name: $name, send: |$client| followed($request.follow_location()) }),*];
    };
}

calls! { client:
    "tickets.list" => client.tickets().list(),
    "tickets.get" => client.tickets().get(1),
    "tickets.create" => client.tickets().create("Printer on fire", 1),
    "tickets.update" => client.tickets().update(1),
    "tickets.delete" => client.tickets().delete(1),
    "tickets.lock" => client.tickets().lock(1),
    "tickets.unlock" => client.tickets().unlock(1),
    "ticket_messages.list" => client.tickets().messages(1).list(),
    "ticket_messages.get" => client.tickets().messages(1).get(1),
    "ticket_messages.create" => client.tickets().messages(1).create("It burns."),
    "ticket_messages.update" => client.tickets().messages(1).update(1),
    "ticket_messages.delete" => client.tickets().messages(1).delete(1),
    "ticket_attachments.list" => client.tickets().attachments(1).list(),
    "ticket_attachments.list_by_message" => client.tickets().attachments(1).list_by_message(1),
    "people.list" => client.people().list(),
    "people.get" => client.people().get(1),
    "people.create" => client.people().create("new@example.com"),
    "people.update" => client.people().update(1),
    "people.delete" => client.people().delete(1),
    "people.add_permissions" => client.people().add_permissions(1, true),
    "people.tickets" => client.people().tickets(1),
    "organizations.list" => client.organizations().list(),
    "organizations.get" => client.organizations().get(1),
    "organizations.create" => client.organizations().create("Example Ltd"),
    "organizations.update" => client.organizations().update(1),
    "organizations.delete" => client.organizations().delete(1),
    "organizations.tickets" => client.organizations().tickets(1),
    "organization_members.list" => client.organizations().members(1).list(),
    "organization_members.create" => client.organizations().members(1).create(1),
    "organization_members.delete" => client.organizations().members(1).delete(1),
    "agents.list" => client.agents().list(),
    "agents.get" => client.agents().get(1),
    "agents.delete" => client.agents().delete(1),
    "agents.assigned_to_chat" => client.agents().assigned_to_chat(),
    "agents.online" => client.agents().online(),
    "agents.remove_permissions" => client.agents().remove_permissions(1),
    "departments.list" => client.departments().list(),
    "departments.get" => client.departments().get(1),
    "departments.create" => client.departments().create("Support"),
    "departments.update" => client.departments().update(1),
    "departments.delete" => client.departments().delete(1),
    "departments.agents" => client.departments().agents(1),
    "me.get" => client.me().get(),
    "me.profile" => client.me().profile(),
}

following! { client:
    "tickets.create" => client.tickets().create("Printer on fire", 1),
    "tickets.update" => client.tickets().update(1),
    "ticket_messages.create" => client.tickets().messages(1).create("It burns."),
    "ticket_messages.update" => client.tickets().messages(1).update(1),
    "people.create" => client.people().create("new@example.com"),
    "people.update" => client.people().update(1),
    "organizations.create" => client.organizations().create("Example Ltd"),
    "organizations.update" => client.organizations().update(1),
    "organization_members.create" => client.organizations().members(1).create(1),
    "departments.create" => client.departments().create("Support"),
    "departments.update" => client.departments().update(1),
}
