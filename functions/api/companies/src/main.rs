//! companies.
fn main() {}
