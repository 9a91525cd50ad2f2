//! What arguments mean, and how much of them is still understood after a mistake.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::*;

/// The arguments, and the first lines of all mistakes.
fn parse(tokens: TokenStream) -> (Arguments, Vec<String>) {
    let mut mistakes = Mistakes::default();
    let arguments = Arguments::parse(tokens, &mut mistakes);
    (arguments, messages(&mistakes))
}

/// The first lines of the errors that the compiler is told.
fn messages(mistakes: &Mistakes) -> Vec<String> {
    let text = mistakes.to_token_stream().to_string();
    let messages = text.split("compile_error ! {").skip(1);
    let messages = messages.map(|rest| rest.trim_start().trim_start_matches('"'));
    messages
        .map(|rest| rest.split(['\n', '}']).next().unwrap_or_default())
        .map(|line| line.split("\\n").next().unwrap_or_default().trim_end_matches([' ', '"']))
        .map(str::to_owned)
        .collect()
}

/// The kinds of the mistakes, from the brackets at the end of their first lines.
fn kinds(tokens: TokenStream) -> Vec<String> {
    let kind = |line: &String| {
        let (_, kind) = line.rsplit_once(" [").unwrap_or_else(|| panic!("no kind: {line}"));
        kind.trim_end_matches(']').to_owned()
    };
    parse(tokens).1.iter().map(kind).collect()
}

#[test]
fn everything_can_be_said_at_once() {
    let (arguments, mistakes) = parse(quote! {
        tickets,
        spec = "../helpdesk",
        client = crate::client,
        runtime = ::runtime,
        verbs(list, get),
        rename(Ticket = Case, TicketId = CaseId),
        vis(pub(crate)),
        derive(Hash, serde::Serialize),
        enums = closed,
    });
    assert_eq!(mistakes, [""; 0]);
    let Some(About::Subject(Subject::Resource(name))) = &arguments.about else { panic!() };
    assert_eq!(name, "tickets");
    assert_eq!(arguments.spec.unwrap().value(), "../helpdesk");
    assert_eq!(arguments.client.to_token_stream().to_string(), "crate :: client");
    assert_eq!(arguments.runtime.to_token_stream().to_string(), ":: runtime");
    let verbs: Vec<_> = arguments.verbs.unwrap().iter().map(plain).collect();
    assert_eq!(verbs, ["list", "get"]);
    let renames: Vec<_> =
        arguments.renames.iter().map(|(from, to)| (plain(from), plain(to))).collect();
    assert_eq!(renames[1], ("TicketId".to_owned(), "CaseId".to_owned()));
    assert_eq!(arguments.visibility.to_token_stream().to_string(), "pub (crate)");
    assert_eq!(arguments.derives.len(), 2);
    assert_eq!(arguments.enums, Some(EnumPolicy::Closed));
}

#[test]
fn what_the_item_is_of_is_one_of_four_things() {
    let about = |tokens| parse(tokens).0.about;
    assert!(matches!(about(quote!(tickets)), Some(About::Subject(Subject::Resource(_)))));
    assert!(matches!(about(quote!(type = avatar)), Some(About::Subject(Subject::Type(_)))));
    assert!(matches!(about(quote!(tickets.create)), Some(About::Operation(_))));
    assert!(matches!(about(quote!(path = "/assets")), Some(About::Own(_))));
    assert!(matches!(about(quote!(spec = "x", r#type = avatar)), Some(About::Subject(_))));
    let Some(About::Operation(path)) = about(quote!(r#match.r#type)) else { panic!() };
    assert_eq!((plain(&path.resource), plain(&path.operation)), ("match".into(), "type".into()));
}

#[test]
fn nothing_is_a_mistake_but_a_broken_name_is_only_one() {
    assert_eq!(kinds(quote!()), ["missing_subject"]);
    assert_eq!(kinds(quote!(spec = "x")), ["missing_subject"]);
    assert_eq!(kinds(quote!("tickets")), ["quoted_name"]);
    assert_eq!(kinds(quote!(tickets.)), ["not_an_argument"]);
    assert_eq!(kinds(quote!(type)), ["missing_value"]);
    assert_eq!(kinds(quote!(path = 13)), ["wrong_value"]);
}

#[test]
fn a_comma_at_the_end_is_fine_and_an_empty_place_is_not() {
    assert_eq!(kinds(quote!(tickets,)), [""; 0]);
    assert_eq!(kinds(quote!(,)), ["not_an_argument", "missing_subject"]);
    assert_eq!(kinds(quote!(tickets, , verbs(list))), ["not_an_argument"]);
    assert_eq!(kinds(quote!(tickets, verbs(list,))), [""; 0]);
    assert_eq!(kinds(quote!(tickets, verbs(list, , get))), ["wrong_value"]);
}

#[test]
fn values_are_of_their_kind() {
    for tokens in [
        quote!(spec),
        quote!(spec =),
        quote!(verbs()),
        quote!(rename()),
        quote!(vis()),
        quote!(derive()),
        quote!(enums =),
    ] {
        assert_eq!(kinds(quote!(tickets, #tokens)), ["missing_value"], "{tokens}");
    }
    for tokens in [
        quote!(spec("x")),
        quote!(spec = x),
        quote!(spec = "x" "y"),
        quote!(client = "x"),
        quote!(client = Vec<u8>),
        quote!(verbs = list),
        quote!(verbs[list]),
        quote!(verbs(list) get),
        quote!(verbs("list")),
        quote!(rename(Ticket)),
        quote!(rename(Ticket = "Case")),
        quote!(vis = pub),
        quote!(vis(private)),
        quote!(vis(pub, pub(crate))),
        quote!(derive(13)),
        quote!(enums("closed")),
    ] {
        assert_eq!(kinds(quote!(tickets, #tokens)), ["wrong_value"], "{tokens}");
    }
    assert_eq!(kinds(quote!(tickets, enums = shut)), ["unknown_policy"]);
    assert_eq!(kinds(quote!(tickets, client = self::client)), ["relative_path"]);
    assert_eq!(kinds(quote!(tickets, runtime = super::client)), ["relative_path"]);
}

#[test]
fn what_is_said_twice_is_reported_and_the_first_counts() {
    let (arguments, _) = parse(quote!(tickets, people));
    assert_eq!(plain(arguments.about.map(ident_of).as_ref().unwrap()), "tickets");
    assert_eq!(kinds(quote!(tickets, people)), ["second_subject"]);
    assert_eq!(kinds(quote!(tickets, type = avatar)), ["second_subject"]);
    assert_eq!(kinds(quote!(tickets, enums = open, enums = 13)), ["repeated_argument"]);
    assert_eq!(kinds(quote!(tickets, verbs(get, get, get))), ["repeated_value"; 2]);
    assert_eq!(kinds(quote!(tickets, derive(a::B, a::B))), ["repeated_value"]);
    assert_eq!(kinds(quote!(tickets, rename(A = B, A = C))), ["repeated_value"]);
    let (arguments, _) = parse(quote!(tickets, verbs(get, 13, get, list)));
    assert_eq!(arguments.verbs.unwrap().len(), 2);
}

fn ident_of(about: About) -> Ident {
    match about {
        About::Subject(subject) => subject.ident().clone(),
        _ => panic!("no subject"),
    }
}

#[test]
fn something_close_is_named() {
    let (_, mistakes) = parse(quote!(tickets, verb(list), wherever = 1));
    assert_eq!(
        mistakes,
        [
            "there is no argument `verb` [unknown_argument]",
            "there is no argument `wherever` [unknown_argument]"
        ]
    );
}

#[test]
fn arguments_of_other_forms_are_reported() {
    let check = |form: Form, tokens| {
        let mut mistakes = Mistakes::default();
        Arguments::parse(tokens, &mut mistakes).check_form(form, &mut mistakes);
        messages(&mistakes).len()
    };
    let whole = || quote!(tickets, verbs(list), rename(A = B), vis(pub), derive(C), enums = open);
    assert_eq!(check(Form::Whole, whole()), 0);
    assert_eq!(check(Form::Projection, whole()), 5);
    assert_eq!(check(Form::Input, quote!(tickets.create, name = "x", spec = "y")), 1);
    assert_eq!(check(Form::Whole, quote!(type = avatar)), 1);
    assert_eq!(check(Form::Projection, quote!(type = avatar)), 0);
    assert_eq!(check(Form::Own, quote!(path = "/assets", name = "assets", verbs(list))), 0);
}

#[test]
fn no_tokens_make_it_panic() {
    let pieces = ["tickets", ".", ",", "=", "\"x\"", "(", ")", "verbs", "type", "13", "::", "'a"];
    // Every text of up to four pieces that is Rust tokens at all.
    let mut texts = vec![String::new()];
    for _ in 0..4 {
        let longer: Vec<String> = texts
            .iter()
            .flat_map(|text| pieces.iter().map(move |piece| format!("{text} {piece}")))
            .collect();
        let parsed = longer.iter().filter_map(|text| text.parse::<TokenStream>().ok());
        assert!(parsed.map(|tokens| parse(tokens).1.len()).max() > Some(0));
        texts = longer;
    }
}
