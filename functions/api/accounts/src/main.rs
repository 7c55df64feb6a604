//! The functions of `accounts`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(accounts::routes())
}
