//! What Deskhand knows: its words and its rules, and nothing else.
//!
//! Pure: no I/O, no async, no clock, no randomness, no AWS. Time and randomness come in a [`Moment`]; what a decision
//! changes goes out as a [`Changed`], which is all that the store accepts for writing.

pub mod access_change;
pub mod account;
pub mod api_key;
pub mod audit;
pub mod avatar;
pub mod change;
pub mod code;
pub mod company;
pub mod company_access;
pub mod contact;
pub mod csv_file;
pub mod customer;
pub mod denylist;
pub mod device;
pub mod erasure;
pub mod event;
pub mod export;
pub mod feature;
pub mod figures;
pub mod id;
pub mod import;
pub mod job;
pub mod link;
pub mod locale;
pub mod logo;
pub mod mail;
pub mod moment;
pub mod organisation;
pub mod password;
pub mod permission;
pub mod picture;
pub mod portal;
pub mod problem;
pub mod query;
pub mod scope;
pub mod seat;
pub mod service;
pub mod settings;
pub mod sign_in;
pub mod tally;
pub mod team;
pub mod text;
pub mod token;
pub mod two_factor;
pub mod user;

pub use change::Changed;
pub use event::{Actor, Event, Origin};
pub use id::{
    AccountId, ApiKeyId, AvatarId, CompanyId, ContactId, CustomerId, DenialId, DeviceId, EventId, Id,
    ImportId, JobId, LogoId, MailId, MethodId, MovementId, PortalId, QueryId, ServiceId, SignInId,
    SubportalId, TeamId, UserId,
};
pub use locale::Locale;
pub use moment::{Moment, Random};
pub use problem::{FieldError, Problem};

/// A point in time (UTC, nanoseconds), as every record keeps it.
pub type Timestamp = jiff::Timestamp;
