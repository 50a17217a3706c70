#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the structure of src/, read from its #include lines.

    tools/house-figures.py [SRC]

A module is NAME.c with NAME.h; it points at each module whose header one of the
two includes.  A room is a folder, or a module that stands beside folders; it
points at a room when one of its modules points at one of that room's.  Floors
are the longest chain of arrows, counted in rooms; what points at each other in a
circle is one room.
"""
import os
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')


def read(src):
    """The lines of every .c and .h below src, by path."""
    files = {}
    for folder, _, names in os.walk(src):
        for name in names:
            if name.endswith(('.c', '.h')):
                path = os.path.join(folder, name)
                with open(path, encoding='utf-8') as file:
                    files[os.path.relpath(path, src)] = file.read().split('\n')
    return files


def module(path):
    return path.rsplit('.', 1)[0]


def includes(files):
    """By path: the paths of our own headers that it includes."""
    return {path: {m.group(1) for m in map(INCLUDE.match, lines)
                   if m and m.group(1) in files}
            for path, lines in files.items()}


def arrows_between(arrows, key):
    """The arrows between what `key` makes of both ends."""
    found = {key(path): set() for path in arrows}
    for path, targets in arrows.items():
        found[key(path)] |= {key(t) for t in targets} - {key(path)}
    return found


def circles(arrows):
    """The strongly connected components (Tarjan), each a list."""
    number, low, stack, done, found = {}, {}, [], set(), []

    def visit(node):
        number[node] = low[node] = len(number)
        stack.append(node)
        for target in sorted(arrows.get(node, ())):
            if target not in number:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target not in done:
                low[node] = min(low[node], number[target])
        if low[node] == number[node]:
            part = []
            while not part or part[-1] != node:
                part.append(stack.pop())
                done.add(part[-1])
            found.append(part)

    for node in sorted(arrows):
        if node not in number:
            visit(node)
    return found


def floors(arrows):
    """How many rooms the longest chain of arrows has."""
    parts = circles(arrows)
    part_of = {node: i for i, part in enumerate(parts) for node in part}
    height = {}
    for i, part in enumerate(parts):  # targets come before what points at them
        below = {part_of[t] for n in part for t in arrows.get(n, ())} - {i}
        height[i] = 1 + max((height[b] for b in below), default=0)
    return max(height.values(), default=0)


def rooms_of(arrows, folder):
    """The arrows between the rooms of a folder."""
    inside = {p: {t for t in targets if t.startswith(folder)}
              for p, targets in arrows.items() if p.startswith(folder)}
    return arrows_between(
        inside, lambda path: module(path)[len(folder):].split('/')[0])


def count(arrows):
    return sum(len(targets) for targets in arrows.values())


def functions(files):
    """(lines, path, name) of each function: from its first line to its brace."""
    for path, lines in files.items():
        if not path.endswith('.c'):
            continue
        start = 0
        for at, line in enumerate(lines):
            if line == '{':
                first = at
                while first and lines[first - 1].strip() and \
                        not lines[first - 1].endswith(('*/', ';', '}')) and \
                        not lines[first - 1].startswith('#'):
                    first -= 1
                start = first
            elif line == '}' and at > start:
                name = re.search(r'(\w+)\(', ' '.join(lines[start:at]))
                yield at - start + 1, path, name.group(1) if name else '?'
                start = at


def main():
    src = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'src')
    files = read(src)
    arrows = includes(files)
    modules = arrows_between(arrows, module)
    loops = [sorted(part) for part in circles(modules) if len(part) > 1]
    headers = {p: {t for t in targets if t.endswith('.h')}
               for p, targets in arrows.items() if p.endswith('.h')}
    load = rooms_of(arrows, 'load/')
    flat = {m: {t for t in targets if t.startswith('load/')}
            for m, targets in modules.items() if m.startswith('load/')}
    longest = max(functions(files))
    largest = max((len(lines) - 1, path) for path, lines in files.items())

    print(f'files                      {len(files)}')
    print(f'modules                    {len(modules)}')
    print(f'load: rooms                {len(load)}')
    print(f'load: floors of rooms      {floors(load)}')
    print(f'load: arrows of rooms      {count(load)}')
    print(f'load: floors of modules    {floors(flat)}')
    print(f'load: arrows of modules    {count(flat)}')
    print(f'circles of modules         {len(loops)}')
    for part in loops:
        print(f'    {" ".join(part)}')
    print(f'longest chain of headers   {floors(headers)}')
    print(f'longest function           {longest[0]} {longest[1]} {longest[2]}')
    print(f'longest file               {largest[0]} {largest[1]}')


main()
