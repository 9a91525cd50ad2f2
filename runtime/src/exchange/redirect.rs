//! Where an answer leads: redirects, and the resource that a `Location` names.

use http::{Uri, uri::Scheme};

use super::{Exchange, Location, Step};
use crate::{
    Method, Response,
    created::is_without_data,
    location::{resolve, same_origin},
};

impl Exchange {
    /// Goes where a redirect leads, if it is one to be followed.
    ///
    /// 307 and 308 mean the same request there, 303 a `GET`. 301 and 302 are followed for what only
    /// reads: browsers make a `GET` of everything else, and a create that became a read would look
    /// like a success.
    pub(super) fn follow_redirect(&mut self, response: &Response) -> Option<Step> {
        let status = response.status();
        let turns = status == 303 && self.method != Method::Head;
        let may_follow = match status {
            301 | 302 => self.only_reads(),
            303 => true,
            307 | 308 => self.can_send_again(),
            _ => false,
        };
        if !may_follow || self.redirects >= self.client.settings().redirects {
            return None;
        }
        let target = resolve(&self.uri, response.head().location()?)?;
        let is_abroad = !same_origin(&self.uri, &target);
        // What is said to this server is for no other one.
        let sends_nothing = turns || (self.body.is_none() && self.only_reads());
        if is_abroad && (!sends_nothing || !is_as_safe(&self.uri, &target)) {
            return None;
        }
        self.redirects += 1;
        self.is_abroad |= is_abroad;
        self.uri = target;
        if turns {
            self.turn_into_get();
        }
        self.pace.start_over();
        Some(self.send())
    }

    /// Asks for the resource that was wanted with the request but not sent along.
    pub(super) fn ask_location(&mut self, response: &Response) -> Option<Step> {
        if self.location != Location::Wanted || !response.is_success() || !is_without_data(response)
        {
            return None;
        }
        let reference = response.head().location()?;
        let settings = self.client.settings();
        // The guide writes paths below the base path in its `links`: take them here too.
        let below_base = reference.starts_with('/')
            && !reference.starts_with("//")
            && settings.base_url.path_below(reference).is_none();
        let target = match below_base {
            true => format!("{}{reference}", settings.address).parse().ok()?,
            false => resolve(&self.uri, reference)?,
        };
        if !same_origin(&self.uri, &target) {
            return None;
        }
        self.location = Location::Asked;
        self.uri = target;
        self.turn_into_get();
        self.pace.start_over();
        Some(self.send())
    }

    /// Whether the request changes nothing.
    pub(super) fn only_reads(&self) -> bool {
        matches!(self.method, Method::Get | Method::Head | Method::Options)
            || self.query_in_body.is_some()
    }
}

/// Whether nobody can listen there who could not listen here.
fn is_as_safe(here: &Uri, there: &Uri) -> bool {
    there.scheme() == Some(&Scheme::HTTPS) || here.scheme() == Some(&Scheme::HTTP)
}
