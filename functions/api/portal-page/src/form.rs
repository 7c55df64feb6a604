//! The fields of a portal's form, with what was typed and what is wrong with it.

use domain::{
    FieldError, Locale,
    portal::{Kind, Portal},
    query::{MAX_QUESTION, Submission},
    settings::FieldUse,
};
use serde::Serialize;

use crate::{offered::Offered, words::Words};

/// A field as the page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct Field {
    /// By which labels and errors find it.
    pub id: String,
    /// Under which it is sent.
    pub name: String,
    pub label: String,
    /// `text`, `email`, `tel`, `lines` or `choice`.
    pub kind: &'static str,
    pub autocomplete: &'static str,
    pub most: usize,
    pub required: bool,
    pub value: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
    pub error: Option<String>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
}

impl From<&Offered> for Choice {
    fn from(offered: &Offered) -> Self {
        Self { value: offered.id.to_string(), label: offered.name.clone() }
    }
}

/// The fields that a portal asks for, in their order.
pub(crate) fn fields(
    (portal, offered): (&Portal, &[Offered]),
    (locale, words): (Locale, &Words),
    said: &Submission,
    errors: &[FieldError],
) -> Vec<Field> {
    let error = |name: &str| {
        let error = errors.iter().find(|error| error.field == name);
        error.map(|error| runtime::Words(locale).field(error))
    };
    let field = |name: &str, label: &str, (kind, autocomplete, most), value: &str, required| Field {
        id: name.to_owned(),
        name: name.to_owned(),
        label: label.to_owned(),
        kind,
        autocomplete,
        most,
        required,
        value: value.to_owned(),
        options: vec![],
        error: error(name),
    };
    let uses = &portal.fields;
    let choice = |label: &String| Choice { value: label.clone(), label: label.clone() };
    let categories: Vec<Choice> = portal.categories.iter().map(choice).collect();
    let fixed = [
        (uses.name, "name", &words.name, ("text", "name", 255), &said.name),
        (uses.email, "email", &words.email, ("email", "email", 254), &said.email),
        (uses.phone, "phone", &words.phone, ("tel", "tel", 40), &said.phone),
        (uses.company, "company", &words.company, ("text", "organization", 255), &said.company),
        (uses.category, "category", &words.category, ("choice", "off", 0), &said.category),
    ];
    let shown = |used: FieldUse| used != FieldUse::Hidden;
    let fixed = fixed.into_iter().filter(|(used, ..)| shown(*used));
    let mut all = vec![];
    if portal.kind == Kind::Code {
        all.push(field("code", &words.code, ("text", "one-time-code", 16), &said.code, true));
    }
    if !offered.is_empty() {
        let chosen = said.representative_id.map(|id| id.to_string()).unwrap_or_default();
        let shown = field("representative_id", &words.representative, ("choice", "off", 0), &chosen, true);
        all.push(Field { options: offered.iter().map(Choice::from).collect(), ..shown });
    }
    all.extend(fixed.map(|(used, name, label, how, value)| Field {
        options: if name == "category" { categories.clone() } else { vec![] },
        ..field(name, label, how, value, used == FieldUse::Required)
    }));
    all.extend(portal.fields.custom.iter().enumerate().map(|(at, custom)| {
        let name = format!("custom.{}", custom.label);
        let value = said.custom.iter().find(|answer| answer.label == custom.label);
        let value = value.map(|answer| answer.value.as_str()).unwrap_or_default();
        let shown = field(&name, &custom.label, ("text", "off", 500), value, custom.required);
        Field { id: format!("custom-{at}"), ..shown }
    }));
    if shown(uses.question) {
        let how = ("lines", "off", MAX_QUESTION);
        let required = uses.question == FieldUse::Required;
        all.push(field("question", &words.question, how, &said.question, required));
    }
    all
}
