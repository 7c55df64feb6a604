//! Everything that is shaped by Lambda or HTTP, so that nothing else has to be.
//!
//! A request is parsed by extractors ([`Caller`], [`Input`], [`Patch`], [`IfMatch`], [`Paging`]), decided in `domain`,
//! kept by `store`, and answered by [`answer`]. Whatever fails is a [`Failure`], which becomes a problem document.

mod ahead;
pub mod answer;
mod app;
mod asker;
mod aws;
mod caller;
mod clock;
mod config;
mod cursor;
mod deadline;
mod denylist;
mod event;
mod failure;
mod idempotency;
mod if_match;
mod input;
mod job_view;
mod memory;
mod named;
mod open;
mod origin;
pub mod password;
mod picture;
mod query;
mod sealed;
mod secret;
mod serve;
mod token;
mod trial;
mod upload;
mod who;
mod words;
pub mod work;

pub use ahead::Ahead;
pub use app::App;
pub use caller::{Caller, DeviceCaller, Inquiry, Language, PortalCaller};
pub use clock::Clock;
pub use config::Config;
pub use cursor::{Paging, PagingParameters};
pub use deadline::Deadline;
pub use event::{BusEvent, Detail};
pub use failure::{Answer, Failure, ProblemDocument, WrongField};
pub use idempotency::Piecemeal;
pub use if_match::IfMatch;
pub use input::{Input, Patch};
pub use job_view::{JobProblem, JobView};
pub use lambda_runtime::Error;
pub use named::Named;
pub use open::{is_open, operations};
pub use picture::{PictureProblem, show_picture};
pub use query::{Query, one_of};
pub use serve::{listen, router, serve};
pub use token::{Claims, CustomerClaims};
pub use trial::Trial;
pub use upload::Upload;
pub use who::{Names, Who};
pub use words::Words;
