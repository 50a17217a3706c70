/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "block_page.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/place/block_kinds.h"
#include "load/place/column_edges.h"
#include "load/place/columns.h"
#include "load/place/heads.h"
#include "load/place/subheads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EM     10 /* pt */
#define EXTENT 1000

static void block_page_fail(const char *line)
{
	fprintf(stderr, "block_page: not understood: %s\n", line);
	abort();
}

/* Reads `count` numbers behind a word; gives where they end. */
static const char *block_page_numbers(const char *at, float *numbers,
                                      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *end;

		numbers[i] = strtof(at, &end) * EM;
		if (end == at)
			block_page_fail(at);
		at = end;
	}
	return at + strspn(at, " ");
}

static void block_page_add_block(struct placing *placing, const char *at)
{
	struct placed_block block = { .inside = NPOS, .picture = NPOS };
	float em;

	at = block_page_numbers(at, &em, 1);
	block.em_pt = em;
	block.bold = strchr(at, 'h');
	block.face = strchr(at, 'f') ? 1 : 0;
	block.rgb = strchr(at, 'c') ? 0xff0000 : 0;
	block.latin = strchr(at, 'l');
	block.vertical = placing->vertical != !!strchr(at, 'x');
	block.pitch = 1.5f * em;
	*ARRAY_ADD(placing->blocks, placing->block_count, placing->block_cap) =
		block;
}

/* A drop cap, as the only character of its line. */
static void block_page_add_cap(struct placing *placing,
                               struct placed_line *line, float em)
{
	struct page_chars *chars = placing->chars;
	float top = line->t - line->em_pt / 2;

	line->chars = mem_alloc(sizeof *line->chars);
	line->chars[0] = chars->count;
	line->char_count = 1;
	line->drop_cap = true;
	*ARRAY_ADD(chars->chars, chars->count, chars->cap) = (struct page_char){
		.code = 'A',
		.box = { line->s0, top, line->s0 + em, top + em },
		.em_pt = em,
	};
}

/* The characters of a line of an alphabet, each as wide as the others. */
static void block_page_add_chars(struct placing *placing,
                                 struct placed_line *line)
{
	struct page_chars *chars = placing->chars;
	size_t count = char_count_printed(buf_str(&line->text));
	float advance = (line->s1 - line->s0) / (float)(count ? count : 1);

	line->chars = mem_alloc(count * sizeof *line->chars);
	line->char_count = count;
	for (size_t i = 0; i < count; i++) {
		float x = line->s0 + (float)i * advance;

		line->chars[i] = chars->count;
		*ARRAY_ADD(chars->chars, chars->count,
		           chars->cap) = (struct page_char){
			.code = 'a',
			.box = { x, line->box.y0, x + advance, line->box.y1 },
			.em_pt = line->em_pt,
		};
	}
}

/* A block is as large as its lines, and as wide as the longest. */
static void block_page_grow(struct placing *placing, struct placed_block *block,
                            const struct placed_line *line)
{
	struct frame_box at = { line->begin, line->s1,
		                line->t - line->em_pt / 2,
		                line->t + line->em_pt / 2 };

	if (block->vertical != placing->vertical)
		at = (struct frame_box){ line->t - line->em_pt / 2,
			                 line->t + line->em_pt / 2, line->begin,
			                 line->s1 };
	block->at = block->line_count ? frame_box_around(block->at, at) : at;
	block->left = block->s0 = block->at.s0;
	block->right = block->s1 = block->at.s1;
	block->t0 = block->at.t0;
	block->t1 = block->at.t1;
}

static void block_page_add_line(struct placing *placing, const char *at)
{
	struct placed_block *block = &placing->blocks[placing->block_count - 1];
	struct placed_line line = { .em_pt = block->em_pt,
		                    .face = block->face };
	float places[3], cap;
	const char *sign;

	if (!placing->block_count)
		block_page_fail(at);
	at = block_page_numbers(at, places, 3);
	line.s0 = line.begin = places[0];
	line.s1 = line.finish = places[1];
	line.t = places[2];
	line.vertical = block->vertical;
	line.latin = block->latin;
	line.heavy = block->bold;
	line.rgb = block->rgb;
	line.block = placing->block_count - 1;
	line.box = (struct page_box){ line.s0, line.t - line.em_pt / 2, line.s1,
		                      line.t + line.em_pt / 2 };
	buf_init(&line.text);
	sign = strstr(at, " @");
	buf_add(&line.text,
	        (struct str){ at, sign ? (size_t)(sign - at) : strlen(at) });
	if (char_opens(char_first(buf_str(&line.text))))
		line.begin += line.em_pt / 2;
	if (sign) {
		block_page_numbers(sign + 2, &cap, 1);
		block_page_add_cap(placing, &line, cap);
	} else if (line.latin) {
		block_page_add_chars(placing, &line);
	}
	block_page_grow(placing, block, &line);
	block->char_count += char_count_printed(buf_str(&line.text));
	block->lines = realloc(block->lines,
	                       (block->line_count + 1) * sizeof *block->lines);
	block->lines[block->line_count++] = placing->line_count;
	*ARRAY_ADD(placing->lines, placing->line_count, placing->line_cap) =
		line;
}

static void block_page_add_shape(struct placing *placing, const char *what,
                                 const char *at)
{
	float places[4];
	bool rule = *what == 'r', wall = *what == 'w';

	block_page_numbers(at, places, rule || wall ? 3 : 4);
	if (rule)
		*ARRAY_ADD(placing->rules_along_s, placing->along_s_count,
		           placing->along_s_cap) =
			(struct placed_rule){ places[0], places[1], places[2] };
	else if (wall)
		*ARRAY_ADD(placing->rules_along_t, placing->along_t_count,
		           placing->along_t_cap) =
			(struct placed_rule){ places[0], places[1], places[2] };
	else if (*what == 'p')
		*ARRAY_ADD(placing->pictures, placing->picture_count,
		           placing->picture_cap) =
			(struct frame_box){ places[0], places[1], places[2],
			                    places[3] };
	else
		*ARRAY_ADD(placing->boxes, placing->box_count,
		           placing->box_cap) =
			(struct placed_box){ { places[0], places[1], places[2],
			                       places[3] },
			                     *what == 'f' };
}

static void block_page_read(struct placing *placing, const char *line)
{
	static const char *const shapes[] = { "rule ", "wall ", "box ", "fill ",
		                              "picture " };

	if (!*line)
		return;
	if (!strncmp(line, "block ", 6)) {
		block_page_add_block(placing, line + 6);
		return;
	}
	if (!strcmp(line, "vertical")) {
		placing->vertical = true;
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		if (!strncmp(line, shapes[i], strlen(shapes[i]))) {
			block_page_add_shape(placing, shapes[i],
			                     line + strlen(shapes[i]));
			return;
		}
	block_page_add_line(placing, line);
}

void block_page_init(struct block_page *page, const char *notation)
{
	char *copy = mem_dup(notation, strlen(notation)), *at = copy;

	page_chars_init(&page->chars);
	page->chars.width_pt = page->chars.height_pt = EXTENT;
	placing_init(&page->placing, &page->chars);
	page->placing.body_em = EM;
	page->placing.indent_em = 2;
	page->placing.extent_s = page->placing.extent_t = EXTENT;
	while (*at) {
		size_t len = strcspn(at, "\n");
		char *next = at[len] ? at + len + 1 : at + len;

		at[len] = '\0';
		block_page_read(&page->placing, at);
		at = next;
	}
	free(copy);
	page_index_init(&page->index, &page->placing);
}

void block_page_release(struct block_page *page)
{
	page_index_release(&page->index);
	placing_release(&page->placing);
	page_chars_release(&page->chars);
}

void block_page_kinds(const struct block_page *page, struct buf *kinds)
{
	for (size_t i = 0; i < page->placing.block_count; i++)
		buf_add_byte(kinds, "?TSDsCQF"[page->placing.blocks[i].kind]);
}

static void block_page_list(struct buf *text, const size_t *items, size_t count)
{
	if (text->len)
		buf_add_byte(text, ' ');
	for (size_t i = 0; i < count; i++)
		buf_addf(text, "%s%zu", i ? "+" : "", items[i]);
}

void block_page_columns(const struct block_page *page, struct buf *columns)
{
	for (size_t i = 0; i < page->placing.column_count; i++)
		block_page_list(columns, page->placing.columns[i].blocks,
		                page->placing.columns[i].block_count);
}

void block_page_heads(const struct block_page *page, struct buf *heads)
{
	for (size_t i = 0; i < page->placing.head_count; i++)
		block_page_list(heads, page->placing.heads[i].blocks,
		                page->placing.heads[i].block_count);
}

void block_page_place(struct block_page *page)
{
	block_kinds_find(&page->placing, &page->index);
	subheads_find(&page->placing, &page->index);
	column_edges_find(&page->placing, &page->index);
	columns_find(&page->placing, &page->index);
	heads_find(&page->placing, &page->index);
}
