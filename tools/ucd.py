# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Unicode Character Database, as a folder of its files, for the makers of tables.

Debian has it as the package unicode-data, with Unihan, in /usr/share/unicode; of
another release `apt-get download unicode-data` and `dpkg -x` bring it.
"""
import bz2
import os
import re

LAST = 0x10FFFF
RADICALS = range(0x2E80, 0x2FD6)
HANGUL, LEADS, VOWELS, TAILS = 0xAC00, 0x1100, 0x1161, 0x11A7


class Database:
    def __init__(self, folder):
        self.folder = folder
        head = open(os.path.join(folder, "EastAsianWidth.txt"),
                    encoding="utf-8").readline()
        self.version = re.search(r"-(\d+\.\d+\.\d+)\.txt", head).group(1)

    def lines(self, name):
        """Fields of a file's lines, without remarks; a file of another version is
        an error."""
        path = os.path.join(self.folder, name)
        packed = os.path.exists(path + ".bz2")
        with (bz2.open(path + ".bz2", "rt", encoding="utf-8") if packed
              else open(path, encoding="utf-8")) as file:
            lines = file.read().split("\n")
        told = re.search(r"(?:-|Version:? )(\d+\.\d+)", "\n".join(lines[:8]))
        # UnicodeData.txt alone does not tell.
        if name != "UnicodeData.txt" and not (
                told and self.version.startswith(told.group(1) + ".")):
            raise SystemExit("%s is not of Unicode %s" % (path, self.version))
        for line in lines:
            line = line.split("#")[0].strip()
            if line:
                yield line

    def values(self, name, default, property_name=None):
        """One value a code point, of a file of `range ; value` or `range ;
        property ; value`."""
        table = [default] * (LAST + 1)
        for line in self.lines(name):
            where, *fields = [part.strip() for part in line.split(";")]
            if property_name and fields[0] != property_name:
                continue
            first, _, last = where.partition("..")
            for c in range(int(first, 16), int(last or first, 16) + 1):
                table[c] = fields[-1]
        return table

    def unihan(self, name, field):
        for line in self.lines(name + ".txt"):
            parts = line.split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield int(parts[0][2:], 16), parts[2]

    def radicals(self):
        """The ideograph of each radical that has one."""
        table = {}
        for line in self.lines("EquivalentUnifiedIdeograph.txt"):
            where, ideograph = [part.strip() for part in line.split(";")]
            first, _, last = where.partition("..")
            for c in range(int(first, 16), int(last or first, 16) + 1):
                if c in RADICALS:
                    table[c] = int(ideograph, 16)
        return table

    def banner(self, tool, sources):
        """The comment at the head of a table."""
        return ("/* Copyright (C) 1991-2025 Unicode, Inc. */\n"
                "/* Copyright (C) 2026 The baolan authors */\n"
                "/* SPDX-License-" "Identifier: Unicode-3.0 */\n"
                "/* Unicode %s\n * Made by tools/%s from %s\n * of the Unicode"
                " Character Database (https://www.unicode.org/, Unicode License\n"
                " * v3; facts about characters); do not edit. */"
                % (self.version, tool, sources))


class Characters:
    """NFKC and the full case folding of single characters."""

    def __init__(self, base):
        self.apart, self.order, self.assigned = {}, {}, set()
        self.folded = {}
        for line in base.lines("CaseFolding.txt"):
            c, status, folded = [part.strip() for part in line.split(";")][:3]
            if status in "CF":
                self.folded[int(c, 16)] = [int(d, 16) for d in folded.split()]
        canonical, first = {}, None
        for line in base.lines("UnicodeData.txt"):
            fields = line.split(";")
            c = int(fields[0], 16)
            first = c if fields[1].endswith(", First>") else first
            self.assigned.update(
                range(first if fields[1].endswith(", Last>") else c, c + 1))
            self.order[c] = int(fields[3])
            if fields[5]:
                parts = [int(part, 16) for part in fields[5].split()
                         if part[0] != "<"]
                self.apart[c] = parts
                if fields[5][0] != "<":
                    canonical[tuple(parts)] = c
        kept_apart = base.values("DerivedNormalizationProps.txt", None,
                                 "Full_Composition_Exclusion")
        self.together = {parts: c for parts, c in canonical.items()
                         if not kept_apart[c]}

    def fold(self, c):
        return self.folded.get(c, [c])

    def decompose(self, c):
        """In order of combining classes."""
        if HANGUL <= c < HANGUL + 11172:
            vowel, tail = divmod((c - HANGUL) % 588, 28)
            parts = [LEADS + (c - HANGUL) // 588, VOWELS + vowel]
            return parts + [TAILS + tail] if tail else parts
        if c not in self.apart:
            return [c]
        parts = [d for part in self.apart[c] for d in self.decompose(part)]
        for i in range(len(parts)):
            j = i
            while j and 0 < self.order.get(parts[j], 0) < self.order.get(
                    parts[j - 1], 0):
                parts[j - 1:j + 1] = parts[j], parts[j - 1]
                j -= 1
        return parts

    def compose(self, first, second):
        if LEADS <= first < LEADS + 19 and VOWELS <= second < VOWELS + 21:
            return HANGUL + ((first - LEADS) * 21 + second - VOWELS) * 28
        if (HANGUL <= first < HANGUL + 11172 and (first - HANGUL) % 28 == 0
                and TAILS < second < TAILS + 28):
            return first + second - TAILS
        return self.together.get((first, second))

    def nfkc(self, *text):
        out, starter, last = [], None, 0
        for d in [d for c in text for d in self.decompose(c)]:
            order = self.order.get(d, 0)
            free = starter is not None and (last < order or (
                last == 0 and starter == len(out) - 1))
            one = self.compose(out[starter], d) if free else None
            if one is not None:
                out[starter] = one
                continue
            if order == 0:
                starter = len(out)
            out.append(d)
            last = order
        return out
