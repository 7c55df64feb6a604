//! The functions of `queries`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(queries::routes())
}
