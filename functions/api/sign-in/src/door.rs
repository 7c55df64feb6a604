//! What is alike at both doors, that of staff and that of the portal: wrong passwords, sign-ins begun and renewed.

use axum::http::{HeaderMap, header};
use domain::{
    AccountId, Actor, Event, Moment, Problem,
    link::Person,
    mail::{Kind, Mail},
    password::Attempts,
    sign_in::{Refresh, RefreshToken, SignIn},
};
use runtime::{App, password};
use store::{Door, Leg};

/// Somebody who has a way in, and the hash of their password if they have set one.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Their account.
    pub account_id: AccountId,
    /// Who they are.
    pub person: Person,
    /// The hash of their password.
    pub password: Option<&'a str>,
}

/// Refuses a wrong password, and any while the door is locked (PPL-8). Nobody known takes as long as somebody.
pub async fn admit(
    app: &App,
    (door, attempts): (Door<'_>, Attempts),
    given: &str,
    known: Option<Known<'_>>,
) -> Result<(), Problem> {
    attempts.admit(app.now())?;
    let right = password::verify(given, known.and_then(|known| known.password))?;
    if right { Ok(()) } else { Err(deny(app, (door, attempts), known).await?) }
}

/// Counts a refusal, and mails somebody known when it was the one that locks the door.
pub async fn deny(
    app: &App,
    (door, attempts): (Door<'_>, Attempts),
    known: Option<Known<'_>>,
) -> Result<Problem, Problem> {
    let moment = &mut app.moment();
    let attempts = attempts.wrong(moment.now);
    let told = known.map(|Known { account_id, person, .. }| {
        let event = Event::new(moment, account_id, Actor::Visitor, "sign_in.denied", person);
        let locked = attempts.locked_until.is_some();
        (event, locked.then(|| Mail::queue(moment, account_id, person, Kind::SignInLocked)))
    });
    app.store().keep_attempts(door, attempts, told).await?;
    Ok(Problem::SignInRefused)
}

/// A sign-in at this browser, not yet kept.
#[must_use]
pub fn begin(
    app: &App,
    account_id: AccountId,
    person: impl Into<Person>,
    headers: &HeaderMap,
) -> (SignIn, RefreshToken) {
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    SignIn::begin(&mut app.moment(), account_id, person.into(), device)
}

/// Keeps a sign-in and what comes with it, and forgets the wrong passwords before it.
pub async fn keep(
    app: &App,
    (door, attempts): (Door<'_>, Attempts),
    sign_in: &SignIn,
    legs: Vec<Leg>,
) -> Result<(), Problem> {
    let SignIn { id, account_id, person, .. } = *sign_in;
    let event = Event::new(&mut app.moment(), account_id, Actor::from(person), "sign_in.succeeded", id);
    app.store().begin_sign_in(sign_in, legs, event).await?;
    if attempts != Attempts::default() {
        app.store().clear_attempts(door).await?;
    }
    Ok(())
}

/// A sign-in with its next secret, not yet kept: whose it is may have lost the way in meanwhile.
#[derive(Debug)]
#[must_use = "a secret that is not kept is none"]
pub struct Turned {
    version: u64,
    /// The sign-in.
    pub sign_in: SignIn,
    /// What the browser gets for it.
    pub token: RefreshToken,
}

/// Turns a refresh token into the next one (PPL-9). One that has been used before ends its sign-in.
pub async fn turn(app: &App, token: &RefreshToken) -> Result<Turned, Problem> {
    let RefreshToken { account_id, person, sign_in_id, .. } = *token;
    let kept = app.store().sign_in(account_id, person, sign_in_id).await?.ok_or(Problem::Unauthenticated)?;
    let moment: &mut Moment = &mut app.moment();
    match kept.thing.refresh(moment, token) {
        Refresh::Rotated(sign_in, token) => Ok(Turned { version: kept.version, sign_in: *sign_in, token }),
        Refresh::Expired => Err(Problem::Unauthenticated),
        Refresh::Reused => {
            app.store().end_sign_in(account_id, person, sign_in_id).await?;
            let event = Event::new(moment, account_id, Actor::Visitor, "sign_in.reused", sign_in_id);
            app.store().tell(event).await?;
            Err(Problem::Unauthenticated)
        }
    }
}

impl Turned {
    /// Keeps the sign-in with its next secret.
    pub async fn keep(self, app: &App) -> Result<(SignIn, RefreshToken), Problem> {
        app.store().rotate_sign_in(self.version, &self.sign_in).await?;
        Ok((self.sign_in, self.token))
    }
}
