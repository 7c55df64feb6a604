//! The function `watch-devices`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(watch_devices::handle)
}
