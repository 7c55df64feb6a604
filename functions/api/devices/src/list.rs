//! Staff look for devices.

use axum::{Json, extract::State};
use domain::{FieldError, Problem, permission::SeeDevices};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List, one_of};
use serde::Deserialize;
use store::{DeviceQuery, DeviceSort};
use utoipa::IntoParams;

use crate::view::Line;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of name or host name; case and accents ignored.
    text: Option<String>,
    /// Those of a company.
    company_id: Option<String>,
    /// Those of a group, by its whole name; case counts.
    group: Option<String>,
    /// Those that are online, or those that are not.
    #[param(value_type = Option<bool>)]
    online: Option<String>,
    /// The order; while a text is searched, by what matched.
    #[param(inline, value_type = Option<DeviceSort>)]
    sort: Option<String>,
}

/// Devices, by name or by their last reports, of all or of some.
#[utoipa::path(get, path = "/v1/devices", tag = "devices", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<Line>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_devices(
    State(app): State<App>,
    caller: Caller<SeeDevices>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<Line>>> {
    let query = search.read()?;
    let place = (paging.limit, paging.position.as_ref());
    let page = app.store().devices((caller.account_id, caller.companies()), &query, app.now(), place).await?;
    answer::list(page, &paging, Line::from)
}

impl Search {
    fn read(self) -> Result<DeviceQuery, Problem> {
        let mut errors = vec![];
        let online = match self.online.as_deref() {
            None | Some("") => None,
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(_) => {
                errors.push(FieldError::new("online", "wrong_type"));
                None
            }
        };
        let query = DeviceQuery {
            text: self.text.unwrap_or_default(),
            company_id: one_of(&mut errors, "company_id", "company_unknown", self.company_id),
            group: self.group.filter(|group| !group.is_empty()),
            online,
            sort: one_of(&mut errors, "sort", "wrong_type", self.sort).unwrap_or_default(),
        };
        if errors.is_empty() { Ok(query) } else { Err(Problem::Invalid(errors)) }
    }
}
