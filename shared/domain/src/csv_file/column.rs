//! The columns that an import understands.

use serde::{Deserialize, Serialize};

/// A column that an import understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The customer's first name.
    FirstName,
    /// The customer's last name.
    LastName,
    /// The customer's e-mail address; the one column that a file must have.
    Email,
    /// More e-mail addresses of the customer, with commas between them.
    EmailAliases,
    /// The name of the customer's company.
    Company,
    /// What the customer does there.
    JobTitle,
    /// The customer's department.
    Department,
    /// A phone number.
    OfficePhone,
    /// A phone number.
    MobilePhone,
    /// A phone number.
    OtherPhone,
    /// A fax number.
    Fax,
    /// The customer's postal address.
    Address,
    /// Anything else.
    Notes,
}

impl Column {
    /// All of them, in the order of the sample file.
    pub const ALL: [Self; 13] = [
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::EmailAliases,
        Self::Company,
        Self::JobTitle,
        Self::Department,
        Self::OfficePhone,
        Self::MobilePhone,
        Self::OtherPhone,
        Self::Fax,
        Self::Address,
        Self::Notes,
    ];

    /// The column's name as documented.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::EmailAliases => "email_aliases",
            Self::Company => "company",
            Self::JobTitle => "job_title",
            Self::Department => "department",
            Self::OfficePhone => "office_phone",
            Self::MobilePhone => "mobile_phone",
            Self::OtherPhone => "other_phone",
            Self::Fax => "fax",
            Self::Address => "address",
            Self::Notes => "notes",
        }
    }

    /// The column that a header's cell names, if any: case, spaces, hyphens and underscores don't matter.
    ///
    /// ```
    /// use domain::csv_file::Column;
    /// assert_eq!(Column::named(" First-Name"), Some(Column::FirstName));
    /// assert_eq!(Column::named("E-Mail"), Some(Column::Email));
    /// assert_eq!(Column::named("shoe size"), None);
    /// ```
    #[must_use]
    pub fn named(cell: &str) -> Option<Self> {
        let wanted = folded(cell);
        Self::ALL.into_iter().find(|column| folded(column.name()) == wanted)
    }
}

/// A byte order mark in the middle is what joining two files leaves behind, and nobody sees it.
fn folded(name: &str) -> String {
    let heard = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '_' | '\u{feff}');
    name.chars().filter(heard).flat_map(char::to_lowercase).collect()
}
