//! The list of users: by name, of all or of some.

use domain::{
    AccountId, CompanyId, Problem, TeamId,
    company_access::CompanyAccess,
    text::fold,
    user::{Role, Status, User},
};

use crate::{
    Store, keys,
    page::{Page, Position},
    search::Source,
};

impl Store {
    /// A page of users. One round trip, unless a filter leaves little or a text is searched.
    pub async fn users(
        &self,
        account: AccountId,
        query: &UserQuery,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<User>, Problem> {
        let sources = query.sources(account);
        let from = (position.cloned().unwrap_or_default(), limit);
        let admits = |source, user: &User| query.admits(user) && !query.told_before(source, user);
        let (items, place) = self.in_turn(&sources, None, from, admits).await?;
        let next = Some(place).filter(|place| usize::from(place.source) < sources.len());
        Ok(Page { items, next })
    }
}

/// Which users.
#[derive(Debug, Clone)]
pub struct UserQuery {
    /// The beginning of first or last name or login.
    pub text: String,
    /// With this role.
    pub role: Option<Role>,
    /// With this status.
    pub status: Option<Status>,
    /// With access to this company.
    pub company_id: Option<CompanyId>,
    /// In this team, and managing this one.
    pub team: (Option<TeamId>, Option<TeamId>),
    /// Users who share a company with these, and may be told of.
    pub companies: CompanyAccess,
}

impl UserQuery {
    fn sources(&self, account: AccountId) -> Vec<Source> {
        let source = |index, sort, prefix| Source {
            index: (index, "list"),
            sort,
            partition: keys::users(account),
            prefix,
            descending: false,
        };
        let text = fold(&self.text);
        let group = match self.team {
            (Some(id), _) => Some(keys::members(account, Some(id))),
            (None, Some(_)) => Some(keys::team_managers(account)),
            (None, None) => None,
        };
        if text.is_empty() {
            let all = source("by_name", "name", text);
            let of_group =
                group.map(|partition| Source { index: ("by_company", "company"), partition, ..all.clone() });
            return vec![of_group.unwrap_or(all)];
        }
        let mut sources =
            vec![source("by_name", "name", text.clone()), source("by_first_name", "first_name", text)];
        let login = self.text.trim().to_lowercase();
        if !login.contains(' ') {
            sources.push(source("by_email", "email", login));
        }
        sources
    }

    fn admits(&self, user: &User) -> bool {
        let (access, (team, managed)) = (&user.duties.company_access, self.team);
        self.role.is_none_or(|role| user.duties.role == role)
            && self.status.is_none_or(|status| user.status == status)
            && self.company_id.map(Some).is_none_or(|id| access.includes(id) && self.companies.includes(id))
            && team.is_none_or(|id| user.duties.team_id == Some(id))
            && managed.is_none_or(|id| user.duties.team_ids.contains(&id))
            && access.meets(&self.companies)
    }

    /// Whether an entry of a later source has been told by an earlier one.
    fn told_before(&self, source: usize, user: &User) -> bool {
        let text = fold(&self.text);
        let by_name = fold(&format!("{} {}", user.last_name, user.first_name)).starts_with(&text);
        let by_first_name = fold(&format!("{} {}", user.first_name, user.last_name)).starts_with(&text);
        (source > 0 && by_name) || (source > 1 && by_first_name)
    }
}
