/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_VERSES_H
#define LOAD_LINES_VERSES_H

struct printed_lines;

/*
 * Marks lines that look like those of a poem (`verse`), after printed_lines_measure(): all
 * lines between two blank ones, which are much narrower than the columns of the page and have
 * no marks inside.  Four are enough under a byline or before another stanza, else there are
 * five, as headlines seldom have so many; other stanzas have three.  Time: O(lines).
 */
void verses_find(struct printed_lines *lines);

#endif
