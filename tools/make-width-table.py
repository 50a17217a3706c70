#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes src/text/width_table.inc from the Unicode Character Database.

    tools/make-width-table.py [UCD folder] > src/text/width_table.inc

The folder holds EastAsianWidth.txt and extracted/DerivedGeneralCategory.txt
(Debian: the package unicode-data, in /usr/share/unicode).
"""
import os
import sys

HOSTILE = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
# Format characters that mean something between letters, or nothing at all: they
# are left out on a screen, without a word.
SILENT = {0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
LAST = 0x10FFFF


def values(path, default):
    """One value a code point, from a file of `range ; value # remark`."""
    table = [default] * (LAST + 1)
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        where, value = (part.strip() for part in line.split(";"))
        first, _, last = where.partition("..")
        for c in range(int(first, 16), int(last or first, 16) + 1):
            table[c] = value
    return table


def wide_by_default(c):
    """Blocks whose unassigned places are wide (head of EastAsianWidth.txt)."""
    return (0x3400 <= c <= 0x4DBF or 0x4E00 <= c <= 0x9FFF
            or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x3FFFD)


def width_class(c, category, width):
    if c in SILENT:
        return "SILENT"
    if category in HOSTILE:
        return "HOSTILE"
    if category in ("Mn", "Me") or 0x1160 <= c <= 0x11FF:
        return "MARK"
    if width in ("W", "F") or wide_by_default(c):
        return "WIDE"
    return "AMBIGUOUS" if width == "A" else "NARROW"


def main():
    base = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    eaw = os.path.join(base, "EastAsianWidth.txt")
    version = open(eaw, encoding="utf-8").readline().strip("# \n")
    widths = values(eaw, "N")
    categories = values(
        os.path.join(base, "extracted/DerivedGeneralCategory.txt"), "Cn")
    print("/* Made by tools/make-width-table.py from %s and" % version)
    print(" * DerivedGeneralCategory.txt of the Unicode Character Database")
    print(" * (Unicode licence V3); do not edit.  First code point of each range,")
    print(" * and its class up to the next. */")
    before = None
    for c in range(LAST + 1):
        now = width_class(c, categories[c], widths[c])
        if now != before:
            print("{ 0x%04X, CLASS_%s }," % (c, now))
        before = now


main()
