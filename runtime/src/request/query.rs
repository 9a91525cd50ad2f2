//! The query of a request: in its URL, or as JSON in its body.

use std::fmt::Display;

use http::Uri;
use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::{Parts, Request};
use crate::{Encode, Method, RequestFault, Writer, path::RESERVED};

impl Request {
    /// Sets a query parameter, replacing an earlier one of the same name.
    pub fn query(mut self, name: &str, value: &dyn Display) -> Self {
        let value = encoded(&value.to_string());
        self.0.set_query(name, value);
        self
    }

    /// Sets a query parameter to what becomes a `T`, as [`query`](Self::query) does.
    #[inline]
    pub fn query_into<T: Display>(self, name: &str, value: impl Into<T>) -> Self {
        self.query(name, &value.into())
    }

    /// Sets a query parameter to several values, joined with commas: `ids=1,2,3` (GUIDE).
    ///
    /// An empty list is a fault: the helpdesk would answer as if it were not given, with
    /// everything.
    pub fn query_list<T: Display>(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        let values: Vec<String> =
            values.into_iter().map(|value| encoded(&value.to_string())).collect();
        if values.is_empty() {
            self.0.set_fault(RequestFault::EmptyList { name: name.into() });
        }
        self.0.set_query(name, values.join(","));
        self
    }

    /// Sets a query parameter to what become several `T`s, as [`query_list`](Self::query_list)
    /// does.
    #[inline]
    pub fn query_list_into<T: Display>(
        self,
        name: &str,
        values: impl IntoIterator<Item = impl Into<T>>,
    ) -> Self {
        self.query_list(name, values.into_iter().map(Into::into))
    }

    /// Sends the query in the body and not in the URL, so that what it holds, such as e-mail
    /// addresses, gets into no log on the way: the `GET` is sent as a `POST`, with the header that
    /// the API knows for this and the query as a JSON object of texts (HMRC).
    ///
    /// Only a `GET` without a body of its own can be sent so, and only where the API knows such a
    /// header; all else is a fault.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::Request;
    ///
    /// /// Asks for whoever has this address, without writing it into a URL.
    /// fn with_address(request: Request, address: &str) -> Request {
    ///     request.query("primary_email", &address).query_in_body()
    /// }
    /// ```
    pub fn query_in_body(mut self) -> Self {
        self.0.query_in_body = true;
        self
    }

    /// The value of a query parameter, as it was encoded.
    pub(crate) fn query_value(&self, name: &str) -> Option<&str> {
        self.0.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Parts {
    /// Whether the request can be sent as it is.
    pub(crate) fn check(&self) -> Result<(), RequestFault> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        if self.body.is_spent() {
            return Err(RequestFault::Spent);
        }
        if !self.query_in_body {
            return Ok(());
        }
        let fault = |fault| Err(RequestFault::QueryInBody { fault });
        if self.client.settings().query_in_body.is_none() {
            return fault("the API knows no header for that");
        }
        if self.operation.method != Method::Get {
            return fault("it is no GET");
        }
        if !self.body.is_empty() {
            return fault("it has a body of its own");
        }
        Ok(())
    }

    /// The absolute URI.
    pub(crate) fn uri(&self) -> Result<Uri, RequestFault> {
        let text = format!("{}{}", self.client.settings().address, self.path_and_query());
        text.parse().map_err(|_| RequestFault::Url)
    }

    /// The path below the base path, with the query unless the body holds it.
    pub(crate) fn path_and_query(&self) -> String {
        let mut text = self.path.clone();
        if self.query_in_body {
            return text;
        }
        for (place, (name, value)) in self.query.iter().enumerate() {
            text.push(if place == 0 { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            text.push_str(value);
        }
        text
    }

    /// The names of the query parameters, as they would be in a URL: `page&count`.
    pub(crate) fn query_names(&self) -> String {
        let names: Vec<&str> = self.query.iter().map(|(name, _)| name.as_str()).collect();
        names.join("&")
    }

    /// The query as a JSON object of texts.
    pub(crate) fn query_json(&self) -> String {
        let texts: Vec<(String, String)> =
            self.query.iter().map(|(name, value)| (decoded(name), decoded(value))).collect();
        let mut json = Writer::new();
        json.members(&mut texts.iter().map(|(name, value)| (name.as_str(), value as &dyn Encode)));
        json.into_text()
    }

    fn set_query(&mut self, name: &str, value: String) {
        let name = encoded(name);
        match self.query.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.query.push((name, value)),
        }
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
