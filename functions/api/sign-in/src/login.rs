//! A representative takes a login of their team, where only so many may be signed in at once (TEA-3).

use axum::{
    Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    Actor, Event, Problem, SignInId, UserId,
    account::Account,
    password::Attempts,
    sign_in::SignIn,
    team::{Login, LoginLimit, Occupant, Teams},
    user::{Status, User},
};
use futures::future::try_join3;
use runtime::{Answer, App, Input, ProblemDocument};
use serde::{Deserialize, Serialize};
use store::Door;
use teams::logins::LoginView;
use utoipa::ToSchema;

use crate::{awaited::Awaited, door, session};

/// What is sealed for this step.
const STEP: &str = "login";
/// How often it is tried when others come at the same moment.
const TRIES: u32 = 8;

/// All logins of the team are taken: login and password were right, and nobody is signed in yet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LoginsTaken)]
pub(crate) struct Full {
    /// To be sent to `POST /v1/sign-in/login`, within five minutes.
    ticket: String,
    /// How many there are.
    available_logins: u32,
    /// Who has them, the longest unheard of first.
    taken: Vec<LoginView>,
}

/// What a step gives that may find all logins taken.
#[derive(Debug, ToSchema)]
#[schema(as = LoginAnswer)]
#[serde(untagged)]
#[expect(dead_code, reason = "it stands for the two in the contract")]
pub(crate) enum Entered {
    /// Signed in.
    Session(Box<session::Session>),
    /// All logins of the team are taken.
    Full(Full),
}

/// Another try.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TakingLogin {
    /// What the step before has answered.
    ticket: String,
    /// Whose idle login to end; null: none, somebody may have gone meanwhile.
    #[schema(value_type = Option<UserId>)]
    displace: Option<UserId>,
}

/// Signs in where all logins of the team were taken: by one that has become free, or by ending an idle one. Whoever has it is signed
/// out everywhere; sessions that run go on. When it is not idle any more, or nothing is free, the answer tells once more by whom all are
/// taken.
#[utoipa::path(post, path = "/v1/sign-in/login", tag = "sign-in", security(()), request_body = TakingLogin,
    responses((status = 200, body = Entered), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn take_login(
    State(app): State<App>,
    headers: HeaderMap,
    Input(TakingLogin { ticket, displace }): Input<TakingLogin>,
) -> Answer<Response> {
    let Awaited { account_id, user_id, .. } = Awaited::open(&app, STEP, &ticket)?;
    let gone = |problem| if problem == Problem::NotFound { Problem::SignInRefused } else { problem };
    let (user, account) = app.store().user_and_account(account_id, user_id).await.map_err(gone)?;
    let user = user.thing;
    let logins = std::slice::from_ref(&user.login);
    let ((_, attempts), teams, denied) = try_join3(
        app.store().credential(&user.login),
        app.store().teams_of(&user),
        app.denied(account_id, logins),
    )
    .await?;
    if user.status != Status::Active || !denied.is_empty() {
        return Err(Problem::SignInRefused.into());
    }
    attempts.admit(app.now())?;
    let login = user.login.clone();
    Ok(take(&app, (user, account, teams), (Door::Staff(&login), attempts), &headers, displace).await?)
}

/// Signs somebody in whose password, and code, were right: with a login of their team, where those are counted.
pub(crate) async fn take(
    app: &App,
    (user, account, teams): (User, Account, Teams),
    here: (Door<'_>, Attempts),
    headers: &HeaderMap,
    displace: Option<UserId>,
) -> Result<Response, Problem> {
    let (begun, token) = door::begin(app, user.account_id, user.id, headers);
    let sign_in = SignIn { restricted: account.wants_second_factor_of(&user), ..begun };
    let Some(limit) = teams.login_limit_of(&user) else {
        door::keep(app, here, &sign_in, vec![]).await?;
        return session::answer(app, (user, account), &sign_in, &token);
    };
    for _ in 0..TRIES {
        let before = app.store().logins(user.account_id, limit.team_id).await?;
        let mut logins = before.thing.clone();
        if logins.are_many(limit) {
            let mut there = app.store().occupants(&logins, &teams, app.now()).await?;
            logins = logins.of(&there);
            if !logins.admit(user.id, limit) {
                let ending =
                    there.iter().position(|one| Some(one.user.id) == displace && one.is_idle(app.now()));
                let Some(ending) = ending else { return taken(app, &user, limit, &there) };
                end(app, &user, &there.remove(ending)).await?;
                logins = logins.of(&there);
            }
        }
        let logins = logins.with(Login { user_id: user.id, sign_in_id: sign_in.id });
        let leg = app.store().counted_logins(&before, &logins)?;
        match door::keep(app, here, &sign_in, vec![leg]).await {
            Ok(()) => return session::answer(app, (user, account), &sign_in, &token),
            Err(Problem::Stale) => {}
            Err(problem) => return Err(problem),
        }
    }
    Err(Problem::Unavailable("too many sign in to a team at once".into()))
}

fn taken(app: &App, user: &User, limit: LoginLimit, there: &[Occupant]) -> Result<Response, Problem> {
    let ticket = Awaited::seal(app, STEP, user)?;
    let taken = there.iter().map(|one| LoginView::new(one, app.now())).collect();
    Ok(Json(Full { ticket, available_logins: limit.available, taken }).into_response())
}

/// Signs somebody out everywhere, because another needs their login.
async fn end(app: &App, user: &User, idle: &Occupant) -> Result<(), Problem> {
    for sign_in in &idle.sign_ins {
        let (account, moment) = (user.account_id, &mut app.moment());
        let event = Event::new(moment, account, Actor::from(user.id), "sign_in.displaced", *sign_in);
        app.store().sign_out(account, idle.user.id, *sign_in, event).await?;
    }
    Ok(())
}

/// Counts a sign-in that goes on and is not counted yet: it began before its team had a limit, or in another team. It goes on
/// even where more are signed in than may be; nobody is thrown out of their work.
pub(crate) async fn stay(app: &App, user: &User, sign_in: SignInId) -> Result<(), Problem> {
    let teams = app.store().teams_of(user).await?;
    let Some(limit) = teams.login_limit_of(user) else { return Ok(()) };
    for _ in 0..TRIES {
        let before = app.store().logins(user.account_id, limit.team_id).await?;
        let now = before.thing.clone().with(Login { user_id: user.id, sign_in_id: sign_in });
        if now == before.thing {
            return Ok(());
        }
        match app.store().keep_logins(&before, &now).await {
            Err(Problem::Stale) => {}
            kept => return kept,
        }
    }
    Err(Problem::Unavailable("too many sign in to a team at once".into()))
}
