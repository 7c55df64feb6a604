//! The list of devices: by name or by last report, of all or of some.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{
    AccountId, CompanyId, DeviceId, Problem, Timestamp, company_access::CompanyAccess, device::Device,
    text::fold,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Attributes, attribute},
    keys,
    page::{Page, Position},
    search::{MOST_READ, Source},
    table::Filter,
};

/// What a list shows of a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceLine {
    /// Its id.
    pub id: DeviceId,
    /// Its company.
    pub company_id: CompanyId,
    /// Its name.
    pub name: String,
    /// What the network calls it.
    pub hostname: String,
    /// Operating system.
    pub os: String,
    /// By which people put devices together.
    // `group` is a word of the table's own expressions.
    #[serde(rename = "group_name")]
    pub group: String,
    /// Hash of its key, where its pulse is.
    pub key_hash: String,
    /// Its last report; what is kept with the device is only what was told.
    pub seen_at: Option<Timestamp>,
    /// Whether it is online by the clock; not kept.
    #[serde(skip)]
    pub online: bool,
}

impl From<&Device> for DeviceLine {
    fn from(device: &Device) -> Self {
        let Device { id, company_id, name, hostname, os, group, key_hash, seen_at, .. } = device.clone();
        Self { id, company_id, name, hostname, os, group, key_hash, seen_at, online: false }
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeviceSort {
    /// By name.
    #[default]
    Name,
    /// Those online first, the newest among them at the top; then the others by their last report.
    LastSeen,
}

/// Which devices, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceQuery {
    /// The beginning of name or host name; case and accents ignored.
    pub text: String,
    /// Those of a company.
    pub company_id: Option<CompanyId>,
    /// Those of a group, by its whole name; case counts.
    pub group: Option<String>,
    /// Those that are online, or those that are not.
    pub online: Option<bool>,
    /// The order; a text sorts by what matched.
    pub sort: DeviceSort,
}

impl DeviceQuery {
    /// The ranges that together hold the answer, to be read one after the other.
    fn sources(&self, account: AccountId) -> Vec<Source> {
        let source = |index, sort, partition, prefix: &str| Source {
            index,
            sort,
            partition,
            prefix: prefix.to_owned(),
            descending: false,
        };
        let list = || keys::devices(account);
        let text = fold(&self.text);
        if !text.is_empty() {
            return vec![
                source(("by_name", "list"), "name", list(), &text),
                source(("by_first_name", "list"), "first_name", list(), &text),
            ];
        }
        match (self.sort, self.company_id) {
            (DeviceSort::LastSeen, _) => {
                vec![Source { descending: true, ..source(("by_newest", "newest"), "newest_id", list(), "") }]
            }
            (DeviceSort::Name, Some(company)) => {
                let partition = keys::company_devices(account, company);
                vec![source(("by_company", "company"), "name", partition, "")]
            }
            (DeviceSort::Name, None) => vec![source(("by_name", "list"), "name", list(), "")],
        }
    }

    /// Whether an entry of a later source has been told by an earlier one.
    fn told_before(&self, source: usize, line: &DeviceLine) -> bool {
        source > 0 && fold(&line.name).starts_with(&fold(&self.text))
    }

    /// What the index can't answer is left to a filter on its summaries.
    fn rest(&self) -> Option<Filter> {
        let (mut terms, mut values) = (vec![], vec![]);
        if let Some(company) = self.company_id {
            terms.push("summary.company_id = :company");
            values.push((":company".to_owned(), AttributeValue::S(company.to_string())));
        }
        if let Some(group) = &self.group {
            terms.push("summary.group_name = :group");
            values.push((":group".to_owned(), AttributeValue::S(group.clone())));
        }
        (!terms.is_empty()).then(|| (terms.join(" AND "), values))
    }
}

impl Store {
    /// A page of devices of companies to which somebody has access. A round trip for the page and one for its pulses; more
    /// while a filter leaves little.
    pub async fn devices(
        &self,
        (account, companies): (AccountId, &CompanyAccess),
        query: &DeviceQuery,
        now: Timestamp,
        (limit, position): (usize, Option<&Position>),
    ) -> Result<Page<DeviceLine>, Problem> {
        let (sources, filter) = (query.sources(account), query.rest());
        let admits = |source, line: &DeviceLine| {
            companies.includes(Some(line.company_id)) && !query.told_before(source, line)
        };
        let mut place = position.cloned().unwrap_or_default();
        let (mut items, mut read) = (vec![], 0);
        while items.len() < limit && read < MOST_READ {
            let left = limit - items.len();
            let (lines, next) = self.in_turn(&sources, filter.as_ref(), (place, left), admits).await?;
            read += limit;
            let seen = self.seen(lines, now).await?.into_iter();
            items.extend(seen.filter(|line| query.online.is_none_or(|online| online == line.online)));
            place = next;
            if usize::from(place.source) >= sources.len() {
                return Ok(Page { items, next: None });
            }
        }
        Ok(Page { items, next: Some(place) })
    }

    /// The same devices, each with its last report.
    async fn seen(&self, lines: Vec<DeviceLine>, now: Timestamp) -> Result<Vec<DeviceLine>, Problem> {
        let mut pulses = self.pulses(lines.iter().map(|line| line.key_hash.as_str())).await?;
        let with = |line: DeviceLine| match pulses.remove(&line.id) {
            Some(pulse) => DeviceLine { online: pulse.is_online(now), seen_at: pulse.seen_at, ..line },
            None => line,
        };
        Ok(lines.into_iter().map(with).collect())
    }
}

pub(super) fn line(mut entry: Attributes) -> Result<DeviceLine, Problem> {
    attribute(&mut entry, "summary")
}
