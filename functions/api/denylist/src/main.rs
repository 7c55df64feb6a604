//! The functions of `denylist`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(denylist::routes())
}
