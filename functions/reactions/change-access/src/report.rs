//! The skipped customers as a file: who they are, and why (CUS-6).

use domain::{
    Problem,
    access_change::{AccessChange, Skipped},
    csv_file::{Delimiter, write},
    customer::Customer,
    job::{Job, Leased},
};
use runtime::{Words, work::Held};

/// How many lists are read at once; each has a hundred customers at the most.
const AT_ONCE: usize = 10;

/// Writes the file, in the account's language. Begun anew by whoever goes on after another; shows after each piece that it
/// is alive.
pub(crate) async fn write(held: &mut Held<Job<AccessChange>>) -> Result<(), Problem> {
    let (app, job) = (held.app.clone(), held.now().clone());
    let words = Words(app.store().account(job.account_id).await?.thing.locale());
    let mut file = app.files()?.writer(&job.skipped_key(), "text/csv; charset=utf-8");
    let mut lines = write::MARK.to_vec();
    write::row(["id", "email", "first_name", "last_name", "reason"], Delimiter::Comma, &mut lines);
    let mut last = None;
    loop {
        let lists = app.store().skipped((job.account_id, job.id), last.as_ref(), AT_ONCE).await?;
        let skipped: Vec<Skipped> = lists.iter().flat_map(|list| list.customers.clone()).collect();
        let mut ids: Vec<_> = skipped.iter().map(|skipped| skipped.id).collect();
        ids.sort_unstable();
        let customers = app.store().customers_by_id(job.account_id, &ids).await?;
        for skipped in &skipped {
            let found = customers.binary_search_by_key(&skipped.id, |kept| kept.thing.id).ok();
            let customer = found.and_then(|at| customers.get(at)).map(|kept| &kept.thing);
            append(skipped, customer, words, &mut lines);
        }
        file.write(&lines).await?;
        lines.clear();
        last = lists.into_iter().next_back();
        if last.is_none() {
            return file.finish().await;
        }
        held.keep(vec![], |job, moment| domain::Changed { now: job.renewed(moment.now), events: vec![] })
            .await?;
    }
}

/// Somebody who has been deleted is known by their id only.
fn append(skipped: &Skipped, customer: Option<&Customer>, words: Words, out: &mut Vec<u8>) {
    let reasons: Vec<_> = skipped.errors.iter().map(|error| words.field(error)).collect();
    let (email, first, last) = customer.map_or_else(Default::default, |customer| {
        (customer.email.to_string(), customer.first_name.clone(), customer.last_name.clone())
    });
    let id = skipped.id.to_string();
    write::row([id.as_str(), &email, &first, &last, &reasons.join(" ")], Delimiter::Comma, out);
}
