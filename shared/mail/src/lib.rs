//! The mail that Deskhand writes: what is said ([`Message`]), in six languages (`messages/<language>.json`), in one look
//! (`layouts/`), as MIME ([`to_mime`]), handed to SES ([`Mailer`]).
//!
//! ```text
//! Message + Locale + Recipient + Look ──render──▶ Rendered ──to_mime──▶ bytes ──Mailer::send_raw──▶ SES's id of the message
//! ```
//!
//! Only this crate knows SES. It has no clock and no randomness: the date and the message's id are arguments.

mod catalogue;
mod link;
mod look;
mod message;
mod mime;
mod render;
mod sender;

pub use link::{InvalidLink, Link};
pub use look::{Look, Picture};
pub use message::{Format, Message, Recipient};
pub use mime::{Envelope, Mailbox, to_mime};
pub use render::{RenderError, Rendered, brief, render};
pub use sender::{Mailer, SendError};
