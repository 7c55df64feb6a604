//! Settings of accounts and companies: one table, and one way to find out which value holds (SET-1, COM-2).

mod check;
mod colour;
mod defaults;
mod values;

pub use colour::Colour;
pub use defaults::{default_service, default_service_id};
pub use values::{
    BusinessHours, CompanyWord, FieldUse, Holiday, Holidays, Hours, Logo, Registration, SelfRegistration,
    SessionEnd, SessionRecording, SessionVisibility, Word,
};

use serde::{Deserialize, Serialize};

use crate::Locale;

/// Who has said something: from the weakest to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SettingOrigin)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nobody: it is so where nothing is said.
    Default,
    /// The account.
    Account,
    /// The company.
    Company,
}

/// A setting as it holds.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Setting<T> {
    /// What holds.
    pub value: T,
    /// Who has said so.
    pub origin: Level,
    /// Whether a company may say something else than the account.
    pub overridable: bool,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The setting's key.
    pub key: &'static str,
    /// Whether a company may say something else than the account.
    pub overridable: bool,
}

macro_rules! settings {
    ($($(#[doc = $does:literal])+ $key:ident: $kind:ty => $shown:ty = $default:expr, $lowest:ident;)*) => {
        /// What an account or a company says for itself. What is left out is inherited.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
        #[schema(as = SettingsInput)]
        #[serde(default, deny_unknown_fields)]
        pub struct Settings {
            $($(#[doc = $does])+
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $key: Option<$kind>,)*
        }

        /// Every setting as it holds somewhere, and where its value comes from.
        #[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
        #[schema(as = Settings)]
        pub struct Effective {
            $($(#[doc = $does])+
            pub $key: Setting<$shown>,)*
        }

        /// The whole table.
        pub const TABLE: &[Row] =
            &[$(Row { key: stringify!($key), overridable: matches!(Level::$lowest, Level::Company) }),*];

        impl Effective {
            /// What holds in a company, or in the account as a whole: what the company says where it may, else what the account
            /// says, else the default.
            #[must_use]
            pub fn of(account: &Settings, company: Option<&Settings>) -> Self {
                Self {
                    $($key: {
                        let overridable = matches!(Level::$lowest, Level::Company);
                        let own = company.filter(|_| overridable).and_then(|own| own.$key.clone());
                        let (value, origin): ($shown, Level) = match (own, account.$key.clone()) {
                            (Some(own), _) => (own.into(), Level::Company),
                            (None, Some(account)) => (account.into(), Level::Account),
                            (None, None) => ($default, Level::Default),
                        };
                        Setting { value, origin, overridable }
                    },)*
                }
            }
        }

        impl Settings {
            /// The same, with these settings written out as they hold: what changes a part of a value begins with the whole.
            #[must_use]
            pub fn written_out(mut self, keys: &[String], effective: &Effective) -> Self {
                $(if self.$key.is_none() && keys.iter().any(|key| key == stringify!($key)) {
                    self.$key = Option::from(effective.$key.value.clone());
                })*
                self
            }

            /// The keys of all that is said.
            pub fn said(&self) -> impl Iterator<Item = &'static str> {
                let said = [$((stringify!($key), self.$key.is_some())),*];
                said.into_iter().filter(|(_, said)| *said).map(|(key, _)| key)
            }
        }
    };
}

settings! {
    /// The organisation's name, as pages and mails show it. It can't be taken back.
    name: String => String = String::new(), Account;
    /// The organisation's logo. It is uploaded by `POST /v1/settings/logo`; null takes it away.
    logo: Logo => Option<Logo> = None, Account;
    /// The colour of buttons, links and charts: `#rrggbb`, with a contrast of at least 4.5 to 1 against white.
    accent_colour: Colour => Colour = Colour::default(), Account;
    /// The language of people who are added, and of whoever has chosen none.
    locale: Locale => Locale = Locale::En, Company;
    /// The time zone of people who are added, and of whoever has chosen none (IANA).
    time_zone: String => String = "UTC".into(), Company;
    /// What the account's companies are called where it is not "companies": divisions, sites, … (COM-2).
    company_word: CompanyWord => CompanyWord = CompanyWord::default(), Account;
    /// Whether users must have a second factor. Who has none sets it up before anything else.
    require_two_factor: bool => bool = false, Account;
    /// After how many seconds without a sign of life a seat is free again: 300 to 28800.
    shared_seat_timeout: u32 => u32 = 900, Account;
    /// Whether sessions are recorded.
    session_recording: SessionRecording => SessionRecording = SessionRecording::Off, Company;
    /// Whose recordings and reports representatives may see.
    session_visibility: SessionVisibility => SessionVisibility = SessionVisibility::Own, Account;
    /// What a representative is asked at the end of a session.
    session_end: SessionEnd => SessionEnd = SessionEnd::default(), Company;
    /// For how many days what is recorded of sessions is kept: 1 to 90.
    retention_days: u32 => u32 = values::MAX_RETENTION, Company;
    /// Who may register as a customer by themselves.
    self_registration: SelfRegistration => SelfRegistration = SelfRegistration::default(), Company;
    /// When somebody is there, in the time zone above.
    business_hours: BusinessHours => BusinessHours = BusinessHours::office(), Company;
    /// Days on which nobody is there.
    holidays: Holidays => Holidays = Holidays::default(), Company;
}

impl Settings {
    /// Whether nothing is said, so that all is inherited.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.said().next().is_none()
    }
}

#[cfg(test)]
mod tests;
