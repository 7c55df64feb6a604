//! Mail as the mail catcher has it.

use serde_json::Value;

/// A mail.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The address it went to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// Its HTML, if it has any.
    pub html: Option<String>,
    /// The links in it.
    pub links: Vec<String>,
}

impl Letter {
    pub(crate) fn read(mail: &Value) -> Self {
        let text = |name: &str| mail[name].as_str().unwrap_or_default().to_owned();
        let to = match &mail["to"] {
            Value::Array(list) => list.first().and_then(Value::as_str).unwrap_or_default().to_owned(),
            one => one.as_str().unwrap_or_default().to_owned(),
        };
        let links = mail["links"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let html = mail["html"].as_str().filter(|html| !html.is_empty()).map(str::to_owned);
        Self { to, subject: text("subject"), text: text("text"), html, links }
    }

    /// The token of its link.
    #[must_use]
    pub fn token(&self) -> String {
        let link = self.links.first().unwrap_or_else(|| panic!("no link in {self:?}"));
        link.rsplit('/').next().unwrap_or_default().to_owned()
    }
}
