//! send-mail.
fn main() {}
