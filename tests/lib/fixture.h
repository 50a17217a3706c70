/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct issue;

/* What tests read: files of the source tree, and texts made for them. */

/* Places of the source tree. */
#define FIXTURE_BUNDLED "data/issues/shijingshan-2020-02-page1.txt"
#define FIXTURE_PAPER   "data/issues/liuwan-2026-11-08.txt"

/* All that are there and odd input; ends with NULL. */
const char *const *fixture_files(void);

/* Called, and does not return, where a test asks for the bundled page and the build is
 * without it. */
extern void (*fixture_left_out)(void);

/* The path of a file of the source tree; caller frees. */
char *fixture_path(const char *file);

/* Appends the whole of a file of the source tree; ends the test without it. */
void fixture_read(struct buf *out, const char *file);

/* The issue of a file of the source tree; free with issue_free(). */
struct issue *fixture_issue(const char *file);

/*
 * Appends a text that no paper ever printed: runs of Chinese, Latin, marks,
 * combining characters, pictures, controls, bytes that are no UTF-8, blank
 * lines, form feeds.  The same seed gives the same bytes on every machine.
 */
void fixture_generate(struct buf *out, uint32_t seed);

/*
 * Appends a page as a compositor would set it: each line of `text` that begins
 * with ¶ is a paragraph in lines of `em` ideographs, the first one two shorter
 * (as an extractor gives an indent), none begun by a closing mark or ended by an
 * opening one.  Other lines stay as they are.
 */
void fixture_set(struct buf *out, const char *text, size_t em);

/* The issue of a page set like this; free with issue_free(). */
struct issue *fixture_page(const char *text, size_t em);

/* An issue of these lines and no structure, for stages of the loader; a form
 * feed ends a page.  It borrows `text`; free with issue_free(). */
struct issue *fixture_lines(const char *text);

/* The next number of a sequence below `limit`; *state is its seed. */
uint32_t fixture_random(uint32_t *state, uint32_t limit);

/*
 * The seeds of a random test, `count` of them.  A build with sanitizers, which is
 * three to five times as slow, takes a fifth as many, and others: the two builds of
 * "./run --check" together try more than either.
 */
struct seeds {
	uint32_t first, end;
};
struct seeds fixture_seeds(uint32_t count);

/* 1; in a build with sanitizers 5: of sizes and places that are all tried elsewhere it
 * takes each fifth. */
int fixture_stride(void);

/*
 * NULL when `got` is what tests/golden/NAME holds; else a sentence with the
 * first line that differs; caller frees.  With UPDATE_GOLDENS in the
 * environment the file is written instead.
 */
char *golden_differs(const char *name, struct str got);

#endif
