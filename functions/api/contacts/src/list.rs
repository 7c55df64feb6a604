//! Staff look for somebody to reach.

use axum::{Json, extract::State};
use domain::{Problem, permission::SeeContacts};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List, one_of};
use serde::Deserialize;
use store::ContactQuery;
use utoipa::IntoParams;

use crate::view::View;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of the name; case and accents ignored.
    #[serde(default)]
    text: String,
    /// Those that have to do with a company.
    company_id: Option<String>,
}

/// Contacts and users by name, each with the methods that reach them.
#[utoipa::path(get, path = "/v1/contacts", tag = "contacts", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_contacts(
    State(app): State<App>,
    caller: Caller<SeeContacts>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let mut errors = vec![];
    let company_id = one_of(&mut errors, "company_id", "company_unknown", search.company_id);
    if !errors.is_empty() {
        return Err(Problem::Invalid(errors).into());
    }
    let query = ContactQuery { text: search.text, company_id, companies: caller.companies().clone() };
    let page =
        app.store().contacts(caller.account_id, &query, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, |contact| View::from(contact.seen_by(caller.companies())))
}
