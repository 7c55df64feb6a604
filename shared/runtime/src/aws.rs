//! AWS clients that start fast: no lookups, ring for TLS, and Amazon's own roots (see docs/decisions).

use aws_credential_types::{Credentials, provider::SharedCredentialsProvider};
use aws_smithy_async::{
    rt::sleep::{SharedAsyncSleep, TokioSleep},
    time::{SharedTimeSource, SystemTimeSource},
};
use aws_smithy_http_client::{
    Builder,
    tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode},
};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};
use aws_types::{SdkConfig, region::Region};
use domain::Problem;
use std::time::Duration;

use crate::Config;

/// The roots of Amazon Trust Services, to which every AWS endpoint's certificate leads.
const ROOTS: &[u8] = include_bytes!("../certificates/amazon-roots.pem");

/// What every client is made from. Lambda's environment gives region and credentials, which live as long as it does.
pub(crate) fn sdk_config(config: &Config) -> Result<SdkConfig, Problem> {
    let credentials = Credentials::new(
        config.required("AWS_ACCESS_KEY_ID")?,
        config.required("AWS_SECRET_ACCESS_KEY")?,
        config.optional("AWS_SESSION_TOKEN").map(str::to_owned),
        None,
        "environment",
    );
    let trust =
        TlsContext::builder().with_trust_store(TrustStore::empty().with_pem_certificate(ROOTS)).build();
    let tls = trust.map_err(|error| Problem::Bug(error.to_string()))?;
    let http = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(tls).build_https();
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(3))
        .operation_attempt_timeout(Duration::from_secs(20))
        .build();
    let mut builder = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(config.required("AWS_REGION")?.to_owned()))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(SharedTimeSource::new(SystemTimeSource::new()))
        .retry_config(RetryConfig::standard())
        .timeout_config(timeouts)
        .http_client(http);
    if let Some(url) = config.optional("AWS_ENDPOINT_URL") {
        builder = builder.endpoint_url(url);
    }
    Ok(builder.build())
}
