//! Writing one chunk. Writing it again finds what is there: ids follow from import and row, addresses are claimed.

use domain::{
    FieldError, Problem,
    customer::{Customer, CustomerInput, PortalAccess},
    id::Id,
    import::{Confirmation, Counts, Import, Row, Verdict, customer_of, draft},
    link::Person,
    mail::{Kind, Mail},
    text::fold,
};
use store::Written;

use crate::write::{Done, Writer};

/// Writes the import's next chunk.
pub(crate) async fn write(writer: &mut Writer<'_>, import: &Import) -> Result<Done, Problem> {
    let bug = |text: &str| Problem::Bug(text.into());
    let confirmation = import.confirmation.as_ref().ok_or_else(|| bug("writing what nobody has confirmed"))?;
    let number = import.chunks_written;
    let chunk = writer.app.store().chunks(import.account_id, import.id, number, 1).await?;
    let chunk = chunk.into_iter().next().filter(|chunk| chunk.number == number).ok_or_else(|| bug("a chunk is missing"))?;
    let mut rows = Row::read_all(&writer.app.files()?.load(&import.rows_key(number)).await?)?;
    let drafts = drafts(import, &rows)?;
    writer.companies.find_or_create(writer.app, import, drafts.iter().map(|draft| draft.company.as_str())).await?;
    let people = drafts.into_iter().map(|draft| person(writer, (import, confirmation), draft));
    let (places, people): (Vec<usize>, Vec<_>) = people.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    let ids = |people: &[(Customer, Option<Mail>)]| people.iter().map(|(customer, mail)| (customer.id, mail.as_ref().map(|mail| mail.id))).collect::<Vec<_>>();
    let ids = ids(&people);
    let written = writer.app.store().create_customers(people).await?;
    let (mut customers, mut mails, mut taken) = (vec![], vec![], false);
    for ((place, (customer, mail)), written) in places.into_iter().zip(ids).zip(written) {
        match (written, rows.get_mut(place)) {
            (Written::Taken(at), Some(row)) => {
                refuse(row, at);
                taken = true;
            }
            _ => {
                customers.push(customer.to_string());
                mails.extend(mail.map(|mail| mail.to_string()));
            }
        }
    }
    if taken {
        writer.app.files()?.save(&import.rows_key(number), "application/x-ndjson", Row::write_all(&rows)).await?;
    }
    let after = Counts { written: customers.len() as u64, ..Counts::of(rows.iter().map(|row| row.verdict)) };
    Ok(Done { chunk, after, customers, mails })
}

/// A row that is to become a customer.
struct Draft {
    place: usize,
    row: u64,
    input: CustomerInput,
    company: String,
}

fn drafts(import: &Import, rows: &[Row]) -> Result<Vec<Draft>, Problem> {
    let header = import.header.as_ref().ok_or_else(|| Problem::Bug("an import without header".into()))?;
    let creating = rows.iter().enumerate().filter(|(_, row)| row.verdict == Verdict::Create);
    let draft = |(place, row): (usize, &Row)| {
        let (input, company) = draft(header, &row.cells).map_err(Problem::Invalid)?;
        Ok(Draft { place, row: row.row, input, company })
    };
    creating.map(draft).collect()
}

type Person_ = (usize, (Customer, Option<Mail>));

fn person(writer: &Writer, (import, confirmation): (&Import, &Confirmation), draft: Draft) -> Result<Person_, Problem> {
    let company = writer.companies.get(&fold(&draft.company));
    let customer = customer_of((&writer.account, import.id), confirmation, draft.row, draft.input, (company, &writer.services))?;
    let mailed = confirmation.send_activation && customer.portal_access != PortalAccess::None;
    let mail = mailed.then(|| {
        let id = Id::derived(confirmation.at, &[b"activation", customer.id.bytes()]);
        Mail::queued(id, import.account_id, Person::Customer(customer.id), Kind::Activation, confirmation.at)
    });
    Ok((draft.place, (customer, mail)))
}

/// Somebody has got the address since the preview.
fn refuse(row: &mut Row, at: usize) {
    let field = if at == 0 { "email" } else { "email_aliases" };
    row.verdict = Verdict::Exists;
    row.errors = vec![FieldError::new(field, "exists")];
}
