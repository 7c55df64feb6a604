//! The functions of `imports`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(imports::routes())
}
