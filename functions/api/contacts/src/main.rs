//! The functions of `contacts`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(contacts::routes())
}
