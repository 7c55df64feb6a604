//! The functions of `exports`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(exports::routes())
}
