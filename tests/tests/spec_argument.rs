//! A description that an attribute names is part of what is compiled: when it changes, the attribute
//! is expanded again, and only then.

use std::fs;

use deskpro_tests::{API, OwnCrate, TEXT, departments};

const DEPENDENCIES: &str = r#"[dependencies]
deskpro-client = { path = "ROOT/generated-client", default-features = false, features = ["macros", "ticket-lookups"] }
"#;

/// A crate with this attribute on a struct that holds `text`.
fn krate(name: &str, attribute: &str) -> OwnCrate {
    let new = OwnCrate::new(name, DEPENDENCIES);
    let root = format!("{attribute}\npub struct Row {{\n    pub text: String,\n}}\n");
    new.write("src/lib.rs", &format!("use deskpro_client::deskpro_resource;\n\n{root}"));
    new
}

/// Without the family the client does not have the resource, which is said at its name.
#[test]
fn a_client_without_the_family_is_told_at_the_resource() {
    let krate = krate("familyless", "#[deskpro_resource(departments)]");
    let manifest = fs::read_to_string(krate.path("Cargo.toml")).unwrap();
    krate.write("Cargo.toml", &manifest.replace(", \"ticket-lookups\"", ""));
    let root = "use deskpro_client::deskpro_resource;\n\n#[deskpro_resource(departments)]\n\
                pub struct Row {\n    pub title: String,\n}\n";
    krate.write("src/lib.rs", root);
    let built = krate.build();
    let expected = "cannot find `departments` in `deskpro_client`\n --> src/lib.rs:3:20\n";
    assert!(!built.is_ok && built.printed.contains(expected), "{}", built.printed);
    assert_eq!(built.printed.matches("error[").count(), 1, "{}", built.printed);
}

/// Builds, edits, and builds again.
#[track_caller]
fn is_watched(krate: &OwnCrate, name: &str, place: &str) {
    assert!(krate.build().compiled(name), "the first build compiles");
    assert!(!krate.build().compiled(name), "nothing changed");

    krate.write("desk/departments.yaml", &departments(""));
    let broken = krate.build();
    assert!(!broken.is_ok, "the field is gone:\n{}", broken.printed);
    assert!(broken.printed.contains("has no field `text` [unknown_field]"), "{}", broken.printed);
    assert!(broken.printed.contains(place), "{}", broken.printed);

    krate.write("desk/departments.yaml", &departments(TEXT));
    assert!(krate.build().compiled(name), "the field is back");
    assert!(!krate.build().compiled(name), "nothing changed");
}

#[test]
fn an_edit_of_the_named_description_is_seen() {
    let krate = krate("named", r#"#[deskpro_resource(departments, spec = "../desk")]"#);
    is_watched(&krate, "named", "desk/departments.yaml:1:11");
}

#[test]
fn an_edit_of_the_description_of_the_workspace_is_seen() {
    let krate = krate("configured", "#[deskpro_resource(departments)]");
    let config = "[env]\nDESKPRO_SPEC = { value = \"desk\", relative = true }\n";
    krate.write(".cargo/config.toml", config);
    is_watched(&krate, "configured", "desk/departments.yaml:1:11");

    // Another description is one, too.
    krate.write("other/api.yaml", API);
    krate.write("other/departments.yaml", &departments(""));
    krate.write(".cargo/config.toml", &config.replace("desk", "other"));
    let other = krate.build();
    assert!(!other.is_ok && other.printed.contains("[unknown_field]"), "{}", other.printed);
    assert!(other.printed.contains("other/departments.yaml:1:11"), "{}", other.printed);
}

#[test]
fn an_edit_of_an_overlay_is_seen() {
    let krate = krate("overlaid_struct", r#"#[deskpro_resource(departments, spec = "../desk")]"#);
    krate.write("desk/api.yaml", &format!("{API}overlays: [texts.yaml]\n"));
    krate.write("desk/departments.yaml", &departments(""));
    let overlay = "overlay: 1\nactions:\n  - target: resources.departments.fields\n    \
                   update: { text: { type: string, docs: What it is for. } }\n";
    krate.write("desk/texts.yaml", overlay);
    assert!(krate.build().compiled("overlaid_struct"), "the field of the overlay is there");
    assert!(!krate.build().compiled("overlaid_struct"), "nothing changed");

    krate.write("desk/texts.yaml", &overlay.replace("string,", "integer,"));
    let broken = krate.build();
    let expected = "`text` of `departments` is described at desk/texts.yaml:4:15";
    assert!(!broken.is_ok && broken.printed.contains(expected), "{}", broken.printed);

    krate.write("desk/texts.yaml", &overlay.replace("fields", "feilds"));
    let broken = krate.build();
    let expected = "desk/texts.yaml:3:35: error[DP0902]: `resources.departments` has no `feilds`";
    assert!(!broken.is_ok && broken.printed.contains(expected), "{}", broken.printed);

    krate.write("desk/texts.yaml", overlay);
    assert!(krate.build().compiled("overlaid_struct"), "the field is back");
}
