//! What every account is opened with, and what restoring defaults brings back when it was deleted (SET-2).
//!
//! That is one service, so that there is something to ask for from the first day. Its id follows from the account's, so that it is
//! known again whatever it is called by then.

use crate::{
    AccountId, Actor, Changed, Locale, Moment, Problem, ServiceId,
    account::Account,
    service::{Service, ServiceInput},
};

/// The id of an account's default service.
#[must_use]
pub fn default_service_id(account: AccountId) -> ServiceId {
    ServiceId::derived(account.time(), &[account.bytes(), b"default service"])
}

fn name(locale: Locale) -> &'static str {
    match locale {
        Locale::De => "Allgemeiner Support",
        Locale::En => "General support",
        Locale::Es => "Soporte general",
        Locale::Fr => "Assistance générale",
        Locale::It => "Assistenza generale",
        Locale::Pt => "Suporte geral",
    }
}

/// The default service, in the account's language, open to everybody.
pub fn default_service(
    moment: &mut Moment,
    account: &Account,
    actor: Actor,
) -> Result<Changed<Service>, Problem> {
    let input = ServiceInput { name: name(account.locale()).into(), ..ServiceInput::default() };
    Service::create_as(moment, (account.id, default_service_id(account.id)), actor, &input)
}
