//! What becomes of a contact's methods: added, changed, verified, tested, removed.

use crate::{
    Actor, Changed, Event, FieldError, MethodId, Moment, Problem,
    contact::{Contact, Destination, MAX_METHODS, Method, MethodInput},
    link::{Person, rested},
    mail::{self, Mail},
};

/// A changed contact, and what is sent for it.
pub type Sending = (Changed<Contact>, Option<Changed<Mail>>);

impl Contact {
    /// One of its methods.
    pub fn method(&self, id: MethodId) -> Result<&Method, Problem> {
        self.methods.iter().find(|method| method.id == id).ok_or(Problem::NotFound)
    }

    /// Adds a method, which stands last. An e-mail address is asked whether it is right.
    pub fn add_method(
        mut self,
        moment: &mut Moment,
        actor: Actor,
        input: &MethodInput,
    ) -> Result<Sending, Problem> {
        let method = Method::new(moment, input)?;
        if self.methods.len() >= MAX_METHODS {
            let error = FieldError::new("address", "too_many").with("max", MAX_METHODS);
            return Err(Problem::Invalid(vec![error]));
        }
        self.check_new(&method)?;
        let event = self.told_of(moment, actor, "contact_method.added", (None, Some(&method)));
        let mail = method.is_unverified().then(|| self.ask(moment, method.id));
        self.methods.push(method);
        Ok((Changed { now: self, events: vec![event] }, mail))
    }

    /// Changes a method. Another e-mail address is asked whether it is right.
    pub fn change_method(
        mut self,
        moment: &mut Moment,
        actor: Actor,
        (id, input): (MethodId, &MethodInput),
    ) -> Result<Sending, Problem> {
        let before = self.method(id)?.clone();
        let method = before.clone().take(input)?;
        if method == before {
            return Ok((Changed { now: self, events: vec![] }, None));
        }
        self.check_new(&method)?;
        let event = self.told_of(moment, actor, "contact_method.changed", (Some(&before), Some(&method)));
        let asks = method.is_unverified() && !method.reaches_as(&before);
        let mail = asks.then(|| self.ask(moment, id));
        self.put(method);
        Ok((Changed { now: self, events: vec![event] }, mail))
    }

    /// Removes a method.
    pub fn remove_method(
        mut self,
        moment: &mut Moment,
        actor: Actor,
        id: MethodId,
    ) -> Result<Changed<Self>, Problem> {
        let method = self.method(id)?.clone();
        let event = self.told_of(moment, actor, "contact_method.removed", (Some(&method), None));
        self.methods.retain(|method| method.id != id);
        Ok(Changed { now: self, events: vec![event] })
    }

    /// Asks an e-mail address once more whether it is right.
    pub fn ask_again(&self, moment: &mut Moment, id: MethodId) -> Result<Changed<Mail>, Problem> {
        if !self.method(id)?.is_unverified() {
            return Err(Problem::conflict("nothing_to_verify"));
        }
        Ok(self.ask(moment, id))
    }

    /// Whoever reads the address says that it is right.
    pub fn verify_method(mut self, moment: &mut Moment, id: MethodId) -> Result<Changed<Self>, Problem> {
        let before = self.method(id)?.clone();
        if !before.is_unverified() {
            return Err(Problem::LinkInvalid);
        }
        let method = Method { verified_at: Some(moment.now), ..before.clone() };
        let actor = Actor::Visitor;
        let event = self.told_of(moment, actor, "contact_method.verified", (Some(&before), Some(&method)));
        self.put(method);
        Ok(Changed { now: self, events: vec![event] })
    }

    /// Sends a test to a method, at most one a minute. An e-mail address must have been verified: that is its first test.
    pub fn test_method(
        mut self,
        moment: &mut Moment,
        actor: Actor,
        id: MethodId,
    ) -> Result<Sending, Problem> {
        let before = self.method(id)?.clone();
        if before.is_unverified() {
            return Err(Problem::conflict("not_verified"));
        }
        before.tested_at.map_or(Ok(()), |last| rested(last, moment.now))?;
        let method = Method { tested_at: Some(moment.now), ..before.clone() };
        let event = self.told_of(moment, actor, "contact_method.tested", (Some(&before), Some(&method)));
        let mail = Mail::queue(moment, self.account_id, self.destination(id), mail::Kind::Test);
        self.put(method);
        Ok((Changed { now: self, events: vec![event] }, Some(mail)))
    }

    /// Where a method is, for what is sent there.
    #[must_use]
    pub fn destination(&self, method: MethodId) -> Person {
        Person::Method(Destination { holder: self.id, method })
    }

    fn ask(&self, moment: &mut Moment, id: MethodId) -> Changed<Mail> {
        Mail::queue(moment, self.account_id, self.destination(id), mail::Kind::Verification)
    }

    fn put(&mut self, method: Method) {
        for place in self.methods.iter_mut().filter(|place| place.id == method.id) {
            *place = method.clone();
        }
    }

    /// Refuses a method that reaches where another one does.
    fn check_new(&self, method: &Method) -> Result<(), Problem> {
        let twice = self.methods.iter().any(|other| other.id != method.id && other.reaches_as(method));
        if twice { Err(Problem::field("address", "given_twice")) } else { Ok(()) }
    }

    /// An event of a method: what it is for, and not where it is (ERA-1).
    fn told_of(
        &self,
        moment: &mut Moment,
        actor: Actor,
        name: &str,
        (before, after): (Option<&Method>, Option<&Method>),
    ) -> Event {
        let event = Event::new(moment, self.account_id, actor, name, self.id).between(before, after);
        let event = event.showing(&["kind", "uses", "verified_at", "tested_at"]);
        match before.or(after) {
            Some(method) => event.with("method_id", method.id.to_string()),
            None => event,
        }
    }
}
