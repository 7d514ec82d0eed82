"""Makes the fonts in this folder out of the packages that README.md names.

    python3 make.py NODE_MODULES

In goes the folder of the packages; out come the TTF files beside this one, the same bytes each time. The letters'
shapes are the designers' own: this leaves out what the program never shows, and puts what the designers did not draw
together from what they did.
"""

import io
import json
import sys
import unicodedata
from pathlib import Path

import uharfbuzz
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import (
    ARGS_ARE_XY_VALUES,
    OVERLAP_COMPOUND,
    UNSCALED_COMPONENT_OFFSET,
    Glyph,
    GlyphComponent,
)

HERE = Path(__file__).resolve().parent

# What is made, from what, and the name it bears inside. None bears a name of its source: one of them is reserved.
TEXT = [
    ("ui", "Defensible UI", "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular"),
    ("ui-strong", "Defensible UI Strong", "atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold"),
    ("doc", "Defensible Doc", "source-serif-4/400Regular/SourceSerif4_400Regular"),
    ("doc-italic", "Defensible Doc Italic", "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic"),
    ("doc-strong", "Defensible Doc Strong", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold"),
    ("num", "Defensible Num", "atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular"),
]

# Latin in all its parts, accents, punctuation, money, fractions, arrows, signs, shapes.
KEPT = [(0x20, 0x24F), (0x2B0, 0x36F), (0x3BC, 0x3BC), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x2500, 0x26FF)]

# Every one of these is in every text font when this is done.
NEEDED = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
NEEDED += map(ord, "ȘșȚțẀẁẂẃẄẅỲỳẞ‑–—‘’‚“”„•…‰‹›⁄€™−◻")

# Shown by another's shape: soft hyphen, micro, hyphen that does not break.
ALIKE = {0xAD: 0x2D, 0xB5: 0x3BC, 0x2011: 0x2D}

# What egui shows for a character that no font has. The box that every font keeps for that has no code point.
MISSING = 0x25FB

# No ligatures, small capitals or other figures: a program that shapes text would use some of them unasked.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]

ICONS = """
    arrow-down arrow-left arrow-right arrow-up badge-check book-open building-2 calendar check chevron-down chevron-left
    chevron-right chevron-up circle clipboard-list clock contrast copy door-open dot ellipsis external-link eye eye-off
    file-plus file-text flag flask-conical folder-open footprints gavel grip-vertical hand-helping history hourglass
    house inbox info keyboard layers link list lock log-out mail map-pin maximize-2 message-square mic minimize-2 minus
    moon newspaper notebook-text pause pencil phone play plus quote radio rotate-ccw save scale scroll-text search
    settings share-2 shield-check sliders-horizontal sun trash-2 triangle-alert type undo-2 user users video voicemail x
""".split()


def cut(font, points, features):
    """Leaves only these code points and features, and no hinting."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "STAT", "gasp"] + ([] if features else ["GSUB"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def rename(font, name, source):
    """One family, one face; who made it and under which licence stays."""
    names = font["name"]
    for old in (16, 17, 21, 22, 25):
        names.removeNames(nameID=old)
    plain = name.replace(" ", "")
    made = f"Made for Defensible from {source}: fewer characters, no ligatures, no hinting."
    for place, words in {1: name, 2: "Regular", 3: plain, 4: name, 6: plain, 10: made}.items():
        names.setName(words, place, 3, 1, 0x409)
    font["post"].formatType = 3.0


class Drawer:
    """Puts letters together that the designers did not draw, and finds a sign for each code point that is needed."""

    def __init__(self, font):
        self.font, self.glyphs, self.widths = font, font["glyf"], font["hmtx"]
        self.same_width = bool(font["post"].isFixedPitch)
        packed = io.BytesIO()
        font.save(packed)
        self.shaper = uharfbuzz.Font(uharfbuzz.Face(packed.getvalue()))

    def name(self, char):
        return self.font.getBestCmap()[ord(char)]

    def glyph(self, char):
        return self.glyphs[self.name(char)]

    def width(self, char):
        return self.widths[self.name(char)][0]

    def add(self, code, width, parts):
        """A letter of parts: (glyph, across, up, across by, up by)."""
        made = Glyph()
        made.numberOfContours = -1
        made.components = []
        for part, x, y, wide, high in parts:
            component = GlyphComponent()
            component.glyphName, component.x, component.y = part, round(x), round(y)
            # Offsets are in the letter's own units, whatever the part is scaled by.
            component.flags = ARGS_ARE_XY_VALUES | UNSCALED_COMPONENT_OFFSET
            if not made.components:
                component.flags |= OVERLAP_COMPOUND
            if (wide, high) != (1, 1):
                component.transform = [[wide, 0], [0, high]]
            made.components.append(component)
        name = f"uni{code:04X}"
        self.glyphs[name] = made
        self.widths[name] = (width, 0)
        made.recalcBounds(self.glyphs)
        self.widths[name] = (width, made.xMin)
        if self.font["GDEF"].table.GlyphClassDef:
            self.font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
        self.map(code, name)

    def map(self, code, name):
        for table in self.font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name

    def accented(self, code):
        """A letter and its accent, where the font's own anchors put it."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(unicodedata.normalize("NFD", chr(code)))
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.shaper, buffer)
        pen, parts = 0, []
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions):
            assert info.codepoint, f"{code:04X}: a part is missing"
            parts.append((self.font.getGlyphName(info.codepoint), pen + at.x_offset, at.y_offset, 1, 1))
            pen += at.x_advance
        self.add(code, pen, parts)

    def pair(self, code, first, second):
        """Two signs as one: side by side, or on one width where every width is the same."""
        if not self.same_width:
            ahead = self.width(first)
            parts = [(self.name(first), 0, 0, 1, 1), (self.name(second), ahead, 0, 1, 1)]
            self.add(code, ahead + self.width(second), parts)
            return
        width, parts = self.width(first), []
        narrow = 0.75 if first == "’" else 1
        for char, left in ((first, True), (second, False)):
            shape = self.glyph(char)
            by = narrow if char.isalpha() else 1
            x = 24 - shape.xMin * by if left else width - 24 - shape.xMax * by
            parts.append((self.name(char), x, 0, by, 1))
        self.add(code, width, parts)

    def barred(self, code, char, up):
        """A letter with a bar of the hyphen's thickness across its stem."""
        letter, hyphen = self.glyph(char), self.glyph("-")
        wide = 0.62 * (letter.xMax - letter.xMin)
        # A t's foot reaches further right than its bar does.
        middle = (letter.xMin + letter.xMax) / 2 - (0.06 * wide if char == "t" else 0)
        by = wide / (hyphen.xMax - hyphen.xMin)
        x = middle - by * (hyphen.xMin + hyphen.xMax) / 2
        y = up - (hyphen.yMin + hyphen.yMax) / 2
        self.add(code, self.width(char), [(self.name(char), 0, 0, 1, 1), (self.name("-"), x, y, by, 1)])

    def hook(self):
        """What a hook is made of, and how far down it goes: a dotless j, or a J where that j has a serif."""
        os2 = self.font["OS/2"]
        return ("J", os2.sxHeight - os2.sCapHeight) if self.same_width else ("ȷ", 0)

    def tailed(self, code, char):
        """A letter whose right stem ends in a hook."""
        hook, down = self.hook()
        # A J's hook would reach the left stem.
        by = 0.6 if hook == "J" else 1
        across = self.glyph(char).xMax - by * self.glyph(hook).xMax
        self.add(code, self.width(char), [(self.name(char), 0, 0, 1, 1), (self.name(hook), across, down, by, 1)])

    def kra(self):
        """A K as high as an x."""
        os2 = self.font["OS/2"]
        wide, high = 0.84, os2.sxHeight / os2.sCapHeight
        width = self.width("k") if self.same_width else round(wide * self.width("K") + 40)
        self.add(0x138, width, [(self.name("K"), 0, 0, wide, high)])

    def long_s(self):
        """A hook turned round, where the f has its stem."""
        hook, _ = self.hook()
        shape, f = self.glyph(hook), self.glyph("f")
        across = (f.xMin + f.xMax) / 2 + (shape.xMin + shape.xMax) / 2
        self.add(0x17F, self.width("f"), [(self.name(hook), across, shape.yMax, -1, -1)])

    def complete(self):
        has = set(self.font.getBestCmap())
        for code, like in ALIKE.items():
            if code not in has:
                self.map(code, self.name(chr(like)))
        if MISSING not in has:
            self.map(MISSING, "missing")
            self.glyphs["missing"], self.widths["missing"] = self.glyphs[".notdef"], self.widths[".notdef"]
        os2 = self.font["OS/2"]
        drawn = {
            0x132: lambda: self.pair(0x132, "I", "J"),
            0x133: lambda: self.pair(0x133, "i", "j"),
            0x138: self.kra,
            0x13F: lambda: self.pair(0x13F, "L", "·"),
            0x140: lambda: self.pair(0x140, "l", "·"),
            0x149: lambda: self.pair(0x149, "’", "n"),
            0x14A: lambda: self.tailed(0x14A, "N"),
            0x14B: lambda: self.tailed(0x14B, "n"),
            0x166: lambda: self.barred(0x166, "T", os2.sCapHeight * 0.42),
            0x167: lambda: self.barred(0x167, "t", os2.sxHeight * 0.5),
            0x17F: self.long_s,
        }
        for code in NEEDED:
            if code not in has and code not in ALIKE and code != MISSING:
                drawn.get(code, lambda: self.accented(code))()


def text(file, name, source, packages):
    font = TTFont(packages / "@expo-google-fonts" / f"{source}.ttf", recalcTimestamp=False)
    full = font["name"].getDebugName(4)
    points = [code for code in font.getBestCmap() if any(low <= code <= high for low, high in KEPT)]
    cut(font, points, FEATURES)
    Drawer(font).complete()
    lacking = [f"{code:04X}" for code in NEEDED if code not in font.getBestCmap()]
    assert not lacking, f"{file}: lacks {lacking}"
    rename(font, name, full)
    font.save(HERE / f"{file}.ttf")


def icons(packages):
    """Icons keep lucide's code points. A line is as high as the em, so that a line of one icon is its square."""
    lucide = packages / "lucide-static" / "font"
    font = TTFont(lucide / "lucide.ttf", recalcTimestamp=False)
    named = json.loads((lucide / "codepoints.json").read_text())
    cut(font, [named[name] for name in ICONS], [])
    # lucide writes each box and bearing from 0. The boxes are reckoned anew, and renderers put a box at its bearing, so
    # bearings that stayed 0 would push every icon to the left.
    for name in font.getGlyphOrder():
        shape = font["glyf"][name]
        shape.recalcBounds(font["glyf"])
        font["hmtx"][name] = (1000, shape.xMin)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1000, 0, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap, os2.usWinAscent, os2.usWinDescent = 1000, 0, 0, 1000, 0
    rename(font, "Defensible Icons", "lucide")
    font["name"].removeNames(nameID=11)
    font["name"].setName((HERE / "ISC-lucide.txt").read_text().splitlines()[2], 0, 3, 1, 0x409)
    font["name"].setName("ISC License; some icons MIT. See ISC-lucide.txt.", 13, 3, 1, 0x409)
    font.save(HERE / "icons.ttf")
    # The arms of `glyph` in src/app/theme/icons.rs.
    for name in ICONS:
        print(f"Self::{name.title().replace('-', '')} => '\\u{{{named[name]:x}}}',")


def main():
    packages = Path(sys.argv[1])
    for file, name, source in TEXT:
        text(file, name, source, packages)
    icons(packages)


main()
