//! Arguments as tokens: the parameter, and the expression that it becomes.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::{ArgumentPlan, Conversion, RustType};

/// The parameter: `subject: impl Into<String>`.
pub(super) fn parameter(argument: &ArgumentPlan) -> TokenStream {
    let ArgumentPlan { name, ty, .. } = argument;
    let item = item(ty);
    match argument.conversion {
        Conversion::AsIs => quote!(#name: #ty),
        Conversion::Into => quote!(#name: impl Into<#ty>),
        Conversion::Set => quote!(#name: impl IntoSet<#ty>),
        Conversion::EachAsIs => quote!(#name: impl IntoIterator<Item = #item>),
        Conversion::EachInto => quote!(#name: impl IntoIterator<Item = impl Into<#item>>),
    }
}

/// What the parameter becomes: `subject.into()`.
pub(super) fn value(argument: &ArgumentPlan) -> TokenStream {
    let name = &argument.name;
    match argument.conversion {
        Conversion::AsIs => quote!(#name),
        Conversion::Into => quote!(#name.into()),
        Conversion::Set => quote!(#name.into_set()),
        Conversion::EachAsIs => quote!(#name.into_iter().collect()),
        Conversion::EachInto => quote!(#name.into_iter().map(Into::into).collect()),
    }
}

/// The parameter as a member of a struct: `subject: subject.into()`.
pub(super) fn member(name: &Ident, argument: &ArgumentPlan) -> TokenStream {
    let value = value(argument);
    if argument.conversion == Conversion::AsIs && argument.name == *name {
        value
    } else {
        quote!(#name: #value)
    }
}

/// The statement that makes a parameter of a path what is sent, where it is not that already:
/// `let id: TicketId = id.into();`
pub(super) fn binding(argument: &ArgumentPlan) -> Option<TokenStream> {
    let ArgumentPlan { name, ty, .. } = argument;
    let value = value(argument);
    (argument.conversion != Conversion::AsIs).then(|| quote!(let #name: #ty = #value;))
}

/// The type of the items of a list.
pub(super) fn item(ty: &RustType) -> &RustType {
    match ty {
        RustType::Generic(_, item) => item,
        other => other,
    }
}
