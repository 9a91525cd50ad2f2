//! A helpdesk that does everything wrong, and the default client: every fault ends in a typed error or
//! a success, by the client's own limits; no key is shown, and nothing is repeated that must not be.

mod answers;
mod bodies;
mod connections;
mod crowd;
mod fault;
mod framing;
mod heads;
mod kept;
mod kind;
mod outcome;
mod redirects;
mod sequences;
