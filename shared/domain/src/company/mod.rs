//! Companies: subdivisions of the account, or clients of it (COM-1).

mod belongings;
pub mod merge;
mod preview;

pub use belongings::Belongings;
pub use preview::Lists;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CompanyId, Event, FieldError, ImportId, Moment, Problem, Timestamp,
    account::{self, Account},
    settings::{Effective, Level, Settings},
    text::Check,
    text::MAX_TEXT,
};
use merge::InMerge;

/// A company.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name; unique in the account, case, accents and spaces ignored.
    pub name: String,
    /// The import that made it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_id: Option<ImportId>,
    /// The merge that it is in, if it is in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<InMerge>,
    /// What it says for itself; all else is as in its account.
    #[serde(default, skip_serializing_if = "Settings::is_empty")]
    pub settings: Settings,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What somebody says of a company.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyInput {
    /// Its name.
    #[schema(max_length = 255)]
    pub name: String,
}

impl Company {
    /// Makes a company.
    pub fn create(
        moment: &mut Moment,
        account_id: AccountId,
        actor: Actor,
        input: &CompanyInput,
    ) -> Result<Changed<Self>, Problem> {
        let name = check_name(&input.name)?;
        let (id, settings) = (CompanyId::new(moment), Settings::default());
        let created_at = moment.now;
        let now = Self { id, account_id, name, import_id: None, merge: None, settings, created_at };
        let event =
            Event::new(moment, account_id, actor, "company.created", now.id).between(None, Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Makes the company that an import's rows name (IMP-5); their names have been checked with the row.
    pub fn import(
        moment: &mut Moment,
        account_id: AccountId,
        import_id: ImportId,
        name: &str,
    ) -> Changed<Self> {
        let id = CompanyId::new(moment);
        let now = Self {
            id,
            account_id,
            name: name.to_owned(),
            import_id: Some(import_id),
            merge: None,
            settings: Settings::default(),
            created_at: moment.now,
        };
        let event =
            Event::new(moment, account_id, Actor::System, "company.created", id).between(None, Some(&now));
        Changed { now, events: vec![event] }
    }

    /// Changes it.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &CompanyInput,
    ) -> Result<Changed<Self>, Problem> {
        let before = self.clone();
        let now = Self { name: check_name(&input.name)?, ..self };
        if now == before {
            return Ok(Changed { now, events: vec![] });
        }
        let event = Event::new(moment, now.account_id, actor, "company.changed", now.id)
            .between(Some(&before), Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Every setting as it holds in the company, and where it comes from (SET-1).
    #[must_use]
    pub fn effective(&self, account: &Account) -> Effective {
        Effective::of(&account.settings, Some(&self.settings))
    }

    /// Says something else than its account, or no longer.
    pub fn change_settings(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &Settings,
    ) -> Result<Changed<Self>, Problem> {
        let settings = self.settings.change(Level::Company, input)?;
        let events = account::changed(moment, (self.account_id, actor), self.id, (&self.settings, &settings));
        Ok(Changed { now: Self { settings, ..self }, events })
    }

    /// Deletes it, if nothing is `left` and it is in no merge.
    pub fn delete(
        self,
        moment: &mut Moment,
        actor: Actor,
        left: Belongings,
    ) -> Result<Changed<Self>, Problem> {
        if self.merge.is_some() {
            return Err(Problem::conflict("company_merging"));
        }
        if left != Belongings::default() {
            return Err(Problem::InUse(left.told()));
        }
        let event =
            Event::new(moment, self.account_id, actor, "company.deleted", self.id).between(Some(&self), None);
        Ok(Changed { now: self, events: vec![event] })
    }

    /// The company into which it is being merged. Nothing comes to this one any more.
    #[must_use]
    pub fn leaves(&self) -> Option<CompanyId> {
        self.merge.and_then(|merge| merge.into)
    }

    /// What is wrong with naming it anew in `field`, if anything is; `None`: there is none of that id.
    #[must_use]
    pub fn refused(company: Option<&Self>, field: impl Into<String>) -> Option<FieldError> {
        match company.map(Self::leaves) {
            None => Some(FieldError::new(field, "company_unknown")),
            Some(Some(_)) => Some(FieldError::new(field, "company_merging")),
            Some(None) => None,
        }
    }

    /// What was said of it.
    #[must_use]
    pub fn input(&self) -> CompanyInput {
        CompanyInput { name: self.name.clone() }
    }
}

fn check_name(name: &str) -> Result<String, Problem> {
    let mut check = Check::default();
    let name = check.required("name", name, MAX_TEXT);
    check.finish(name)
}
