"""Develops a traced picture: 1800 x 1200 pixels, soft edges, a film's curve and colours, and grain.

usage: develop.py TRACED.png PHOTO.jpg
"""
import os
import sys

import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 1800, 1200
LIMIT = 290_000  # bytes
LUMA = np.array([0.30, 0.59, 0.11])


def noise(random, softness):
    """Grain of about softness pixels, with a standard deviation of one."""
    values = np.clip(random.normal(128, 40, (HEIGHT, WIDTH)), 0, 255).astype(np.uint8)
    soft = Image.fromarray(values).filter(ImageFilter.GaussianBlur(softness))
    values = np.asarray(soft).astype(np.float64)
    return (values - values.mean()) / values.std()


def develop(traced):
    image = traced.convert("RGB").resize((WIDTH, HEIGHT), Image.LANCZOS)
    light = np.asarray(image.filter(ImageFilter.GaussianBlur(0.5))).astype(np.float64) / 255
    # Halation: bright areas shine over their edges.
    glow = np.asarray(image.filter(ImageFilter.GaussianBlur(14))).astype(np.float64) / 255
    light = 1 - (1 - light) * (1 - 0.07 * glow**2)
    # Paler colours than a renderer's, a curve with a shoulder, warm lights and cool shadows.
    luma = (light @ LUMA)[..., None]
    light = luma + (light - luma) * 0.86
    light = light + 0.30 * (light - 0.46) * (1 - (2 * np.clip(light, 0, 1) - 1) ** 2)
    luma = (light @ LUMA)[..., None]
    light = light + (luma - 0.5) * np.array([0.030, 0.004, -0.034])
    # The lens lets less light through at the corners.
    y, x = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    light *= (1 - 0.15 * ((x**2 + y**2) / 2) ** 1.3)[..., None]
    # Grain, coarser in the shadows, with a trace of colour.
    random = np.random.RandomState(2022)
    light += noise(random, 0.8)[..., None] * 0.014 * (1.1 - 0.7 * luma)
    light += np.stack([noise(random, 1.4) for _ in range(3)], -1) * 0.004
    return Image.fromarray((np.clip(light, 0, 1) * 255 + 0.5).astype(np.uint8))


def main(source, target):
    image = develop(Image.open(source))
    for quality in range(88, 50, -2):
        image.save(target, quality=quality, optimize=True, subsampling=2, dpi=(300, 300))
        if os.path.getsize(target) <= LIMIT:
            break
    print(f"{target}: {os.path.getsize(target)} bytes, quality {quality}")


if __name__ == "__main__":
    main(*sys.argv[1:])
