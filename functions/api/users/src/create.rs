//! A manager adds a user, who is sent an invitation (PPL-4, PPL-5).

use axum::{extract::State, response::Response};
use domain::{
    Problem,
    mail::{Kind, Mail},
    permission::ManageUsers,
    user::{Named, User, UserInput},
};
use futures::future::try_join3;
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::{care::teams, view::View};

/// Adds a user, and sends them a mail with a link by which they set their password; it is good for 72 hours. A team manager adds
/// representatives to their teams.
#[utoipa::path(post, path = "/v1/users", tag = "users", request_body = UserInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_user(
    State(app): State<App>,
    caller: Caller<ManageUsers>,
    Input(input): Input<UserInput>,
) -> Answer<Response> {
    let named = named(&app, &caller, &input, None).await?;
    let moment = &mut app.moment();
    let changed = User::invite(moment, caller.actor(), &input, &named)?;
    caller.duties.admit_change(None, &changed.now, &named.teams)?;
    let mail = Mail::queue(moment, caller.account_id, changed.now.id.into(), Kind::Activation);
    let kept = app.store().create_user(changed, Some(mail)).await?;
    let location = format!("/v1/users/{}", kept.thing.id);
    Ok(answer::created(View::from(kept.thing), kept.version, &location))
}

/// The account, and what there is of what the input names; one round trip. An address that `before` has is not looked up, nor are
/// teams where none are named and a company manager asks.
pub(crate) async fn named(
    app: &App,
    caller: &Caller<ManageUsers>,
    input: &UserInput,
    before: Option<&User>,
) -> Result<Named, Problem> {
    let companies = input.company_access.listed().into_iter().flatten().copied();
    let addresses = input.new_addresses(before);
    let names_teams = input.team_id.is_some() || !input.team_ids.is_empty();
    let ((account, companies), denied, teams) = try_join3(
        app.store().account_and_companies(caller.account_id, companies),
        app.denied(caller.account_id, &addresses),
        teams(app, caller, names_teams),
    )
    .await?;
    app.tell_hits(caller.account_id, caller.actor(), &denied).await?;
    Ok(Named { account, companies, denied, teams })
}
