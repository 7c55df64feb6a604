//! Pictures, and giving them to customers and accounts.

use serde_json::json;

use crate::{Person, Reply};

/// A PNG of so many pixels in width and height; another size is another picture.
#[must_use]
pub fn picture(size: u32) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(size, size, |x, y| image::Rgb([(x * 3) as u8, (y * 3) as u8, 90]));
    let mut png = std::io::Cursor::new(vec![]);
    pixels.write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

impl Person {
    /// Asks for an avatar's upload.
    pub async fn request_avatar(&self, customer: &str, size: usize) -> Reply {
        self.post(&format!("/v1/customers/{customer}/avatar"), &json!({ "size": size })).await
    }

    /// Uploads a picture for a customer; gives the status of the upload.
    pub async fn give_avatar(&self, customer: &str, bytes: impl Into<Vec<u8>>) -> u16 {
        let bytes = bytes.into();
        let asked = self.request_avatar(customer, bytes.len()).await;
        assert_eq!(asked.status, 202, "{asked:?}");
        self.upload(&asked.json["upload"], bytes).await.status
    }

    /// Uploads a picture for the account's logo; gives the status of the upload.
    pub async fn give_logo(&self, bytes: impl Into<Vec<u8>>) -> u16 {
        let bytes = bytes.into();
        let asked = self.post("/v1/settings/logo", &json!({ "size": bytes.len() })).await;
        assert_eq!(asked.status, 202, "{asked:?}");
        self.upload(&asked.json["upload"], bytes).await.status
    }
}
