//! CSV files for tests, with the counts that an import must find.

/// A file of customers.
#[derive(Debug, Clone, Default)]
pub struct Table {
    lines: String,
    rows: u64,
}

impl Table {
    /// A file with this header.
    #[must_use]
    pub fn new(header: &str) -> Self {
        Self { lines: format!("{header}\n"), rows: 0 }
    }

    /// One more row, as it is.
    #[must_use]
    pub fn row(mut self, row: &str) -> Self {
        self.lines.push_str(row);
        self.lines.push('\n');
        self.rows += 1;
        self
    }

    /// Many customers of some companies: `prefix0@example.org`, `prefix1@example.org`, …
    #[must_use]
    pub fn people(prefix: &str, count: usize) -> Self {
        (0..count).fold(Self::new("first_name,last_name,email,company,notes"), |table, number| {
            table.row(&format!(
                "Pat,Person {number},{prefix}{number}@example.org,Company {},\"note, {number}\"",
                number % 37
            ))
        })
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }
}

impl From<Table> for Vec<u8> {
    fn from(table: Table) -> Self {
        table.lines.into_bytes()
    }
}
