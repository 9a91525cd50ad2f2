//! Every operation of the description, called once. The build script writes the tables.

use crate::call::{Call, sent};
use crate::list::{List, counted};

include!(concat!(env!("OUT_DIR"), "/calls.rs"));
