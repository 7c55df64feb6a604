//! Keeping: the one table. The only crate that knows DynamoDB; [`keys`] is the table on one page.

mod access_changes;
mod accounts;
mod api_keys;
mod audit;
mod commit;
mod companies;
mod customers;
mod denylist;
mod events;
mod fault;
mod idempotency;
mod imports;
mod item;
pub mod keys;
mod mails;
mod newest;
mod page;
mod people;
mod services;
mod sign_ins;
mod table;
mod users;
mod work;

pub use access_changes::{Moved, SkippedList};
pub use audit::AuditQuery;
pub use commit::{Leg, Refusal};
pub use customers::{CustomerLine, CustomerQuery, SHARDS, Sort, Stretch};
pub use events::event_of;
pub use idempotency::{Claim, Recorded};
pub use imports::{Chunk, Written};
pub use item::{Kept, Record};
pub use page::{Page, Position};
pub use people::Trace;
pub use table::Store;
