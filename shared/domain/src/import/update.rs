//! Rows that change a customer there is already (mode `update`).

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Mark, Row, Sighting, Verdict, draft, judge::by_column};
use crate::{
    Actor, Changed, CustomerId, FieldError, ImportId, Moment, Problem, Timestamp,
    account::Account,
    change::difference,
    company::Company,
    csv_file::{Column, Header},
    customer::{Customer, CustomerInput, Named},
    service::Service,
    text::Email,
};

/// What becomes of rows whose address a customer has already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ImportMode)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// They are left out.
    #[default]
    Create,
    /// Their cells that are not empty change that customer.
    Update,
}

/// One value that a row changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = RowChange)]
pub struct Change {
    /// The column.
    pub field: String,
    /// What it is for the customer now.
    pub before: String,
    /// What the row makes of it.
    pub after: String,
}

/// The customer that a row changes, as they were when the preview was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Who.
    pub customer_id: CustomerId,
    /// When they had last been changed; the row is only written over them as they were then.
    pub updated_at: Timestamp,
    /// What the row changes, column by column.
    pub changes: Vec<Change>,
    /// The fields that the row changes, as they were: what undoing puts back.
    pub before: Map<String, Value>,
}

/// A file's rows, and what the account knows that they are compared with.
pub struct Compared<'a> {
    /// The account.
    pub account: &'a Account,
    /// The file's header.
    pub header: &'a Header,
    /// All services of the account.
    pub services: &'a [Service],
}

impl Compared<'_> {
    /// The customer as the row's non-empty cells make them, or every wrong field by its column. The companies are the one
    /// that they work for and the one that the row names, if it names one. The address by which the row found the customer
    /// stays theirs, as e-mail or alias.
    pub fn changed(
        &self,
        moment: &mut Moment,
        customer: &Customer,
        cells: &[String],
        (works_for, company): (Option<&Company>, Option<&Company>),
    ) -> Result<Customer, Vec<FieldError>> {
        let (row, _) = draft(self.header, cells)?;
        let mut input = overlaid(customer, row);
        input.company_id = company.map(|company| company.id).or(input.company_id);
        let named = Named {
            company: company.or(works_for).cloned(),
            services: self.services.to_vec(),
            ..Named::default()
        };
        match customer.clone().update(moment, self.account, Actor::System, &input, &named) {
            Ok(Changed { now, .. }) => Ok(now),
            Err(Problem::Invalid(errors)) => Err(errors.into_iter().map(by_column).collect()),
            Err(_) => Err(vec![FieldError::new("email", "email")]),
        }
    }

    /// The verdict of a row whose e-mail address is the customer's; the companies as in [`Compared::changed`].
    pub fn settle(
        &self,
        moment: &mut Moment,
        Sighting { row, .. }: Sighting,
        customer: &Customer,
        (works_for, company): (Option<&Company>, Option<&Company>),
    ) -> Row {
        let now = match self.changed(moment, customer, &row.cells, (works_for, company)) {
            Ok(now) => now,
            Err(errors) => return Row { verdict: Verdict::Invalid, errors, ..row },
        };
        if now == *customer {
            let errors = vec![FieldError::new("email", "unchanged")];
            return Row { verdict: Verdict::Exists, errors, ..row };
        }
        let (before, _) = difference(Some(&customer.input()), Some(&now.input()));
        let changes = changes((customer, works_for), (&now, company.or(works_for)));
        let target = Target { customer_id: customer.id, updated_at: customer.updated_at, changes, before };
        Row { verdict: Verdict::Update, target: Some(Box::new(target)), ..row }
    }
}

impl Customer {
    /// The same, marked as changed by a row of an import.
    #[must_use]
    pub fn marked(self, import_id: ImportId, row: u64) -> Self {
        Self { mark: Some(Mark { import_id, row, undone: false }), ..self }
    }

    /// Puts back what a row has changed, as long as the rules allow it. `named` are their company before, or the one that
    /// it has become part of, and all services.
    pub fn restored(
        &self,
        moment: &mut Moment,
        account: &Account,
        target: &Target,
        named: &Named,
    ) -> Result<Self, Problem> {
        let earlier = self.earlier(target)?;
        let company_id = named.company.as_ref().map(|company| company.id).or(earlier.company_id);
        let input = CustomerInput { company_id, ..earlier };
        let Changed { now, .. } = self.clone().update(moment, account, Actor::System, &input, named)?;
        Ok(Self { mark: self.mark.map(|mark| Mark { undone: true, ..mark }), ..now })
    }

    /// What was said of them before a row changed them.
    pub fn earlier(&self, target: &Target) -> Result<CustomerInput, Problem> {
        let unreadable =
            |error: serde_json::Error| Problem::Bug(format!("a row that can't be undone: {error}"));
        let mut input = serde_json::to_value(self.input()).map_err(unreadable)?;
        if let Some(fields) = input.as_object_mut() {
            fields.extend(target.before.clone());
        }
        serde_json::from_value(input).map_err(unreadable)
    }
}

/// What is said of the customer, with the row's non-empty cells laid over it.
fn overlaid(customer: &Customer, row: CustomerInput) -> CustomerInput {
    let before = customer.input();
    let or = |cell: String, before: String| if cell.trim().is_empty() { before } else { cell };
    let mut email_aliases =
        if row.email_aliases.is_empty() { before.email_aliases } else { row.email_aliases };
    let key = |address: &str| Email::parse(address).map(|email| email.key());
    let found_by = key(&row.email);
    if found_by != key(&before.email) && email_aliases.iter().all(|alias| key(alias) != found_by) {
        email_aliases.push(row.email);
    }
    CustomerInput {
        first_name: or(row.first_name, before.first_name),
        last_name: or(row.last_name, before.last_name),
        email_aliases,
        job_title: or(row.job_title, before.job_title),
        department: or(row.department, before.department),
        office_phone: or(row.office_phone, before.office_phone),
        mobile_phone: or(row.mobile_phone, before.mobile_phone),
        other_phone: or(row.other_phone, before.other_phone),
        fax: or(row.fax, before.fax),
        address: or(row.address, before.address),
        notes: or(row.notes, before.notes),
        ..before
    }
}

/// Every column in which the two differ.
fn changes(
    (before, from): (&Customer, Option<&Company>),
    (after, to): (&Customer, Option<&Company>),
) -> Vec<Change> {
    let name = |company: Option<&Company>| company.map(|company| company.name.clone()).unwrap_or_default();
    let change = |column: Column| {
        let (before, after) = if column == Column::Company {
            (name(from), name(to))
        } else {
            (text(before, column), text(after, column))
        };
        (before != after).then(|| Change { field: column.name().to_owned(), before, after })
    };
    Column::ALL.into_iter().filter_map(change).collect()
}

/// What a customer has in a column, but for the company's name.
fn text(customer: &Customer, column: Column) -> String {
    match column {
        Column::FirstName => customer.first_name.clone(),
        Column::LastName => customer.last_name.clone(),
        Column::Email => customer.email.to_string(),
        Column::EmailAliases => {
            customer.email_aliases.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Column::Company => String::new(),
        Column::JobTitle => customer.job_title.clone(),
        Column::Department => customer.department.clone(),
        Column::OfficePhone => customer.office_phone.clone(),
        Column::MobilePhone => customer.mobile_phone.clone(),
        Column::OtherPhone => customer.other_phone.clone(),
        Column::Fax => customer.fax.clone(),
        Column::Address => customer.address.clone(),
        Column::Notes => customer.notes.clone(),
    }
}
