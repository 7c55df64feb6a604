//! Somebody comes to a portal.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use domain::{Problem, account::Account, portal::Portal, query::Submission};
use runtime::{Answer, App, Query};

use crate::{
    http::Wish,
    offered::offered,
    render::{Notice, Page, nothing},
};

/// The page of a portal: a form that works without a script, in the reader's language and the organisation's colours. A slug
/// that nobody has, and a portal that is closed, are the same kind page.
#[utoipa::path(get, path = "/p/{slug}", tag = "portal page", security(()), params(("slug" = String, Path), Wish),
    responses((status = 200, body = String, content_type = "text/html"), (status = 404, body = String, content_type = "text/html")))]
pub(crate) async fn show_portal_page(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Answer<Response> {
    let locale = wish.locale(&headers);
    let Some((portal, account)) = open(&app, &slug).await? else { return Ok(nothing(&app, &wish, locale)?) };
    let subportal = wish.subportal.as_deref().and_then(|id| id.parse().ok());
    let subportal_id = subportal.filter(|id| portal.has(*id));
    let offered = offered(&app, &portal, subportal_id).await?;
    let page = Page::new(&app, (&portal, &account, &offered), (&wish, locale))?;
    let code = wish.code.clone().unwrap_or_default();
    Ok(page.form(&Submission { subportal_id, code, ..Submission::default() }, &Notice::None)?)
}

/// The portal that a slug names, if it is open.
pub(crate) async fn open(app: &App, slug: &str) -> Result<Option<(Portal, Account)>, Problem> {
    match app.store().portal_at(slug).await {
        Ok((portal, account)) => Ok(Some((portal, account)).filter(|(portal, _)| portal.is_open())),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}
