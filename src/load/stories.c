/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/stories.h"

#include "base/mem.h"
#include "load/gaps.h"

#include <stdlib.h>

size_t stories_home(const struct stories *stories, size_t s)
{
	for (size_t i = 0; i < stories->count; i++) {
		if (stories->items[s].home == NPOS)
			break;
		s = stories->items[s].home;
	}
	return s;
}

struct story *stories_add(struct stories *stories)
{
	struct story *story =
		ARRAY_ADD(stories->items, stories->count, stories->cap);

	*story = (struct story){ .home = NPOS };
	buf_init(&story->text);
	return story;
}

static void add_chunk(struct story *story, const struct pieces *pieces,
                      const struct chunk *chunk)
{
	bool first = !story->pieces.count;

	for (size_t i = 0; i < chunk->pieces.count; i++)
		list_add(&story->pieces, chunk->pieces.items[i]);
	for (size_t i = 0; i < chunk->insets.count; i++)
		list_add(pieces->items[chunk->insets.items[i]].kind ==
		                         PIECE_HEAD
		                 ? &story->heads
		                 : &story->bylines,
		         chunk->insets.items[i]);
	if (first) {
		story->measure_em = chunk->measure_em;
		story->dateline = chunk->dateline;
		story->letter = chunk->letter;
		story->verse = chunk->verse;
	}
	buf_add(&story->text, buf_str(&chunk->text));
}

/* Pieces [start, end) of a gap go to a story. */
static void give(struct stories *stories, struct story *story,
                 const struct list *gap, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		size_t p = gap->items[i];
		enum piece_kind kind = stories->pieces->items[p].kind;

		list_add(kind == PIECE_HEAD     ? &story->heads
		         : kind == PIECE_BYLINE ? &story->bylines
		                                : &story->jumps,
		         p);
	}
}

static void make_subheads(struct stories *stories, struct story *story,
                          const struct list *gap)
{
	for (size_t i = 0; i < gap->count; i++) {
		struct piece *piece = &stories->pieces->items[gap->items[i]];

		if (piece->kind == PIECE_HEAD)
			piece->kind = PIECE_SUBHEAD;
		list_add(&story->pieces, gap->items[i]);
	}
}

static void make_teasers(struct stories *stories, const struct cut_place *place,
                         size_t start, size_t end)
{
	const struct list *gap = &place->chunks->gaps[place->gap].pieces;
	struct teasers *teasers = &stories->teasers;
	struct teaser *open = NULL;
	bool bullets = cut_has_bullets(place, start, end);

	for (size_t i = start; i < end; i++) {
		if (!open || cut_begins_teaser(place, start, bullets, i)) {
			open = ARRAY_ADD(teasers->items, teasers->count,
			                 teasers->cap);
			*open = (struct teaser){ .jump = NPOS };
		}
		if (stories->pieces->items[gap->items[i]].kind == PIECE_JUMP)
			open->jump = gap->items[i];
		else
			list_add(&open->heads, gap->items[i]);
	}
}

static void build(struct stories *stories, const struct chunks *chunks,
                  const struct gap_act *acts)
{
	struct story *story = NULL;

	for (size_t gap = 0; gap <= chunks->count; gap++) {
		const struct list *items = &chunks->gaps[gap].pieces;
		const struct gap_act *act = &acts[gap];

		if (act->act == ACT_BEGIN) {
			struct cut_place place = gaps_place(chunks, gap);

			if (story) {
				story->heads_after = !story->heads.count;
				give(stories, story, items, 0, act->a);
			}
			make_teasers(stories, &place, act->a, act->b);
			if (gap == chunks->count)
				break;
			story = stories_add(stories);
			give(stories, story, items, act->b, items->count);
		} else if (act->act == ACT_HEAD) {
			give(stories, story, items, 0, items->count);
		} else {
			make_subheads(stories, story, items);
		}
		add_chunk(story, stories->pieces, &chunks->items[gap]);
	}
}

static size_t first_line(const struct piece *piece)
{
	return piece->lines.items[0];
}

/* A story begins at the gap, or does not, by little. */
static void doubt_act(struct pieces *pieces, const struct chunks *chunks,
                      size_t gap, const struct gap_act *act)
{
	const struct list *items = &chunks->gaps[gap].pieces;
	const struct chunk *chunk = &chunks->items[gap];
	size_t p = chunk->pieces.items[0];

	if (act->act != ACT_BEGIN && items->count)
		p = items->items[0];
	else if (act->act == ACT_BEGIN && act->b < items->count)
		p = items->items[act->b];
	piece_doubt(&pieces->items[p],
	            (struct doubt){ act->act == ACT_BEGIN ? DOUBT_JOINED
	                                                  : DOUBT_PARTED,
	                            act->act_margin },
	            first_line(&pieces->items[p]));
}

/* The heads of the gap belong to others, by little. */
static void doubt_cut(struct pieces *pieces, const struct list *items,
                      const struct gap_act *act)
{
	for (size_t i = 0; i < items->count; i++) {
		struct piece *piece = &pieces->items[items->items[i]];

		if (piece->kind != PIECE_HEAD)
			continue;
		piece_doubt(piece,
		            (struct doubt){ DOUBT_OWNER, act->cut_margin },
		            first_line(piece));
		return;
	}
}

static void take_doubts(struct pieces *pieces, const struct chunks *chunks,
                        const struct gap_act *acts)
{
	for (size_t gap = 0; gap <= chunks->count; gap++) {
		if (gap && gap < chunks->count)
			doubt_act(pieces, chunks, gap, &acts[gap]);
		doubt_cut(pieces, &chunks->gaps[gap].pieces, &acts[gap]);
	}
}

void stories_init(struct stories *stories, struct pieces *pieces,
                  const struct chunks *chunks, const struct gap_act *acts)
{
	*stories = (struct stories){ .pieces = pieces };
	take_doubts(pieces, chunks, acts);
	build(stories, chunks, acts);
}

void stories_release(struct stories *stories)
{
	for (size_t i = 0; i < stories->count; i++) {
		struct story *story = &stories->items[i];

		free(story->pieces.items);
		free(story->heads.items);
		free(story->bylines.items);
		free(story->jumps.items);
		free(story->quotes.items);
		free(story->captions.items);
		buf_release(&story->text);
	}
	for (size_t i = 0; i < stories->teasers.count; i++)
		free(stories->teasers.items[i].heads.items);
	free(stories->items);
	free(stories->teasers.items);
	*stories = (struct stories){ 0 };
}
