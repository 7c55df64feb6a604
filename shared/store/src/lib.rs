//! Keeping: the one table. The only crate that knows DynamoDB; [`keys`] is the table on one page.

mod accounts;
mod commit;
mod companies;
mod customers;
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
mod services;
mod sign_ins;
mod table;
mod users;

pub use commit::{Leg, Refusal};
pub use customers::{CustomerLine, CustomerQuery, Removal, Sort, Written};
pub use events::event_of;
pub use idempotency::{Claim, Recorded};
pub use imports::Chunk;
pub use item::Kept;
pub use made::MadeCompany;
pub use page::{Page, Position};
pub use table::Store;
