//! What somebody fills in at a portal, and the checks by which the portal's fields hold (POR-3).

use serde::{Deserialize, Serialize};

use crate::{
    FieldError, Locale, Problem, SubportalId, UserId, code,
    portal::{Kind, Portal},
    settings::FieldUse,
    text::{Check, Email},
};

/// The most bytes of a question.
pub const MAX_QUESTION: usize = 8000;
/// The most characters of a name, and of where somebody works.
const MAX_NAME: usize = 255;
/// The most characters of a telephone number.
const MAX_PHONE: usize = 40;
/// The most characters of an answer to a portal's own field.
const MAX_CUSTOM: usize = 500;

/// What a page or a program sends. What the portal does not ask for is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = QuerySubmission)]
#[serde(default, deny_unknown_fields)]
pub struct Submission {
    /// What they are called.
    #[schema(max_length = 255)]
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number.
    #[schema(max_length = 40)]
    pub phone: String,
    /// Where they work.
    #[schema(max_length = 255)]
    pub company: String,
    /// One of the portal's categories.
    pub category: String,
    /// What they ask; at most 8,000 bytes.
    pub question: String,
    /// The portal's own fields, by their labels. What is wrong with one is told as `custom.<label>`.
    pub custom: Vec<CustomAnswer>,
    /// The subportal; null: the portal's first.
    pub subportal_id: Option<SubportalId>,
    /// The representative whom they choose, where there is a choice.
    pub representative_id: Option<UserId>,
    /// The code that a representative has said, where the portal is for codes: nine digits, however they are grouped.
    pub code: String,
    /// In which language they want to be answered; null: that of the request.
    pub locale: Option<Locale>,
    /// What tells this filling-in from another: the same one, sent twice with the same content, makes one query.
    pub form_id: String,
}

/// A field of the portal's own, filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = QueryCustomAnswer)]
#[serde(default, deny_unknown_fields)]
pub struct CustomAnswer {
    /// What was asked for.
    pub label: String,
    /// What was filled in.
    pub value: String,
}

/// What was filled in. Empty: it was not, or not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = QueryAsked)]
pub struct Asked {
    /// What they are called.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number.
    pub phone: String,
    /// Where they work, as they say.
    pub company: String,
    /// What the question is about.
    pub category: String,
    /// What they ask.
    pub question: String,
    /// The portal's own fields.
    pub custom: Vec<CustomAnswer>,
}

impl Asked {
    /// What was filled in, as the portal asks for it; or everything that is wrong with it. `offered` are the representatives
    /// among whom is chosen.
    pub fn of(portal: &Portal, offered: &[UserId], said: &Submission) -> Result<Self, Problem> {
        let (mut check, fields) = (Check::default(), &portal.fields);
        let c = &mut check;
        let name = c.text("name", &said.name, MAX_NAME);
        let phone = c.text("phone", &said.phone, MAX_PHONE);
        let company = c.text("company", &said.company, MAX_NAME);
        let category = c.text("category", &said.category, MAX_NAME);
        let question = c.lines("question", &said.question, MAX_QUESTION);
        let email = said.email.trim().to_owned();
        for (field, value, used) in [
            ("name", &name, fields.name),
            ("email", &email, fields.email),
            ("phone", &phone, fields.phone),
            ("company", &company, fields.company),
            ("category", &category, fields.category),
            ("question", &question, fields.question),
        ] {
            in_use(c, field, value, used);
        }
        if !email.is_empty() && fields.email != FieldUse::Hidden && Email::parse(&email).is_none() {
            c.refuse(FieldError::new("email", "email"));
        }
        let offers = portal.categories.contains(&category);
        if !category.is_empty() && fields.category != FieldUse::Hidden && !offers {
            let allowed = portal.categories.join(", ");
            c.refuse(FieldError::new("category", "one_of").with("allowed", allowed));
        }
        if said.subportal_id.is_some_and(|id| !portal.has(id)) {
            c.refuse(FieldError::new("subportal_id", "subportal_unknown"));
        }
        choice(c, portal.kind, offered, said.representative_id);
        code(c, portal.kind, &said.code);
        let custom = custom(c, portal, &said.custom);
        check.finish(Self { name, email, phone, company, category, question, custom })
    }

    /// The e-mail address, if one was given.
    #[must_use]
    pub fn address(&self) -> Option<Email> {
        Email::parse(&self.email)
    }
}

/// What is required must be there, and what is hidden must not.
fn in_use(check: &mut Check, field: &str, value: &str, used: FieldUse) {
    match used {
        FieldUse::Required if value.is_empty() => check.refuse(FieldError::new(field, "required")),
        FieldUse::Hidden if !value.is_empty() => check.refuse(FieldError::new(field, "unknown_field")),
        _ => {}
    }
}

/// One of those who are there must be chosen, where there is a choice.
fn choice(check: &mut Check, kind: Kind, offered: &[UserId], chosen: Option<UserId>) {
    let code = match chosen {
        Some(_) if kind != Kind::ChooseRepresentative => "unknown_field",
        Some(chosen) if !offered.contains(&chosen) => "representative_unknown",
        None if kind == Kind::ChooseRepresentative && !offered.is_empty() => "required",
        _ => return,
    };
    check.refuse(FieldError::new("representative_id", code));
}

/// A code must be entered where the portal is for codes, and nowhere else.
fn code(check: &mut Check, kind: Kind, said: &str) {
    let code = match (kind == Kind::Code, said.trim().is_empty()) {
        (true, true) => "required",
        (true, false) if code::typed(said).is_none() => "code_unknown",
        (false, false) => "unknown_field",
        _ => return,
    };
    check.refuse(FieldError::new("code", code));
}

fn custom(check: &mut Check, portal: &Portal, said: &[CustomAnswer]) -> Vec<CustomAnswer> {
    let fields = &portal.fields.custom;
    let labels = said.iter().map(|answer| &answer.label);
    for label in labels.filter(|label| !fields.iter().any(|field| field.label == **label)) {
        check.refuse(FieldError::new(format!("custom.{label}"), "unknown_field"));
    }
    let mut answers = vec![];
    for field in fields {
        let name = format!("custom.{}", field.label);
        let value = said.iter().find(|answer| answer.label == field.label);
        let value = value.map(|answer| answer.value.as_str()).unwrap_or_default();
        let value = check.text(&name, value, MAX_CUSTOM);
        let used = if field.required { FieldUse::Required } else { FieldUse::Optional };
        in_use(check, &name, &value, used);
        if !value.is_empty() {
            answers.push(CustomAnswer { label: field.label.clone(), value });
        }
    }
    answers
}
