//! services.
fn main() {}
