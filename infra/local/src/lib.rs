//! The local cloud: a SAM template, run on one machine without Docker.
//!
//! [`Local::start`] reads the template, makes its table, buckets, buses, and functions, and answers on two ports of
//! loopback: one is the HTTP API with the web app and the pages under `/_local`, the other is the AWS endpoint that the
//! functions call. What the template lacks doesn't exist here either: routes, permissions, triggers.

mod buckets;
mod calls;
mod clock;
mod cloud;
mod endpoint;
mod error;
mod faults;
mod function;
mod gateway;
mod mailbox;
mod messagebox;
mod options;
mod pages;
mod pattern;
mod policy;
mod running;
mod start;
mod table;
mod template;
mod work;

pub use calls::{FunctionCalls, Need, Usage};
pub use clock::Clock;
pub use error::{Error, Result};
pub use faults::{Fault, Faults};
pub use function::{Function, MakeFunction};
pub use options::{ACCOUNT, Data, Options};
pub use policy::{Grant, Statement};
pub use running::Running;
pub use start::Local;
pub use template::{Bucket, FunctionSpec, StreamTrigger, Table, Template, Trigger};
