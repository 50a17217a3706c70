#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables by which text is parted, from the Unicode Character Database.

    tools/make-break-tables.py line     [UCD folder] > src/text/linebreak_table.inc
    tools/make-break-tables.py grapheme [UCD folder] > src/text/grapheme_table.inc

The folder is that of tools/ucd.py.
"""
import sys

from ucd import LAST, Database

# LB1: classes that are resolved whatever stands beside them.  Of Hangul syllables
# the code point tells which have a final consonant.
RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "H3": "H2"}
MARKS = {"Mn", "Mc"}


def print_ranges(tell):
    before = None
    for c in range(LAST + 1):
        now = tell(c)
        if now != before:
            print("{ 0x%04X, %s }," % (c, now))
        before = now


def line_table(base):
    classes = base.values("LineBreak.txt", "XX")
    widths = base.values("EastAsianWidth.txt", "N")
    categories = base.values("extracted/DerivedGeneralCategory.txt", "Cn")
    pictures = base.values("emoji/emoji-data.txt", None, "Extended_Pictographic")

    def tell(c):
        one = RESOLVED.get(classes[c], classes[c])
        if one == "SA":
            one = "CM" if categories[c] in MARKS else "AL"
        elif one == "QU" and categories[c] in ("Pi", "Pf"):
            one = "Q" + categories[c][1].upper()
        elif c == 0x25CC:
            one = "DOTTED"
        elif pictures[c] and categories[c] == "Cn":
            one = "PA" if one == "AL" else "PICTURE"
        return "LB_" + one + (" | LB_EAST" if widths[c] in "FWH" else "")

    print(base.banner("make-break-tables.py", "LineBreak, EastAsianWidth,\n"
                      " * DerivedGeneralCategory and emoji-data"))
    print("/* First code point of each range, and its class up to the next. */")
    print_ranges(tell)


def grapheme_table(base):
    classes = base.values("auxiliary/GraphemeBreakProperty.txt", "Other")
    pictures = base.values("emoji/emoji-data.txt", None, "Extended_Pictographic")
    conjuncts = base.values("DerivedCoreProperties.txt", None, "InCB")

    def tell(c):
        one = classes[c]
        if one in ("LV", "LVT"):
            one = "SYLLABLE"
        elif one == "Other" and pictures[c]:
            one = "PICTURE"
        one = "GB_" + one.upper()
        return one + (" | GB_IN_" + conjuncts[c].upper() if conjuncts[c] else "")

    print(base.banner("make-break-tables.py", "GraphemeBreakProperty,\n"
                      " * DerivedCoreProperties and emoji-data"))
    print("/* First code point of each range, and its class up to the next. */")
    print_ranges(tell)


def main():
    base = Database(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/unicode")
    {"line": line_table, "grapheme": grapheme_table}[sys.argv[1]](base)


main()
