//! `make run`: starts the whole thing on this machine, fills it with a demo, and says where it is.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::Parser;
use deskhand::{Keys, PASSWORD, fill, make_function, seed_app};
use local::{Data, Local, Options, Running};
use runtime::Clock;

/// The local table takes JSON apart into very many small pieces on its thread, and others drop them: with the system's
/// allocator that costs more than a quarter of all its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Deskhand on one machine.
#[derive(Parser)]
struct Arguments {
    /// The template.
    #[arg(long, default_value = "infra/template.yaml")]
    template: PathBuf,
    /// The folder that keeps the data.
    #[arg(long, default_value = ".local")]
    data: PathBuf,
    /// The port of the web app and the API; 0: any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The port of the AWS endpoint; 0: any free one.
    #[arg(long, default_value_t = 0)]
    endpoint_port: u16,
    /// The folder of the built web app.
    #[arg(long, default_value = "web/dist")]
    web: PathBuf,
    /// Leaves the deployment empty.
    #[arg(long)]
    empty: bool,
    /// Makes the keys and nothing else.
    #[arg(long)]
    only_keys: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_writer(std::io::stderr).init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "Deskhand could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let keys = Keys::in_folder(&arguments.data, &mut Clock::system().moment())?;
    if arguments.only_keys {
        return Ok(());
    }
    let empty = arguments.empty;
    let running = Local::start(options(arguments, &keys)).await?;
    if !empty {
        fill(&seed_app(&running)?).await?;
    }
    greet(&running, empty)?;
    until_told_to_stop().await;
    running.stop().await;
    Ok(())
}

fn options(arguments: Arguments, keys: &Keys) -> Options {
    // With any free port nobody knows the address yet, so browsers from anywhere may ask the bucket.
    let address =
        if arguments.port == 0 { "*".to_owned() } else { format!("http://localhost:{}", arguments.port) };
    let parameters = [
        ("AppUrl", address.as_str()),
        ("Sender", "desk@demo.example"),
        ("MessageOrigin", "+4930000000"),
        ("OpenAccounts", "true"),
    ];
    Options {
        data: Data::Folder(arguments.data),
        api_port: arguments.port,
        endpoint_port: arguments.endpoint_port,
        parameters: parameters.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        secrets: keys.secrets(),
        web: Some(arguments.web).filter(|folder| folder.is_dir()),
        ..Options::new(arguments.template, make_function())
    }
}

fn greet(running: &Running, empty: bool) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    // The name that links in mails and the bucket's CORS rule say.
    let url = running.api_url.replace("127.0.0.1", "localhost");
    writeln!(
        out,
        "\nDeskhand is running.\n\n  Web app    {url}\n  Mail       {url}/_local/mail\n  Events     {url}/_local/events"
    )?;
    writeln!(out, "  AWS        {}   (region eu-central-1, key id and secret: local)", running.endpoint_url)?;
    if !empty {
        writeln!(out, "\n  Manager         manager@demo.example          {PASSWORD}")?;
        writeln!(out, "  Team manager    teammanager@demo.example      {PASSWORD}")?;
        writeln!(out, "  Representative  representative@demo.example   {PASSWORD}")?;
    }
    writeln!(out, "\nCtrl-C stops it; the data stays.")
}

/// Waits for Ctrl-C, or for the `SIGTERM` that `kill` sends.
async fn until_told_to_stop() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
