//! Somebody asks something at a portal (QRY-1): the query waits for an answer, and whoever looks after the portal is told.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    AccountId, Actor, Locale, Problem, QueryId, Timestamp, UserId,
    code::{self, Code},
    portal::Portal,
    query::{Asked, PER_PLACE, PER_PORTAL, Query as Asking, State as Progress, Submission, Way},
};
use futures::future::try_join;
use runtime::{Answer, App, ProblemDocument, Query};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::Kept;
use utoipa::ToSchema;

use crate::{
    filled::Filled,
    http::Wish,
    offered::{Offered, offered},
    page::open,
    render::{Notice, Page, nothing},
};

/// A query that was taken, as a program is told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QueryTaken)]
pub(crate) struct Taken {
    /// Its id.
    id: QueryId,
    /// How far it has come.
    state: Progress,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    submitted_at: Timestamp,
}

/// Takes a query: from the page as a form (`application/x-www-form-urlencoded`), which is answered with a page, or from a
/// program as JSON. The same form with the same content, sent twice, makes one query.
#[utoipa::path(post, path = "/p/{slug}/queries", tag = "portal page", security(()), params(("slug" = String, Path), Wish), request_body = Submission,
    responses((status = 201, body = Taken), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn submit_query(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    filled: Filled,
) -> Answer<Response> {
    let locale = wish.locale(&headers);
    let found = open(&app, &slug).await?;
    let subportal = filled.said().subportal_id;
    let offered = match &found {
        Some((portal, _)) => offered(&app, portal, subportal).await?,
        None => vec![],
    };
    match filled {
        Filled::ByProgram(said) => {
            let (portal, account) = found.ok_or(Problem::NotFound)?;
            let locale = said.locale.or(locale).unwrap_or_else(|| account.locale());
            let id = take(&app, (&portal, &offered), &said, locale).await?;
            let taken = Taken { id, state: Progress::Waiting, submitted_at: app.now() };
            Ok((StatusCode::CREATED, Json(taken)).into_response())
        }
        Filled::ByForm { said, trapped } => {
            let Some((portal, account)) = found else { return Ok(nothing(&app, &wish, locale)?) };
            let page = Page::new(&app, (&portal, &account, &offered), (&wish, locale))?;
            // Whoever fills in what nobody sees is told what they want to hear.
            let taken = if trapped {
                Ok(())
            } else {
                take(&app, (&portal, &offered), &said, page.locale()).await.map(drop)
            };
            Ok(match taken {
                Ok(()) => page.thanks(!said.email.trim().is_empty())?,
                Err(Problem::Invalid(errors)) => page.form(&said, &Notice::Errors(errors))?,
                Err(Problem::Limited { seconds }) => page.form(&said, &Notice::Limited(seconds))?,
                Err(problem) => {
                    tracing::error!(%problem, "a query could not be taken");
                    page.form(&said, &Notice::Broken)?
                }
            })
        }
    }
}

/// Takes a query into the queue of those that wait. Of somebody who is denied nothing is kept but the hit (DEN-1), and they
/// are told the same.
async fn take(
    app: &App,
    (portal, offered): (&Portal, &[Offered]),
    said: &Submission,
    locale: Locale,
) -> Result<QueryId, Problem> {
    let ids: Vec<UserId> = offered.iter().map(|offered| offered.id).collect();
    let asked = Asked::of(portal, &ids, said)?;
    let account = portal.account_id;
    count(app, portal).await?;
    let mut known = None;
    if let Some(address) = asked.address() {
        let denied = app.denied(account, std::slice::from_ref(&address)).await?;
        if !denied.is_empty() {
            app.tell_hits(account, Actor::Visitor, &denied).await?;
            return Ok(QueryId::new(&mut app.moment()));
        }
        known = app.store().customer_with(account, &address).await?;
    }
    let subportal = said.subportal_id.or_else(|| portal.first());
    let subportal = subportal.ok_or_else(|| Problem::Bug("a portal without subportal".into()))?;
    let mut way = Way { subportal_id: subportal, representative_id: said.representative_id, locale };
    let sent = sent(portal, &said.form_id, (&asked, way, &said.code))?;
    let mut code = None;
    if let Some(digits) = code::typed(&said.code) {
        // A form that comes again has used its code up: what it has become is the answer, and no guess.
        if let Some(sent) = &sent
            && let Some(id) = app.store().query_of_form(account, sent).await?
        {
            return Ok(id);
        }
        let found = redeem(app, portal, &digits).await?;
        way.representative_id = Some(found.thing.user_id);
        way.subportal_id = found.thing.subportal_id.unwrap_or(way.subportal_id);
        code = Some(found);
    }
    let changed = Asking::submit(&mut app.moment(), portal, (asked, way), known);
    app.store().submit_query(changed, sent, code.as_ref()).await
}

/// The code with these digits, if it waits at this portal. Trying is counted before anything is looked up: by place, by portal and
/// by account (POR-5).
async fn redeem(app: &App, portal: &Portal, digits: &str) -> Result<Kept<Code>, Problem> {
    let (account, now) = (portal.account_id, app.now());
    let place = format!("CODES_FROM#{}", place(app, account)?);
    let at = format!("CODES_AT#{}", portal.id);
    for (what, limit) in
        [(place.as_str(), code::PER_PLACE), (&at, code::PER_PORTAL), ("CODES", code::PER_ACCOUNT)]
    {
        app.store().count_one(account, (what, limit), now).await?;
    }
    let found = app.store().code(account, digits, now).await?;
    let found = found.filter(|kept| kept.thing.portal_id == portal.id);
    found.ok_or_else(|| Problem::field("code", "code_unknown"))
}

/// From where somebody asks, as a mark that tells nobody where that is.
fn place(app: &App, account: AccountId) -> Result<String, Problem> {
    let ip = app.moment().origin.map(|origin| origin.ip).unwrap_or_default();
    Ok(app.marker(account)?.place(&ip).as_str().to_owned())
}

/// Counts a query of whoever asks, and of the portal; neither may be too many.
async fn count(app: &App, portal: &Portal) -> Result<(), Problem> {
    let (account, now) = (portal.account_id, app.now());
    let place = format!("QUERIES_FROM#{}", place(app, account)?);
    let at = format!("QUERIES_AT#{}", portal.id);
    let from = app.store().count_one(account, (&place, PER_PLACE), now);
    try_join(from, app.store().count_one(account, (&at, PER_PORTAL), now)).await.map(drop)
}

/// What tells a form with its content; nothing where the form does not say which it is.
fn sent(portal: &Portal, form_id: &str, what: (&Asked, Way, &str)) -> Result<Option<String>, Problem> {
    if form_id.is_empty() {
        return Ok(None);
    }
    let content = serde_json::to_vec(&what).map_err(|error| Problem::Bug(error.to_string()))?;
    let hash = Sha256::new().chain_update(form_id).chain_update([0_u8]).chain_update(content).finalize();
    Ok(Some(format!("{}#{}", portal.id, domain::sign_in::hex(&hash))))
}
