//! Operations on @plural.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde::{Deserialize, Serialize};

use crate::{Client, Envelope, Error};

/// A @singular of the helpdesk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct @Pascal {
@fields}

/// What a @singular is made of, or changed to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct @PascalInput {
@input}

/// Where a @singular stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum @PascalStatus {
@values}

/// More about a @singular.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct @PascalDetail {
@detail}

/// Which @plural to list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct @PascalQuery {
@parameters}

impl Client {
    /// Lists @plural, one page at a time.
    pub async fn list_@plural(&self, query: &@PascalQuery) -> Result<Envelope<Vec<@Pascal>>, Error> {
        self.send(self.request(Method::GET, "/@plural").query(query)).await
    }

    /// Creates a @singular.
    pub async fn create_@singular(&self, input: &@PascalInput) -> Result<Envelope<@Pascal>, Error> {
        self.send(self.request(Method::PUT, "/@plural").json(input)).await
    }

    /// Returns one @singular.
    pub async fn get_@singular(&self, id: i64) -> Result<Envelope<@Pascal>, Error> {
        self.send(self.request(Method::GET, &format!("/@plural/{id}"))).await
    }

    /// Changes a @singular.
    pub async fn update_@singular(&self, id: i64, input: &@PascalInput) -> Result<(), Error> {
        let request = self.request(Method::POST, &format!("/@plural/{id}"));
        self.send_for_nothing(request.json(input)).await
    }

    /// Deletes a @singular.
    pub async fn delete_@singular(&self, id: i64) -> Result<(), Error> {
        self.send_for_nothing(self.request(Method::DELETE, &format!("/@plural/{id}"))).await
    }
}
