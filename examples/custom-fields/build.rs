//! Makes the client of `helpdesk`, again whenever something in there changed.

fn main() -> Result<(), deskpro_codegen::build_script::Error> {
    deskpro_codegen::build_script::compile("helpdesk")
}
