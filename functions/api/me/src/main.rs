//! me.
fn main() {}
