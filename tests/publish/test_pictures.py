"""Pictures people bring: only the picture itself gets in."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from coprod_desktop.errors import UserError
from coprod_desktop.publish import pictures
from coprod_desktop.publish.pictures import cleaned

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def saved(image, form, **more):
    written = io.BytesIO()
    image.save(written, form, **more)
    return written.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


def photo(size=(40, 20), colour="#0A5C60"):
    return Image.new("RGB", size, colour)


def exif(orientation=1):
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[MAKER] = "Marrowdale Cameras"
    found.get_ifd(GPS).update({1: "N", 2: (53.0, 23.0, 35.0)})
    return found


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_nothing_that_says_where_or_when_stays(form):
    more = {"exif": exif()}
    if form == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Author", "Marrowdale Cameras")
    if form == "JPEG":
        more["comment"] = "Marrowdale Cameras"
    brought = saved(photo(), form, xmp=b"<x>Marrowdale Cameras</x>", icc_profile=b"Marrowdale" * 20, **more)
    assert b"Marrowdale" in brought
    made = cleaned(brought)
    assert b"Marrowdale" not in made.data
    again = opened(made.data)
    assert dict(again.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile", "Author"} & set(again.info)


def test_a_photo_is_turned_as_it_was_held():
    image = photo((40, 20), "white")
    image.paste("black", (0, 0, 10, 20))  # dark at the left; held so that left is the top
    made = cleaned(saved(image, "JPEG", exif=exif(orientation=6)))
    assert (made.width, made.height) == (20, 40)
    seen = opened(made.data).convert("L")
    assert seen.getpixel((10, 3)) < 60
    assert seen.getpixel((10, 36)) > 200


@pytest.mark.parametrize("orientation", [*range(10), 200])
def test_every_way_of_holding_a_camera_is_as_other_programs_show_it(orientation):
    image = photo((40, 20), "white")
    image.paste("black", (0, 0, 10, 5))
    brought = saved(image, "PNG", exif=exif(orientation))
    assert opened(cleaned(brought).data).tobytes() == ImageOps.exif_transpose(opened(brought)).tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_was_see_through_is_white(mode):
    image = Image.new("RGBA", (30, 30), (200, 0, 0, 0))
    image.paste((10, 92, 96, 255), (10, 10, 20, 20))
    brought = saved(image.convert(mode) if mode != "P" else image.quantize(8), "PNG")
    seen = opened(cleaned(brought).data)
    assert seen.mode == "RGB"
    assert seen.getpixel((1, 1)) == (255, 255, 255)
    assert max(seen.getpixel((15, 15))) < 120


@pytest.mark.parametrize(("form", "first"), [("PNG", b"\x89PNG"), ("JPEG", b"\xff\xd8"), ("WEBP", b"\x89PNG")])
def test_a_drawing_becomes_png_and_a_photo_jpeg(form, first):
    assert cleaned(saved(photo(), form)).data.startswith(first)


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "CMYK"])
def test_other_ways_of_keeping_dots_are_read(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(cleaned(saved(Image.new(mode, (9, 9)), form)).data).mode == "RGB"


def test_a_large_picture_is_made_smaller_and_keeps_its_shape():
    made = cleaned(saved(photo((3000, 1500)), "PNG"))
    assert (made.width, made.height) == (1200, 600)
    assert opened(made.data).size == (1200, 600)
    assert (cleaned(saved(photo((30, 15)), "PNG")).width) == 30


def test_a_photo_kept_as_png_does_not_fill_every_file():
    noise = Image.effect_noise((900, 900), 90).convert("RGB")
    made = cleaned(saved(noise, "PNG"))
    assert made.data.startswith(b"\xff\xd8")
    assert len(made.data) < len(saved(noise, "PNG"))


def png_that_claims(width, height):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_refused(side):
    with pytest.raises(UserError, match="60 million dots"):
        cleaned(png_that_claims(side, side))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        saved(photo(), "GIF"),
        saved(photo(), "TIFF"),
        saved(photo((400, 400)), "JPEG")[:900],
        saved(Image.effect_noise((90, 90), 90), "PNG")[:400],
    ],
    ids=["nothing", "text", "svg", "pdf", "gif", "tiff", "half a jpeg", "half a png"],
)
def test_what_is_no_whole_picture_of_the_three_kinds_is_refused(data):
    with pytest.raises(UserError) as refused:
        cleaned(data)
    assert "PNG, JPEG or WebP" in refused.value.do


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("cut", [1, 2, 12, 20, 40, 200])
def test_a_picture_whose_end_is_missing_is_refused(form, cut):
    whole = saved(ImageOps.expand(photo((300, 200)), 20, "white"), form)
    assert cleaned(whole)
    with pytest.raises(UserError):
        cleaned(whole[:-cut])


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_that_was_not_copied_to_its_end_is_refused_though_it_has_its_size(form):
    whole = saved(ImageOps.expand(photo((300, 200)), 20, "white"), form)
    half = len(whole) // 2
    with pytest.raises(UserError):
        cleaned(whole[:half] + b"\0" * (len(whole) - half))


def test_a_photo_with_a_small_picture_inside_is_cut_off_when_only_the_small_one_is_whole():
    small = saved(photo(), "JPEG")
    found = Image.Exif()
    found[MAKER] = "x"
    whole = saved(photo((300, 200)), "JPEG", exif=found.tobytes() + small)
    assert cleaned(whole)
    with pytest.raises(UserError, match=r"cut off|damaged"):
        cleaned(whole[:-2])


def test_a_file_far_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(UserError, match="over 1 MB"):
        cleaned(b"\x89PNG" + b"\0" * 2 * 1024 * 1024)


def test_the_same_picture_gives_the_same_bytes():
    brought = saved(photo(), "JPEG", exif=exif())
    assert cleaned(brought) == cleaned(brought)
