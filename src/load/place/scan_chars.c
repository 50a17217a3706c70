/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_chars.h"

#include "base/mem.h"
#include "base/str.h"
#include "load/place/clean.h"
#include "load/place/place_weights.h"
#include "load/place/scan_blocks.h"
#include "load/place/scan_page.h"

#include <math.h>
#include <stdlib.h>

static bool scan_chars_are_hidden(const struct page_chars *page)
{
	size_t hidden = 0;

	for (size_t i = 0; i < page->count; i++)
		hidden += page->chars[i].hidden;
	return (float)hidden > SCAN_HIDDEN * (float)page->count;
}

static float scan_larger_em(const struct page_char *a,
                            const struct page_char *b)
{
	return a->em_pt > b->em_pt ? a->em_pt : b->em_pt;
}

/* Does `next` stand in the line of `before`, behind it? */
static bool scan_is_same_line(const struct page_char *before,
                              const struct page_char *next)
{
	float em = scan_larger_em(before, next);
	float room = next->box.x0 - before->box.x1;

	return fabsf(next->baseline_pt - before->baseline_pt) <
	               SCAN_LINE_SHIFT_EM * em &&
	       next->box.x0 > before->box.x0 - SCAN_LINE_BACK_EM * em &&
	       room < SCAN_LINE_ROOM_EM * em;
}

/* The end of the line of which character `first` is the first. */
static size_t scan_line_end(const struct page_chars *page, size_t first)
{
	size_t end = first + 1;

	while (end < page->count &&
	       scan_is_same_line(&page->chars[end - 1], &page->chars[end]))
		end++;
	return end;
}

static bool scan_has_space(const struct page_char *c)
{
	return c->space || c->box.x0 - c[-1].box.x1 > SCAN_SPACE_EM * c->em_pt;
}

static int scan_compare_gaps(const void *one, const void *other)
{
	float a = *(const float *)one, b = *(const float *)other;

	return (a > b) - (a < b);
}

/* The gap above which words of a line that is spaced out are parted, or -1: it is not spaced
 * out, as heads of old papers are. */
static float scan_spaced_gap(const struct page_chars *page, size_t first,
                             size_t end)
{
	size_t count = end - first - 1, spaces = 0;
	float *gaps, usual;

	for (size_t i = first + 1; i < end; i++)
		spaces += scan_has_space(&page->chars[i]);
	if (count + 1 < SCAN_SPACED_LETTERS ||
	    (float)spaces < SCAN_SPACED * (float)count)
		return -1;
	gaps = mem_alloc(count * sizeof *gaps);
	for (size_t i = 0; i < count; i++)
		gaps[i] = page->chars[first + i + 1].box.x0 -
		          page->chars[first + i].box.x1;
	qsort(gaps, count, sizeof *gaps, scan_compare_gaps);
	usual = gaps[count / 2];
	free(gaps);
	return usual > 0 ? SCAN_SPACED_WORDS * usual : -1;
}

static struct str scan_line_text(struct arena *arena,
                                 const struct page_chars *page, size_t first,
                                 size_t end)
{
	float spaced = scan_spaced_gap(page, first, end);
	struct buf text;
	struct str kept;

	buf_init(&text);
	for (size_t i = first; i < end; i++) {
		const struct page_char *c = &page->chars[i];

		if (i > first &&
		    (spaced < 0 ? scan_has_space(c)
		                : c->box.x0 - c[-1].box.x1 > spaced))
			buf_add_byte(&text, ' ');
		buf_add_uc(&text, c->code);
	}
	kept = (struct str){ arena_copy_text(arena, text.ptr, text.len),
		             text.len };
	buf_release(&text);
	return kept;
}

static struct line_box scan_line_box(const struct page_chars *page,
                                     size_t first, size_t end)
{
	struct page_box around = page->chars[first].box;
	size_t bold = 0;
	float em_pt = 0;

	for (size_t i = first; i < end; i++) {
		const struct page_char *c = &page->chars[i];

		around.x0 = fminf(around.x0, c->box.x0);
		around.x1 = fmaxf(around.x1, c->box.x1);
		around.y0 = fminf(around.y0, c->box.y0);
		around.y1 = fmaxf(around.y1, c->box.y1);
		em_pt += c->em_pt;
		bold += c->bold || page->faces[c->face].bold;
	}
	return (struct line_box){
		.left_pt = around.x0,
		.top_pt = around.y0,
		.width_pt = around.x1 - around.x0,
		.height_pt = around.y1 - around.y0,
		.em_pt = em_pt / (float)(end - first),
		.bold = 2 * bold > end - first,
	};
}

/* The lines of a page in the order of its characters. */
struct scan_chars {
	struct scan_page page;
	struct scan_line *lines; /* owned */
	struct arena arena;      /* of their texts */
};

static void scan_chars_init(struct scan_chars *scan,
                            const struct page_chars *page)
{
	*scan = (struct scan_chars){
		.page = { .width_pt = page->width_pt,
		          .height_pt = page->height_pt },
		.lines = mem_alloc((page->count + 1) * sizeof *scan->lines),
	};
	arena_init(&scan->arena);
	for (size_t i = 0, end; i < page->count; i = end) {
		end = scan_line_end(page, i);
		scan->lines[scan->page.count++] = (struct scan_line){
			.text = scan_line_text(&scan->arena, page, i, end),
			.box = scan_line_box(page, i, end),
		};
	}
	scan->page.lines = scan->lines;
	scan_blocks_find(scan->lines, &scan->page);
}

static void scan_chars_release(struct scan_chars *scan)
{
	free(scan->lines);
	arena_release(&scan->arena);
}

/* Does the order of the characters give lines that can be placed? */
static bool scan_chars_can_place(const struct scan_chars *scan,
                                 const struct page_chars *page)
{
	return (float)page->count > SCAN_LINE_CHARS * (float)scan->page.count &&
	       scan_can_place(&scan->page);
}

bool scan_chars_place(struct placement *placement, struct page_chars *page)
{
	struct scan_chars scan;
	size_t *order;
	bool can_place;

	if (!scan_chars_are_hidden(page))
		return false;
	page_clean(page);
	scan_chars_init(&scan, page);
	can_place = scan_chars_can_place(&scan, page);
	if (can_place) {
		scan_place(placement, &scan.page, &order);
		free(order);
	}
	scan_chars_release(&scan);
	return can_place;
}
