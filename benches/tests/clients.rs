//! What is written by hand has what the document of the API says, and applications use what they are
//! said to. That every client compiles takes generators of others, and `rivals`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use deskpro_benches::clients::{Client, Uses};
use deskpro_benches::scale::{self, Edit};
use openapiv3::{OpenAPI, ReferenceOr, SchemaKind, Type};

/// More than there are words for names, so that numbered names are among them.
const RESOURCES: usize = 43;

#[test]
fn every_operation_is_written_by_hand() {
    let made = Made::new("every_operation", Edit::None);
    let functions: BTreeSet<String> = made
        .sources()
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub async fn "))
        .filter_map(|line| line.split('(').next().map(str::to_owned))
        .collect();
    assert_eq!(functions.len(), RESOURCES * 5);
    assert_eq!(functions, operations(&made.api));
}

#[test]
fn every_field_is_written_by_hand() {
    let made = Made::new("every_field", Edit::None);
    let sources = made.sources();
    for (name, schema) in made.api.components.iter().flat_map(|it| &it.schemas) {
        let ReferenceOr::Item(schema) = schema else { panic!("{name} is a reference") };
        let SchemaKind::Type(Type::Object(object)) = &schema.schema_kind else { continue };
        // What is around answers is generic.
        let name = if name == "Error" { "Refusal" } else { name };
        let name = if name.ends_with("Envelope") { "Envelope<T>" } else { name };
        let (_, body) = sources.split_once(&format!("pub struct {name} {{\n")).expect(name);
        let (body, _) = body.split_once("\n}").unwrap();
        let fields = body.lines().filter(|line| line.trim().starts_with("pub "));
        assert_eq!(fields.count(), object.properties.len(), "{name}");
    }
}

#[test]
fn changed_endpoint_is_written_by_hand() {
    let is_there = |made: &Made| made.sources().contains("pub expand: Option<String>,");
    assert!(!is_there(&Made::new("unchanged", Edit::None)));
    let made = Made::new("changed", Edit::Endpoint);
    assert!(is_there(&made));
    // A positional argument more.
    let main = made.application(Client::ProgenitorPositional, Uses::All);
    assert!(main.contains("(None, None, None, Some(NonZeroU64::MIN))"), "{main}");
}

#[test]
fn applications_use_three_operations_or_all() {
    let made = Made::new("applications", Edit::None);
    let uses = |main: &str| {
        let calls = |name: &String| main.contains(&format!("client.{name}("));
        operations(&made.api).into_iter().filter(calls).collect::<Vec<String>>()
    };
    let three = made.application(Client::HandWritten, Uses::Three);
    assert_eq!(uses(&three), ["create_ticket", "get_ticket", "list_tickets"]);
    let all = made.application(Client::HandWritten, Uses::All);
    assert_eq!(uses(&all).len(), RESOURCES * 5);
    for client in Client::ALL {
        // Into `main` and out of it, and a call each.
        let awaits = |uses| made.application(client, uses).matches(".await?").count();
        assert_eq!(awaits(Uses::Three), 1 + 3, "{}", client.name());
        assert_eq!(awaits(Uses::All), RESOURCES * (1 + 5), "{}", client.name());
        assert!(!made.application(client, Uses::All).contains('@'), "{}", client.name());
    }
}

#[test]
fn numbers_are_joined_where_the_generator_does_so() {
    let made = Made::new("numbers", Edit::None);
    let main = made.application(Client::OpenapiGenerator, Uses::All);
    assert!(main.contains("use apis::widgets040_api as api;"));
    assert!(main.contains("api::get_widget040(client, 13)"));
    assert!(main.contains("api::get_agent_team(client, 13)"));
}

/// What is written by hand for an API.
struct Made {
    api: OpenAPI,
    folder: PathBuf,
}

impl Made {
    fn new(name: &str, edit: Edit) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients").join(name);
        fs::create_dir_all(&folder).unwrap();
        let made = Self { api: scale::openapi(RESOURCES, edit).unwrap(), folder };
        fs::write(made.document(), scale::openapi_text(RESOURCES, edit)).unwrap();
        let generated =
            Client::HandWritten.generate(&made.document(), Path::new(""), &made.client()).unwrap();
        assert!(generated.cost.is_none());
        assert_eq!(generated.bytes, made.sources().len());
        made
    }

    fn document(&self) -> PathBuf {
        self.folder.join("openapi.json")
    }

    fn client(&self) -> PathBuf {
        self.folder.join("client")
    }

    /// The text of all its files.
    fn sources(&self) -> String {
        let files = fs::read_dir(self.client().join("src")).unwrap();
        files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }

    /// The `main.rs` of an application, as if the client was that of another generator.
    fn application(&self, client: Client, uses: Uses) -> String {
        let folder = self.folder.join("application");
        client.application(&self.document(), &self.client(), uses, &folder).unwrap();
        fs::read_to_string(folder.join("src/main.rs")).unwrap()
    }
}

fn operations(api: &OpenAPI) -> BTreeSet<String> {
    let operations = api.operations().map(|(_, _, operation)| operation.operation_id.clone());
    operations.flatten().collect()
}
