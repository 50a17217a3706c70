#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes src/text/plain_form_table.inc from the Unicode Character Database.

    tools/make-plain-table.py [UCD folder] > src/text/plain_form_table.inc

The folder is that of tools/ucd.py.
"""
import sys

from ucd import Database

COMPATIBILITY_IDEOGRAPHS = [range(0xF900, 0xFB00), range(0x2F800, 0x2FA20)]
FULL_WIDTH = 0xFEE0  # what the full-width form of an ASCII mark is behind it


def decomposed(base):
    """Compatibility ideographs and the forms of marks for vertical text."""
    for line in base.lines("UnicodeData.txt"):
        fields = line.split(";")
        c, parts = int(fields[0], 16), fields[5].split()
        if len(parts) == 1 and any(c in r for r in COMPATIBILITY_IDEOGRAPHS):
            yield c, int(parts[0], 16)
        elif parts[:1] == ["<vertical>"] and len(parts) == 2:
            mark = int(parts[1], 16)
            yield c, mark + FULL_WIDTH if 0x20 < mark < 0x7F else mark


def main():
    base = Database(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    table = {**dict(decomposed(base)), **base.radicals()}
    print(base.banner("make-plain-table.py",
                      "EquivalentUnifiedIdeograph and UnicodeData"))
    print("/* A character, and the plain character that it stands for. */")
    rows = ["{ 0x%04X, 0x%04X }," % row for row in sorted(table.items())]
    for i in range(0, len(rows), 3):
        print(" ".join(rows[i:i + 3]))


main()
