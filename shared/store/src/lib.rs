//! Keeping: the one table. The only crate that knows DynamoDB; [`keys`] is the table on one page.

mod accounts;
mod avatars;
mod commit;
mod companies;
mod customers;
mod events;
mod fault;
mod idempotency;
mod imports;
mod item;
pub mod keys;
mod links;
mod mails;
mod page;
mod portal;
mod services;
mod sign_ins;
mod table;
mod users;

pub use commit::{Leg, Refusal};
pub use customers::{CustomerLine, CustomerQuery, Sort};
pub use events::event_of;
pub use idempotency::{Claim, Recorded};
pub use imports::{Chunk, Written};
pub use item::Kept;
pub use page::{Page, Position};
pub use portal::{Activation, Entrant};
pub use table::Store;
pub use users::Door;
