//! Text of a description becomes documentation that rustdoc takes without complaint, and no
//! documentation test: `cargo fuzz run -s none docs` in `codegen/`.

#![no_main]

use deskpro_codegen::Options;
use deskpro_codegen::plan::{self, TypePlan};
use deskpro_spec::{Sources, load};
use libfuzzer_sys::fuzz_target;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options as Extensions, Parser, Tag};

fuzz_target!(|bytes: &[u8]| {
    let text = format!("{}.", String::from_utf8_lossy(bytes));
    let docs = docs(&text);
    assert!(!docs.contains('\r') && docs.chars().all(|c| c == '\n' || !c.is_control()));
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS;
    // Rustdoc takes `[x]` for a link to the item `x`.
    let links_to_items = |link: pulldown_cmark::BrokenLink<'_>| {
        Some((link.reference.to_string().into(), CowStr::Borrowed("")))
    };
    for event in Parser::new_with_broken_link_callback(&docs, extensions, Some(links_to_items)) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => assert_eq!(&*info, "text"),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => panic!("code in {docs:?}"),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                assert_eq!(link_type, LinkType::Autolink, "{docs:?}");
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html:?} in {docs:?}"),
            Event::FootnoteReference(name) => panic!("{name:?} in {docs:?}"),
            _ => {}
        }
    }
});

/// The documentation of a type that is documented with this text.
fn docs(text: &str) -> String {
    let text: String = text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    let yaml = format!(
        "format: 1\nname: example\ntitle: Example\ndocs: An API.\nbase_path: /api\n\
         envelope: {{ data: data, meta: meta }}\n\
         types: {{ kind: {{ docs: \"{text}\", values: {{ a: A. }} }} }}\n"
    );
    let sources = Sources::from_files([("api.yaml", yaml)]);
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let plan = plan::plan(&api, &Options::default());
    match plan.shared.types.as_ref().and_then(|types| types.types.first()).map(|ty| &ty.plan) {
        Some(TypePlan::Enum(kind)) => kind.docs.lines.join("\n"),
        _ => panic!("an enumeration"),
    }
}
