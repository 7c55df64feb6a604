//! Customers in the portal: what they see there and change of themselves (CUS-2).

use serde::{Deserialize, Serialize};

use super::{Access, Customer, EmailFormat, PortalAccess};
use crate::{
    Actor, Changed, Event, Locale, Moment, Problem,
    service::{Service, Status},
    text::Check,
};

/// What customers change of themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// Language.
    pub locale: Locale,
    /// Time zone (IANA).
    pub time_zone: String,
    /// How mail to them is formatted.
    pub email_format: EmailFormat,
}

impl Customer {
    /// The words that a password of theirs must not contain (PPL-6).
    #[must_use]
    pub fn personal_words(&self) -> Vec<&str> {
        let names = [self.first_name.as_str(), &self.last_name];
        self.addresses().map(crate::text::Email::as_str).chain(names).collect()
    }

    /// The services for which they may have incidents in the portal, of all that there are (CUS-2, CUS-3).
    #[must_use]
    pub fn portal_services(&self, all: Vec<Service>) -> Vec<Service> {
        let given = |service: &Service| {
            self.services
                .iter()
                .any(|given| given.service_id == service.id && given.access == Access::PortalAccess)
        };
        let seen = |service: &Service| match self.portal_access {
            PortalAccess::None => false,
            PortalAccess::Standard => given(service),
            PortalAccess::Company | PortalAccess::CompanyAdmin => {
                given(service) || (service.status == Status::Active && service.is_open_to(self.company_id))
            }
        };
        all.into_iter().filter(seen).collect()
    }

    /// What they may change of themselves, as it is.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        let (locale, email_format) = (self.locale, self.email_format);
        Preferences { locale, time_zone: self.time_zone.clone(), email_format }
    }

    /// Their own change of themselves.
    pub fn prefer(self, moment: &mut Moment, wanted: &Preferences) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let time_zone = check.time_zone("time_zone", &wanted.time_zone);
        let time_zone = check.finish(time_zone)?;
        let Preferences { locale, email_format, .. } = *wanted;
        let now = Self { email_format, time_zone, locale, ..self.clone() };
        if now == self {
            return Ok(Changed { now, events: vec![] });
        }
        let now = Self { updated_at: moment.now, ..now };
        let event = Event::new(moment, now.account_id, Actor::Customer(now.id), "customer.changed", now.id)
            .between(Some(&self), Some(&now));
        Ok(Changed { now, events: vec![event] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        CompanyId, ServiceId,
        company::Company,
        customer::{ActivationState, CustomerInput, Named, ServiceAccess},
        moment::testing::moment,
        service::ServiceInput,
        user::testing::account,
    };

    fn service(seconds: i64, company_ids: Vec<CompanyId>) -> Service {
        let input = ServiceInput { name: format!("S{seconds}"), company_ids, ..ServiceInput::default() };
        Service::create(&mut moment(seconds), account().id, Actor::System, &input).unwrap().now
    }

    fn customer(
        access: PortalAccess,
        company: &Company,
        services: &[Service],
        given: &[ServiceId],
    ) -> Customer {
        let services_given =
            given.iter().map(|id| ServiceAccess { service_id: *id, access: Access::PortalAccess });
        let input = CustomerInput {
            last_name: "L".into(),
            email: "a@example.org".into(),
            portal_access: access,
            company_id: Some(company.id),
            services: services_given.collect(),
            ..CustomerInput::default()
        };
        let named = Named { company: Some(company.clone()), services: services.to_vec(), ..Named::default() };
        Customer::create(&mut moment(9), &account(), Actor::System, &input, &named).unwrap().now
    }

    fn company() -> Company {
        let input = crate::company::CompanyInput { name: "Engines".into() };
        Company::create(&mut moment(5), account().id, Actor::System, &input).unwrap().now
    }

    /// CUS-2.
    #[test]
    fn standard_access_sees_the_services_given_and_company_access_those_of_the_company() {
        let company = company();
        let other = CompanyId::new(&mut moment(77));
        let all = [service(1, vec![]), service(2, vec![company.id]), service(3, vec![other])];
        let seen = |access, given: &[ServiceId]| {
            let mine = customer(access, &company, &all, given).portal_services(all.to_vec());
            mine.iter().map(|service| service.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(seen(PortalAccess::Standard, &[all[0].id]), ["S1"]);
        assert_eq!(seen(PortalAccess::Company, &[]), ["S1", "S2"]);
        assert!(seen(PortalAccess::None, &[all[0].id]).is_empty());
    }

    /// CUS-4. A minute between two mails, and none to whom it is of no use.
    #[test]
    fn an_activation_mail_is_sent_again_after_a_minute_and_only_to_those_who_need_it() {
        let anna = customer(PortalAccess::Company, &company(), &[], &[]);
        assert_eq!(anna.activation.state(), ActivationState::NotInvited);
        let (invited, mail) = anna.clone().invite(&mut moment(10), Actor::System).unwrap();
        let names: Vec<_> = invited.events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["customer.invited", "mail.queued"]);
        let anna = invited.now;
        assert_eq!((anna.activation.state(), mail.to), (ActivationState::Invited, anna.id.into()));
        assert!(anna.is_untouched());
        let again = |seconds| anna.clone().invite(&mut moment(seconds), Actor::System).err();
        assert_eq!(again(11), Some(Problem::Limited { seconds: 59 }));
        assert_eq!(again(70), None);
        let active = anna.clone().activated(moment(80).now).activated(moment(90).now);
        assert_eq!(active.activation.active_since, Some(moment(80).now));
        let activated = active.invite(&mut moment(99), Actor::System).err();
        assert_eq!(activated, Some(Problem::conflict("already_activated")));
        let without = Customer { portal_access: PortalAccess::None, ..anna };
        let refused = without.invite(&mut moment(99), Actor::System).err();
        assert_eq!(refused, Some(Problem::conflict("no_portal_access")));
    }

    /// CUS-4. What managers say of somebody has no word on their activation.
    #[test]
    fn a_change_of_a_customer_keeps_their_activation() {
        let company = company();
        let anna = customer(PortalAccess::Company, &company, &[], &[]).invited(moment(10).now);
        let input = CustomerInput { job_title: "Countess".into(), ..anna.input() };
        let named = Named { company: Some(company), ..Named::default() };
        let changed =
            anna.clone().update(&mut moment(20), &account(), Actor::System, &input, &named).unwrap();
        assert_eq!(changed.now.activation, anna.activation);
        assert!(!changed.now.is_untouched());
    }

    #[test]
    fn customers_change_their_preferences_and_a_time_zone_must_be_one() {
        let anna = customer(PortalAccess::Company, &company(), &[], &[]);
        let same = anna.preferences();
        assert!(anna.clone().prefer(&mut moment(20), &same).unwrap().events.is_empty());
        let plain = Preferences { email_format: EmailFormat::Plain, ..same.clone() };
        let changed = anna.clone().prefer(&mut moment(20), &plain).unwrap();
        assert_eq!(changed.events[0].actor, Actor::Customer(anna.id));
        let wrong = Preferences { time_zone: "Mars/Base".into(), ..same };
        assert_eq!(anna.prefer(&mut moment(20), &wrong), Err(Problem::field("time_zone", "time_zone")));
    }
}
