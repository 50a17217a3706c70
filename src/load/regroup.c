/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/regroup.h"

#include "base/mem.h"

#include <stdlib.h>

static bool is_empty(struct story *story)
{
	for (int i = 0; i < LISTS; i++)
		if (story_list(story, i)->count)
			return false;
	return true;
}

/* What stands before the text of a new article is its head. */
static void raise_heads(struct owners *owners, size_t s)
{
	const struct pieces *pieces = owners->stories->pieces;
	struct story *story = &owners->stories->items[s];
	size_t count = 0;

	while (count < story->pieces.count &&
	       pieces->items[story->pieces.items[count]].kind == PIECE_SUBHEAD)
		pieces->items[story->pieces.items[count++]].kind = PIECE_HEAD;
	if (count)
		owners_move(owners, &story->pieces,
		            (struct owner){ s, NPOS, LIST_HEADS },
		            story->pieces.items[0],
		            story->pieces.items[count - 1] + 1);
}

static void read_lead(const struct pieces *pieces, struct story *story)
{
	for (size_t i = 0; i < story->pieces.count; i++) {
		const struct piece *piece =
			&pieces->items[story->pieces.items[i]];

		if (piece->kind != PIECE_TEXT)
			continue;
		story->measure_em = piece->measure_em;
		story->dateline = piece->dateline;
		return;
	}
}

/* From `piece` on a story is another one; returns its index. */
static size_t split_story(struct owners *owners, size_t s, size_t piece)
{
	struct stories *stories = owners->stories;
	size_t new = owners_add_story(owners);
	struct story *old = &stories->items[s], *story = &stories->items[new];

	for (int i = 0; i < LISTS; i++)
		owners_move(owners, story_list(old, i),
		            (struct owner){ new, NPOS, i }, piece, NPOS);
	raise_heads(owners, new);
	read_lead(stories->pieces, story);
	if (!old->pieces.count) {
		story->verse = old->verse;
		story->letter = old->letter;
		while (owners->kin[s].first != NPOS)
			owners_set_home(owners, owners->kin[s].first, new);
	}
	return new;
}

static void make_story(struct owners *owners, size_t teaser, size_t piece)
{
	size_t new = owners_add_story(owners);
	struct teaser *from = &owners->stories->teasers.items[teaser];
	struct owner jumps = { new, NPOS, LIST_JUMPS };

	owners_move(owners, &from->heads,
	            (struct owner){ new, NPOS, LIST_HEADS }, piece, NPOS);
	if (from->jump == NPOS || from->jump < piece)
		return;
	list_add(owners_list(owners, jumps), from->jump);
	owners->of[from->jump] = jumps;
	from->jump = NPOS;
}

void regroup_begin(struct owners *owners, size_t piece)
{
	struct owner owner = owners->of[piece];

	if (owner.story != NPOS)
		split_story(owners, owner.story, piece);
	else if (owner.teaser != NPOS)
		make_story(owners, owner.teaser, piece);
}

/* Heads of a part are subheads of the whole, unless it had none. */
static void give_heads(struct owners *owners, size_t part, size_t whole)
{
	struct pieces *pieces = owners->stories->pieces;
	struct list *heads = &owners->stories->items[part].heads;

	if (!owners->stories->items[whole].heads.count) {
		owners_move(owners, heads,
		            (struct owner){ whole, NPOS, LIST_HEADS }, 0, NPOS);
		return;
	}
	for (size_t i = 0; i < heads->count; i++) {
		pieces->items[heads->items[i]].kind = PIECE_SUBHEAD;
		pieces->items[heads->items[i]].inside = NPOS;
	}
	owners_move(owners, heads, (struct owner){ part, NPOS, LIST_TEXT }, 0,
	            NPOS);
}

/* Text that stands before the beginning of its article on the page was printed
 * there for want of room: it is the end.  Where the article has no such
 * beginning, it is in order. */
static bool is_lead(const struct story *part, const struct story *whole)
{
	size_t first;

	if (!part->pieces.count || !whole->pieces.count || whole->dateline)
		return false;
	first = part->pieces.items[0];
	for (size_t i = 0; i < whole->heads.count; i++)
		if (whole->heads.items[i] > first &&
		    whole->heads.items[i] < whole->pieces.items[0])
			return false;
	return first < whole->pieces.items[0];
}

static void attach_story(struct owners *owners, size_t part, size_t whole)
{
	struct stories *stories = owners->stories;

	/* What was at home in the part is the whole now. */
	if (stories_home(stories, whole) == part)
		owners_set_home(owners, whole, NPOS);
	whole = stories_home(stories, whole);
	give_heads(owners, part, whole);
	stories->items[part].leads =
		is_lead(&stories->items[part], &stories->items[whole]);
	owners_set_home(owners, part, whole);
	stories->items[part].told = true;
}

/* The pieces [piece, end) that follow each other and have the same owner. */
static size_t run_end(const struct owners *owners, size_t piece)
{
	struct owner owner = owners->of[piece];

	while (piece < owners->stories->pieces->count &&
	       owners->of[piece].story == owner.story &&
	       owners->of[piece].teaser == owner.teaser &&
	       owners->of[piece].list == owner.list)
		piece++;
	return piece;
}

static int list_for(enum piece_kind kind)
{
	switch (kind) {
	case PIECE_HEAD:
		return LIST_HEADS;
	case PIECE_BYLINE:
		return LIST_BYLINES;
	case PIECE_JUMP:
		return LIST_JUMPS;
	case PIECE_QUOTE:
		return LIST_QUOTES;
	case PIECE_CAPTION:
		return LIST_CAPTIONS;
	default:
		return LIST_TEXT;
	}
}

/* A piece that is no text goes alone, heads with those that follow them. */
static void attach_pieces(struct owners *owners, size_t piece, size_t to)
{
	struct stories *stories = owners->stories;
	struct owner from = owners->of[piece];
	const struct piece *pieces = stories->pieces->items;
	size_t end = pieces[piece].kind == PIECE_HEAD ? run_end(owners, piece)
	                                              : piece + 1;

	to = stories_home(stories, to);
	if (from.teaser != NPOS &&
	    stories->teasers.items[from.teaser].jump == piece) {
		struct owner jumps = { to, NPOS, LIST_JUMPS };
		struct list *list = owners_list(owners, jumps);

		list_add(list, piece);
		list_sort_end(list, list->count - 1);
		owners->of[piece] = jumps;
		stories->teasers.items[from.teaser].jump = NPOS;
		return;
	}
	for (size_t p = piece; p < end; p++)
		owners_move(
			owners, owners_list(owners, from),
			(struct owner){ to, NPOS, list_for(pieces[p].kind) }, p,
			p + 1);
}

void regroup_attach(struct owners *owners, size_t piece, size_t other)
{
	struct stories *stories = owners->stories;
	struct owner from = owners->of[piece];
	struct owner to = owners->of[other];

	if ((from.story == NPOS && from.teaser == NPOS) ||
	    (to.story == NPOS && to.teaser == NPOS))
		return;
	if (to.story == NPOS) {
		make_story(owners, to.teaser, 0);
		to = owners->of[other];
		from = owners->of[piece];
	}
	if (from.story != NPOS && from.list == LIST_TEXT) {
		size_t part = split_story(owners, from.story, piece);

		to = owners->of[other];
		if (stories_home(stories, to.story) != part || to.story != part)
			attach_story(owners, part, to.story);
	} else if (from.story == NPOS ||
	           stories_home(stories, from.story) !=
	                   stories_home(stories, to.story)) {
		attach_pieces(owners, piece, to.story);
	}
}

static void discard(struct owners *owners, struct list *list)
{
	struct pieces *pieces = owners->stories->pieces;

	for (size_t i = 0; i < list->count; i++) {
		pieces->items[list->items[i]].kind = PIECE_FURNITURE;
		pieces->items[list->items[i]].inside = NPOS;
		owners->of[list->items[i]] = OWNER_NONE;
	}
	list->count = 0;
}

/* The next story of those that are at home in `top`, or in one that is; NPOS behind
 * the last. */
static size_t next_at_home(const struct owners *owners, size_t top, size_t s)
{
	if (owners->kin[s].first != NPOS)
		return owners->kin[s].first;
	while (s != top && owners->kin[s].behind == NPOS)
		s = owners->stories->items[s].home;
	return s == top ? NPOS : owners->kin[s].behind;
}

void regroup_discard(struct owners *owners, size_t piece)
{
	struct stories *stories = owners->stories;
	struct owner owner = owners->of[piece];
	size_t top;

	if (owner.teaser != NPOS) {
		struct teaser *teaser = &stories->teasers.items[owner.teaser];

		if (teaser->jump != NPOS)
			list_add(&teaser->heads, teaser->jump);
		teaser->jump = NPOS;
		discard(owners, &teaser->heads);
	}
	if (owner.story == NPOS)
		return;
	top = stories_home(stories, owner.story);
	for (size_t s = top; s != NPOS; s = next_at_home(owners, top, s))
		for (int i = 0; i < LISTS; i++)
			discard(owners, story_list(&stories->items[s], i));
}

/* A story of heads alone is a teaser, unless the text of another is at home
 * there. */
static void settle(struct owners *owners, size_t s)
{
	struct story *story = &owners->stories->items[s];
	struct teasers *teasers = &owners->stories->teasers;
	struct teaser *teaser;

	if (is_empty(story))
		owners_set_home(owners, s, NPOS);
	if (story->pieces.count || is_empty(story) ||
	    owners->kin[s].first != NPOS)
		return;
	teaser = ARRAY_ADD(teasers->items, teasers->count, teasers->cap);
	*teaser = (struct teaser){ .jump = NPOS };
	if (story->jumps.count)
		teaser->jump = story->jumps.items[--story->jumps.count];
	for (int i = 0; i < LISTS; i++)
		owners_move(owners, story_list(story, i),
		            (struct owner){ NPOS, teasers->count - 1, 0 }, 0,
		            NPOS);
	owners_set_home(owners, s, NPOS);
}

void regroup_start(struct owners *owners, struct stories *stories)
{
	struct pieces *pieces = stories->pieces;

	owners_init(owners, stories);
	if (stories->count)
		return;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].kind == PIECE_QUOTE ||
		    pieces->items[i].kind == PIECE_CAPTION)
			pieces->items[i].kind = PIECE_FURNITURE;
}

void regroup_end(struct owners *owners)
{
	for (size_t s = 0; s < owners->stories->count; s++)
		settle(owners, s);
	owners_release(owners);
}
