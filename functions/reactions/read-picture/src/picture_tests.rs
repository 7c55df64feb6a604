//! Pictures that are well, and those that somebody has made to do harm.

use image::{Delay, Frame, GenericImageView, Rgb, RgbImage, RgbaImage, codecs::gif::GifEncoder};

use super::*;

const RED: Rgb<u8> = Rgb([250, 10, 10]);
const BLUE: Rgb<u8> = Rgb([10, 10, 250]);

/// The left half red, the right half blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE }).into()
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn code(bytes: &[u8]) -> String {
    squares(bytes, None).map_or_else(|fault| fault.code, |_| String::new())
}

/// Whether the avatar is red here; asked of the large one.
fn red(squares: &[Vec<u8>], x: u32, y: u32) -> bool {
    let picture = image::load_from_memory_with_format(&squares[1], ImageFormat::Png).unwrap();
    assert_eq!(picture.dimensions(), (122, 122));
    picture.get_pixel(x, y).0[0] > 128
}

/// A JPEG whose EXIF says how the camera was held.
fn turned(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let jpeg = written(picture, ImageFormat::Jpeg);
    let mut exif =
        b"\xff\xe1\x00\x22Exif\0\0MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"
            .to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

/// A PNG that claims a size, with next to nothing in it.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = written(&halves(2, 2), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}

/// CUS-5.
#[test]
fn each_format_becomes_two_squares_of_its_middle() {
    for format in FORMATS {
        let squares = squares(&written(&halves(300, 200), format), None).unwrap();
        let small = image::load_from_memory_with_format(&squares[0], ImageFormat::Png).unwrap();
        assert_eq!((small.dimensions(), squares.len()), ((61, 61), 2));
        assert!(red(&squares, 5, 60) && !red(&squares, 116, 60), "{format:?}");
    }
    assert_eq!(code(&written(&halves(1, 1), ImageFormat::Png)), "", "even one pixel");
}

#[test]
fn a_part_that_was_chosen_is_taken_and_must_be_inside() {
    let png = written(&halves(300, 200), ImageFormat::Png);
    let all_red = squares(&png, Some(Crop { x: 0, y: 100, size: 100 })).unwrap();
    assert!(red(&all_red, 116, 60));
    for (x, y, size) in [(201, 0, 100), (0, 101, 100), (0, 0, 201), (u32::MAX, 0, 2), (0, 0, 0)] {
        let refused = squares(&png, Some(Crop { x, y, size })).unwrap_err();
        assert_eq!(refused.code, "crop_outside", "{x} {y} {size}");
    }
}

#[test]
fn a_picture_is_turned_as_its_camera_was_held_and_nothing_of_its_metadata_is_left() {
    let straight = squares(&turned(&halves(200, 200), 1), None).unwrap();
    assert!(red(&straight, 5, 60) && !red(&straight, 116, 60));
    let quarter = squares(&turned(&halves(200, 200), 6), None).unwrap();
    assert!(red(&quarter, 60, 5) && !red(&quarter, 60, 116), "left has become top");
    for square in straight.iter().chain(&quarter) {
        assert!(!square.windows(4).any(|four| four == b"Exif" || four == b"eXIf"));
    }
}

#[test]
fn what_sees_through_stays_so() {
    let glass = DynamicImage::from(RgbaImage::from_pixel(80, 80, image::Rgba([9, 9, 9, 0])));
    let squares = squares(&written(&glass, ImageFormat::Png), None).unwrap();
    let large = image::load_from_memory(&squares[1]).unwrap();
    assert_eq!(large.get_pixel(60, 60).0[3], 0);
}

/// A few bytes that would be gigabytes, and the largest that is allowed.
#[test]
fn a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked() {
    for (width, height) in [(60_000, 60_000), (40_000_001, 1), (8_000, 5_001)] {
        assert_eq!(code(&claiming(width, height)), "too_many_pixels", "{width} × {height}");
    }
    assert_eq!(code(&claiming(8_000, 5_000)), "broken", "as large as allowed, but nothing in it");
    assert_eq!(code(&claiming(0, 0)), "broken");
}

/// Only the first of many pictures is looked at.
#[test]
fn a_moving_picture_is_its_first_frame() {
    let mut gif = vec![];
    let mut encoder = GifEncoder::new_with_speed(&mut gif, 30);
    for at in 0..500 {
        let picture = if at == 0 { halves(40, 40) } else { DynamicImage::new_rgb8(40, 40) };
        let frame = Frame::from_parts(picture.to_rgba8(), 0, 0, Delay::from_numer_denom_ms(10, 1));
        encoder.encode_frame(frame).unwrap();
    }
    drop(encoder);
    assert!(red(&squares(&gif, None).unwrap(), 5, 60));
}

/// Cut off anywhere, a picture is refused, or shows what there is; nothing worse.
#[test]
fn a_picture_that_is_cut_off_or_scrambled_does_no_harm() {
    for format in FORMATS {
        let whole = written(&halves(90, 60), format);
        for end in 0..whole.len().min(600) {
            let told = code(&whole[..end]);
            assert!(["", "broken", "not_a_picture", "too_many_pixels"].contains(&told.as_str()), "{told}");
        }
        for at in 0..whole.len().min(400) {
            let mut scrambled = whole.clone();
            scrambled[at] ^= 0xff;
            drop(squares(&scrambled, None));
        }
    }
    assert_eq!(code(&written(&halves(90, 60), ImageFormat::Png)[..60]), "broken");
}

#[test]
fn what_is_no_picture_is_refused_whatever_it_is_called() {
    let svg =
        b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for bytes in [&svg[..], b"<html>", b"%PDF-1.7", b"PK\x03\x04", b"II*\0", b"BM", b"", b"\0"] {
        assert_eq!(code(bytes), "not_a_picture");
    }
}

/// A picture that is a web page or an archive as well is a picture only, afterwards.
#[test]
fn of_a_file_that_is_two_things_only_the_picture_is_left() {
    let page = b"<script>alert('avatar')</script>";
    let archive = b"PK\x03\x04archive of an avatar PK\x05\x06";
    let jpeg = written(&halves(90, 60), ImageFormat::Jpeg);
    let mut comment = vec![0xff, 0xfe, 0, u8::try_from(page.len() + 2).unwrap()];
    comment.extend(page);
    let both = [&jpeg[..2], &comment, &jpeg[2..], page, archive].concat();
    for square in squares(&both, None).unwrap() {
        for part in [&b"script"[..], b"PK\x03", b"avatar", b"JFIF"] {
            assert!(!square.windows(part.len()).any(|window| window == part));
        }
    }
}

/// SET-1. A logo keeps its shape, becomes as large as fits, and never larger than it came.
#[test]
fn a_logo_fits_and_keeps_its_shape() {
    for ((width, height), expected) in [
        ((960, 240), (480, 120)),
        ((4000, 500), (480, 60)),
        ((300, 900), (40, 120)),
        ((100, 50), (100, 50)),
        ((5000, 1), (480, 1)),
    ] {
        let (png, size) = fitting(&written(&halves(width, height), ImageFormat::Png)).unwrap();
        let read = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
        assert_eq!((size, read.dimensions()), (expected, expected), "{width} × {height}");
    }
    assert_eq!(fitting(b"<svg/>").unwrap_err().code, "not_a_picture");
}
