//! The functions of `portal`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(portal::routes())
}
