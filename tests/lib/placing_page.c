/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placing_page.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EM       10 /* pt */
#define PITCH    15
#define LARGE    12
#define SET_IN   (2 * EM)
#define SHORT_BY (5 * EM)

static void placing_page_fail(const char *line)
{
	fprintf(stderr, "placing_page: not understood: %s\n", line);
	abort();
}

static float placing_page_number(char **at)
{
	char *end;
	float number = strtof(*at, &end);

	if (end == *at)
		placing_page_fail(*at);
	*at = end;
	return number;
}

/* The next word, or the rest of the line. */
static char *placing_page_word(char **at, bool rest)
{
	char *word = *at + strspn(*at, " ");
	size_t length = rest ? strlen(word) : strcspn(word, " ");

	*at = word + length;
	if (**at)
		*(*at)++ = '\0';
	return word;
}

static size_t placing_page_inside(const struct placing *placing,
                                  const struct frame_box *at)
{
	size_t best = NPOS;
	float least = 0;

	for (size_t i = 0; i < placing->box_count; i++) {
		const struct frame_box *of = &placing->boxes[i].at;
		float area = (of->s1 - of->s0) * (of->t1 - of->t0);

		if (of->s0 <= at->s0 && at->s1 <= of->s1 && of->t0 <= at->t0 &&
		    at->t1 <= of->t1 && (best == NPOS || area < least)) {
			best = i;
			least = area;
		}
	}
	return best;
}

/* What is said of a block. */
struct block_words {
	enum block_kind kind;
	float s0, s1, t0, em;
	size_t lines;
	const char *flags, *first, *last;
	bool vertical;
};

static size_t placing_page_add_line(struct placing *placing,
                                    const struct block_words *words, size_t i)
{
	struct placed_line *line = ARRAY_ADD(
		placing->lines, placing->line_count, placing->line_cap);
	bool first = i == 0, last = i + 1 == words->lines;
	bool set_in = first && strchr(words->flags, 'i');

	*line = (struct placed_line){
		.em_pt = words->em,
		.vertical = words->vertical,
		.latin = strchr(words->flags, 'l'),
		.heavy = words->kind == BLOCK_DISPLAY,
		.left = words->s0,
		.right = words->s1,
		.s0 = words->s0 + (set_in ? SET_IN : 0),
		.s1 = words->s1 -
		      (last && strchr(words->flags, 's') ? SHORT_BY : 0),
		.t = words->t0 + (float)i * PITCH + words->em / 2,
		.block = placing->block_count,
	};
	line->begin = line->s0;
	line->finish = line->s1;
	line->box = (struct page_box){ line->s0, line->t - words->em / 2,
		                       line->s1, line->t + words->em / 2 };
	buf_init(&line->text);
	buf_add_c(&line->text, first  ? words->first
	                       : last ? words->last
	                              : "中间的一行");
	return placing->line_count - 1;
}

static size_t placing_page_add_block(struct placing *placing,
                                     const struct block_words *words)
{
	struct placed_block block = {
		.kind = words->kind,
		.bold = words->kind == BLOCK_DISPLAY,
		.em_pt = words->em,
		.latin = strchr(words->flags, 'l'),
		.vertical = words->vertical,
		.left = words->s0,
		.right = words->s1,
		.pitch = PITCH,
		.line_count = words->lines,
		.picture = NPOS,
	};

	block.lines = mem_alloc(words->lines * sizeof *block.lines);
	for (size_t i = 0; i < words->lines; i++) {
		block.lines[i] = placing_page_add_line(placing, words, i);
		block.char_count += char_count_printed(
			buf_str(&placing->lines[block.lines[i]].text));
	}
	block.at = (struct frame_box){
		words->s0, words->s1, words->t0,
		words->t0 + (float)(words->lines - 1) * PITCH + words->em
	};
	block.s0 = block.at.s0;
	block.s1 = block.at.s1;
	block.t0 = block.at.t0;
	block.t1 = block.at.t1;
	block.inside = placing_page_inside(placing, &block.at);
	*ARRAY_ADD(placing->blocks, placing->block_count, placing->block_cap) =
		block;
	return placing->block_count - 1;
}

static void placing_page_grow(struct frame_box *at, const struct frame_box *by)
{
	at->s0 = by->s0 < at->s0 ? by->s0 : at->s0;
	at->s1 = by->s1 > at->s1 ? by->s1 : at->s1;
	at->t0 = by->t0 < at->t0 ? by->t0 : at->t0;
	at->t1 = by->t1 > at->t1 ? by->t1 : at->t1;
}

static void placing_page_add_words(struct buf *text,
                                   const struct placing *placing,
                                   const struct placed_block *block)
{
	for (size_t i = 0; i < block->line_count; i++)
		buf_add(text, buf_str(&placing->lines[block->lines[i]].text));
}

/* Adds a block to a column: a new one, or the last. */
static void placing_page_column(struct placing *placing, size_t index,
                                bool begins)
{
	const struct placed_block *block = &placing->blocks[index];
	struct placed_column *column;

	if (begins) {
		column = ARRAY_ADD(placing->columns, placing->column_count,
		                   placing->column_cap);
		*column = (struct placed_column){
			.at = block->at,
			.left = block->left,
			.right = block->right,
			.em_pt = block->em_pt,
			.latin = block->latin,
			.inside = block->inside,
		};
		column->blocks = mem_alloc(8 * sizeof *column->blocks);
		buf_init(&column->text);
	}
	column = &placing->columns[placing->column_count - 1];
	if (column->block_count == 8)
		placing_page_fail("a column of more than eight blocks");
	column->blocks[column->block_count++] = index;
	placing_page_grow(&column->at, &block->at);
	placing_page_add_words(&column->text, placing, block);
}

static void placing_page_head(struct placing *placing, size_t index,
                              bool begins, bool across)
{
	const struct placed_block *block = &placing->blocks[index];
	struct placed_head *head;

	if (begins) {
		head = ARRAY_ADD(placing->heads, placing->head_count,
		                 placing->head_cap);
		*head = (struct placed_head){ .at = block->at,
			                      .across = across,
			                      .inside = block->inside };
		head->blocks = mem_alloc(8 * sizeof *head->blocks);
		buf_init(&head->text);
	}
	head = &placing->heads[placing->head_count - 1];
	if (head->block_count == 8)
		placing_page_fail("a head of more than eight blocks");
	head->blocks[head->block_count++] = index;
	head->em_pt = block->em_pt > head->em_pt ? block->em_pt : head->em_pt;
	placing_page_grow(&head->at, &block->at);
	placing_page_add_words(&head->text, placing, block);
}

static void placing_page_box(struct frame_box *box, char **at)
{
	box->s0 = placing_page_number(at) * EM;
	box->s1 = placing_page_number(at) * EM;
	box->t0 = placing_page_number(at) * EM;
	box->t1 = placing_page_number(at) * EM;
}

static void placing_page_rule(struct placing *placing, char **at, bool along_s)
{
	struct placed_rule *rule = along_s ? ARRAY_ADD(placing->rules_along_s,
	                                               placing->along_s_count,
	                                               placing->along_s_cap)
	                                   : ARRAY_ADD(placing->rules_along_t,
	                                               placing->along_t_count,
	                                               placing->along_t_cap);

	rule->at = placing_page_number(at) * EM;
	rule->from = placing_page_number(at) * EM;
	rule->to = placing_page_number(at) * EM;
}

/* Text and subheads. */
static void placing_page_text(struct placing *placing, const char *what,
                              struct block_words *words, char **at)
{
	bool subhead = strcmp(what, "sub") == 0 || strcmp(what, "below") == 0;
	bool begins = strcmp(what, "sub") == 0 || strcmp(what, "text") == 0;
	char *slash;

	words->kind = subhead ? BLOCK_SUBHEAD : BLOCK_TEXT;
	if (!subhead) {
		words->lines = (size_t)placing_page_number(at);
		words->flags = placing_page_word(at, false);
	}
	words->first = words->last = placing_page_word(at, true);
	slash = strchr(words->first, '/');
	if (slash) {
		*slash = '\0';
		words->last = slash + 1;
	}
	if (strchr(words->flags, 'b'))
		words->em = LARGE;
	placing_page_column(placing, placing_page_add_block(placing, words),
	                    begins);
}

static void placing_page_display(struct placing *placing, const char *what,
                                 struct block_words *words, char **at)
{
	words->em = placing_page_number(at) * EM;
	words->kind = words->em < EM ? BLOCK_SMALL : BLOCK_DISPLAY;
	words->first = placing_page_word(at, true);
	words->vertical = placing->vertical != (strcmp(what, "across") == 0);
	placing_page_head(placing, placing_page_add_block(placing, words),
	                  strcmp(what, "deck") != 0,
	                  strcmp(what, "across") == 0);
}

static void placing_page_inset(struct placing *placing, const char *what,
                               struct block_words *words, char **at)
{
	words->kind = strcmp(what, "quote") == 0     ? BLOCK_QUOTE
	              : strcmp(what, "caption") == 0 ? BLOCK_CAPTION
	                                             : BLOCK_FURNITURE;
	if (words->kind != BLOCK_FURNITURE)
		words->lines = (size_t)placing_page_number(at);
	words->first = words->last = placing_page_word(at, true);
	placing_page_add_block(placing, words);
}

static void placing_page_block(struct placing *placing, const char *what,
                               char **at)
{
	struct block_words words = {
		.em = EM, .lines = 1, .flags = "", .vertical = placing->vertical
	};

	words.s0 = placing_page_number(at) * EM;
	words.s1 = placing_page_number(at) * EM;
	words.t0 = placing_page_number(at) * EM;
	if (strcmp(what, "text") == 0 || strcmp(what, "more") == 0 ||
	    strcmp(what, "sub") == 0 || strcmp(what, "below") == 0)
		placing_page_text(placing, what, &words, at);
	else if (strcmp(what, "head") == 0 || strcmp(what, "deck") == 0 ||
	         strcmp(what, "across") == 0)
		placing_page_display(placing, what, &words, at);
	else
		placing_page_inset(placing, what, &words, at);
}

static void placing_page_line(struct placing *placing, char *line)
{
	char *at = line, *what = placing_page_word(&at, false);

	if (strcmp(what, "plain") == 0)
		placing->indent_em = 0;
	else if (strcmp(what, "vertical") == 0)
		placing->vertical = true;
	else if (strcmp(what, "rule") == 0 || strcmp(what, "wall") == 0)
		placing_page_rule(placing, &at, strcmp(what, "rule") == 0);
	else if (strcmp(what, "box") == 0)
		placing_page_box(&ARRAY_ADD(placing->boxes, placing->box_count,
		                            placing->box_cap)
		                          ->at,
		                 &at);
	else if (strcmp(what, "picture") == 0)
		placing_page_box(ARRAY_ADD(placing->pictures,
		                           placing->picture_count,
		                           placing->picture_cap),
		                 &at);
	else if (*what)
		placing_page_block(placing, what, &at);
}

void placing_page_init(struct placing_page *page, const char *notation)
{
	char *copy = mem_dup(notation, strlen(notation)), *at = copy;

	page_chars_init(&page->chars);
	placing_init(&page->placing, &page->chars);
	page->placing.body_em = EM;
	page->placing.indent_em = 2;
	page->placing.extent_s = page->placing.extent_t = 1000;
	page->chars.width_pt = page->chars.height_pt = 1000;
	while (*at) {
		char *end = strchr(at, '\n');
		char *next = end ? end + 1 : at + strlen(at);

		if (end)
			*end = '\0';
		placing_page_line(&page->placing, at);
		at = next;
	}
	free(copy);
}

void placing_page_release(struct placing_page *page)
{
	placing_release(&page->placing);
	page_chars_release(&page->chars);
}
