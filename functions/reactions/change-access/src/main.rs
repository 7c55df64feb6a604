//! The function `change-access`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(change_access::handle)
}
