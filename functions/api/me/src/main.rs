//! The functions of `me`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(me::routes())
}
