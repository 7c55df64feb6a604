//! Keeping: the one table. The only crate that knows DynamoDB; [`keys`] is the table on one page.

mod access_changes;
mod accounts;
mod commit;
mod companies;
mod customers;
mod denylist;
mod events;
mod fault;
mod groups;
mod idempotency;
mod imports;
mod item;
pub mod keys;
mod made;
mod mails;
mod page;
mod people;
mod services;
mod sign_ins;
mod table;
mod users;
mod work;

pub use access_changes::{Moved, SkippedList};
pub use commit::{Leg, Refusal};
pub use customers::{CustomerLine, CustomerQuery, Removal, SHARDS, Sort, Stretch, Written};
pub use events::event_of;
pub use idempotency::{Claim, Recorded};
pub use imports::Chunk;
pub use item::{Kept, Record};
pub use made::MadeCompany;
pub use page::{Page, Position};
pub use people::Trace;
pub use table::Store;
