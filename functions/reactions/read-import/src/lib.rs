//! read-import.
