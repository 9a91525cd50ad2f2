//! What a description means: the model that checking makes of it.

use deskpro_spec::api::{
    Api, ErrorSetName, Operation, Payload, Resource, Segment, Type, TypeDef, TypeKind,
};
use deskpro_spec::document::Document;
use deskpro_spec::problem::Code;
use deskpro_spec::{Sources, check, load};

/// A description that uses what the tests look at.
const SHOP: &str = "\
format: 1
name: shop
title: Shop API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
methods: { list: GET, get: GET, create: PUT, update: POST }
statuses:
  200: { name: ok, docs: Done. }
  204: { name: no_content, docs: Done. }
  400: { name: bad_request, docs: The request is wrong. }
  404: { name: not_found, docs: There is no such thing. }
  429: { name: too_many_requests, docs: Later., retry: rate_limit }
error_codes:
  no_such_thing: { status: 404, docs: There is no such thing. }
  bad_input: { status: 400, docs: The input is wrong. }
  bad_body: { status: 400, docs: The body is wrong. }
error_sets:
  reading: [no_such_thing, 429]
  writing: [reading, bad_input, bad_body]
  again: [429, no_such_thing]
parameters:
  page: { type: integer, docs: The page. }
  ids: { type: list(id), docs: Only these. }
  order: { type: string, docs: How to order. }
verbs:
  list: { meaning: list, on: collection, success: { 200: page }, repeat: safe, query: [page, order, ids], errors: reading, docs: Returns a page. }
  get: { meaning: get, on: item, success: { 200: one }, repeat: safe, errors: again, docs: Returns one. }
  create: { meaning: create, on: collection, success: { 200: one }, repeat: unsafe, errors: writing, docs: Makes one. }
  update: { meaning: update, on: item, success: { 204: empty }, repeat: unsafe, errors: writing, docs: Changes one. }
  action: { meaning: action, on: item, success: { 200: one }, repeat: unsafe, docs: Does something. }
types:
  address:
    docs: Where somebody lives.
    fields:
      street: { type: string, docs: The street. }
      kind: { type: address_kind, access: read_only, docs: What kind of address. }
      note: { type: note, access: write_only, docs: A note. }
  address_kind: { docs: What kind., values: { private: A home., work: A firm. } }
  note: { docs: A note., fields: { text: { type: string, docs: The text. } } }
  unused: { docs: Held by nothing., values: { a: Nothing. } }
resources:
  - resource: orders
    singular: order
    path: /orders
    docs: Orders.
    operations:
      zip: { verb: action, method: POST, path: \"/{id}/zip/{format}\", docs: Packs it., errors: [bad_input] }
      update: { docs: Changes one. }
      archive: { verb: action, method: PUT, absolute_path: \"/archive/{order}\", returns: json, docs: Puts it away. }
      create: { docs: Makes one. }
      list: { docs: Lists them., without: [page], query: { order: { type: integer, docs: Another way to order. }, deep: { type: boolean, docs: All of it. } } }
      get: { docs: Returns one. }
      of_customer: { verb: list, absolute_path: \"/customers/{customer}/orders\", docs: Those of a customer. }
    path_parameters:
      format: { type: string, docs: The format. }
      order: { type: id, docs: The order. }
    fields:
      total: { type: number, access: read_only, docs: What it costs. }
      text: { type: string?, required: true, docs: What is wanted. }
      customer: { type: ref(customers), required: true, docs: Who wants it., example: 3 }
      parts: { type: list(ref(orders)), docs: Orders within it. }
      secret: { type: string, access: create_write_only, sensitive: true, docs: The password. }
      address: { type: address, docs: Where to send it. }
      id: { type: id, access: read_only, docs: The id. }
  - resource: lines
    singular: line
    parent: { resource: orders, name: lines }
    path: /orders/{order}/lines
    docs: The lines of an order.
    item: { parameter: product }
    operations:
      get: { docs: Returns one. }
    fields:
      product: { type: ref(products), docs: What it is. }
  - { resource: products, singular: product, path: /products, docs: Products., fields: { id: { type: id(customers), access: read_only, docs: The id. } } }
  - { resource: customers, singular: customer, path: /customers, docs: Customers., fields: { id: { type: id, access: read_only, docs: The id. } } }
";

fn shop() -> Api {
    let sources = Sources::from_files([("api.yaml", SHOP)]);
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.terminal(&sources, false)))
}

fn operation<'a>(resource: &'a Resource, name: &str) -> &'a Operation {
    resource.operations.iter().find(|operation| operation.name == name).unwrap()
}

fn type_def<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    api.types.iter().find(|ty| ty.name == name).unwrap()
}

fn names<'a>(list: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    list.into_iter().map(String::as_str).collect()
}

#[test]
fn lists_are_in_their_canonical_order() {
    let api = shop();
    let orders = api.resource("orders").unwrap();
    assert_eq!(
        names(api.resources.iter().map(|it| &it.name)),
        ["customers", "lines", "orders", "products"]
    );
    assert_eq!(
        names(orders.fields.iter().map(|it| &it.name)),
        ["id", "address", "customer", "parts", "secret", "text", "total"]
    );
    assert_eq!(
        names(orders.operations.iter().map(|it| &it.name)),
        ["list", "get", "create", "update", "archive", "of_customer", "zip"]
    );
}

#[test]
fn create_takes_what_can_be_set_and_required_texts_first() {
    let api = shop();
    let orders = api.resource("orders").unwrap();
    let body = operation(orders, "create").body.as_ref().unwrap();
    assert_eq!(
        names(body.fields.iter().map(|it| &it.name)),
        ["text", "customer", "address", "parts", "secret"]
    );
    let required: Vec<_> = body.fields.iter().map(|it| it.required).collect();
    assert_eq!(required, [true, true, false, false, false]);
    assert!(body.fields[0].nullable && !body.fields[1].nullable);
    assert!(body.fields[4].sensitive);
}

#[test]
fn update_requires_nothing_and_leaves_out_what_only_create_sets() {
    let api = shop();
    let body = operation(api.resource("orders").unwrap(), "update").body.as_ref().unwrap();
    assert_eq!(
        names(body.fields.iter().map(|it| &it.name)),
        ["address", "customer", "parts", "text"]
    );
    assert!(body.fields.iter().all(|it| !it.required));
}

#[test]
fn references_are_sent_as_ids() {
    let api = shop();
    let id = |name: &str| api.resource_ids().find(|id| api[*id].name == name).unwrap();
    let orders = api.resource("orders").unwrap();
    let body = operation(orders, "create").body.as_ref().unwrap();
    let customer = body.fields.iter().find(|it| it.name == "customer").unwrap();
    let parts = body.fields.iter().find(|it| it.name == "parts").unwrap();
    assert_eq!(customer.ty, Type::Id(id("customers")));
    assert_eq!(customer.example, Some(3.into()));
    assert_eq!(parts.ty, Type::List(Box::new(Type::Id(id("orders")))));
    let read = orders.fields.iter().find(|it| it.name == "customer").unwrap();
    assert_eq!(read.ty, Type::Ref(id("customers")));
}

#[test]
fn path_parameters_have_the_type_of_what_they_pick() {
    let api = shop();
    let id = |name: &str| api.resource_ids().find(|id| api[*id].name == name).unwrap();
    let orders = api.resource("orders").unwrap();
    let zip = &operation(orders, "zip").path;
    assert_eq!(zip.template, "/orders/{id}/zip/{format}");
    assert_eq!(zip.segments[1], [Segment::Parameter(0)]);
    assert_eq!(zip.parameters[0].ty, Type::Id(id("orders")));
    assert_eq!(zip.parameters[0].docs, "The id of an order.");
    assert_eq!(zip.parameters[1].ty, Type::String);
    assert_eq!(zip.parameters[1].docs, "The format.");
    // Behind the path of another resource stands the id of that one.
    let of_customer = &operation(orders, "of_customer").path;
    assert_eq!(of_customer.parameters[0].ty, Type::Id(id("customers")));
    // An item may be picked by a field that refers to something; `products` has the ids of
    // `customers`.
    let line = &operation(api.resource("lines").unwrap(), "get").path;
    assert_eq!(line.template, "/orders/{order}/lines/{product}");
    assert_eq!(line.parameters[0].ty, Type::Id(id("orders")));
    assert_eq!(line.parameters[1].ty, Type::Id(id("customers")));
    assert_eq!(line.parameters[1].docs, "What it is.");
}

#[test]
fn query_is_that_of_the_verb_then_that_of_the_operation() {
    let api = shop();
    let orders = api.resource("orders").unwrap();
    let list = operation(orders, "list");
    assert_eq!(names(list.query.iter().map(|it| &it.name)), ["order", "ids", "deep"]);
    assert_eq!(list.query[0].ty, Type::Integer, "the operation's own takes the verb's place");
    assert_eq!(list.query[1].ty, Type::List(Box::new(orders.id.clone().unwrap())));
}

#[test]
fn equal_sets_of_refusals_are_one() {
    let api = shop();
    let orders = api.resource("orders").unwrap();
    let set = |name: &str| &api[operation(orders, name).errors];
    let outcomes = |name: &str| -> Vec<_> {
        let code = |outcome: &deskpro_spec::api::Outcome| {
            (outcome.status, outcome.code.map(|code| api[code].code.as_str()))
        };
        set(name).outcomes.iter().map(code).collect()
    };
    assert_eq!(operation(orders, "list").errors, operation(orders, "get").errors);
    assert_eq!(set("list").name, ErrorSetName::Declared("again".to_owned()));
    assert_eq!(outcomes("list"), [(404, Some("no_such_thing")), (404, None), (429, None)]);
    assert_eq!(
        outcomes("create"),
        [
            (400, Some("bad_body")),
            (400, Some("bad_input")),
            (400, None),
            (404, Some("no_such_thing")),
            (404, None),
            (429, None)
        ]
    );
    assert_eq!(set("zip").name, ErrorSetName::Operation("orders".to_owned(), "zip".to_owned()));
    assert_eq!(outcomes("zip"), [(400, Some("bad_input")), (400, None)]);
    assert!(outcomes("archive").is_empty());
}

#[test]
fn payloads_follow_from_shapes() {
    let api = shop();
    let orders = api.resource("orders").unwrap();
    let id = api.resource_ids().find(|id| api[*id].name == "orders").unwrap();
    assert_eq!(operation(orders, "list").returns, Payload::Resource(id));
    assert_eq!(operation(orders, "update").returns, Payload::Nothing);
    assert_eq!(operation(orders, "archive").returns, Payload::Json);
}

#[test]
fn types_know_whether_they_are_read_and_written() {
    let api = shop();
    let ways = |name: &str| (type_def(&api, name).is_read, type_def(&api, name).is_written);
    assert_eq!(ways("address"), (true, true));
    assert_eq!(ways("address_kind"), (true, false));
    assert_eq!(ways("note"), (false, true));
    assert_eq!(ways("unused"), (false, false));
}

#[test]
fn the_order_of_keys_does_not_matter() {
    // The last two resources change places, and so do the keys of one of them.
    let (rest, customers) = SHOP.split_at(SHOP.find("  - { resource: customers").unwrap());
    let (rest, products) = rest.split_at(rest.find("  - { resource: products").unwrap());
    let customers = customers.replace(
        "resource: customers, singular: customer, path: /customers",
        "path: /customers, singular: customer, resource: customers",
    );
    let turned = format!("{rest}{customers}{products}").replace(
        "  reading: [no_such_thing, 429]\n  writing: [reading, bad_input, bad_body]\n",
        "  writing: [bad_body, reading, bad_input]\n  reading: [429, no_such_thing]\n",
    );
    assert_ne!(turned, SHOP);
    let turned = load(&Sources::from_files([("api.yaml", turned)])).unwrap().without_places();
    assert_eq!(format!("{turned:#?}"), format!("{:#?}", shop().without_places()));
}

#[test]
fn a_document_that_lacks_something_is_not_checked() {
    let problems = check(&Document::default()).unwrap_err();
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code(202)]);
}

#[test]
fn the_description_of_deskpro_holds() {
    let sources = Sources::builtin();
    let api = load(&sources).unwrap_or_else(|problems| {
        panic!("{}", problems.terminal(&sources, false));
    });
    let tickets = api.resource("tickets").unwrap();
    let create = operation(tickets, "create");
    assert_eq!(create.method.as_str(), "PUT", "the guide's rule");
    assert!(create.negotiable && create.follow_location);
    assert_eq!(operation(tickets, "update").method.as_str(), "POST");
    let required = create.body.as_ref().unwrap().fields.iter().filter(|field| field.required);
    assert_eq!(names(required.map(|field| &field.name)), ["subject", "person"]);
    let status = type_def(&api, "ticket_status");
    assert!(matches!(&status.kind, TypeKind::Enum(values) if values.len() > 3));
    assert!(status.is_read && status.is_written);
}
