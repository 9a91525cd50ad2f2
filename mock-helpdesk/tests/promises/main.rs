//! What the helpdesk promises whatever it is asked, over made-up requests. The fuzz targets in
//! `mock-helpdesk/fuzz` check the same.

mod kept;
mod properties;
mod written;
