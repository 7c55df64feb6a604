//! customers.
fn main() {}
