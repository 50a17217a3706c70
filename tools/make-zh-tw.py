#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes po/zh_TW.po, the messages in Traditional Chinese, from po/zh_CN.po.

    tools/make-zh-tw.py po/zh_CN.po po/zh_TW.corrections > po/zh_TW.po

Characters and words are converted by opencc (s2twp: Taiwan, with its words); then the
corrections are made, in their order.  Above each entry stands, behind "# = ", the text from
which it was made, by which tests/t-messages.sh knows those that are stale.
"""
import re
import subprocess
import sys

HEAD = '''# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese (traditional) catalogue of baolan, made from zh_CN.po by tools/make-zh-tw.py
# (`make update-zh-tw'); what is wrong is corrected in zh_TW.corrections, not here.
msgid ""
msgstr ""
'''
LINE = re.compile(r'(msgid|msgid_plural|msgstr|msgstr\[0\])? ?"(.*)"$')


def entries(path):
    """The entries of a catalogue: flags, msgid, msgid_plural or None, msgstr."""
    entry = part = None
    flags = ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#,"):
            flags = line
        match = None if line.startswith("#") else LINE.match(line)
        if not match:
            continue
        if match[1] == "msgid":
            if entry:
                yield entry
            entry, flags = {"flags": flags}, ""
        part = (match[1] or part).removesuffix("[0]")
        entry[part] = entry.get(part, "") + match[2]
    if entry:
        yield entry


def header(fields):
    """The header of the traditional catalogue, from that of the simplified one."""
    fields = fields.replace("zh_CN", "zh_TW").replace("(simplified)", "(traditional)")
    return "".join(f'"{field}\\n"\n' for field in fields.split("\\n") if field)


def converted(texts):
    """The texts as opencc writes them, a line each."""
    result = subprocess.run(["opencc", "-c", "s2twp"], input="\n".join(texts),
                            capture_output=True, check=True, encoding="utf-8")
    lines = result.stdout.split("\n")
    assert len(lines) == len(texts)
    return lines


def corrections(path):
    """Pairs of a regular expression and what is put in its place."""
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line or line.startswith("# "):
            continue
        parts = line.split("\t")
        if len(parts) != 2:
            sys.exit(f"{path}:{number}: one tab parts what is found and its place")
        yield re.compile(parts[0]), parts[1]


def main():
    catalogue, table = sys.argv[1:]
    first, *others = entries(catalogue)
    items = [e for e in others if e["msgstr"]]
    made = converted([e["msgstr"] for e in items])
    unused = []
    for pattern, text in corrections(table):
        before = made
        made = [pattern.sub(text, line) for line in made]
        if before == made:
            unused.append(pattern.pattern)
    print(HEAD + header(first["msgstr"]), end="")
    for entry, text in zip(items, made):
        print("\n# = " + entry["msgstr"])
        if entry["flags"]:
            print(entry["flags"])
        print(f'msgid "{entry["msgid"]}"')
        plural = entry.get("msgid_plural")
        if plural is not None:
            print(f'msgid_plural "{plural}"')
        print(f'msgstr{"" if plural is None else "[0]"} "{text}"')
    for pattern in unused:
        print(f"{table}: found nowhere: {pattern}", file=sys.stderr)


if __name__ == "__main__":
    main()
