//! domain.

pub mod csv_file;
