//! A manager moves devices to another company.

use axum::{Json, extract::State};
use domain::{
    CompanyId, DeviceId, FieldError, Problem,
    company::Company,
    device::{self, MAX_MOVED},
    permission::ManageDevices,
};
use runtime::{Answer, App, Caller, Input, Piecemeal, ProblemDocument};
use serde::{Deserialize, Serialize};
use store::{DeviceQuery, Kept};
use utoipa::ToSchema;

/// How many devices are kept in one transaction, with the company's check and the event.
const AT_ONCE: usize = 50;

/// Which devices go where.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Move {
    /// The company where they go; required.
    company_id: Option<CompanyId>,
    /// These devices; at most 100.
    device_ids: Option<Vec<DeviceId>>,
    /// Or those that this lets through and that are not there yet: the first hundred of them.
    filter: Option<DeviceQuery>,
    /// Whether to say only how many would go.
    dry_run: bool,
}

/// What was moved.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Moved {
    /// How many devices went, or would go.
    moved: usize,
    /// Whether the filter lets more through than were moved at once: ask again for those.
    more: bool,
}

/// Moves devices to another company: those that are chosen, or a hundred at a time of those that a filter lets through.
#[utoipa::path(post, path = "/v1/devices/move", tag = "devices", request_body = Move,
    responses((status = 200, body = Moved), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn move_devices(
    State(app): State<App>,
    caller: Caller<ManageDevices>,
    _: Piecemeal,
    Input(input): Input<Move>,
) -> Answer<Json<Moved>> {
    let (company, account) = (input.check()?, caller.account_id);
    let target = app.store().named_company(account, "company_id", company).await?;
    if let Some(error) = Company::refused(Some(&target.thing), "company_id") {
        return Err(Problem::Invalid(vec![error]).into());
    }
    let (ids, more) = match (&input.device_ids, input.filter) {
        (Some(ids), _) => (ids.clone(), false),
        (None, filter) => found(&app, &caller, &filter.unwrap_or_default(), company).await?,
    };
    let devices = app.store().devices_by_id(account, &ids).await?;
    if input.device_ids.is_some() {
        check_known(&ids, &devices)?;
    }
    let elsewhere: Vec<Kept<_>> =
        devices.into_iter().filter(|device| device.thing.company_id != company).collect();
    if !input.dry_run {
        for some in elsewhere.chunks(AT_ONCE) {
            let things = some.iter().map(|kept| kept.thing.clone()).collect();
            let who = (account, caller.actor());
            let changed = device::move_to(things, &mut app.moment(), who, company);
            app.store().move_devices(some, changed).await?;
        }
    }
    Ok(Json(Moved { moved: elsewhere.len(), more }))
}

/// The first hundred devices that a filter lets through and that are in another company, and whether there are more.
async fn found(
    app: &App,
    caller: &Caller<ManageDevices>,
    query: &DeviceQuery,
    company: CompanyId,
) -> Result<(Vec<DeviceId>, bool), Problem> {
    let (mut ids, mut place) = (vec![], None);
    loop {
        let page = app
            .store()
            .devices((caller.account_id, caller.companies()), query, app.now(), (MAX_MOVED, place.as_ref()))
            .await?;
        let elsewhere = page.items.iter().filter(|line| line.company_id != company);
        ids.extend(elsewhere.map(|line| line.id));
        if ids.len() > MAX_MOVED || page.next.is_none() {
            let more = ids.len() > MAX_MOVED;
            ids.truncate(MAX_MOVED);
            return Ok((ids, more));
        }
        place = page.next;
    }
}

impl Move {
    /// Where they go; every wrong field at once.
    fn check(&self) -> Result<CompanyId, Problem> {
        let mut errors = vec![];
        if self.company_id.is_none() {
            errors.push(FieldError::new("company_id", "required"));
        }
        let ids = self.device_ids.as_ref().map_or(0, Vec::len);
        if self.device_ids.is_some() == self.filter.is_some() {
            errors.push(FieldError::new("device_ids", "devices_or_filter"));
        }
        if ids > MAX_MOVED {
            errors.push(FieldError::new("device_ids", "too_many").with("max", MAX_MOVED));
        }
        match self.company_id {
            Some(company) if errors.is_empty() => Ok(company),
            _ => Err(Problem::Invalid(errors)),
        }
    }
}

/// Refuses devices that there are not.
fn check_known(ids: &[DeviceId], known: &[Kept<device::Device>]) -> Result<(), Problem> {
    let is_known = |id: &DeviceId| known.iter().any(|device| device.thing.id == *id);
    let unknown = ids.iter().enumerate().filter(|(_, id)| !is_known(id));
    let errors: Vec<_> =
        unknown.map(|(at, _)| FieldError::new(format!("device_ids.{at}"), "device_unknown")).collect();
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}
