//! The JSON that the outside sees of a mass change.

use domain::{
    ServiceId,
    access_change::{AccessChange, Change, Counts, Reason},
    customer::{CustomerFilter, PortalAccess, Selection, ServiceAccess},
    job::Job,
};
use runtime::{JobView, Names, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// A mass change of access.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccessChange)]
pub(crate) struct View {
    /// The job that it is.
    #[serde(flatten)]
    job: JobView,
    /// How many customers were named; null when they were not named one by one.
    chosen: Option<usize>,
    /// Whom it is for; null when it is for all, or for those who were named.
    filter: Option<CustomerFilter>,
    /// What they may do in the portal from now on; null: as it was.
    portal_access: Option<PortalAccess>,
    /// Services they get, or have with this access from now on.
    set_services: Vec<ServiceAccess>,
    /// Services they lose.
    remove_services: Vec<ServiceId>,
    /// Whether those who change are sent a mail.
    send_mail: bool,
    /// Whether it is only tried: nobody changes.
    dry_run: bool,
    /// What has become of the customers looked at so far, or would.
    counts: Counts,
    /// Why customers were skipped; somebody may be skipped for several reasons.
    reasons: Vec<ReasonView>,
}

/// A reason for which customers were skipped.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkipReason)]
pub(crate) struct ReasonView {
    /// A stable word.
    code: String,
    /// The same in the reader's language.
    message: String,
    /// How many were skipped for it.
    customers: u64,
}

impl View {
    pub(crate) fn new(job: Job<AccessChange>, names: &Names, words: Words) -> Self {
        let view = JobView::new(&job, names, words);
        let AccessChange { whom, change, send_mail, dry_run, counts, reasons, .. } = job.work;
        let reason = |(code, reason): (String, Reason)| {
            let message = words.field(&reason.example);
            ReasonView { code, message, customers: reason.customers }
        };
        let reasons = reasons.0.into_iter().map(reason).collect();
        let Change { portal_access, set_services, remove_services } = change;
        let (chosen, filter) = match whom {
            Selection::All => (None, None),
            Selection::Matching(filter) => (None, Some(filter)),
            Selection::Chosen(ids) => (Some(ids.len()), None),
        };
        Self {
            job: view,
            chosen,
            filter,
            portal_access,
            set_services,
            remove_services,
            send_mail,
            dry_run,
            counts,
            reasons,
        }
    }
}
