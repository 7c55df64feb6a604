//! imports.
fn main() {}
