//! write-import.
fn main() {}
