//! The query of a request: in its URL, or as JSON in its body.

use std::fmt::Display;

use bytes::Bytes;
use http::Uri;
use percent_encoding::percent_decode_str;

use super::{Parts, Request};
use crate::{Encode, Method, RequestFault, Writer, encoder::encode};

impl Request {
    /// Sets a query parameter, replacing an earlier one of the same name.
    pub fn query(mut self, name: &str, value: &dyn Display) -> Self {
        self.0.query.set(name, &mut |url| {
            encode(url, value);
        });
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
        let mut values = values.into_iter().peekable();
        if values.peek().is_none() {
            self.0.set_fault(RequestFault::EmptyList { name: name.into() });
        }
        self.0.query.set(name, &mut |url| {
            while let Some(value) = values.next() {
                encode(url, &value);
                if values.peek().is_some() {
                    url.push(',');
                }
            }
        });
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
        self.0.query.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
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
        let mut text = String::new();
        let address = &self.client.settings().address;
        text.reserve_exact(address.len() + self.path.len() + 1 + self.query.as_str().len());
        text.push_str(address);
        self.add_path_and_query(&mut text);
        // Takes the text as it is, without a copy.
        Uri::from_maybe_shared(Bytes::from(text)).map_err(|_| RequestFault::Url)
    }

    /// The path below the base path, with the query unless the body holds it.
    pub(crate) fn path_and_query(&self) -> String {
        let mut text = String::new();
        self.add_path_and_query(&mut text);
        text
    }

    fn add_path_and_query(&self, text: &mut String) {
        text.push_str(&self.path);
        let query = self.query.as_str();
        if !self.query_in_body && !query.is_empty() {
            text.push('?');
            text.push_str(query);
        }
    }

    /// The names of the query parameters, as they would be in a URL: `page&count`.
    pub(crate) fn query_names(&self) -> String {
        let names: Vec<&str> = self.query.iter().map(|(name, _)| name).collect();
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
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
