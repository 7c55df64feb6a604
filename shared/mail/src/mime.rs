//! Packs a rendered message as MIME.

use std::borrow::Cow;

use jiff::Timestamp;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use crate::Rendered;
use crate::message::one_line;

/// Name and address of somebody, cleaned of all that could end a header or add an address to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: Option<String>,
    address: String,
}

impl Mailbox {
    /// Takes a name, which may be empty, and a valid e-mail address.
    #[must_use]
    pub fn new(name: &str, address: &str) -> Self {
        let name = Some(one_line(name)).filter(|name| !name.is_empty());
        let ends_an_address = |c: char| c.is_control() || c.is_whitespace() || "<>,;".contains(c);
        Self { name, address: address.replace(ends_an_address, "") }
    }

    /// The address alone, as [`crate::Mailer::send_raw`] wants it.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// What the headers say besides the subject.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a> {
    /// Who writes.
    pub from: &'a Mailbox,
    /// Who is written to.
    pub to: &'a Mailbox,
    /// When it was written. (SES puts its own date and Message-ID in their place; other carriers keep them.)
    pub date: Timestamp,
    /// The id of the queued mail: the same mail always becomes the same bytes, however often it is packed.
    pub id: &'a str,
    /// The domain on the right of the Message-ID.
    pub domain: &'a str,
}

/// Packs a message: plain text alone, or both bodies as `multipart/alternative`.
///
/// The headers tell programs that nobody typed this, so that absence notices aren't sent in answer (RFC 3834; the second
/// header says the same to Exchange).
#[must_use]
pub fn to_mime(rendered: &Rendered, envelope: &Envelope<'_>) -> Vec<u8> {
    let id = atom(envelope.id);
    let mut output = Vec::new();
    MessageBuilder::new()
        .from(address(envelope.from))
        .to(address(envelope.to))
        .subject(rendered.subject.as_str())
        .date(envelope.date.as_second())
        .message_id(format!("{id}@{}", atom(envelope.domain)))
        .header("MIME-Version", Raw::new("1.0"))
        .header("Auto-Submitted", Raw::new("auto-generated"))
        .header("X-Auto-Response-Suppress", Raw::new("All"))
        .header("Content-Language", Raw::new(rendered.locale.code()))
        .body(body(rendered, &id))
        .serialize(&mut output);
    output
}

fn address(mailbox: &Mailbox) -> Address<'_> {
    Address::new_address(mailbox.name.as_deref(), mailbox.address.as_str())
}

fn body<'a>(rendered: &'a Rendered, id: &str) -> MimePart<'a> {
    let text = MimePart::new("text/plain", rendered.text.as_str());
    let Some(html) = rendered.html.as_deref() else { return text };
    // Made from the id and not by the library, which would ask the clock. Nobody who can write into a body knows the id before.
    let boundary = format!("=_{}", id.chars().take(60).collect::<String>());
    let kind = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    MimePart::new(kind, vec![text, MimePart::new("text/html", html)])
}

/// Keeps what may stand in a Message-ID and in a boundary without quotes.
fn atom(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if text.chars().all(allowed) {
        text.into()
    } else {
        text.chars().filter(|&c| allowed(c)).collect::<String>().into()
    }
}
