//! read-import.
fn main() {}
