//! The functions of `organisation`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(organisation::routes())
}
