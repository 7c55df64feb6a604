//! What a program says with the file that it drops: the object's metadata (IMP-1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FileFault, Mode};
use crate::{
    ServiceId,
    service::{Service, Status},
    text::fold,
};

/// What a program that drops a file has confirmed beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The services that every new customer gets.
    pub service_ids: Vec<ServiceId>,
    /// Whether the new customers are mailed an activation link.
    pub send_activation: bool,
}

/// What the metadata says: how rows of existing customers are treated, and the confirmation, if there is one. Other
/// metadata is other people's. A value that can't be meant refuses the whole file, before anything is read: a program's
/// author wants to know, and nobody wants customers with half of what was asked for.
pub fn order(
    metadata: &BTreeMap<String, String>,
    services: &[Service],
) -> Result<(Mode, Option<Order>), FileFault> {
    let mut wrong = vec![];
    let confirmed = flag(metadata, "confirm", &mut wrong);
    let send_activation = flag(metadata, "activation", &mut wrong);
    let mode = match value(metadata, "mode") {
        None | Some("create") => Mode::Create,
        Some("update") => Mode::Update,
        Some(other) => {
            wrong.push(format!("mode={other}"));
            Mode::Create
        }
    };
    let mut service_ids = vec![];
    for name in named_services(metadata) {
        match services.iter().find(|service| is_meant(service, name)) {
            Some(service) => service_ids.push(service.id),
            None => wrong.push(format!("services={name}")),
        }
    }
    if !wrong.is_empty() {
        return Err(FileFault::new("metadata").with("found", wrong.join(", ")));
    }
    Ok((mode, confirmed.then_some(Order { service_ids, send_activation })))
}

/// The services that the metadata names, by name or id; names with a comma can only be given by id.
pub fn named_services(metadata: &BTreeMap<String, String>) -> impl Iterator<Item = &str> {
    let names = value(metadata, "services").unwrap_or_default().split(',');
    names.map(str::trim).filter(|name| !name.is_empty())
}

fn is_meant(service: &Service, name: &str) -> bool {
    let named = service.id.to_string() == name || fold(&service.name) == fold(name);
    named && service.status == Status::Active
}

fn value<'a>(metadata: &'a BTreeMap<String, String>, name: &str) -> Option<&'a str> {
    metadata.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
}

fn flag(metadata: &BTreeMap<String, String>, name: &str, wrong: &mut Vec<String>) -> bool {
    match value(metadata, name) {
        None | Some("false") => false,
        Some("true") => true,
        Some(other) => {
            wrong.push(format!("{name}={other}"));
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Result<(Mode, Option<Order>), FileFault> {
        let metadata = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        order(&metadata.collect(), &[])
    }

    /// IMP-1.
    #[test]
    fn without_confirm_the_file_waits_for_a_person() {
        assert_eq!(said(&[]), Ok((Mode::Create, None)));
        assert_eq!(said(&[("confirm", "false"), ("mtime", "1795294917")]), Ok((Mode::Create, None)));
        let confirmed = Order { send_activation: true, ..Order::default() };
        assert_eq!(
            said(&[("confirm", " true "), ("activation", "true"), ("mode", "update"), ("services", " , ")]),
            Ok((Mode::Update, Some(confirmed)))
        );
    }

    /// IMP-1. Every wrong value is named at once.
    #[test]
    fn what_cant_be_meant_refuses_the_file() {
        let wrong = [("confirm", "yes"), ("activation", "1"), ("mode", "merge"), ("services", "Desk, Lab")];
        let fault = said(&wrong).unwrap_err();
        assert_eq!(fault.code, "metadata");
        assert_eq!(
            fault.parameters["found"],
            "confirm=yes, activation=1, mode=merge, services=Desk, services=Lab"
        );
    }
}
