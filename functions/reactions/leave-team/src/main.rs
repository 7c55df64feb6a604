//! The function `leave-team`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(leave_team::handle)
}
