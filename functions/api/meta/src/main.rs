//! meta.
fn main() {}
