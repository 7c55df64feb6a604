//! Staff look for users.

use axum::{Json, extract::State};
use domain::{
    CompanyId, TeamId,
    permission::SeeUsers,
    user::{Role, Status},
};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List};
use serde::Deserialize;
use store::UserQuery;
use utoipa::IntoParams;

use crate::view::View;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of first or last name or of the login; case and accents ignored.
    #[serde(default)]
    text: String,
    /// Those with this role.
    #[param(inline)]
    role: Option<Role>,
    /// Those with this status.
    #[param(inline)]
    status: Option<Status>,
    /// Those with access to this company.
    company_id: Option<CompanyId>,
    /// Those in this team.
    team_id: Option<TeamId>,
    /// Those who manage this team themselves, not by its parent.
    manages_team_id: Option<TeamId>,
}

/// Users by name, of all or of some. Who has access to some companies alone sees those who share one.
#[utoipa::path(get, path = "/v1/users", tag = "users", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_users(
    State(app): State<App>,
    caller: Caller<SeeUsers>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let Search { text, role, status, company_id, team_id, manages_team_id } = search;
    let team = (team_id, manages_team_id);
    let query = UserQuery { text, role, status, company_id, team, companies: caller.companies().clone() };
    let page = app.store().users(caller.account_id, &query, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, |user| View::from(user.seen_by(caller.companies())))
}
