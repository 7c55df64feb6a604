//! sign-in.
fn main() {}
