//! Keeping: the one table. The only crate that knows DynamoDB; [`keys`] is the table on one page.

mod accounts;
mod api_keys;
mod audit;
mod commit;
mod companies;
mod customers;
mod events;
mod fault;
mod idempotency;
mod imports;
mod item;
pub mod keys;
mod mails;
mod newest;
mod page;
mod services;
mod sign_ins;
mod table;
mod users;

pub use audit::AuditQuery;
pub use commit::{Leg, Refusal};
pub use customers::{CustomerLine, CustomerQuery, Sort};
pub use events::event_of;
pub use idempotency::{Claim, Recorded};
pub use imports::{Chunk, Written};
pub use item::Kept;
pub use page::{Page, Position};
pub use table::Store;
