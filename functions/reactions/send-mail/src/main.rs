//! The function `send-mail`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(send_mail::handle)
}
