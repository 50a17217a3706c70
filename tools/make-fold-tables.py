#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables by which texts are searched, from the Unicode Character Database.

    tools/make-fold-tables.py fold   [UCD folder] > src/text/fold_table.inc
    tools/make-fold-tables.py pinyin [UCD folder] > src/text/pinyin_table.inc

The folder is that of tools/ucd.py, with Unihan_Variants and Unihan_Readings.
"""
import re
import sys
import unicodedata

from ucd import Characters, Database

SLOW = 0xFFFF  # it folds to several characters, or to one beyond the BMP
QUOTES = {c: 0x22 for c in (*range(0x201C, 0x2020), 0xAB, 0xBB,
                            *range(0x300C, 0x3010), *range(0x301D, 0x3020))}
QUOTES.update({c: 0x27 for c in range(0x2018, 0x201C)})
KEPT = {0x2026}  # NFKC would make three points of it
# Middle dots of foreign names, the circle that stands for zero in years, hyphens.
ONE_MARK = {0x2022: 0xB7, 0x2027: 0xB7, 0x2219: 0xB7, 0x22C5: 0xB7,
            0x30FB: 0xB7, 0x25CB: 0x3007, 0x25EF: 0x3007,
            0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D,
            0x2212: 0x2D}
# Variants that Unihan lacks or mixes up.
MORE_VARIANTS = {"鍊": "炼", "妳": "你", "牠": "它", "拚": "拼", "鉆": "钻"}
LINKS = 3  # from a variant to the standard character, at most
READINGS = 3  # of a character, at most
RARE = 20  # a reading that is heard once in so many times is left out


def simplified(base):
    """One character each.  Of one that may also stay as it is (復, 著) it is the
    other form: a search is to find both."""
    table = {}
    for c, value in base.unihan("Unihan_Variants", "kSimplifiedVariant"):
        targets = [t for t in (int(t[2:], 16) for t in value.split()) if t != c]
        if c <= 0xFFFF and targets and targets[0] <= 0xFFFF:
            table[c] = targets[0]
    for c in table:
        seen = {c}
        while table[c] in table and table[c] not in seen:
            seen.add(table[c])
            table[c] = table[table[c]]
    return {c: to for c, to in table.items() if c != to and to not in table}


def syllables(base):
    """All readings of characters, with tones, and the first syllable of each."""
    heard, first = {}, {}
    for field in ("kMandarin", "kHanyuPinlu", "kHanyuPinyin", "kTGHZ2013"):
        for c, value in base.unihan("Unihan_Readings", field):
            value = re.sub(r"[0-9.*]+:|\(\d+\)", "", value)
            heard.setdefault(c, set()).update(
                s for s in re.split(r"[\s,]+", value) if s)
            if field == "kMandarin":
                first[c] = bare(value.split()[0])
    return heard, first


def variant_links(base):
    """For each character those that Unihan calls its variants, in both directions,
    with how loose the link is."""
    links = {}
    for loose, field in enumerate(("kSimplifiedVariant", "kZVariant",
                                   "kSemanticVariant",
                                   "kSpecializedSemanticVariant")):
        for c, value in base.unihan("Unihan_Variants", field):
            for d in (int(t.split("<")[0][2:], 16) for t in value.split()):
                for one, other in ((c, d), (d, c))[:2 if loose else 1]:
                    if d != c and other <= 0xFFFF:
                        links.setdefault(one, {}).setdefault(other, loose)
    return links


def standard_forms(base):
    """The standard character of each variant that is no standard character itself.

    Those of the Table of General Standard Chinese Characters of 2013 (kTGH) are
    words of their own and stay apart, whatever Unihan says of their meanings
    (坯 and 坏, 氯 and 绿).  A variant has a reading of its standard character, and
    they begin with the same syllable in their first readings."""
    standard = {c for c, _ in base.unihan("Unihan_OtherMappings", "kTGH")}
    heard, first = syllables(base)
    links = variant_links(base)
    table = {}
    for c in links:
        if c in standard or c > 0xFFFF:
            continue
        seen, edge, found = {c}, [(0, c)], []
        for _ in range(LINKS):
            beyond = []
            for cost, at in sorted(edge):
                for d, loose in sorted(links.get(at, {}).items()):
                    if d in seen or not heard.get(c, set()) & heard.get(
                            d, set()):
                        continue
                    seen.add(d)
                    if d not in standard:
                        beyond.append((cost + 1 + loose, d))
                    elif first.get(c) == first.get(d):
                        found.append((cost + 1 + loose, d))
            if found:
                table[c] = min(found)[1]
                break
            edge = beyond
    table.update((ord(c), ord(to)) for c, to in MORE_VARIANTS.items())
    return table


def variant_table(base):
    """Simplified forms go first: they are one word's, in whatever standard."""
    table = standard_forms(base)
    table.update((c, to) for c, to in simplified(base).items()
                 if chr(c) not in MORE_VARIANTS)
    for c in table:
        seen = {c}
        while table[c] in table and table[c] not in seen:
            seen.add(table[c])
            table[c] = table[table[c]]
    return {c: to for c, to in table.items() if c != to and to not in table}


def plain(characters, radicals, c):
    """The folded characters of one, before variants."""
    if c in KEPT:
        return [c]
    folded = characters.nfkc(*[
        radicals.get(small, small)
        for d in characters.nfkc(c) for small in characters.fold(d)])
    return [ONE_MARK.get(d, QUOTES.get(d, d)) for d in folded]


def fold_table(base):
    variants = variant_table(base)
    characters = Characters(base)
    radicals = base.radicals()
    pages = {}
    for c in range(0x80, 0x10000):
        if 0xD800 <= c <= 0xDFFF or c not in characters.assigned:
            continue
        folded = plain(characters, radicals, c)
        if len(folded) != 1 or folded[0] >= SLOW:
            to = SLOW
        else:
            to = variants.get(folded[0], folded[0])
        if to != c:
            pages.setdefault(c >> 8, {})[c & 0xFF] = to
    print(base.banner("make-fold-tables.py", "Unihan_Variants,"
                      " Unihan_Readings,\n * Unihan_OtherMappings (kTGH),"
                      " UnicodeData and CaseFolding"))
    numbers = {page: i + 1 for i, page in enumerate(sorted(pages))}
    print("static const uint8_t fold_index[256] = {")
    print_values(numbers.get(page, 0) for page in range(256))
    print("};\nstatic const uint16_t fold_pages[%d][256] = {\n{0}," %
          (len(pages) + 1))
    for page in sorted(pages):
        print("{ /* U+%02Xxx */" % page)
        print_values(pages[page].get(i, 0) for i in range(256))
        print("},")
    print("};")


def print_values(values):
    line = ""
    for value in values:
        item = "%d," % value if value < 10 else "0x%x," % value
        if len(line) + len(item) > 78:
            print(line)
            line = ""
        line += item
    print(line)


def bare(syllable):
    """Without its tone; ü as v, as it is typed."""
    text = unicodedata.normalize("NFD", syllable.lower())
    text = text.replace("u\u0308", "v")
    return re.sub("[^a-z]", "", unicodedata.normalize("NFC", "".join(
        d for d in text if not unicodedata.combining(d))))


def readings(base):
    table = {}

    def add(c, syllable):
        syllable = bare(syllable)
        known = table.setdefault(c, [])
        if syllable and syllable not in known and len(known) < READINGS:
            known.append(syllable)

    heard = {}
    for c, value in base.unihan("Unihan_Readings", "kHanyuPinlu"):
        heard[c] = [(s, int(n)) for s, n in
                    re.findall(r"([^\s(]+)\((\d+)\)", value)]
    for c, value in base.unihan("Unihan_Readings", "kMandarin"):
        if 0x3400 <= c <= 0xFFFF:
            for syllable in value.split():
                add(c, syllable)
            total = sum(n for _, n in heard.get(c, []))
            for syllable, count in heard.get(c, []):
                if count * RARE >= total:
                    add(c, syllable)
    return table


def pinyin_table(base):
    by_syllable = {}
    for c, syllables in readings(base).items():
        for syllable in syllables:
            by_syllable.setdefault(syllable, []).append(chr(c))
    print(base.banner("make-fold-tables.py", "Unihan_Readings (kMandarin,"
                      " kHanyuPinlu)"))
    for syllable in sorted(by_syllable):
        chars = "".join(sorted(by_syllable[syllable]))
        print('{"%s",' % syllable)
        for i in range(0, len(chars), 24):
            print(' "%s"' % chars[i:i + 24])
        print("},")


def main():
    base = Database(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/unicode")
    {"fold": fold_table, "pinyin": pinyin_table}[sys.argv[1]](base)


main()
