//! The functions of `customers`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(customers::routes())
}
