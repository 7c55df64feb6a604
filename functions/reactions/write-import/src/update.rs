//! The rows of a chunk that change customers. Writing them again finds the mark of the row on the customer.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    CompanyId, CustomerId, FieldError, Problem,
    company::Company,
    customer::Customer,
    denylist::{Denied, Hits},
    import::{Compared, Import, Mark, Row, Verdict, draft},
    text::{Email, fold},
};
use store::{Kept, Written};

use crate::{chunk::refuse, write::Writer};

/// Writes the rows with the verdict `update`; gives the ids of the customers changed, and who was kept out by
/// the denylist. Rows of which what the preview said holds no longer are refused.
pub(crate) async fn write(
    writer: &Writer,
    import: &Import,
    rows: &mut [Row],
) -> Result<(Vec<String>, Hits), Problem> {
    let targets = rows.iter().filter(|row| row.verdict == Verdict::Update);
    let ids: Vec<CustomerId> =
        targets.filter_map(|row| row.target.as_ref()).map(|target| target.customer_id).collect();
    if ids.is_empty() {
        return Ok((vec![], Hits::default()));
    }
    // Two rows may know the same customer by different addresses; the first one changes them.
    let distinct: HashSet<CustomerId> = ids.iter().copied().collect();
    let distinct: Vec<CustomerId> = distinct.into_iter().collect();
    let customers = writer.app.store().customers_by_id(import.account_id, &distinct).await?;
    let companies: HashSet<CompanyId> =
        customers.iter().filter_map(|customer| customer.thing.company_id).collect();
    let companies: Vec<CompanyId> = companies.into_iter().collect();
    let companies = writer.app.store().companies_by_id(import.account_id, &companies).await?;
    let mut customers: HashMap<CustomerId, Kept<Customer>> =
        customers.into_iter().map(|customer| (customer.thing.id, customer)).collect();
    let (mut done, mut places, mut changed) = (vec![], vec![], vec![]);
    for (place, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.verdict == Verdict::Update) {
        let Some(target) = row.target.clone() else { continue };
        let mark = Mark { import_id: import.id, row: row.row, undone: false };
        match customers.remove(&target.customer_id) {
            Some(kept) if kept.thing.mark == Some(mark) => done.push(target.customer_id.to_string()),
            Some(kept) if kept.thing.updated_at == target.updated_at => {
                match apply(writer, import, row, &kept, &companies)? {
                    Ok(now) => {
                        places.push(place);
                        changed.push((kept, now));
                    }
                    Err(errors) => refuse(Some(row), Verdict::Exists, errors),
                }
            }
            _ => refuse(Some(row), Verdict::Exists, vec![FieldError::new("email", "changed_since")]),
        }
    }
    let denied = deny(writer, import, rows, (&mut places, &mut changed)).await?;
    let written = writer.app.store().update_customers(&mut writer.app.moment(), &changed).await?;
    for ((place, (kept, _)), written) in places.iter().zip(&changed).zip(written) {
        match written {
            Written::Done => done.push(kept.thing.id.to_string()),
            Written::Taken(field) => {
                refuse(rows.get_mut(*place), Verdict::Exists, vec![FieldError::new(field, "exists")]);
            }
            Written::Changed => {
                refuse(
                    rows.get_mut(*place),
                    Verdict::Exists,
                    vec![FieldError::new("email", "changed_since")],
                );
            }
        }
    }
    Ok((done, denied.hits()))
}

/// Takes out those who would get an address that has been put on the denylist since the preview (DEN-1). Those that they
/// have stay theirs.
async fn deny(
    writer: &Writer,
    import: &Import,
    rows: &mut [Row],
    (places, changed): (&mut Vec<usize>, &mut Vec<(Kept<Customer>, Customer)>),
) -> Result<Denied, Problem> {
    let gained = |(before, now): &(Kept<Customer>, Customer)| now.gained(&before.thing);
    let addresses: Vec<Email> = changed.iter().flat_map(gained).collect();
    let denied = writer.app.denied_of_many(import.account_id, &addresses).await?;
    if denied.is_empty() {
        return Ok(denied);
    }
    let (all, everybody) = (std::mem::take(places), std::mem::take(changed));
    for (place, change) in all.into_iter().zip(everybody) {
        if gained(&change).iter().any(|address| denied.by(address).is_some()) {
            let errors = vec![FieldError::new("email_aliases", "denylisted")];
            refuse(rows.get_mut(place), Verdict::Denylisted, errors);
        } else {
            places.push(place);
            changed.push(change);
        }
    }
    Ok(denied)
}

/// The customer as the row makes them, or what the rules have against it by now (CUS-2): a service may have been closed
/// to the company since the preview.
fn apply(
    writer: &Writer,
    import: &Import,
    row: &Row,
    kept: &Kept<Customer>,
    companies: &BTreeMap<CompanyId, Company>,
) -> Result<Result<Customer, Vec<FieldError>>, Problem> {
    let header = import.header.as_ref().ok_or_else(|| Problem::Bug("an import without header".into()))?;
    let (_, company) = draft(header, &row.cells).map_err(Problem::Invalid)?;
    let works_for = kept.thing.company_id.and_then(|id| companies.get(&id));
    let compared = Compared { account: &writer.account, header, services: &writer.services };
    let companies = (works_for, writer.companies.get(&fold(&company)));
    let now = compared.changed(&mut writer.app.moment(), &kept.thing, &row.cells, companies);
    Ok(now.map(|now| now.marked(import.id, row.row)))
}
