//! The description of the Deskpro API, compiled in.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../deskpro/", $name)))),*]
    };
}

/// Every file of `deskpro/`, the first file first.
pub(crate) static FILES: &[(&str, &str)] = files![
    "api.yaml",
    "resources/agents.yaml",
    "resources/departments.yaml",
    "resources/me.yaml",
    "resources/organization_members.yaml",
    "resources/organizations.yaml",
    "resources/people.yaml",
    "resources/ticket_attachments.yaml",
    "resources/ticket_messages.yaml",
    "resources/tickets.yaml",
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::FILES;

    #[test]
    fn every_file_of_the_folder_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("deskpro");
        let mut found = vec!["api.yaml".to_owned()];
        for entry in fs::read_dir(folder.join("resources")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            found.push(format!("resources/{name}"));
        }
        found.sort();
        let mut listed: Vec<_> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        listed.sort();
        assert_eq!(listed, found, "list each file of spec/deskpro in spec/src/builtin.rs");
    }
}
