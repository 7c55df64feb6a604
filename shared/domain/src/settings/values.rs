//! What settings can say.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Locale;

/// For how many days anything of sessions is kept at the most (REP-1, REC-1).
pub const MAX_RETENTION: u32 = 90;

/// The organisation's picture. Another one has another address, and mails that were sent show theirs for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// Where it is shown, below the address of the app.
    pub address: String,
    /// Its width in pixels; it is shown at half of it, sharp on every screen.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Whether sessions are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionRecording {
    /// Never.
    Off,
    /// Always.
    On,
    /// When the representative chooses so.
    Choice,
}

/// Whose recordings and reports representatives may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionVisibility {
    /// Everybody's.
    All,
    /// Their own.
    Own,
}

/// What becomes of a field of a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldUse {
    /// It is not shown.
    Hidden,
    /// It may be left empty.
    Optional,
    /// It must be filled in.
    Required,
}

/// What a representative is asked at the end of a session (SES-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SessionEnd {
    /// Whether it was resolved.
    pub outcome: FieldUse,
    /// Notes.
    pub notes: FieldUse,
    /// A number of another system.
    pub reference: FieldUse,
}

impl Default for SessionEnd {
    fn default() -> Self {
        Self { outcome: FieldUse::Optional, notes: FieldUse::Optional, reference: FieldUse::Hidden }
    }
}

/// Who may register as a customer by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Registration {
    /// Nobody: customers are added.
    #[default]
    Nobody,
    /// Whoever has an e-mail address of one of the domains.
    Domains,
    /// Anyone.
    Anyone,
}

/// Who may register as a customer by themselves, and from which e-mail domains.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SelfRegistration {
    /// Who may.
    pub who: Registration,
    /// The e-mail domains from which they may, at least one for `domains`; at most 100.
    pub domains: Vec<String>,
}

/// What a company is called in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Word {
    /// One of them: "Site".
    #[schema(max_length = 40)]
    pub singular: String,
    /// Many of them: "Sites".
    #[schema(max_length = 40)]
    pub plural: String,
}

/// What companies are called, by language. Where a language has no word, pages say "company" in that language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyWord {
    /// In German.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub de: Option<Word>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Word>,
    /// In Spanish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub es: Option<Word>,
    /// In French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<Word>,
    /// In Italian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub it: Option<Word>,
    /// In Portuguese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<Word>,
}

impl CompanyWord {
    /// The word of each language that has one.
    pub fn by_language(&mut self) -> impl Iterator<Item = (Locale, &mut Word)> {
        let Self { de, en, es, fr, it, pt } = self;
        let words = [
            (Locale::De, de),
            (Locale::En, en),
            (Locale::Es, es),
            (Locale::Fr, fr),
            (Locale::It, it),
            (Locale::Pt, pt),
        ];
        words.into_iter().filter_map(|(locale, word)| Some((locale, word.as_mut()?)))
    }
}

/// From one time of the day to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Hours {
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`, later on the same day; `24:00` at the latest.
    pub until: String,
}

/// When somebody is there, day by day; nobody on a day without hours. At most four spans a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BusinessHours {
    /// On Mondays.
    pub monday: Vec<Hours>,
    /// On Tuesdays.
    pub tuesday: Vec<Hours>,
    /// On Wednesdays.
    pub wednesday: Vec<Hours>,
    /// On Thursdays.
    pub thursday: Vec<Hours>,
    /// On Fridays.
    pub friday: Vec<Hours>,
    /// On Saturdays.
    pub saturday: Vec<Hours>,
    /// On Sundays.
    pub sunday: Vec<Hours>,
}

impl BusinessHours {
    /// Nine to five from Monday to Friday.
    #[must_use]
    pub fn office() -> Self {
        let day = || vec![Hours { from: "09:00".into(), until: "17:00".into() }];
        Self {
            monday: day(),
            tuesday: day(),
            wednesday: day(),
            thursday: day(),
            friday: day(),
            ..Self::default()
        }
    }

    /// Its days by their names.
    #[must_use]
    pub fn days(&self) -> [(&'static str, &Vec<Hours>); 7] {
        [
            ("monday", &self.monday),
            ("tuesday", &self.tuesday),
            ("wednesday", &self.wednesday),
            ("thursday", &self.thursday),
            ("friday", &self.friday),
            ("saturday", &self.saturday),
            ("sunday", &self.sunday),
        ]
    }
}

/// A day on which nobody is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Which day.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// What it is called.
    #[serde(default)]
    #[schema(max_length = 255)]
    pub name: String,
}

/// Days on which nobody is there, at most 200, each once; kept in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Holidays(pub Vec<Holiday>);
