/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/regroup.h"

#include "base/mem.h"

#include <stdlib.h>

/* The lists of a story, the text first. */
#define LISTS 6

static struct list *list_of(struct story *story, int which)
{
	struct list *const lists[LISTS] = { &story->pieces,  &story->heads,
		                            &story->bylines, &story->jumps,
		                            &story->quotes,  &story->captions };

	return lists[which];
}

/* Who has a piece: a story, or a teaser; or nobody. */
struct owner {
	size_t story, teaser; /* indices, or NPOS */
	int list;             /* of the story */
};

static bool has(const struct list *list, size_t piece)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == piece)
			return true;
	return false;
}

static struct owner owner_of(struct stories *stories, size_t piece)
{
	struct owner owner = { NPOS, NPOS, 0 };

	for (size_t s = 0; s < stories->count; s++)
		for (int i = 0; i < LISTS; i++)
			if (has(list_of(&stories->items[s], i), piece))
				return (struct owner){ s, NPOS, i };
	for (size_t t = 0; t < stories->teasers.count; t++)
		if (has(&stories->teasers.items[t].heads, piece) ||
		    stories->teasers.items[t].jump == piece)
			owner.teaser = t;
	return owner;
}

static int by_index(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, two = *(const size_t *)b;

	return one < two ? -1 : one > two;
}

static void add_in_order(struct list *list, size_t piece)
{
	list_add(list, piece);
	qsort(list->items, list->count, sizeof *list->items, by_index);
}

/* Takes the pieces [first, end) out of `from` and adds them to `to`. */
static void move(struct list *from, struct list *to, size_t first, size_t end)
{
	size_t kept = 0;

	for (size_t i = 0; i < from->count; i++) {
		size_t piece = from->items[i];

		if (piece < first || piece >= end)
			from->items[kept++] = piece;
		else
			list_add(to, piece);
	}
	from->count = kept;
	if (to->count)
		qsort(to->items, to->count, sizeof *to->items, by_index);
}

static bool is_empty(struct story *story)
{
	for (int i = 0; i < LISTS; i++)
		if (list_of(story, i)->count)
			return false;
	return true;
}

static size_t add_story(struct stories *stories)
{
	stories_add(stories)->told = true;
	return stories->count - 1;
}

/* What stands before the text of a new article is its head. */
static void raise_heads(const struct pieces *pieces, struct story *story)
{
	size_t count = 0;

	while (count < story->pieces.count &&
	       pieces->items[story->pieces.items[count]].kind == PIECE_SUBHEAD)
		pieces->items[story->pieces.items[count++]].kind = PIECE_HEAD;
	if (count)
		move(&story->pieces, &story->heads, story->pieces.items[0],
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
static size_t split_story(struct stories *stories, size_t s, size_t piece)
{
	size_t new = add_story(stories);
	struct story *old = &stories->items[s], *story = &stories->items[new];

	for (int i = 0; i < LISTS; i++)
		move(list_of(old, i), list_of(story, i), piece, NPOS);
	raise_heads(stories->pieces, story);
	read_lead(stories->pieces, story);
	if (!old->pieces.count) {
		story->verse = old->verse;
		story->letter = old->letter;
		for (size_t i = 0; i < stories->count; i++)
			if (stories->items[i].home == s)
				stories->items[i].home = new;
	}
	return new;
}

static void make_story(struct stories *stories, size_t teaser, size_t piece)
{
	size_t new = add_story(stories);
	struct teaser *from = &stories->teasers.items[teaser];
	struct story *story = &stories->items[new];

	move(&from->heads, &story->heads, piece, NPOS);
	if (from->jump == NPOS || from->jump < piece)
		return;
	list_add(&story->jumps, from->jump);
	from->jump = NPOS;
}

void regroup_begin(struct stories *stories, size_t piece)
{
	struct owner owner = owner_of(stories, piece);

	if (owner.story != NPOS)
		split_story(stories, owner.story, piece);
	else if (owner.teaser != NPOS)
		make_story(stories, owner.teaser, piece);
}

/* Heads of a part are subheads of the whole, unless it had none. */
static void give_heads(struct stories *stories, struct story *part,
                       struct story *whole)
{
	if (!whole->heads.count) {
		move(&part->heads, &whole->heads, 0, NPOS);
		return;
	}
	for (size_t i = 0; i < part->heads.count; i++) {
		stories->pieces->items[part->heads.items[i]].kind =
			PIECE_SUBHEAD;
		stories->pieces->items[part->heads.items[i]].inside = NPOS;
	}
	move(&part->heads, &part->pieces, 0, NPOS);
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

static void attach_story(struct stories *stories, size_t part, size_t whole)
{
	struct story *to;

	/* What was at home in the part is the whole now. */
	if (stories_home(stories, whole) == part)
		stories->items[whole].home = NPOS;
	whole = stories_home(stories, whole);
	to = &stories->items[whole];
	give_heads(stories, &stories->items[part], to);
	stories->items[part].leads = is_lead(&stories->items[part], to);
	stories->items[part].home = whole;
	stories->items[part].told = true;
}

/* The pieces [piece, end) that follow each other and are in the list. */
static size_t run_end(const struct list *list, size_t piece)
{
	while (has(list, piece))
		piece++;
	return piece;
}

static struct list *list_for(struct story *story, enum piece_kind kind)
{
	switch (kind) {
	case PIECE_HEAD:
		return &story->heads;
	case PIECE_BYLINE:
		return &story->bylines;
	case PIECE_JUMP:
		return &story->jumps;
	case PIECE_QUOTE:
		return &story->quotes;
	case PIECE_CAPTION:
		return &story->captions;
	default:
		return &story->pieces;
	}
}

/* A piece that is no text goes alone, heads with those that follow them. */
static void attach_pieces(struct stories *stories, struct owner from,
                          size_t piece, size_t to)
{
	struct teaser *teaser = from.teaser == NPOS
	                                ? NULL
	                                : &stories->teasers.items[from.teaser];
	struct list *list =
		teaser ? &teaser->heads
		       : list_of(&stories->items[from.story], from.list);
	struct story *story = &stories->items[stories_home(stories, to)];
	enum piece_kind kind = stories->pieces->items[piece].kind;
	size_t end = kind == PIECE_HEAD ? run_end(list, piece) : piece + 1;

	if (teaser && teaser->jump == piece) {
		add_in_order(&story->jumps, piece);
		teaser->jump = NPOS;
		return;
	}
	for (size_t p = piece; p < end; p++)
		move(list, list_for(story, stories->pieces->items[p].kind), p,
		     p + 1);
}

void regroup_attach(struct stories *stories, size_t piece, size_t other)
{
	struct owner from = owner_of(stories, piece);
	struct owner to = owner_of(stories, other);

	if ((from.story == NPOS && from.teaser == NPOS) ||
	    (to.story == NPOS && to.teaser == NPOS))
		return;
	if (to.story == NPOS) {
		make_story(stories, to.teaser, 0);
		to = owner_of(stories, other);
		from = owner_of(stories, piece);
	}
	if (from.story != NPOS && from.list == 0) {
		size_t part = split_story(stories, from.story, piece);

		to = owner_of(stories, other);
		if (stories_home(stories, to.story) != part || to.story != part)
			attach_story(stories, part, to.story);
	} else if (from.story == NPOS ||
	           stories_home(stories, from.story) !=
	                   stories_home(stories, to.story)) {
		attach_pieces(stories, from, piece, to.story);
	}
}

static void discard(struct pieces *pieces, struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		pieces->items[list->items[i]].kind = PIECE_FURNITURE;
		pieces->items[list->items[i]].inside = NPOS;
	}
	list->count = 0;
}

void regroup_discard(struct stories *stories, size_t piece)
{
	struct owner owner = owner_of(stories, piece);

	if (owner.teaser != NPOS) {
		struct teaser *teaser = &stories->teasers.items[owner.teaser];

		if (teaser->jump != NPOS)
			list_add(&teaser->heads, teaser->jump);
		teaser->jump = NPOS;
		discard(stories->pieces, &teaser->heads);
	}
	if (owner.story == NPOS)
		return;
	owner.story = stories_home(stories, owner.story);
	for (size_t s = stories->count; s-- > 0;)
		if (stories_home(stories, s) == owner.story)
			for (int i = 0; i < LISTS; i++)
				discard(stories->pieces,
				        list_of(&stories->items[s], i));
}

/* A story of heads alone is a teaser, unless the text of another is at home
 * there. */
static void settle(struct stories *stories, size_t s)
{
	struct story *story = &stories->items[s];
	struct teaser *teaser;
	struct teasers *teasers = &stories->teasers;

	if (is_empty(story))
		story->home = NPOS;
	if (story->pieces.count || is_empty(story))
		return;
	for (size_t i = 0; i < stories->count; i++)
		if (stories->items[i].home == s)
			return;
	teaser = ARRAY_ADD(teasers->items, teasers->count, teasers->cap);
	*teaser = (struct teaser){ .jump = NPOS };
	if (story->jumps.count)
		teaser->jump = story->jumps.items[--story->jumps.count];
	for (int i = 0; i < LISTS; i++)
		move(list_of(story, i), &teaser->heads, 0, NPOS);
	story->home = NPOS;
}

void regroup_start(struct stories *stories)
{
	struct pieces *pieces = stories->pieces;

	if (stories->count)
		return;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].kind == PIECE_QUOTE ||
		    pieces->items[i].kind == PIECE_CAPTION)
			pieces->items[i].kind = PIECE_FURNITURE;
}

void regroup_end(struct stories *stories)
{
	for (size_t s = 0; s < stories->count; s++)
		settle(stories, s);
}
