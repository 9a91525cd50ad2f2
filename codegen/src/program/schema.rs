//! `deskpro-codegen schema`: the JSON Schema of the description's format.

/// Prints the schema.
pub(crate) fn run() -> Result<(), String> {
    let schema = serde_json::to_string_pretty(&deskpro_spec::json_schema());
    anstream::println!("{}", schema.map_err(|error| format!("error: {error}"))?);
    Ok(())
}
