//! Looking addresses up on the denylist (DEN-1): the key is the deployment's, the list an account's.

use domain::{
    AccountId, Actor, Problem,
    denylist::{Denied, Mark, Marker},
    text::Email,
};

use crate::App;

impl App {
    /// Makes the marks of an account's addresses.
    pub fn marker(&self, account: AccountId) -> Result<Marker, Problem> {
        Ok(Marker::new(self.derived_key("mark")?, account))
    }

    /// Which of the addresses are denied. 1 read for each hundred marks; an address has one for itself and one for
    /// each level of its domain.
    pub async fn denied(&self, account: AccountId, addresses: &[Email]) -> Result<Denied, Problem> {
        if addresses.is_empty() {
            return Ok(Denied::default());
        }
        let marker = self.marker(account)?;
        let marks: Vec<Mark> = addresses.iter().flat_map(|address| marker.marks(address)).collect();
        let found = self.store().denied(account, &marks, self.now()).await?;
        Ok(Denied::of(&marker, addresses.iter(), &found))
    }

    /// As [`App::denied`] for the many addresses of a file, which need no look-up while nothing is denied at all.
    pub async fn denied_of_many(&self, account: AccountId, addresses: &[Email]) -> Result<Denied, Problem> {
        if self.store().denies_anything(account).await? {
            self.denied(account, addresses).await
        } else {
            Ok(Denied::default())
        }
    }

    /// Tells that somebody was kept out, so that it is counted.
    pub async fn tell_hits(&self, account: AccountId, actor: Actor, denied: &Denied) -> Result<(), Problem> {
        for event in denied.hits().events(&mut self.moment(), account, actor) {
            self.store().tell(event).await?;
        }
        Ok(())
    }
}
