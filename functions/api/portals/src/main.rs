//! The functions of `portals`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(portals::routes())
}
