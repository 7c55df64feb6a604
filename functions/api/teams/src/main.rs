//! The functions of `teams`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(teams::routes())
}
