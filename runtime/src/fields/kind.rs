//! Kinds of values that an API sends and takes, as types without values.
//!
//! [`Holds`](super::Holds) and [`Sends`](super::Sends) say which Rust types go with which kind.

use std::marker::PhantomData;

/// A text.
#[derive(Debug)]
pub enum Text {}

/// A number without a fraction.
#[derive(Debug)]
pub enum Integer {}

/// A number.
#[derive(Debug)]
pub enum Number {}

/// True or false.
#[derive(Debug)]
pub enum Boolean {}

/// A moment: `2016-07-12T15:47:21+0000`.
#[derive(Debug)]
pub enum Moment {}

/// A day: `2016-07-12`.
#[derive(Debug)]
pub enum Day {}

/// Any JSON.
#[derive(Debug)]
pub enum Any {}

/// The id of an `R`.
#[derive(Debug)]
pub struct Id<R>(PhantomData<fn() -> R>);

/// An `R`, as its id or as a whole.
#[derive(Debug)]
pub struct Reference<R>(PhantomData<fn() -> R>);

/// One of the values of the generated enum `E`.
#[derive(Debug)]
pub struct Enum<E>(PhantomData<fn() -> E>);

/// What the generated type `M` stands for: an object, or one of several kinds.
#[derive(Debug)]
pub struct Object<M>(PhantomData<fn() -> M>);

/// A list of `K`s.
#[derive(Debug)]
pub struct List<K>(PhantomData<fn() -> K>);

/// A map from texts to `K`s.
#[derive(Debug)]
pub struct Map<K>(PhantomData<fn() -> K>);

/// A `K`, null, or nothing at all.
#[derive(Debug)]
pub struct Nullable<K>(PhantomData<fn() -> K>);

/// A `K` that must not be shown.
#[derive(Debug)]
pub struct Secret<K>(PhantomData<fn() -> K>);
