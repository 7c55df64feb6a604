//! The function `publish-events`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(publish_events::handle)
}
