//! Staff look who serves a portal (POR-4).

use axum::{Json, extract::State};
use domain::{PortalId, SubportalId, TeamId, UserId, permission::SeePortals};
use runtime::{Answer, App, Caller, Named, Paging, ProblemDocument, answer, answer::List};
use serde::Serialize;
use store::{Page, Position, Serving};
use utoipa::ToSchema;

use crate::show::seen;

/// Somebody who serves a portal, and through which team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalRepresentative)]
pub struct Representative {
    /// Who.
    user_id: UserId,
    /// First name.
    first_name: String,
    /// Last name.
    last_name: String,
    /// What customers see.
    screen_name: String,
    /// Through which team.
    team_id: TeamId,
    /// What that is called.
    team_name: String,
    /// Those of its subportals that they serve; none listed: all.
    subportal_ids: Vec<SubportalId>,
}

impl From<Serving> for Representative {
    fn from(serving: Serving) -> Self {
        let Serving { user, team_id, team, subportal_ids } = serving;
        Self {
            user_id: user.id,
            first_name: user.first_name,
            last_name: user.last_name,
            screen_name: user.screen_name,
            team_id,
            team_name: team,
            subportal_ids: subportal_ids.into_iter().collect(),
        }
    }
}

/// Who serves a portal now: the active representatives of the teams that do, by team and name, of those whom one may see.
#[utoipa::path(get, path = "/v1/portals/{id}/representatives", tag = "portals", params(("id" = PortalId, Path), runtime::PagingParameters),
    responses((status = 200, body = List<Representative>), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_representatives(
    State(app): State<App>,
    caller: Caller<SeePortals>,
    Named(id): Named<PortalId>,
    paging: Paging,
) -> Answer<Json<List<Representative>>> {
    let portal = seen(&app, &caller, id).await?.thing;
    let mut serving = app.store().representatives(&portal).await?;
    serving.retain(|serving| serving.user.duties.company_access.meets(caller.companies()));
    answer::list(page(serving, &paging), &paging, Representative::from)
}

/// A page of them; they are few enough to be read whole each time.
fn page(all: Vec<Serving>, paging: &Paging) -> Page<Serving> {
    let from = paging.position.as_ref().and_then(|position| position.after.parse().ok()).unwrap_or(0);
    let (to, count) = (from + paging.limit, all.len());
    let items = all.into_iter().skip(from).take(paging.limit).collect();
    Page { items, next: (to < count).then(|| Position { source: 0, after: to.to_string() }) }
}
