/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LISTS_H
#define LOAD_LINES_LISTS_H

struct printed_lines;

/*
 * Finds the lists in running text, after printed_lines_measure(), and sets `list` and
 * `ends_item` of their lines.
 *
 *  - Items behind marks of one form (list_mark.h), with numbers that go on, are a list where
 *    a colon stands before them, where they end in a comma or semicolon, and where three
 *    short ones stand under each other that no headlines look like.
 *  - Two or more lines under a colon that do not fill their column are a list, whatever they
 *    end with, up to a blank line or a line that does.
 *  - A name and a colon, at the head of several lines, are those who speak in an interview.
 *
 * Time: O(lines).
 */
void lists_find(struct printed_lines *lines);

#endif
