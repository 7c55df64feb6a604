//! Lists of queries, newest first: of all portals or of one, as far as somebody sees them.

use domain::{
    AccountId, CompanyId, CustomerId, PortalId, Problem, QueryId, SubportalId, Timestamp, UserId,
    query::{Query, State},
    team::{Served, Teams},
    user::Duties,
};
use serde::{Deserialize, Serialize};

use futures::future::try_join;

use crate::{
    Store,
    item::{Attributes, attribute},
    keys,
    newest::{Newest, before},
    page::{Page, Position},
    table::{Range, end_of},
};

/// How much of a question a list shows, in characters.
const SHOWN: usize = 200;

/// What a list shows of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryLine {
    /// Its id.
    pub id: QueryId,
    /// The portal through which it came.
    pub portal_id: PortalId,
    /// The subportal of it.
    pub subportal_id: SubportalId,
    /// The representative who was chosen, if one was.
    pub representative_id: Option<UserId>,
    /// How far it has come.
    pub state: State,
    /// What whoever asks is called.
    pub name: String,
    /// What it is about.
    pub category: String,
    /// The beginning of the question.
    pub question: String,
    /// The customer who asks, if they are one.
    pub customer_id: Option<CustomerId>,
    /// Their company.
    pub company_id: Option<CompanyId>,
    /// When it came.
    pub submitted_at: Timestamp,
}

impl From<&Query> for QueryLine {
    fn from(query: &Query) -> Self {
        Self {
            id: query.id,
            portal_id: query.portal_id,
            subportal_id: query.subportal_id,
            representative_id: query.representative_id,
            state: query.state,
            name: query.asked.name.clone(),
            category: query.asked.category.clone(),
            question: query.asked.question.chars().take(SHOWN).collect(),
            customer_id: query.customer_id,
            company_id: query.company_id,
            submitted_at: query.submitted_at,
        }
    }
}

/// Which queries.
#[derive(Debug, Clone, Default)]
pub struct QueryFilter {
    /// Those of a portal.
    pub portal_id: Option<PortalId>,
    /// Those that have come so far.
    pub state: Option<State>,
}

impl Store {
    /// The portals whose queries somebody with these duties sees. Reads all teams, unless they see every portal; and all portals,
    /// where they have access to some companies only: the portal of another is not theirs, whatever team serves it.
    pub async fn served_by(&self, account: AccountId, duties: &Duties) -> Result<Served, Problem> {
        match Teams::default().served_by(duties) {
            Served::All => Ok(Served::All),
            Served::Portals(_) if duties.company_access.listed().is_none() => {
                Ok(self.teams(account).await?.served_by(duties))
            }
            Served::Portals(_) => {
                let (teams, portals) = try_join(self.teams(account), self.portals(account)).await?;
                let hidden = portals.iter().filter(|portal| !portal.is_seen_by(&duties.company_access));
                Ok(teams.served_by(duties).without(hidden.map(|portal| portal.id)))
            }
        }
    }

    /// A page of queries that came through portals that somebody sees, newest first. 1 round trip. A page on which others'
    /// stand is shorter.
    pub async fn queries(
        &self,
        (account, served): (AccountId, &Served),
        filter: &QueryFilter,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<QueryLine>, Problem> {
        let mut page = match filter.portal_id.or_else(|| served.only()) {
            Some(portal) => self.queries_of(account, portal, limit, position).await?,
            None => self.newest_queries(account, limit, position).await?,
        };
        let state = |line: &QueryLine| filter.state.is_none_or(|state| state == line.state);
        page.items.retain(|line| served.includes(line.portal_id, line.subportal_id) && state(line));
        Ok(page)
    }

    async fn queries_of(
        &self,
        account: AccountId,
        portal: PortalId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<QueryLine>, Problem> {
        let range = Range {
            index: Some(("by_company", "company")),
            sort: "name",
            to: position.map_or_else(|| end_of(""), |position| before(&position.after)),
            descending: true,
            limit,
            ..Range::of(keys::portal_queries(account, portal))
        };
        let slice = self.query(&range).await?;
        let items = slice.items.into_iter().map(line).collect::<Result<_, _>>()?;
        Ok(Page { items, next: slice.last.map(|after| Position { source: 0, after }) })
    }

    /// The newest of each shard, put together.
    async fn newest_queries(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<QueryLine>, Problem> {
        let range = |shard| Range {
            index: Some(("by_newest", "newest")),
            sort: "newest_id",
            to: position.map_or_else(|| end_of(""), |position| before(&position.after)),
            descending: true,
            limit,
            ..Range::of(keys::newest_queries(account, shard))
        };
        let ranges: Vec<Range> = (0..keys::TIME_SHARDS).map(range).collect();
        let slices = futures::future::try_join_all(ranges.iter().map(|range| self.query(range))).await?;
        let Newest { mut items, horizon } = Newest::of(slices, line, |line| line.id.to_string())?;
        let more = items.len() > limit || horizon.is_some();
        items.truncate(limit);
        let last = if items.len() == limit { items.last().map(|line| line.id.to_string()) } else { horizon };
        Ok(Page { items, next: last.filter(|_| more).map(|after| Position { source: 0, after }) })
    }
}

fn line(mut entry: Attributes) -> Result<QueryLine, Problem> {
    attribute(&mut entry, "summary")
}
