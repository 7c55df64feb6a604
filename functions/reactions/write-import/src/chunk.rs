//! Writing one chunk. Writing it again finds what is there: ids follow from import and row, addresses are claimed.

use domain::{
    FieldError, Problem,
    customer::{Customer, CustomerInput},
    denylist::Denied,
    id::Id,
    import::{Counts, Import, Row, Verdict, customer_of, draft},
    link::Person,
    mail::{Kind, Mail},
    text::{Email, fold},
};
use runtime::App;
use store::Written;

use crate::{
    load::Loaded,
    update,
    write::{Done, Writer},
};

/// Writes the import's next chunk: the customers that its rows change, then those that they make.
pub(crate) async fn write(writer: &mut Writer, import: &Import) -> Result<Done, Problem> {
    let Loaded { chunk, mut rows } = writer.next(import).await?;
    let key = import.rows_key(chunk.number);
    refuse_erased(&mut rows);
    let drafts = drafts(import, &rows)?;
    let names = drafts.iter().map(|draft| draft.company.as_str());
    writer.companies.find_or_create(&writer.app, import, names).await?;
    let (updated, mut hits) = update::write(writer, import, &mut rows).await?;
    let creating = drafts.into_iter().filter(|draft| draft.verdict == Verdict::Create).collect();
    let (mut places, mut people) = people(writer, import, creating)?;
    hits.extend(deny(&writer.app, import, &mut rows, (&mut places, &mut people)).await?.hits());
    let ids: Vec<_> =
        people.iter().map(|(customer, mail)| (customer.id, mail.as_ref().map(|mail| mail.id))).collect();
    let written = writer.app.store().create_customers(&mut writer.app.moment(), people).await?;
    let (mut customers, mut mails) = (vec![], vec![]);
    for ((place, (customer, mail)), written) in places.iter().zip(&ids).zip(&written) {
        if let Written::Taken(field) = written {
            refuse(rows.get_mut(*place), Verdict::Exists, vec![FieldError::new(*field, "exists")]);
        } else {
            customers.push(customer.to_string());
            mails.extend(mail.map(|mail| mail.to_string()));
        }
    }
    let written = (customers.len() + updated.len()) as u64;
    if written < chunk.counts.to_write() {
        writer.app.files()?.save(&key, "application/x-ndjson", Row::write_all(&rows)).await?;
    }
    let after = Counts { written, ..Counts::of(rows.iter().map(|row| row.verdict)) };
    Ok(Done { chunk, after, customers, updated, mails, hits })
}

/// A row that is to become a customer or to change one.
struct Draft {
    place: usize,
    row: u64,
    verdict: Verdict,
    input: CustomerInput,
    company: String,
}

fn drafts(import: &Import, rows: &[Row]) -> Result<Vec<Draft>, Problem> {
    let header = import.header.as_ref().ok_or_else(|| Problem::Bug("an import without header".into()))?;
    let written = rows.iter().enumerate().filter(|(_, row)| row.verdict.is_written());
    let draft = |(place, row): (usize, &Row)| {
        let (input, company) = draft(header, &row.cells).map_err(Problem::Invalid)?;
        Ok(Draft { place, row: row.row, verdict: row.verdict, input, company })
    };
    written.map(draft).collect()
}

/// New customers, each with the mail that invites them, or none.
type People = Vec<(Customer, Option<Mail>)>;

/// The customers that the rows become, and the rows' places in the chunk.
fn people(writer: &Writer, import: &Import, drafts: Vec<Draft>) -> Result<(Vec<usize>, People), Problem> {
    let nobody = || Problem::Bug("writing what nobody has confirmed".into());
    let confirmation = import.confirmation.as_ref().ok_or_else(nobody)?;
    let (mut places, mut people) = (vec![], vec![]);
    for Draft { place, row, input, company, .. } in drafts {
        let company = writer.companies.get(&fold(&company));
        let account = (&writer.account, import.id);
        let customer = customer_of(account, confirmation, row, input, (company, &writer.services))?;
        let mail = invitation(import, &customer);
        places.push(place);
        people.push((customer, mail));
    }
    Ok((places, people))
}

/// The mail to a customer who has been invited (CUS-4).
fn invitation(import: &Import, customer: &Customer) -> Option<Mail> {
    customer.activation.invited_at.map(|at| {
        let id = Id::derived(at, &[b"activation", customer.id.bytes()]);
        Mail::queued(id, import.account_id, Person::Customer(customer.id), Kind::Activation, at)
    })
}

/// Of somebody who has been erased since the preview nothing is left to write (ERA-1).
fn refuse_erased(rows: &mut [Row]) {
    for row in rows.iter_mut().filter(|row| row.erased && row.verdict.is_written()) {
        row.verdict = Verdict::Invalid;
        row.errors = vec![FieldError::new("", "erased")];
    }
}

/// Takes out those of whom an address has been put on the denylist since the preview (DEN-1).
async fn deny(
    app: &App,
    import: &Import,
    rows: &mut [Row],
    (places, people): (&mut Vec<usize>, &mut People),
) -> Result<Denied, Problem> {
    let addresses: Vec<Email> =
        people.iter().flat_map(|(customer, _)| customer.addresses().cloned()).collect();
    let denied = app.denied_of_many(import.account_id, &addresses).await?;
    if denied.is_empty() {
        return Ok(denied);
    }
    let (all, everybody) = (std::mem::take(places), std::mem::take(people));
    for (place, (customer, mail)) in all.into_iter().zip(everybody) {
        let at = customer.addresses().position(|address| denied.by(address).is_some());
        if let Some(at) = at {
            let field = if at == 0 { "email" } else { "email_aliases" };
            refuse(rows.get_mut(place), Verdict::Denylisted, vec![FieldError::new(field, "denylisted")]);
        } else {
            places.push(place);
            people.push((customer, mail));
        }
    }
    Ok(denied)
}

/// What the preview said holds no longer: somebody has got the address since, changed the customer, or is no longer
/// welcome.
pub(crate) fn refuse(row: Option<&mut Row>, verdict: Verdict, errors: Vec<FieldError>) {
    let Some(row) = row else { return };
    row.verdict = verdict;
    row.errors = errors;
}
