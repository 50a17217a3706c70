/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLACE_PAGE_H
#define TESTS_PLACE_PAGE_H

#include "load/place/page_chars.h"
#include "load/place/placing.h"

/*
 * Pages set by hand, for tests of load/place: text and shapes at places.  The pages are
 * freed with page_chars_release().  Text is UTF-8; Han and full-width characters have an
 * advance of an em, others of half an em; spaces move the pen and are said of the next
 * character, as the file of a page does.
 */

/* What type a text is set in. */
struct page_type {
	float em_pt;
	uint32_t face; /* of page_add_face() */
	uint32_t rgb;
};

/* An empty page with one face, 0, that is not bold. */
void page_begin(struct page_chars *page, float width_pt, float height_pt);

/* Adds a face; gives its index.  `name` must outlive the page. */
uint32_t page_add_face(struct page_chars *page, const char *name, bool bold);

/* Sets a line that runs across from x, its em box from y; gives x behind it. */
float page_set_across(struct page_chars *page, struct page_type type, float x,
                      float y, const char *text);

/* Sets a line that runs down from y, its em box from x; gives y below it. */
float page_set_down(struct page_chars *page, struct page_type type, float x,
                    float y, const char *text);

/* A measure in which a text is set: `width_em` characters a line, each line but the
 * first from the edge, the first set in by `indent_em`. */
struct page_measure {
	float width_em;
	float pitch_pt;
	float indent_em;
};

/* Sets a paragraph in lines that run across, from x and y; gives the y of the line that
 * would follow. */
float page_set_paragraph(struct page_chars *page, struct page_type type,
                         struct page_measure measure, float x, float y,
                         const char *text);

/* The same in lines that run down, the first from x (its left side) and y; gives the x
 * of the line that would follow, to the left. */
float page_set_paragraph_down(struct page_chars *page, struct page_type type,
                              struct page_measure measure, float x, float y,
                              const char *text);

void page_add_shape(struct page_chars *page, enum shape_kind kind,
                    struct page_box box);

/* Puts the characters of a page in another order, as if the file had them so; which one
 * is decided by `seed`. */
void page_shuffle(struct page_chars *page, unsigned seed);

/* Turns the last `count` characters of a page by a quarter, each about its middle, as
 * letters in a line that runs down (TURN_DOWN) or climbs (TURN_UP). */
void page_turn_last(struct page_chars *page, size_t count, enum char_turn turn);

/* The lines that are found on a page, by t, then s, with " / " between them; and its
 * blocks by their first lines, with " | " between them.  The page is released; the caller
 * frees the text. */
char *page_lines_text(struct page_chars *page);
char *page_blocks_text(struct page_chars *page);

/* Checks that they are those, and releases the page. */
void page_check_lines(struct page_chars *page, const char *want);
void page_check_blocks(struct page_chars *page, const char *want);

#endif
