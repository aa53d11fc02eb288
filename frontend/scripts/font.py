#!/usr/bin/env python3
"""Makes src/styles/fonts/public-sans.woff2 of the package's file: the same letters, only the weights and the
features that the pages use. Run by hand after the package changes: pip install fonttools brotli"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FRONTEND = Path(__file__).resolve().parent.parent
SOURCE = FRONTEND / "node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2"
TARGET = FRONTEND / "src/styles/fonts/public-sans.woff2"
LEAST, MOST = 400, 700
# Numbers stand in columns; the others set letters and accents right.
FEATURES = ["tnum", "kern", "mark", "ccmp", "locl", "calt", "liga"]

# Letters and signs that no text of ours and hardly a name of our readers has; a device draws them in its own font.
WITHOUT = {ord(sign) for sign in "ĂÐÞðþ¤¦¬¶"} | {0x309, 0x323}

font = instancer.instantiateVariableFont(TTFont(SOURCE), {"wght": (LEAST, LEAST, MOST)})
options = subset.Options(layout_features=FEATURES, name_IDs="*", hinting=True)
options.flavor = "woff2"
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=font.getBestCmap().keys() - WITHOUT)
subsetter.subset(font)
font.flavor = "woff2"
font["head"].modified = font["head"].created
font.recalcTimestamp = False
font.save(TARGET)
print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
