//! write-import.
