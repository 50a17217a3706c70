#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the articles that a program gives whole.

    tests/whole-articles.py PROGRAM FOLDER...

A folder has pages as text and their truth (NN.truth.json: "files", and "items" with
"article" and "lines").  An article is whole if at least 95 % of its characters are in
one article of the program, of whose characters at least 95 % are of it.  Characters are
counted by printed lines, without white space.  Run by hand, or by
`make check-whole FOLDERS=...`: the pages are not part of this project.
"""
import collections, glob, json, os, subprocess, sys

SHARE = .95


def numbered(parts):
    """The line numbers of a list of parts of an article."""
    for part in parts or []:
        for start, end in part.get('lines') or []:
            yield from range(start, end + 1)


def owners_of_truth(truth):
    return {number: item.get('article') for item in truth['items'] for start, end in item['lines'] for number in range(start, end + 1)}


def owners_of_program(document):
    owners = {}
    for number, article in enumerate(document['articles']):
        for key in ('headline_lines', 'paragraphs', 'quotes', 'jumps'):
            for line in numbered(article.get(key)):
                owners.setdefault(line, number)
    return owners


def count(program, truth_file):
    """How many articles a page has, and how many are whole."""
    truth = json.load(open(truth_file, encoding='utf-8'))
    folder = os.path.dirname(truth_file)
    if len(truth['files']) > 1:
        return 0, 0
    page = os.path.join(folder, truth['files'][0])
    out = subprocess.run([program, '--export=all', '--format=json', page], stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout
    given, true = owners_of_program(json.loads(out)), owners_of_truth(truth)
    both, given_chars, true_chars = (collections.Counter() for _ in range(3))
    text = open(page, encoding=truth.get('encoding') or 'utf-8', errors='replace').read()
    for number, line in enumerate(text.replace('\f', '').split('\n'), 1):
        chars = len(''.join(line.split()))
        given_chars[given.get(number)] += chars
        if true.get(number) is not None:
            true_chars[true[number]] += chars
            both[true[number], given.get(number)] += chars
    whole = {article for (article, number), chars in both.items()
             if number is not None and chars >= SHARE * true_chars[article] and chars >= SHARE * given_chars[number]}
    return len(true_chars), len(whole)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for folder in sys.argv[2:]:
        articles = whole = 0
        for truth_file in sorted(glob.glob(os.path.join(folder, '*.truth.json'))):
            a, w = count(sys.argv[1], truth_file)
            articles, whole = articles + a, whole + w
        print('%s: %d of %d articles whole (%.0f %%)' % (folder, whole, articles, 100 * whole / max(articles, 1)))


if __name__ == '__main__':
    main()
