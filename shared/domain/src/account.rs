//! The account: the tenant. Everything belongs to exactly one.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, Locale, Moment, Problem, Timestamp,
    company::Company,
    feature::{Chain, Features, FeaturesInput, Level as FeatureLevel},
    settings::{Colour, CompanyWord, Effective, Level, Logo, Settings},
    user::User,
};

/// A tenant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What it says for itself; its name is always among it.
    #[serde(flatten)]
    pub settings: Settings,
    /// What it says of features, for every representative (SET-3).
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub features: Features,
    /// When it was made.
    pub created_at: Timestamp,
}

/// How an organisation looks: in pages, in the portal, in mails.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Brand {
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<Logo>,
    /// The colour of buttons, links and charts; white text on it can be read.
    pub accent_colour: Colour,
}

/// What somebody gets who is added and has said nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manners {
    /// Their language.
    pub locale: Locale,
    /// Their time zone (IANA).
    pub time_zone: String,
}

impl Account {
    /// A new account.
    #[must_use]
    pub fn new(moment: &mut Moment, name: &str, manners: Manners) -> Self {
        let Manners { locale, time_zone } = manners;
        let (name, locale, time_zone) = (Some(name.to_owned()), Some(locale), Some(time_zone));
        let settings = Settings { name, locale, time_zone, ..Settings::default() };
        let features = Features::default();
        Self { id: AccountId::new(moment), settings, features, created_at: moment.now }
    }

    /// Every setting as it holds in the account, and where it comes from.
    #[must_use]
    pub fn effective(&self) -> Effective {
        Effective::of(&self.settings, None)
    }

    /// The organisation's name, as pages and mails show it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.settings.name.as_deref().unwrap_or_default()
    }

    /// The language of those who have chosen none.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.effective().locale.value
    }

    /// What somebody gets who is added, to a company or to none.
    #[must_use]
    pub fn manners(&self, company: Option<&Company>) -> Manners {
        let effective = Effective::of(&self.settings, company.map(|company| &company.settings));
        Manners { locale: effective.locale.value, time_zone: effective.time_zone.value }
    }

    /// How it looks.
    #[must_use]
    pub fn brand(&self) -> Brand {
        let Effective { name, logo, accent_colour, .. } = self.effective();
        Brand { name: name.value, logo: logo.value, accent_colour: accent_colour.value }
    }

    /// What its companies are called, where that is not "companies".
    #[must_use]
    pub fn company_word(&self) -> CompanyWord {
        self.effective().company_word.value
    }

    /// For how long a seat is kept without a sign of life (PPL-15).
    #[must_use]
    pub fn seat_timeout(&self) -> SignedDuration {
        SignedDuration::from_secs(self.effective().shared_seat_timeout.value.into())
    }

    /// Whether its users must have a second factor (PPL-8).
    #[must_use]
    pub fn requires_two_factor(&self) -> bool {
        self.effective().require_two_factor.value
    }

    /// Whether a user has to set up a second factor before anything else (PPL-8).
    #[must_use]
    pub fn wants_second_factor_of(&self, user: &User) -> bool {
        self.requires_two_factor() && !user.two_factor
    }

    /// Says something else for itself (SET-1).
    pub fn change_settings(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &Settings,
    ) -> Result<Changed<Self>, Problem> {
        let settings = self.settings.change(Level::Account, input)?;
        Ok(self.with(moment, actor, settings))
    }

    /// A picture has been read, and is the logo from now on.
    pub fn take_logo(self, moment: &mut Moment, actor: Actor, logo: Logo) -> Changed<Self> {
        let settings = Settings { logo: Some(logo), ..self.settings.clone() };
        self.with(moment, actor, settings)
    }

    /// Says something else of features (SET-3).
    pub fn change_features(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &FeaturesInput,
    ) -> Result<Changed<Self>, Problem> {
        let level = (FeatureLevel::Account, &Chain::default());
        let features = self.features.change(moment, actor, level, input)?;
        let mut events = vec![];
        if features != self.features {
            let event = Event::new(moment, self.id, actor, "features.changed", self.id);
            events.push(event.between(Some(&self.features), Some(&features)));
        }
        Ok(Changed { now: Self { features, ..self }, events })
    }

    fn with(self, moment: &mut Moment, actor: Actor, settings: Settings) -> Changed<Self> {
        let events = changed(moment, (self.id, actor), self.id, (&self.settings, &settings));
        Changed { now: Self { settings, ..self }, events }
    }
}

/// The event that tells of changed settings; none when nothing has changed.
pub(crate) fn changed(
    moment: &mut Moment,
    (account, actor): (AccountId, Actor),
    subject: impl ToString,
    (before, now): (&Settings, &Settings),
) -> Vec<Event> {
    if before == now {
        return vec![];
    }
    let event = Event::new(moment, account, actor, "settings.changed", subject);
    vec![event.between(Some(before), Some(now))]
}
