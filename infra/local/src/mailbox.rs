//! Mail that was "sent": an `.eml` file each, with the envelope beside it.

use std::path::{Path, PathBuf};

use linkify::{LinkFinder, LinkKind};
use mail_parser::{Addr, Address, Message, MessageParser};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cloud::Cloud;
use crate::error::{Error, Result};

/// Who sent a mail to whom, as told to SES rather than as written in the mail.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Envelope {
    /// `Source`.
    pub from: Option<String>,
    /// `Destinations`; none means those of the mail's headers.
    pub to: Vec<String>,
}

/// A mail, read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Mail {
    pub id: String,
    pub at: Option<String>,
    pub from: String,
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Addresses in the text and the HTML part, each once, in order.
    pub links: Vec<String>,
    /// All header lines, as they stand in the mail.
    pub headers: Vec<(String, String)>,
    pub attachments: Vec<String>,
}

/// Keeps a mail; its id is what SES calls the message id. Ids sort by time.
pub(crate) async fn keep(cloud: &Cloud, mail: Vec<u8>, envelope: Envelope) -> Result<String> {
    let id = format!("{:016x}-{}", cloud.clock.now().as_microsecond(), uuid::Uuid::new_v4().simple());
    let folder = folder(&cloud.folder);
    let envelope = serde_json::to_vec(&envelope).unwrap_or_default();
    write(folder.join(format!("{id}.json")), envelope).await?;
    // The mail comes last and by renaming: where there is an .eml file, it is whole.
    let part = folder.join(format!("{id}.part"));
    write(part.clone(), mail).await?;
    let whole = folder.join(format!("{id}.eml"));
    tokio::fs::rename(&part, &whole).await.map_err(|cause| Error::File { path: whole, cause })?;
    Ok(id)
}

async fn write(path: PathBuf, bytes: Vec<u8>) -> Result<()> {
    tokio::fs::write(&path, bytes).await.map_err(|cause| Error::File { path, cause })
}

/// The folder with the mail.
pub(crate) fn folder(data: &Path) -> PathBuf {
    data.join("mail")
}

/// The newest mails first, up to `limit`.
pub(crate) fn newest(data: &Path, limit: usize) -> Vec<Mail> {
    let mut ids: Vec<String> = std::fs::read_dir(folder(data))
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            entry.ok()?.file_name().into_string().ok()?.strip_suffix(".eml").map(str::to_owned)
        })
        .collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.iter().take(limit).filter_map(|id| read(data, id)).collect()
}

/// The mail of this id.
pub(crate) fn read(data: &Path, id: &str) -> Option<Mail> {
    // Only what we wrote ourselves: nobody reads other files by a cunning id.
    if !id.chars().all(|c| c.is_ascii_hexdigit() || c == '-') {
        return None;
    }
    let raw = std::fs::read(folder(data).join(format!("{id}.eml"))).ok()?;
    let envelope = std::fs::read(folder(data).join(format!("{id}.json"))).ok();
    let envelope: Envelope = envelope.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
    let message = MessageParser::default().parse(&raw)?;
    let text = message.body_text(0).unwrap_or_default().into_owned();
    // Only a part that is HTML: the parser would make some of the text.
    let html = message
        .html_bodies()
        .find(|part| part.is_text_html())
        .and_then(|part| part.text_contents())
        .unwrap_or_default();
    let to = if envelope.to.is_empty() { recipients(&message) } else { envelope.to };
    Some(Mail {
        id: id.to_owned(),
        at: message.date().map(mail_parser::DateTime::to_rfc3339),
        from: message.from().map(addresses).unwrap_or_default().join(", "),
        to,
        subject: message.subject().unwrap_or_default().to_owned(),
        links: links(&text, html),
        html: html.to_owned(),
        text,
        headers: message
            .headers_raw()
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect(),
        attachments: message
            .attachments()
            .filter_map(|part| mail_parser::MimeHeaders::attachment_name(part).map(str::to_owned))
            .collect(),
    })
}

/// The address that policies see as the sender.
pub(crate) fn sender(raw: &[u8], envelope: &Envelope) -> String {
    let message = MessageParser::default().parse(raw);
    let header =
        message.as_ref().and_then(|message| message.from()?.first()?.address.as_deref().map(str::to_owned));
    let source = envelope
        .from
        .as_deref()
        .map(|from| from.rsplit('<').next().unwrap_or(from).trim_end_matches('>').to_owned());
    source.or(header).unwrap_or_default()
}

fn recipients(message: &Message) -> Vec<String> {
    [message.to(), message.cc(), message.bcc()].into_iter().flatten().flat_map(addresses).collect()
}

fn addresses(list: &Address) -> Vec<String> {
    list.iter().filter_map(|Addr { address, .. }| address.as_deref().map(str::to_owned)).collect()
}

fn links(text: &str, html: &str) -> Vec<String> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut found: Vec<String> = Vec::new();
    let html = html.replace("&amp;", "&");
    for link in finder.links(text).chain(finder.links(&html)) {
        if !found.iter().any(|known| known == link.as_str()) {
            found.push(link.as_str().to_owned());
        }
    }
    found
}

/// The mail as tests get it.
pub(crate) fn json(mail: &Mail) -> Value {
    serde_json::to_value(mail).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_both_parts_once() {
        let text = "Go to https://x.test/a?b=1&c=2 now.";
        let html = "<a href=\"https://x.test/a?b=1&amp;c=2\">x</a> <a href='http://127.0.0.1:8080/y'>y</a>";
        assert_eq!(links(text, html), ["https://x.test/a?b=1&c=2", "http://127.0.0.1:8080/y"]);
    }
}
