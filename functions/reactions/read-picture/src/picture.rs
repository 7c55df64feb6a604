//! From somebody's bytes to pixels: nothing else of them is left, whatever they were.

use std::io::Cursor;

use domain::{
    avatar::{Crop, SIZES},
    logo,
    picture::{Fault, MAX_PIXELS},
};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, imageops::FilterType, metadata::Orientation,
};

/// What a picture may be, told by its content and never by its name.
const FORMATS: [ImageFormat; 4] = [ImageFormat::Gif, ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
/// The most memory that decoding may take, in bytes: 40 megapixels of four times 16 bits, and room to work.
const MEMORY: u64 = 512 * 1024 * 1024;
/// Large squares are first made so many times the wanted size by plain averages, which is fast and loses nothing.
const ROUGHLY: u32 = 4;

/// The avatar in each of [`SIZES`], as PNG without any metadata.
pub(crate) fn squares(bytes: &[u8], crop: Option<Crop>) -> Result<Vec<Vec<u8>>, Fault> {
    let square = cut(decode(bytes)?, crop)?;
    SIZES.into_iter().map(|size| encode(&square, size)).collect()
}

/// A logo as large as fits, never larger than it came, with its width and height.
pub(crate) fn fitting(bytes: &[u8]) -> Result<(Vec<u8>, (u32, u32)), Fault> {
    let picture = decode(bytes)?;
    let (width, height) = logo::SIZE;
    let (is_wide, is_high) = (picture.width() > width, picture.height() > height);
    let picture = match (is_wide, is_high) {
        (false, false) => picture,
        // First by plain averages, which is fast and loses nothing.
        _ if picture.width() > width * ROUGHLY && picture.height() > height * ROUGHLY => {
            picture.thumbnail(width * ROUGHLY, height * ROUGHLY).resize(width, height, FilterType::Lanczos3)
        }
        _ => picture.resize(width, height, FilterType::Lanczos3),
    };
    Ok((png(&picture)?, (picture.width(), picture.height())))
}

fn broken<E>(_: E) -> Fault {
    Fault::new("broken")
}

/// The picture as it is seen; the first one of a moving picture.
fn decode(bytes: &[u8]) -> Result<DynamicImage, Fault> {
    let format = image::guess_format(bytes).ok().filter(|format| FORMATS.contains(format));
    let format = format.ok_or_else(|| Fault::new("not_a_picture"))?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Fault::new("too_many_pixels").with("max", MAX_PIXELS / 1_000_000));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn cut(picture: DynamicImage, crop: Option<Crop>) -> Result<DynamicImage, Fault> {
    let (width, height) = (picture.width(), picture.height());
    let size = width.min(height);
    let Crop { x, y, size } = crop.unwrap_or(Crop { x: (width - size) / 2, y: (height - size) / 2, size });
    let inside = |from: u32, whole: u32| from.checked_add(size).is_some_and(|end| end <= whole);
    if size == 0 || !inside(x, width) || !inside(y, height) {
        return Err(Fault::new("crop_outside"));
    }
    Ok(picture.crop_imm(x, y, size, size))
}

fn encode(square: &DynamicImage, size: u32) -> Result<Vec<u8>, Fault> {
    let rough =
        (square.width() > size * ROUGHLY).then(|| square.thumbnail_exact(size * ROUGHLY, size * ROUGHLY));
    png(&rough.as_ref().unwrap_or(square).resize_exact(size, size, FilterType::Lanczos3))
}

/// A PNG without any metadata, with eight bits a colour.
fn png(picture: &DynamicImage) -> Result<Vec<u8>, Fault> {
    let plain = if picture.color().has_alpha() {
        DynamicImage::from(picture.to_rgba8())
    } else {
        DynamicImage::from(picture.to_rgb8())
    };
    let mut png = Cursor::new(vec![]);
    plain.write_to(&mut png, ImageFormat::Png).map_err(broken)?;
    Ok(png.into_inner())
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
