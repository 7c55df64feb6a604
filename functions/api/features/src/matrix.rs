//! What is on for whom: representatives by features (SET-4).

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use domain::{
    PortalId, TeamId,
    feature::{Key, decide},
    organisation::Organisation,
    permission::SeeTeams,
    portal::Portal,
    text::fold,
    user::User,
};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List};
use serde::Deserialize;
use store::{Page, Position, Whose};
use utoipa::IntoParams;

use crate::view::EffectiveFeatures;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Those in this team or its subteams.
    team_id: Option<TeamId>,
    /// At which portal; left out: for each the one that they serve through their team, or none.
    portal_id: Option<PortalId>,
}

/// What holds for representatives, by name, feature by feature, and whose word that is. Team managers see their teams,
/// representatives themselves.
#[utoipa::path(get, path = "/v1/features/effective", tag = "features", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<EffectiveFeatures>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_effective_features(
    State(app): State<App>,
    caller: Caller<SeeTeams>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<EffectiveFeatures>>> {
    let whose = search.team_id.map_or(Whose::Everybody, Whose::Team);
    let mut organisation = app.store().organisation(caller.account_id, whose).await?;
    let mut users = std::mem::take(&mut organisation.representatives);
    users.retain(|user| user.id == caller.user_id || caller.duties.care_for(user, &organisation.teams));
    users.sort_by_cached_key(place);
    let behind = |user: &User| paging.position.as_ref().is_none_or(|position| place(user) > position.after);
    let mut items: Vec<_> = users.into_iter().filter(behind).collect();
    let more = items.len() > paging.limit;
    items.truncate(paging.limit);
    let next = items.last().filter(|_| more).map(|user| Position { source: 0, after: place(user) });
    let asked = search.portal_id.map(|id| organisation.portal_asked(id, caller.companies())).transpose()?;
    answer::list(Page { items, next }, &paging, |user| row(&organisation, &user, asked))
}

fn row(organisation: &Organisation, user: &User, asked: Option<&Portal>) -> EffectiveFeatures {
    let portal = asked.or_else(|| organisation.served_by(user));
    let chain = organisation.chain(user);
    let decided = |key: &Key| {
        let said = portal.and_then(|portal| portal.features.get(*key));
        (*key, decide(*key, &chain).at(said))
    };
    EffectiveFeatures {
        user_id: user.id,
        screen_name: user.screen_name.clone(),
        team_id: user.duties.team_id,
        portal_id: portal.map(|portal| portal.id),
        features: Key::ALL.iter().map(decided).collect::<BTreeMap<_, _>>(),
    }
}

fn place(user: &User) -> String {
    format!("{}#{}", fold(&format!("{} {}", user.last_name, user.first_name)), user.id)
}
