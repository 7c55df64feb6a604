//! Services: a small catalogue, in one partition.

use domain::{AccountId, Changed, Problem, ServiceId, service::Service, text::fold};

use crate::{
    Store,
    item::{Kept, Record, decode},
    keys::{self, Key},
    leg::Leg,
    page::{Page, Position},
    table::{Range, after, end_of},
};

impl Record for Service {
    const TYPE: &'static str = "service";
    fn key(&self) -> Key {
        keys::service(self.account_id, self.id)
    }
}

fn taken() -> Problem {
    Problem::field("name", "name_taken")
}

impl Store {
    /// A service. 1 read.
    pub async fn service(&self, account: AccountId, id: ServiceId) -> Result<Kept<Service>, Problem> {
        self.find(keys::service(account, id)).await
    }

    /// A page of services, in the order in which they were made.
    pub async fn services(
        &self,
        account: AccountId,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<Service>, Problem> {
        let range = Range {
            index: None,
            sort: "sk",
            partition: keys::services(account),
            from: position.map_or_else(|| " ".into(), |position| after(&position.after)),
            to: end_of(""),
            descending: false,
            limit,
            filter: None,
            bare: false,
        };
        let slice = self.query(&range).await?;
        let items = slice.items.into_iter().map(|item| decode(item).map(|kept: Kept<Service>| kept.thing));
        Ok(Page {
            items: items.collect::<Result<_, _>>()?,
            next: slice.last.map(|after| Position { source: 0, after }),
        })
    }

    /// Every service of the account. One round trip a megabyte.
    pub async fn all_services(&self, account: AccountId) -> Result<Vec<Service>, Problem> {
        let services = self.all_of::<Service>(keys::services(account)).await?;
        Ok(services.into_iter().map(|kept| kept.thing).collect())
    }

    /// Keeps a new service, whose name must be free.
    pub async fn create_service(&self, changed: Changed<Service>) -> Result<Kept<Service>, Problem> {
        self.commit(self.new_service(&changed.now)?, &changed.events).await?;
        Ok(Kept { thing: changed.now, version: 1 })
    }

    /// The legs that keep a new service.
    pub(crate) fn new_service(&self, service: &Service) -> Result<Vec<Leg>, Problem> {
        let name = keys::service_name(service.account_id, &fold(&service.name));
        Ok(vec![
            Leg::put_new(self, service, Problem::conflict("conflict"))?,
            Leg::claim(self, name, &service.id.to_string(), taken())?,
        ])
    }

    /// Keeps a changed service; a new name must be free.
    pub async fn update_service(
        &self,
        before: &Kept<Service>,
        changed: Changed<Service>,
    ) -> Result<Kept<Service>, Problem> {
        let account = before.thing.account_id;
        let (old, new) = (fold(&before.thing.name), fold(&changed.now.name));
        let mut legs = vec![];
        if old != new {
            legs.push(Leg::release(self, keys::service_name(account, &old))?);
            legs.push(Leg::claim(
                self,
                keys::service_name(account, &new),
                &changed.now.id.to_string(),
                taken(),
            )?);
        }
        self.commit_change(before.version, changed, legs).await
    }
}
