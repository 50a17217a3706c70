#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes src/text/width_table.inc from the Unicode Character Database.

    tools/make-width-table.py [UCD folder] > src/text/width_table.inc

The folder is that of tools/ucd.py.
"""
import sys

from ucd import LAST, Database

HOSTILE = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
# Format characters that mean something between letters, or nothing at all: they
# are left out on a screen, without a word.
SILENT = {0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}


def wide_by_default(c):
    """Blocks whose unassigned places are wide (head of EastAsianWidth.txt).

    The last two of each plane are no characters and never will be.
    """
    return c & 0xFFFE != 0xFFFE and (
            0x3400 <= c <= 0x4DBF or 0x4E00 <= c <= 0x9FFF
            or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x3FFFD)


def width_class(c, category, width):
    if c in SILENT:
        return "SILENT"
    # A place for ideographs that are not assigned yet: whoever writes one means
    # a name, and what will stand there is known.
    if category == "Cn" and wide_by_default(c):
        return "WIDE"
    if category in HOSTILE:
        return "HOSTILE"
    if category in ("Mn", "Me") or 0x1160 <= c <= 0x11FF:
        return "MARK"
    if width in ("W", "F") or wide_by_default(c):
        return "WIDE"
    return "AMBIGUOUS" if width == "A" else "NARROW"


def main():
    base = Database(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    widths = base.values("EastAsianWidth.txt", "N")
    categories = base.values("extracted/DerivedGeneralCategory.txt", "Cn")
    print(base.banner("make-width-table.py",
                      "EastAsianWidth and DerivedGeneralCategory"))
    print("/* First code point of each range, and its class up to the next. */")
    before = None
    for c in range(LAST + 1):
        now = width_class(c, categories[c], widths[c])
        if now != before:
            print("{ 0x%04X, CLASS_%s }," % (c, now))
        before = now


main()
