//! Somebody wants to know what is kept about them: a manager downloads all of it.

use axum::{extract::State, response::Response};
use domain::{
    CustomerId, Event, Problem, Timestamp, avatar::Avatar, customer::Customer, erasure::own_data,
    import::Row, mail::Mail, permission::ManagePersonalData, query::Query,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer};
use serde::Serialize;
use serde_json::{Value, json};
use store::Trace;

use crate::view::View;

/// How many records are read at once.
const AT_ONCE: usize = 100;

/// Everything that is kept about a customer, as a JSON file: what is said of them, company and services by name, the row
/// of the import that made them, and every event, mail, query and recent request that tells of them. 303 to a link that is good
/// for a few minutes; the file is gone after a day.
#[utoipa::path(get, path = "/v1/customers/{id}/data", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 303, description = "The file is at `Location`"), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_data(
    State(app): State<App>,
    caller: Caller<ManagePersonalData>,
    Named(id): Named<CustomerId>,
) -> Answer<Response> {
    let (customer, avatar) = app.store().customer_and_avatar(caller.account_id, id).await?;
    let key = own_data(caller.account_id, id) + "data.json";
    write(&app, (&customer.thing, &avatar.thing, Words(caller.locale)), &key).await?;
    let download = app.files()?.download(&key, &format!("{id}.json")).await?;
    Ok(answer::see_other(&download.url))
}

/// Writes the file a page of records at a time, so that it may have any size.
async fn write(
    app: &App,
    (customer, avatar, words): (&Customer, &Avatar, Words),
    key: &str,
) -> Result<(), Problem> {
    let (account, id) = (customer.account_id, customer.id);
    let services: Vec<_> = customer.services.iter().map(|service| service.service_id).collect();
    let (_, named) = app.store().named(account, customer.company_id, &services).await?;
    let services: Vec<Value> =
        named.services.iter().map(|service| json!({ "id": service.id, "name": service.name })).collect();
    let mut file = app.files()?.writer(key, "application/json");
    let mut text = b"{\"customer\":".to_vec();
    append(&mut text, &View::new(customer, named.company.as_ref(), avatar, words))?;
    text.extend(b",\n\"services\":");
    append(&mut text, &services)?;
    text.extend(b",\n\"import_row\":");
    append(&mut text, &import_row(app, customer).await?)?;
    text.extend(b",\n\"records\":[");
    let (mut position, mut first) = (None, true);
    loop {
        let page = app.store().traces(account, id, AT_ONCE, position.as_ref()).await?;
        for trace in page.items {
            text.extend(if first { b"\n".as_slice() } else { b",\n" });
            append(&mut text, &Record::from(trace))?;
            first = false;
        }
        file.write(&std::mem::take(&mut text)).await?;
        position = page.next;
        if position.is_none() {
            file.write(b"]}\n").await?;
            return file.finish().await;
        }
    }
}

fn append(text: &mut Vec<u8>, thing: &impl Serialize) -> Result<(), Problem> {
    serde_json::to_writer(text, thing).map_err(|error| Problem::Bug(error.to_string()))
}

/// A record as the file tells it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "type")]
enum Record {
    Event(Event),
    Mail(Mail),
    Query(Query),
    /// A request, with the status of its answer. What it said is sealed.
    Request {
        at: Timestamp,
        status: u16,
    },
}

impl From<Trace> for Record {
    fn from(trace: Trace) -> Self {
        match trace {
            Trace::Event(kept) => Self::Event(kept.thing),
            Trace::Mail(kept) => Self::Mail(kept.thing),
            Trace::Query(kept) => Self::Query(kept.thing),
            Trace::Answer(kept, _) => Self::Request { at: kept.thing.at, status: kept.thing.answer.status },
        }
    }
}

/// The row of a file from which the customer was made, as long as the import's preview is kept.
async fn import_row(app: &App, customer: &Customer) -> Result<Option<Value>, Problem> {
    let (Some(id), Some(number)) = (customer.import_id, customer.import_row) else { return Ok(None) };
    let import = app.store().import(customer.account_id, id).await?.thing;
    let Some(chunk) = app.store().chunk_of(&import, number).await? else { return Ok(None) };
    let Some(lines) = app.files()?.find(&import.rows_key(chunk)).await? else { return Ok(None) };
    let row = Row::read_all(&lines)?.into_iter().find(|row| row.row == number);
    let names = import.header.unwrap_or_default().names;
    Ok(row.map(|row| {
        let values: Vec<_> = names.iter().zip(&row.cells).collect();
        json!({ "import_id": id, "file_name": import.file_name, "row": number, "line": row.line, "values": values })
    }))
}
