//! Many customers at once: what imports write and take back. Their events are the chunk's, not each customer's.

use domain::{Moment, MovementId, Problem, customer::Customer, mail::Mail};

use crate::{
    Store,
    commit::Refusal,
    figures::movement_in,
    item::{Kept, owner},
    keys,
    leg::Leg,
};

/// What became of a customer that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// They are there, now or by an earlier attempt.
    Done,
    /// Somebody else has one of the addresses: that in this field.
    Taken(&'static str),
    /// Somebody has changed or removed them since they were read.
    Changed,
}

/// What became of a customer that was to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// They are gone.
    Removed,
    /// Somebody has changed them since they were read.
    Changed,
    /// They have set a password: they use the portal.
    Activated,
}

impl Store {
    /// Keeps new customers, each with a mail or none, in as few transactions as fit. Keeping them again finds them there.
    pub async fn create_customers(
        &self,
        moment: &mut Moment,
        customers: Vec<(Customer, Option<Mail>)>,
    ) -> Result<Vec<Written>, Problem> {
        let size = |(customer, mail): &(Customer, Option<Mail>)| {
            1 + customer.addresses().count() + usize::from(mail.is_some())
        };
        let legs = |(customer, mail): &(Customer, Option<Mail>)| {
            let mut legs = self.new_customer(customer)?;
            if let Some(mail) = mail {
                legs.push(self.put_mail(mail)?);
            }
            Ok(legs)
        };
        let work = MovementId::new(moment);
        let counted = |batch, kept: &[&(Customer, Option<Mail>)]| {
            self.moved(movement_in(work, batch), kept.iter().map(|(customer, _)| (None, Some(customer))))
        };
        let refused = self.commit_each(&customers, size, legs, counted).await?;
        Ok(customers
            .iter()
            .zip(&refused)
            .map(|((customer, _), refusals)| created(customer, refusals))
            .collect())
    }

    /// Keeps changed customers, each only over the version that was read.
    pub async fn update_customers(
        &self,
        moment: &mut Moment,
        customers: &[(Kept<Customer>, Customer)],
    ) -> Result<Vec<Written>, Problem> {
        let size = |(before, now): &(Kept<Customer>, Customer)| {
            1 + before.thing.addresses().count() + now.addresses().count()
        };
        let legs = |(before, now): &(Kept<Customer>, Customer)| {
            let mut legs = self.moved_addresses(&before.thing, now)?;
            legs.push(Leg::replace(self, now, before.version)?);
            Ok(legs)
        };
        let work = MovementId::new(moment);
        let counted = |batch, kept: &[&(Kept<Customer>, Customer)]| {
            let changes = kept.iter().map(|(before, now)| (Some(&before.thing), Some(now)));
            self.moved(movement_in(work, batch), changes)
        };
        let refused = self.commit_each(customers, size, legs, counted).await?;
        Ok(refused.iter().map(|refusals| updated(refusals)).collect())
    }

    /// Removes customers who are as they were read and have never set a password, with all that hangs on them.
    pub async fn remove_customers(
        &self,
        moment: &mut Moment,
        customers: &[Kept<Customer>],
    ) -> Result<Vec<Removal>, Problem> {
        let activated = Problem::conflict("conflict");
        let size = |before: &Kept<Customer>| 2 + before.thing.addresses().count();
        let legs = |before: &Kept<Customer>| {
            let password = keys::portal_password(before.thing.account_id, before.thing.id);
            self.removed_customer(before, Leg::vacant(self, password, activated.clone())?)
        };
        let work = MovementId::new(moment);
        let counted = |batch, kept: &[&Kept<Customer>]| {
            self.moved(movement_in(work, batch), kept.iter().map(|before| (Some(&before.thing), None)))
        };
        let refused = self.commit_each(customers, size, legs, counted).await?;
        let outcome = |refusals: &Vec<Refusal>| match refusals.first() {
            None => Removal::Removed,
            Some(_) if refusals.iter().any(|refusal| refusal.problem == activated) => Removal::Activated,
            Some(_) => Removal::Changed,
        };
        Ok(refused.iter().map(outcome).collect())
    }
}

/// What stands in the way of a new customer may be their own, from an earlier attempt.
fn created(customer: &Customer, refusals: &[Refusal]) -> Written {
    let is_own = |refusal: &Refusal| refusal.found.as_ref().and_then(owner) == Some(customer.id);
    let foreign = refusals.iter().filter(|refusal| !is_own(refusal));
    foreign.into_iter().find_map(taken).map_or(Written::Done, Written::Taken)
}

fn updated(refusals: &[Refusal]) -> Written {
    if refusals.iter().any(|refusal| refusal.problem == Problem::Stale) {
        return Written::Changed;
    }
    refusals.iter().find_map(taken).map_or(Written::Done, Written::Taken)
}

/// The field whose address somebody else has, if that is why.
fn taken(refusal: &Refusal) -> Option<&'static str> {
    let Problem::Invalid(errors) = &refusal.problem else { return None };
    errors.first().map(|error| if error.field == "email" { "email" } else { "email_aliases" })
}
