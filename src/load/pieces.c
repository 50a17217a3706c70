/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/pieces.h"

#include "base/mem.h"
#include "load/cues.h"

#include <stdlib.h>

#define SUBHEAD_LINES   2
#define SUBHEAD_ROOM_EM 0.5 /* a subhead is narrower than its column by this */

static const enum piece_kind kind_of[LABEL_COUNT] = {
	[LABEL_FIRST] = PIECE_TEXT,
	[LABEL_MIDDLE] = PIECE_TEXT,
	[LABEL_LAST] = PIECE_TEXT,
	[LABEL_SINGLE] = PIECE_TEXT,
	[LABEL_SALUTATION] = PIECE_SALUTATION,
	[LABEL_HEAD] = PIECE_HEAD,
	[LABEL_SIGNATURE] = PIECE_SIGNATURE,
	[LABEL_DATE] = PIECE_DATE,
	[LABEL_JUMP] = PIECE_JUMP,
};

/* Does the line belong to the piece before it? */
static bool goes_on(const struct stories *stories, enum label label)
{
	const struct piece *last;

	if (!stories->piece_count)
		return false;
	last = &stories->pieces[stories->piece_count - 1];
	switch (label) {
	case LABEL_MIDDLE:
	case LABEL_LAST:
		return true;
	case LABEL_SALUTATION:
	case LABEL_SIGNATURE:
		return last->kind == kind_of[label];
	default:
		return false;
	}
}

static void add_line(struct stories *stories, size_t i,
                     const struct labelled *labelled)
{
	const struct printed *printed = &stories->lines->items[i];
	struct piece *piece;

	if (goes_on(stories, labelled->label)) {
		piece = &stories->pieces[stories->piece_count - 1];
	} else {
		piece = ARRAY_ADD(stories->pieces, stories->piece_count,
		                  stories->piece_cap);
		*piece = (struct piece){
			.kind = kind_of[labelled->label],
			.first = i,
			.measure_em = labelled->measure_em,
			.width_em = printed->hi_em,
			.lead = printed->lead,
			.blank = printed->blank,
		};
		buf_init(&piece->text);
	}
	piece->end = i + 1;
	buf_add(&piece->text, printed->text);
}

static void add_piece(struct stories *stories, size_t story, size_t piece)
{
	struct story *to = &stories->items[story];
	const struct piece *from = &stories->pieces[piece];

	*ARRAY_ADD(to->pieces.items, to->pieces.count, to->pieces.cap) = piece;
	if (from->kind == PIECE_SALUTATION)
		to->letter = true;
	if (from->kind == PIECE_SIGNATURE || from->kind == PIECE_DATE)
		to->closed = true;
	if (from->kind == PIECE_TEXT)
		to->measure_em = from->measure_em;
}

static size_t new_story(struct stories *stories, const struct piece *first)
{
	struct story *story =
		ARRAY_ADD(stories->items, stories->count, stories->cap);

	*story = (struct story){
		.measure_em = first->measure_em,
		.dateline =
			first->kind == PIECE_TEXT &&
			cue_matches(CUE_DATELINE, buf_str(&first->text), NULL),
		.quote_of = NPOS,
		.home = NPOS,
	};
	buf_init(&story->text);
	return stories->count - 1;
}

/* Does a paragraph or salutation begin a story of its own? */
static bool begins_story(const struct stories *stories, size_t open,
                         const struct piece *piece)
{
	const struct story *story;

	if (open == NPOS || piece->kind == PIECE_SALUTATION)
		return true;
	story = &stories->items[open];
	if (cue_matches(CUE_DATELINE, buf_str(&piece->text), NULL))
		return true;
	return story->measure_em != piece->measure_em;
}

static void gather(struct stories *stories)
{
	size_t open = NPOS;

	for (size_t i = 0; i < stories->piece_count; i++) {
		const struct piece *piece = &stories->pieces[i];

		switch (piece->kind) {
		case PIECE_TEXT:
		case PIECE_SALUTATION:
			if (begins_story(stories, open, piece))
				open = new_story(stories, piece);
			add_piece(stories, open, i);
			break;
		case PIECE_SIGNATURE:
		case PIECE_DATE:
			if (open == NPOS)
				open = new_story(stories, piece);
			add_piece(stories, open, i);
			break;
		default:
			open = NPOS;
		}
	}
}

static size_t first_piece(const struct story *story)
{
	return story->pieces.items[0];
}

static size_t last_piece(const struct story *story)
{
	return story->pieces.items[story->pieces.count - 1];
}

/* A short head between paragraphs of one measure, with no sign that a new
 * report begins, is a subhead (分题). */
static bool are_one_story(const struct stories *stories, const struct story *a,
                          const struct story *b)
{
	size_t from = last_piece(a) + 1, to = first_piece(b);

	if (a->closed || b->dateline || b->letter ||
	    a->measure_em != b->measure_em || from == to ||
	    to - from > SUBHEAD_LINES)
		return false;
	for (size_t i = from; i < to; i++)
		if (stories->pieces[i].kind != PIECE_HEAD ||
		    stories->pieces[i].width_em >
		            a->measure_em - SUBHEAD_ROOM_EM)
			return false;
	return true;
}

static void story_release(struct story *story)
{
	free(story->pieces.items);
	free(story->heads.items);
	grams_release(&story->lead);
	buf_release(&story->text);
}

static void join_over_subheads(struct stories *stories)
{
	size_t kept = 0;

	for (size_t i = 1; i < stories->count; i++) {
		struct story *next = &stories->items[i];

		if (!are_one_story(stories, &stories->items[kept], next)) {
			stories->items[++kept] = *next;
			continue;
		}
		for (size_t p = last_piece(&stories->items[kept]) + 1;
		     p < first_piece(next); p++) {
			stories->pieces[p].kind = PIECE_SUBHEAD;
			add_piece(stories, kept, p);
		}
		for (size_t p = 0; p < next->pieces.count; p++)
			add_piece(stories, kept, next->pieces.items[p]);
		story_release(next);
	}
	if (stories->count)
		stories->count = kept + 1;
}

/* The text of a story, and the grams its headline would share: those of its
 * first two paragraphs, for a letter those of all. */
static void read_text(struct stories *stories, struct story *story)
{
	struct buf lead;
	size_t paragraphs = 0;

	buf_init(&lead);
	for (size_t i = 0; i < story->pieces.count; i++) {
		const struct piece *piece =
			&stories->pieces[story->pieces.items[i]];

		if (piece->kind != PIECE_TEXT)
			continue;
		buf_add(&story->text, buf_str(&piece->text));
		if (story->letter || paragraphs++ < 2)
			buf_add(&lead, buf_str(&piece->text));
	}
	grams_init(&story->lead, buf_str(&lead), 2);
	buf_release(&lead);
}

void stories_init(struct stories *stories, const struct printed_lines *lines,
                  const struct labelled *labels)
{
	*stories = (struct stories){ .lines = lines };
	for (size_t i = 0; i < lines->count; i++)
		add_line(stories, i, &labels[i]);
	gather(stories);
	join_over_subheads(stories);
	for (size_t i = 0; i < stories->count; i++)
		read_text(stories, &stories->items[i]);
}

void stories_release(struct stories *stories)
{
	for (size_t i = 0; i < stories->piece_count; i++)
		buf_release(&stories->pieces[i].text);
	for (size_t i = 0; i < stories->count; i++)
		story_release(&stories->items[i]);
	free(stories->pieces);
	free(stories->items);
	*stories = (struct stories){ 0 };
}

size_t stories_holding(const struct stories *stories, size_t piece)
{
	size_t low = 0, high = stories->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct story *story = &stories->items[mid];

		if (last_piece(story) < piece)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == stories->count ||
	    first_piece(&stories->items[low]) > piece ||
	    stories->pieces[piece].kind == PIECE_HEAD ||
	    stories->pieces[piece].kind == PIECE_JUMP)
		return NPOS;
	return low;
}
