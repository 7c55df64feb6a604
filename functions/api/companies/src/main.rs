//! The functions of `companies`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(companies::routes())
}
