//! A model without the places of its parts, to compare what two descriptions say.

use super::{Api, BodyFormat, Field, Operation, Parameter, Resource, TypeDef, TypeKind};
use crate::problem::Place;

impl Api {
    /// The same model with every place set to nowhere. What remains is what the description says,
    /// not how it is written: two descriptions that differ only in the order of keys, in comments
    /// or in layout are then the same.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::{Place, Sources, load};
    ///
    /// let api = load(&Sources::builtin()).unwrap().without_places();
    /// assert_eq!(api.resource("tickets").unwrap().place, Place::default());
    /// ```
    #[must_use]
    pub fn without_places(mut self) -> Self {
        let nowhere = Place::default();
        self.statuses.iter_mut().for_each(|status| status.place = nowhere);
        self.error_codes.iter_mut().for_each(|code| code.place = nowhere);
        self.validation_codes.iter_mut().for_each(|code| code.place = nowhere);
        self.families.iter_mut().for_each(|family| family.place = nowhere);
        self.batch.iter_mut().for_each(|batch| batch.place = nowhere);
        for quirk in &mut self.quirks {
            quirk.place = nowhere;
            quirk.excuses.iter_mut().for_each(|excuse| excuse.place = nowhere);
        }
        for verb in &mut self.verbs {
            verb.place = nowhere;
            parameters(&mut verb.query);
        }
        self.types.iter_mut().for_each(type_def);
        self.resources.iter_mut().for_each(resource);
        self
    }
}

fn type_def(ty: &mut TypeDef) {
    ty.place = Place::default();
    match &mut ty.kind {
        TypeKind::Enum(values) => values.iter_mut().for_each(|it| it.place = Place::default()),
        TypeKind::Object(list) => fields(list),
        TypeKind::OneOf(choices) => choices.iter_mut().for_each(|it| it.place = Place::default()),
    }
}

fn resource(resource: &mut Resource) {
    resource.place = Place::default();
    fields(&mut resource.fields);
    resource.operations.iter_mut().for_each(operation);
    resource.examples.iter_mut().for_each(|example| example.place = Place::default());
}

fn operation(operation: &mut Operation) {
    operation.place = Place::default();
    parameters(&mut operation.query);
    if let Some(body) = &mut operation.body {
        body.fields.iter_mut().for_each(|field| field.place = Place::default());
        if let BodyFormat::Form(files) = &mut body.format {
            files.iter_mut().for_each(|file| file.place = Place::default());
        }
    }
    operation.examples.iter_mut().for_each(|example| example.place = Place::default());
}

fn fields(fields: &mut [Field]) {
    fields.iter_mut().for_each(|field| field.place = Place::default());
}

fn parameters(parameters: &mut [Parameter]) {
    parameters.iter_mut().for_each(|parameter| parameter.place = Place::default());
}
