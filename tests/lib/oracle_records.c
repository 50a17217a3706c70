/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/input/records.h"
#include "load/load.h"

#include <math.h>
#include <string.h>

#define HEAD STR("baolan-pdf\t1\n")

/* What of the records must come out the same in whatever pieces they are fed. */
struct tally {
	size_t pages, chars, shapes, faces;
	uint64_t sum;
};

static bool is_box(const struct page_box *box)
{
	return isfinite(box->x0) && isfinite(box->y0) && isfinite(box->x1) &&
	       isfinite(box->y1) && box->x0 <= box->x1 && box->y0 <= box->y1;
}

static const char *check_char(const struct page_chars *page, size_t i)
{
	const struct page_char *c = &page->chars[i];

	if (c->code < 0x20 || c->code > 0x10ffff ||
	    (c->code >= 0xd800 && c->code < 0xe000))
		return "a character is none";
	if (!is_box(&c->box) || !isfinite(c->baseline_pt))
		return "the box of a character is none";
	if (!(c->em_pt > 0) || !isfinite(c->em_pt))
		return "a character has no size";
	if (c->face >= page->face_count || c->order != i)
		return "a character has no face, or another place in the order";
	return NULL;
}

static bool are_pixels(const struct pixels *pixels)
{
	bool any = pixels->cols > 0 && pixels->cols <= PIXELS_MOST &&
	           pixels->rows > 0 && pixels->rows <= PIXELS_MOST;

	for (int i = 0; any && i < pixels->cols * pixels->rows; i++)
		any = pixels->rgb[i] <= 0xffffff;
	return any;
}

/* What is wrong with a page, or NULL. */
static const char *check_page(const struct page_chars *page, size_t last)
{
	const char *wrong = NULL;

	if (page->number <= last)
		wrong = "the numbers of pages do not grow";
	if (page->count > RECORDS_CHARS || page->shape_count > RECORDS_SHAPES)
		wrong = "a page has more than the limit";
	if (page->count && !(page->width_pt > 0 && page->height_pt > 0))
		wrong = "a page without a size has characters";
	for (size_t i = 0; i < page->count && !wrong; i++)
		wrong = check_char(page, i);
	for (size_t i = 0; i < page->shape_count && !wrong; i++)
		if (!is_box(&page->shapes[i].box))
			wrong = "the box of a shape is none";
		else if (page->shapes[i].pixels &&
		         (page->shapes[i].kind != SHAPE_PICTURE ||
		          !are_pixels(page->shapes[i].pixels)))
			wrong = "the pixels of a picture are none";
	return wrong;
}

static void add_to_tally(struct tally *tally, const struct page_chars *page)
{
	tally->pages++;
	tally->chars += page->count;
	tally->shapes += page->shape_count;
	tally->faces += page->face_count;
	for (size_t i = 0; i < page->count; i++)
		tally->sum = tally->sum * 31 + page->chars[i].code +
		             page->chars[i].face + page->chars[i].space;
	for (size_t i = 0; i < page->shape_count; i++) {
		const struct pixels *pixels = page->shapes[i].pixels;

		for (int p = 0; pixels && p < pixels->cols * pixels->rows; p++)
			tally->sum = tally->sum * 31 + pixels->rgb[p];
	}
}

/* Feeds the records in pieces of so many bytes. */
static const char *read_pieces(struct str text, size_t piece,
                               struct tally *tally)
{
	const char *wrong = NULL;
	struct records records;
	size_t last = 0;

	records_init(&records);
	records_want_pixels(&records);
	for (size_t at = 0; at <= text.len && !wrong; at += piece) {
		size_t end = text.len - at < piece ? text.len : at + piece;
		struct page_chars page;

		records_feed(&records, str_slice(text, at, end));
		if (end == text.len)
			records_end(&records);
		while (records_next_page(&records, &page)) {
			wrong = wrong ? wrong : check_page(&page, last);
			last = page.number;
			add_to_tally(tally, &page);
			page_chars_release(&page);
		}
	}
	records_release(&records);
	return wrong;
}

static char *check_issue(struct str text)
{
	struct issue *issue = load_bytes(text, "records", NULL);
	char *wrong = issue_validate(issue);

	if (!wrong)
		wrong = oracle_facsimiles(issue, 24, 80, 1);
	issue_free(issue);
	return wrong;
}

char *oracle_records_bytes(struct str bytes)
{
	struct tally whole = { 0 }, pieces = { 0 };
	const char *wrong;
	struct buf text;
	char *told;

	buf_init(&text);
	buf_add(&text, HEAD);
	buf_add(&text, bytes);
	wrong = read_pieces(buf_str(&text), text.len + 1, &whole);
	if (!wrong)
		wrong = read_pieces(buf_str(&text), 7, &pieces);
	if (!wrong && memcmp(&whole, &pieces, sizeof whole))
		wrong = "records in pieces are others";
	told = wrong ? mem_dup(wrong, strlen(wrong))
	             : check_issue(buf_str(&text));
	buf_release(&text);
	return told;
}
