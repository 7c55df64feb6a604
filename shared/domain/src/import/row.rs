//! A row of the preview, what it says of a customer, and the customer it becomes.

use serde::{Deserialize, Serialize};

use super::{Confirmation, Mode, Target, Verdict};
use crate::{
    FieldError, ImportId, Problem,
    account::Account,
    company::Company,
    csv_file::{Column, Header},
    customer::{Access, Customer, CustomerInput, Named, PortalAccess, ServiceAccess},
    denylist::Denied,
    service::{Service, Status},
    text::{Check, MAX_TEXT},
};

/// A row with its verdict, as the preview keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// 1 for the first row below the header; blank lines are not counted.
    pub row: u64,
    /// The line of the file on which it begins; the header is on line 1.
    pub line: u64,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What is wrong with it, or why it is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The earlier row with the same address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<u64>,
    /// The customer that it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Box<Target>>,
    /// Why undoing has left its customer as they are: a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
    /// It was about somebody who has been erased: its cells are empty, and nothing more may come of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
    /// The cells as they are in the file, in the file's order.
    pub cells: Vec<String>,
}

impl Row {
    /// A row that nothing is known against.
    #[must_use]
    pub fn new(row: u64, line: u64, cells: Vec<String>) -> Self {
        let (errors, same_as, target, kept) = (vec![], None, None, None);
        Self { row, line, verdict: Verdict::Create, errors, same_as, target, kept, erased: false, cells }
    }

    /// Takes out all that it says of its customer (ERA-1).
    pub fn erase(&mut self) {
        self.cells.iter_mut().for_each(String::clear);
        if let Some(target) = &mut self.target {
            target.changes.clear();
            target.before.clear();
        }
        self.erased = true;
    }

    /// Rows as a chunk's file keeps them: one JSON object a line.
    #[must_use]
    pub fn write_all(rows: &[Self]) -> Vec<u8> {
        let mut lines = vec![];
        for row in rows {
            // Writing to memory can't fail, and a row has nothing that JSON lacks.
            let _ = serde_json::to_writer(&mut lines, row);
            lines.push(b'\n');
        }
        lines
    }

    /// Reads a chunk's file.
    pub fn read_all(lines: &[u8]) -> Result<Vec<Self>, Problem> {
        let rows = serde_json::Deserializer::from_slice(lines).into_iter();
        rows.collect::<Result<_, _>>()
            .map_err(|error| Problem::Bug(format!("a chunk that can't be read: {error}")))
    }
}

/// Which file a row belongs to, and under which account it is judged.
pub struct RowFile<'a> {
    /// The account.
    pub account: &'a Account,
    /// The file's header.
    pub header: &'a Header,
    /// What becomes of rows whose address a customer has.
    pub mode: Mode,
}

/// What a row says of a customer, and the name of their company; or what is wrong with it.
pub fn draft(header: &Header, cells: &[String]) -> Result<(CustomerInput, String), Vec<FieldError>> {
    let cell =
        |column| header.columns.get(&column).and_then(|at| cells.get(*at)).cloned().unwrap_or_default();
    let mut check = Check::default();
    let company = check.text("company", &cell(Column::Company), MAX_TEXT);
    let errors = check.into_errors();
    if !errors.is_empty() {
        return Err(errors);
    }
    let aliases = cell(Column::EmailAliases);
    let input = CustomerInput {
        first_name: cell(Column::FirstName),
        last_name: cell(Column::LastName),
        email: cell(Column::Email),
        email_aliases: aliases
            .split(',')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        job_title: cell(Column::JobTitle),
        department: cell(Column::Department),
        office_phone: cell(Column::OfficePhone),
        mobile_phone: cell(Column::MobilePhone),
        other_phone: cell(Column::OtherPhone),
        fax: cell(Column::Fax),
        address: cell(Column::Address),
        notes: cell(Column::Notes),
        ..CustomerInput::default()
    };
    Ok((input, company))
}

/// The customer that a row of an import becomes: the same one however often it is asked for. `services` are all
/// services of the account; the customer gets those of their company, and those confirmed that are open to them (IMP-5).
pub fn customer_of(
    (account, import_id): (&Account, ImportId),
    confirmation: &Confirmation,
    row: u64,
    input: CustomerInput,
    (company, services): (Option<&Company>, &[Service]),
) -> Result<Customer, Problem> {
    let id = confirmation.customer_id(import_id, row);
    let company_id = company.map(|company| company.id);
    let given: Vec<ServiceAccess> = services
        .iter()
        .filter(|service| service.status == Status::Active && service.is_open_to(company_id))
        .filter(|service| !service.company_ids.is_empty() || confirmation.service_ids.contains(&service.id))
        .map(|service| ServiceAccess { service_id: service.id, access: Access::PortalAccess })
        .collect();
    let portal_access = if given.is_empty() { PortalAccess::None } else { PortalAccess::Standard };
    let input = CustomerInput { company_id, services: given, portal_access, ..input };
    let named = Named { company: company.cloned(), services: services.to_vec(), denied: Denied::default() };
    let customer = input.check(id, account, confirmation.at, &named, None)?;
    let customer = Customer { import_id: Some(import_id), import_row: Some(row), ..customer };
    // Only those who may come in are invited (CUS-4).
    let invited = confirmation.send_activation && customer.may_sign_in();
    Ok(if invited { customer.invited(confirmation.at) } else { customer })
}
