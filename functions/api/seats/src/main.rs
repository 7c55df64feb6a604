//! The functions of `seats`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(seats::routes())
}
