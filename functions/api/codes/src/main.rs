//! The functions of `codes`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(codes::routes())
}
