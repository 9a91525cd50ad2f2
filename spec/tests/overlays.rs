//! What extending and overlays make of a description.

use deskpro_spec::api::{Api, ErrorSetName, Resource};
use deskpro_spec::problem::Code;
use deskpro_spec::{Sources, load};

const BASE: &str = "\
format: 1
name: shop
title: Shop API
docs: The API of a shop.
base_path: /api
envelope: { data: data, meta: meta }
sources: { MANUAL: The manual. }
methods: { get: GET }
statuses:
  200: { name: ok, docs: It worked. }
  404: { name: not_found, docs: There is no such thing. }
error_codes:
  not_found: { status: 404, docs: There is no such thing. }
  gone: { status: 404, docs: It is gone. }
error_sets: { reading: [not_found, gone] }
verbs:
  get:
    meaning: get
    on: item
    success: { 200: one }
    repeat: safe
    errors: reading
    docs: Gets one.
resources:
  - resource: things
    singular: thing
    path: /things
    docs: Things.
    operations:
      get:
        docs: Gets a thing.
        examples:
          - { title: A thing, response: { status: 200, body: { data: { id: 13, name: One } } } }
          - { title: Another, response: { status: 200, body: { data: { id: 14, name: Two } } } }
    fields:
      id: { type: id, access: read_only, docs: The id. }
      name: { type: string, docs: The name., source: MANUAL }
  - resource: places
    singular: place
    path: /places
    docs: Places.
    operations: { get: { docs: Gets a place. } }
    fields:
      id: { type: id, access: read_only, docs: The id. }
";

#[track_caller]
fn loaded(sources: &Sources) -> Api {
    load(sources).unwrap_or_else(|problems| panic!("{}", problems.terminal(sources, false)))
}

/// The shop with these actions.
fn overlaid(actions: &str) -> Sources {
    let overlay = format!("overlay: 1\nactions:\n{actions}");
    let sources = Sources::from_files([("api.yaml", BASE)]);
    sources.with_overlay_text("ours.yaml", overlay).unwrap()
}

#[track_caller]
fn codes(sources: &Sources) -> Vec<u16> {
    let problems = load(sources).expect_err("it has problems");
    problems.iter().map(|problem| problem.code.0).collect()
}

fn fields(resource: &Resource) -> Vec<&str> {
    resource.fields.iter().map(|field| field.name.as_str()).collect()
}

fn names(api: &Api) -> Vec<&str> {
    api.resources.iter().map(|resource| resource.name.as_str()).collect()
}

fn titles(resource: &Resource) -> Vec<&str> {
    resource.operations[0].examples.iter().map(|example| example.title.as_str()).collect()
}

#[test]
fn what_is_extended_is_there_and_changed() {
    let sources = Sources::from_files([
        (
            "api.yaml",
            "extends: base\ntitle: Our shop\nsources: { OURS: Ours. }\ninclude: [things.yaml, visits.yaml]\n",
        ),
        ("base/api.yaml", BASE),
        (
            "things.yaml",
            "resource: things\nfields:\n  size: { type: integer, docs: How large it is., source: OURS }\n  \
             name: { docs: What it is called., source: [MANUAL, OURS] }\n",
        ),
        (
            "visits.yaml",
            "resource: visits\nsingular: visit\npath: /visits\ndocs: Visits.\n\
             fields: { id: { type: id, access: read_only, docs: The id. } }\n",
        ),
    ]);
    let api = loaded(&sources);
    assert_eq!((api.name.as_str(), api.title.as_str()), ("shop", "Our shop"));
    assert_eq!(names(&api), ["places", "things", "visits"]);
    let things = api.resource("things").unwrap();
    assert_eq!(fields(things), ["id", "name", "size"]);
    assert_eq!(
        (things.path.template.as_str(), things.fields[1].docs.as_str()),
        ("/things", "What it is called.")
    );
    assert_eq!(things.fields[1].sources.len(), 2);
    // People find a resource where it is written; what is changed of it has places of its own.
    assert_eq!(things.file, "base/api.yaml");
    assert_eq!(sources.name(things.fields[2].place.file), "things.yaml");
    assert_eq!(api.resource("visits").unwrap().file, "visits.yaml");
}

#[test]
fn the_built_in_description_is_extended_by_its_name() {
    let sources = Sources::from_files([("desk.yaml", "extends: deskpro\n")]);
    let builtin = loaded(&Sources::builtin());
    let api = loaded(&sources);
    assert_eq!(names(&api), names(&builtin));
    let tickets = api.resource("tickets").unwrap();
    assert_eq!(sources.name(tickets.place.file), "<deskpro>/resources/tickets.yaml");
    // Nobody edits what is built in, but the file that extends it.
    assert_eq!(tickets.file, "desk.yaml");
    // Nothing else differs.
    let files = |mut api: Api| {
        api.resources.iter_mut().for_each(|resource| resource.file.clear());
        format!("{:?}", api.without_places())
    };
    assert!(files(api) == files(builtin));
}

#[test]
fn descriptions_extend_each_other_and_overlays_apply_where_they_are_named() {
    let overlay = |text: &str| {
        format!(
            "overlay: 1\nactions: [{{ target: ., expect: {{ title: {text} }}, update: {{ title: {text}+ }} }}]\n"
        )
    };
    let sources = Sources::from_files([
        ("api.yaml", "extends: middle/desk.yaml\noverlays: [last.yaml]\n".to_owned()),
        ("last.yaml", overlay("Middle")),
        ("middle/desk.yaml", "extends: base\ntitle: Middle\n".to_owned()),
        ("middle/base/api.yaml", format!("{BASE}overlays: [first.yaml]\n")),
        ("middle/base/first.yaml", overlay("Shop API")),
    ]);
    let given = sources.clone().with_overlay_text("given.yaml", overlay("Middle+")).unwrap();
    assert_eq!(loaded(&sources).title, "Middle+");
    assert_eq!(loaded(&given).title, "Middle++");
    assert_eq!(given.name(given.len() as u32 - 1), "given.yaml");
}

#[test]
fn what_extends_may_be_larger_than_what_overlays_add() {
    let example = vec!["1"; 260_000].join(",");
    let types = format!(
        "types:\n  size:\n    docs: Sizes.\n    fields:\n      \
         sizes: {{ type: json, docs: All of them., example: [{example}] }}\n"
    );
    let overlay = "overlay: 1\nactions: [{ target: ., update: { title: Ours } }]\n";
    let sources = Sources::from_files([
        ("api.yaml", format!("extends: base\noverlays: [ours.yaml]\n{types}")),
        ("ours.yaml", overlay.to_owned()),
        ("base/api.yaml", BASE.to_owned()),
    ]);
    assert_eq!(loaded(&sources).title, "Ours");
}

#[test]
fn a_resource_that_is_there_twice_is_reported() {
    let things = "resource: things\nfields:\n  size: { type: integer, docs: How large. }\n";
    let sources = Sources::from_files([
        ("api.yaml", "extends: base\ninclude: [one.yaml, two.yaml]\n"),
        ("base/api.yaml", BASE),
        ("one.yaml", things),
        ("two.yaml", things),
    ]);
    let problems = load(&sources).unwrap_err();
    let places = problems.iter().map(|problem| sources.name(problem.place.file));
    assert!(places.clone().all(|name| name == "two.yaml"), "{}", problems.short(&sources));
    assert!(problems.iter().any(|problem| problem.message.contains("`things`")));
}

#[test]
fn items_of_lists_are_named_by_what_they_are() {
    let api = loaded(&overlaid(
        "  - target: resources.things.operations.get.examples.\"A thing\"\n    remove: true\n  \
         - target: error_sets.reading.gone\n    remove: true\n  \
         - target: resources.places\n    remove: true\n",
    ));
    let things = api.resource("things").unwrap();
    assert_eq!(titles(things), ["Another"]);
    assert_eq!(names(&api), ["things"]);
    let reading = ErrorSetName::Declared("reading".to_owned());
    let reading = api.error_sets.iter().find(|set| set.name == reading).unwrap();
    // One code, and any other code of its status.
    assert_eq!(reading.outcomes.len(), 2, "{reading:?}");
}

#[test]
fn every_entry_is_meant_by_an_asterisk() {
    let api = loaded(&overlaid(
        "  - target: resources.*.operations.*.examples\n    remove: true\n  \
         - target: resources.*.fields.id\n    update: { source: MANUAL }\n  \
         - target: \"*.reading\"\n    update: [404]\n",
    ));
    for resource in &api.resources {
        assert_eq!(resource.fields[0].sources.len(), 1, "{}", resource.name);
        assert_eq!(titles(resource), [""; 0]);
    }
}

#[test]
fn resources_are_changed_and_added_by_name() {
    let api = loaded(&overlaid(
        "  - target: resources\n    update:\n      \
           - { resource: places, docs: Where things are. }\n      \
           - { resource: visits, singular: visit, path: /visits, docs: Visits. }\n  \
         - target: .\n    update:\n      resources: [{ resource: visits, docs: When somebody comes. }]\n",
    ));
    assert_eq!(names(&api), ["places", "things", "visits"]);
    assert_eq!(api.resource("places").unwrap().docs, "Where things are.");
    assert_eq!(api.resource("visits").unwrap().docs, "When somebody comes.");
}

#[test]
fn an_action_sees_what_those_before_it_did() {
    let api = loaded(&overlaid(
        "  - target: resources.things.fields.name\n    remove: true\n  \
         - target: resources.things.operations.get.examples\n    remove: true\n  \
         - target: resources.things.fields\n    expect: { name: null }\n    \
           update: { name: { type: integer, docs: Now a number. } }\n",
    ));
    assert_eq!(api.resource("things").unwrap().fields[1].docs, "Now a number.");
}

#[test]
fn actions_that_do_not_apply_leave_the_others_alone() {
    let sources = overlaid(
        "  - target: resources.thing.docs\n    update: Nothing.\n  \
         - target: resources.things.fields.name\n    update: { type: strng }\n  \
         - target: resources.things.docs\n    update: Things.\n  \
         - target: resources.things.fields.weight\n    remove: true\n",
    );
    assert_eq!(codes(&sources), [902, 302, 903, 904]);
}

#[test]
fn everything_that_is_expected_is_looked_at() {
    for (expected, is_met) in [
        ("{ type: string }", true),
        ("{ source: MANUAL, docs: The name. }", true),
        ("{ access: null }", true),
        ("{ type: null }", false),
        ("{ access: read_only }", false),
        ("{ source: [MANUAL] }", false),
        ("name", false),
    ] {
        let sources = overlaid(&format!(
            "  - target: resources.things.fields.name\n    expect: {expected}\n    update: {{ docs: Its name. }}\n"
        ));
        assert_eq!(load(&sources).is_ok(), is_met, "{expected}");
        assert!(is_met || codes(&sources) == [905], "{expected}");
    }
}

#[test]
fn nothing_that_an_unknown_base_has_is_said_to_be_missing() {
    let sources = Sources::from_files([(
        "api.yaml",
        "extends: gone\ntitle: 3\nresources: [{ resource: things }]\n",
    )]);
    assert_eq!(codes(&sources), [13, 203]);
}

#[test]
fn an_overlay_that_cannot_be_read_is_told_without_a_place() {
    let sources = Sources::from_files([("api.yaml", BASE)]);
    let problems = sources.clone().with_overlay("no/such/overlay.yaml".as_ref()).unwrap_err();
    let text = problems.terminal(&Sources::default(), false);
    assert!(
        text.starts_with("error[DP0001]: cannot read the overlay `no/such/overlay.yaml`: "),
        "{text}"
    );
    let problems = sources.with_overlay_text("large.yaml", "#".repeat(5_000_000)).unwrap_err();
    assert_eq!(problems.iter().next().map(|problem| problem.code), Some(Code(4)));
}
