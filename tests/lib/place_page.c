/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place_page.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/place/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BASELINE_EM .88f /* from the top of the em box */

void page_begin(struct page_chars *page, float width_pt, float height_pt)
{
	page_chars_init(page);
	page->number = 1;
	page->width_pt = width_pt;
	page->height_pt = height_pt;
	page_add_face(page, "Song", false);
}

uint32_t page_add_face(struct page_chars *page, const char *name, bool bold)
{
	*ARRAY_ADD(page->faces, page->face_count, page->face_cap) =
		(struct page_face){ str_from(name), bold };
	return (uint32_t)page->face_count - 1;
}

static float advance_em(uint32_t code)
{
	return code < 0x2000 ? .5f : 1;
}

static bool is_space(uint32_t code)
{
	return code == ' ' || code == 0x3000;
}

static void add_char(struct page_chars *page, struct page_type type, float x,
                     float y, uint32_t code, bool space)
{
	float advance = advance_em(code) * type.em_pt;

	*ARRAY_ADD(page->chars, page->count, page->cap) = (struct page_char){
		.code = code,
		.box = { x, y, x + advance, y + type.em_pt },
		.baseline_pt = y + BASELINE_EM * type.em_pt,
		.em_pt = type.em_pt,
		.face = type.face,
		.rgb = type.rgb,
		.order = page->count,
		.space = space,
	};
}

/* Sets a line from (x, y); gives how far it reaches along its direction. */
static float set_line(struct page_chars *page, struct page_type type, float x,
                      float y, bool down, struct str text)
{
	float along = 0;
	bool space = false;
	uint32_t code;

	for (size_t i = 0; i < text.len;) {
		i += utf8_next(text, i, &code);
		if (!is_space(code)) {
			add_char(page, type, down ? x : x + along,
			         down ? y + along : y, code, space);
		}
		space = is_space(code);
		along += down ? type.em_pt : advance_em(code) * type.em_pt;
	}
	return along;
}

float page_set_across(struct page_chars *page, struct page_type type, float x,
                      float y, const char *text)
{
	return x + set_line(page, type, x, y, false, str_from(text));
}

float page_set_down(struct page_chars *page, struct page_type type, float x,
                    float y, const char *text)
{
	return y + set_line(page, type, x, y, true, str_from(text));
}

/* The first bytes of a text that fit into `room_em`; at least one character. */
static size_t fitting(struct str text, float room_em, bool down)
{
	size_t at = 0;
	uint32_t code;

	while (at < text.len) {
		size_t len = utf8_next(text, at, &code);
		float em = down ? 1 : advance_em(code);

		if (at && em > room_em + .001f)
			break;
		room_em -= em;
		at += len;
	}
	return at;
}

float page_set_paragraph(struct page_chars *page, struct page_type type,
                         struct page_measure measure, float x, float y,
                         const char *text)
{
	struct str rest = str_from(text);
	float indent = measure.indent_em;

	while (rest.len) {
		size_t len = fitting(rest, measure.width_em - indent, false);
		float left = x + indent * type.em_pt;

		set_line(page, type, left, y, false, str_slice(rest, 0, len));
		rest = str_slice(rest, len, rest.len);
		indent = 0;
		y += measure.pitch_pt;
	}
	return y;
}

float page_set_paragraph_down(struct page_chars *page, struct page_type type,
                              struct page_measure measure, float x, float y,
                              const char *text)
{
	struct str rest = str_from(text);
	float indent = measure.indent_em;

	while (rest.len) {
		size_t len = fitting(rest, measure.width_em - indent, true);
		float top = y + indent * type.em_pt;

		set_line(page, type, x, top, true, str_slice(rest, 0, len));
		rest = str_slice(rest, len, rest.len);
		indent = 0;
		x -= measure.pitch_pt;
	}
	return x;
}

void page_add_shape(struct page_chars *page, enum shape_kind kind,
                    struct page_box box)
{
	*ARRAY_ADD(page->shapes, page->shape_count, page->shape_cap) =
		(struct page_shape){ .kind = kind,
		                     .box = box,
		                     .width_pt = kind == SHAPE_STROKE ? .5f : 0,
		                     .straight = true };
}

void page_shuffle(struct page_chars *page, unsigned seed)
{
	uint64_t state = seed * 2654435761u + 1;

	for (size_t i = page->count; i-- > 1;) {
		struct page_char swap = page->chars[i];
		size_t other;

		state = state * 6364136223846793005u + 1442695040888963407u;
		other = (size_t)(state >> 33) % (i + 1);
		page->chars[i] = page->chars[other];
		page->chars[other] = swap;
	}
	for (size_t i = 0; i < page->count; i++)
		page->chars[i].order = i;
}

void page_turn_last(struct page_chars *page, size_t count, enum char_turn turn)
{
	for (size_t i = page->count - count; i < page->count; i++) {
		struct page_char *c = &page->chars[i];
		float x = (c->box.x0 + c->box.x1) / 2;
		float y = (c->box.y0 + c->box.y1) / 2;
		float half = (c->box.x1 - c->box.x0) / 2;

		c->box = (struct page_box){ x - c->em_pt / 2, y - half,
			                    x + c->em_pt / 2, y + half };
		c->turn = turn;
	}
}

static int compare_lines(const void *a, const void *b)
{
	const struct placed_line *x = *(struct placed_line *const *)a;
	const struct placed_line *y = *(struct placed_line *const *)b;
	float order = x->t - y->t;

	if (order == 0)
		order = x->s0 - y->s0;
	return (order > 0) - (order < 0);
}

/* Adds what is separated from what was added before. */
static void add_part(struct buf *out, const char *between, struct str text)
{
	if (out->len)
		buf_add_c(out, between);
	buf_add(out, text);
}

char *page_lines_text(struct page_chars *page)
{
	struct placed_line **lines;
	struct placing placing;
	struct buf out;

	placing_init(&placing, page);
	place_lines_and_blocks(&placing);
	lines = mem_alloc(placing.line_count * sizeof(struct placed_line *));
	for (size_t i = 0; i < placing.line_count; i++)
		lines[i] = &placing.lines[i];
	qsort(lines, placing.line_count, sizeof(struct placed_line *),
	      compare_lines);
	buf_init(&out);
	for (size_t i = 0; i < placing.line_count; i++)
		add_part(&out, " / ", buf_str(&lines[i]->text));
	free(lines);
	placing_release(&placing);
	page_chars_release(page);
	return buf_steal(&out);
}

static void add_block(struct buf *out, const struct placing *placing,
                      const struct placed_block *block)
{
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < block->line_count; i++)
		add_part(&text, " / ",
		         buf_str(&placing->lines[block->lines[i]].text));
	add_part(out, " | ", buf_str(&text));
	buf_release(&text);
}

char *page_blocks_text(struct page_chars *page)
{
	struct placing placing;
	struct buf out;
	bool *done;

	placing_init(&placing, page);
	place_lines_and_blocks(&placing);
	done = mem_alloc(placing.block_count);
	buf_init(&out);
	for (size_t n = 0; n < placing.block_count; n++) {
		size_t first = NPOS;

		for (size_t i = 0; i < placing.block_count; i++) {
			struct frame_box *at = &placing.blocks[i].at;

			if (!done[i] &&
			    (first == NPOS ||
			     at->t0 < placing.blocks[first].at.t0 ||
			     (at->t0 == placing.blocks[first].at.t0 &&
			      at->s0 < placing.blocks[first].at.s0)))
				first = i;
		}
		done[first] = true;
		add_block(&out, &placing, &placing.blocks[first]);
	}
	free(done);
	placing_release(&placing);
	page_chars_release(page);
	return buf_steal(&out);
}

void page_check_lines(struct page_chars *page, const char *want)
{
	char *got = page_lines_text(page);

	assert_string_equal(got, want);
	free(got);
}

void page_check_blocks(struct page_chars *page, const char *want)
{
	char *got = page_blocks_text(page);

	assert_string_equal(got, want);
	free(got);
}
