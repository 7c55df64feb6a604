//! The functions of `devices`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(devices::routes())
}
