//! Staff look at the teams.

use axum::{Json, extract::State};
use domain::{permission::SeeTeams, text::fold};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};
use store::{Page, Position};

use crate::view::View;

/// Teams and subteams by name: all for company managers, for team managers those that they manage, for representatives their own.
#[utoipa::path(get, path = "/v1/teams", tag = "teams", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_teams(
    State(app): State<App>,
    caller: Caller<SeeTeams>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let teams = app.store().teams(caller.account_id).await?;
    let mut named: Vec<_> =
        teams.iter().filter(|team| teams.are_seen_by(&caller.duties, team.id)).cloned().collect();
    named.sort_by_cached_key(|team| place(&team.name, team.id));
    let behind = |team: &domain::team::Team| {
        paging.position.as_ref().is_none_or(|position| place(&team.name, team.id) > position.after)
    };
    let mut items: Vec<_> = named.into_iter().filter(behind).collect();
    let more = items.len() > paging.limit;
    items.truncate(paging.limit);
    let last = items.last().filter(|_| more).map(|team| place(&team.name, team.id));
    let next = last.map(|after| Position { source: 0, after });
    answer::list(Page { items, next }, &paging, |team| View::new(team, &teams))
}

fn place(name: &str, id: domain::TeamId) -> String {
    format!("{}#{id}", fold(name))
}
