"""The only door to Pillow: the pixels of a photo in the inks of a printer."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 92
"""Of a photo as JPEG, where it was one before."""


def on_white(picture: "Image", cover: "Image") -> "Image":
    """A picture with see-through parts as it looks on white paper; `cover` says how much of it is there."""
    from PIL import Image

    white = Image.new("RGB", picture.size, "white")
    return Image.composite(picture.convert("RGB"), white, cover.convert("L").resize(picture.size))


def in_screen_colours(picture: "Image", profile: bytes) -> "Image":
    """A picture in sRGB, from the colours that its own ICC profile describes; unread where that is none."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")
    return changed or picture.convert("RGB")


def in_inks(picture: "Image") -> "Image":
    """The picture in cyan, magenta, yellow and black.

    Black takes over all that the three others have in common, as in `flows.documents.inks.inks_of`.
    """
    from PIL import Image, ImageChops, ImageMath

    red, green, blue = picture.convert("RGB").split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    inks = [
        ImageMath.lambda_eval(
            # Where nothing is light, what is divided by nothing is nothing.
            lambda told: told["convert"]((told["most"] - told["one"]) * 255 / told["most"], "L"),
            one=channel,
            most=most,
        )
        for channel in (red, green, blue)
    ]
    return Image.merge("CMYK", [*inks, ImageChops.invert(most)])


def as_jpeg(picture: "Image") -> bytes:
    """The bytes of a picture in inks as a JPEG, whose values Pillow writes the other way round."""
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling=0)
    return written.getvalue()
