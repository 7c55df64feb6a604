//! The function `watchdog`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(watchdog::handle)
}
