//! The functions of `audit`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(audit::routes())
}
