/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/grouped_heads.h"

#include "base/mem.h"
#include "load/segment/likeness.h"

#include <math.h>
#include <stdlib.h>

/* The weights. */
#define W(name, value) static const double name = value
#include "load/segment/grouped_heads_table.inc"
#undef W

#define PIECES_MAX  12 /* of heads that stand together */
#define STORIES_MAX 8  /* over which they are distributed */

/* Head lines between two blank lines, with the bylines behind them: a range of the
 * group's units. */
struct piece {
	size_t start, end;
	bool is_own; /* it is of the first story so far, and else a teaser */
};

struct group {
	struct stories *stories;
	const struct text_runs *text_runs;
	size_t first, story_count; /* the stories */
	size_t runs[STORIES_MAX];  /* the first text run of each */
	struct list units;         /* heads and bylines, in order of the page */
	struct piece pieces[PIECES_MAX];
	size_t piece_count;
};

/* The cheapest distribution of the pieces before `piece` over the stories before
 * `story`. */
struct distribution {
	double cost;
	size_t taken;   /* pieces that the last story takes */
	bool is_teaser; /* the last piece is one */
};

static bool list_has(const struct list *list, size_t item)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == item)
			return true;
	return false;
}

static void list_remove(struct list *list, size_t item)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] != item)
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static bool is_teaser_head(const struct stories *stories, size_t unit)
{
	for (size_t i = 0; i < stories->teasers.count; i++)
		if (stories->teasers.items[i].jump == NPOS &&
		    list_has(&stories->teasers.items[i].heads, unit))
			return true;
	return false;
}

/* Gathers the heads above the first story; the units of the group are reversed. */
static void group_gather(struct group *group)
{
	const struct story *story = &group->stories->items[group->first];
	size_t unit = story->units.items[0];

	while (unit-- > 0) {
		enum unit_kind kind = group->stories->units->items[unit].kind;

		if (unit_kind_is_aside(kind))
			continue;
		if ((kind != UNIT_HEAD && kind != UNIT_BYLINE) ||
		    (!list_has(&story->heads, unit) &&
		     !list_has(&story->bylines, unit) &&
		     !is_teaser_head(group->stories, unit)))
			break;
		list_add(&group->units, unit);
	}
	for (size_t i = 0; i < group->units.count / 2; i++) {
		size_t *a = &group->units.items[i];
		size_t *b = &group->units.items[group->units.count - 1 - i];
		size_t other = *a;

		*a = *b;
		*b = other;
	}
}

/* Parts the units into pieces; false where there are too few or too many. */
static bool group_part(struct group *group)
{
	const struct story *story = &group->stories->items[group->first];
	const struct unit *units = group->stories->units->items;

	for (size_t i = 0; i < group->units.count; i++) {
		size_t unit = group->units.items[i];
		bool begins =
			units[unit].kind == UNIT_HEAD &&
			(units[unit].blank || !i ||
		         units[group->units.items[i - 1]].kind == UNIT_BYLINE);

		if (begins || !i) {
			if (group->piece_count == PIECES_MAX)
				return false;
			group->pieces[group->piece_count++] =
				(struct piece){ i, i,
				                list_has(&story->heads, unit) };
		}
		group->pieces[group->piece_count - 1].end = i + 1;
	}
	return group->piece_count > 1;
}

/* Is the story one that may take a head of a group further up?  Those inside its text may
 * be subheads. */
static bool waits_for_head(const struct stories *stories, size_t s)
{
	const struct story *story = &stories->items[s];

	for (size_t i = 0; i < story->heads.count; i++)
		if (story->heads_after ||
		    story->heads.items[i] < story->units.items[0])
			return false;
	return !story->letter && !story_has_jump(stories, story, true) &&
	       !stories->units->items[story->units.items[0]].resumed;
}

/* Finds the stories that follow the first one without heads. */
static bool group_find_stories(struct group *group)
{
	const struct stories *stories = group->stories;
	size_t run = 0;

	for (size_t s = group->first; s < stories->count; s++) {
		if (s > group->first && !waits_for_head(stories, s))
			break;
		if (group->story_count == STORIES_MAX)
			break;
		while (run < group->text_runs->count &&
		       group->text_runs->items[run].units.items[0] !=
		               stories->items[s].units.items[0])
			run++;
		if (run == group->text_runs->count)
			break;
		group->runs[group->story_count++] = run;
	}
	return group->story_count > 1;
}

/* The cost of pieces [start, end) as the head of a story. */
static double group_head_cost(const struct group *group, size_t start,
                              size_t end, size_t story)
{
	struct ngrams grams;
	struct buf text;
	double cost = GROUP_BLANK * (double)(end - start - 1);

	buf_init(&text);
	for (size_t i = group->pieces[start].start;
	     i < group->pieces[end - 1].end; i++) {
		const struct unit *unit =
			&group->stories->units->items[group->units.items[i]];

		if (unit->kind == UNIT_HEAD)
			buf_add(&text, buf_str(&unit->text));
	}
	ngrams_init(&grams, buf_str(&text), group->text_runs->head_gram_chars);
	cost -= likeness_with_run(group->text_runs, group->runs[story], &grams);
	ngrams_release(&grams);
	buf_release(&text);
	return cost;
}

typedef struct distribution distributions[PIECES_MAX + 1][STORIES_MAX + 1];

/* Tries what the last of `j` stories, or the last of `i` pieces, may be. */
static void group_extend(const struct group *group, distributions at, size_t i,
                         size_t j)
{
	struct distribution *best = &at[i][j];

	*best = (struct distribution){ INFINITY, 0, false };
	if (i && at[i - 1][j].cost + GROUP_TEASER < best->cost)
		*best = (struct distribution){ at[i - 1][j].cost + GROUP_TEASER,
			                       0, true };
	if (j && at[i][j - 1].cost + GROUP_NO_HEAD < best->cost)
		*best = (struct distribution){
			at[i][j - 1].cost + GROUP_NO_HEAD, 0, false
		};
	for (size_t taken = 1; j && taken <= i; taken++) {
		double cost = at[i - taken][j - 1].cost +
		              group_head_cost(group, i - taken, i, j - 1);

		if (cost < best->cost)
			*best = (struct distribution){ cost, taken, false };
	}
}

/* The cost of the distribution as the segmentation made it. */
static double group_present_cost(const struct group *group)
{
	double cost = GROUP_NO_HEAD * (double)(group->story_count - 1);
	size_t start = 0;

	while (start < group->piece_count && !group->pieces[start].is_own)
		start++;
	cost += GROUP_TEASER * (double)start;
	if (start == group->piece_count)
		return cost + GROUP_NO_HEAD;
	return cost + group_head_cost(group, start, group->piece_count, 0);
}

/* The heads inside a story become subheads. */
static void group_add_subheads(struct group *group, struct story *story)
{
	for (size_t i = 0; i < story->heads.count; i++) {
		size_t unit = story->heads.items[i];
		size_t at = story->units.count;

		group->stories->units->items[unit].kind = UNIT_SUBHEAD;
		list_add(&story->units, unit);
		for (; at && story->units.items[at - 1] > unit; at--)
			story->units.items[at] = story->units.items[at - 1];
		story->units.items[at] = unit;
	}
	story->heads.count = 0;
}

/* Takes a unit from the story or the teaser that has it. */
static void group_take(struct group *group, size_t unit)
{
	struct story *story = &group->stories->items[group->first];
	struct teasers *teasers = &group->stories->teasers;
	size_t kept = 0;

	list_remove(&story->heads, unit);
	list_remove(&story->bylines, unit);
	for (size_t i = 0; i < teasers->count; i++) {
		struct teaser *teaser = &teasers->items[i];

		list_remove(&teaser->heads, unit);
		if (!teaser->heads.count && teaser->jump == NPOS)
			free(teaser->heads.items);
		else
			teasers->items[kept++] = *teaser;
	}
	teasers->count = kept;
}

/* Gives a piece to a story; NULL: it becomes a teaser. */
static void group_give(struct group *group, size_t piece, struct story *story)
{
	const struct piece *given = &group->pieces[piece];
	struct teasers *teasers = &group->stories->teasers;

	if (!story && !given->is_own)
		return;
	for (size_t i = given->start; i < given->end; i++)
		group_take(group, group->units.items[i]);
	if (!story)
		*ARRAY_ADD(teasers->items, teasers->count, teasers->cap) =
			(struct teaser){ .jump = NPOS };
	for (size_t i = given->start; i < given->end; i++) {
		size_t unit = group->units.items[i];
		bool head =
			group->stories->units->items[unit].kind == UNIT_HEAD;

		if (!story)
			list_add(&teasers->items[teasers->count - 1].heads,
			         unit);
		else
			list_add(head ? &story->heads : &story->bylines, unit);
	}
}

/* Follows the distribution from its end; `owners` has the story of each piece, or
 * STORIES_MAX for a teaser. */
static void group_trace(const struct group *group, distributions at,
                        size_t *owners)
{
	size_t i = group->piece_count, j = group->story_count;

	while (i || j) {
		const struct distribution *last = &at[i][j];

		if (last->is_teaser) {
			owners[--i] = STORIES_MAX;
			continue;
		}
		j--;
		for (size_t taken = last->taken; taken; taken--)
			owners[--i] = j;
	}
}

static void group_distribute(struct group *group)
{
	distributions at;
	size_t owners[PIECES_MAX];

	for (size_t i = 0; i <= group->piece_count; i++)
		for (size_t j = 0; j <= group->story_count; j++)
			if (i || j)
				group_extend(group, at, i, j);
			else
				at[0][0] = (struct distribution){ 0, 0, false };
	if (at[group->piece_count][group->story_count].cost + GROUP_COST >=
	    group_present_cost(group))
		return;
	group_trace(group, at, owners);
	for (size_t i = 0; i < group->piece_count; i++)
		if (owners[i] && owners[i] != STORIES_MAX &&
		    (!i || owners[i] != owners[i - 1]))
			group_add_subheads(group,
			                   &group->stories->items[group->first +
			                                          owners[i]]);
	for (size_t i = 0; i < group->piece_count; i++)
		group_give(group, i,
		           owners[i] == STORIES_MAX
		                   ? NULL
		                   : &group->stories->items[group->first +
		                                            owners[i]]);
}

void grouped_heads_distribute(struct stories *stories,
                              const struct text_runs *text_runs)
{
	for (size_t s = 0; s < stories->count; s++) {
		struct group group = { .stories = stories,
			               .text_runs = text_runs,
			               .first = s };

		if (stories->items[s].heads_after ||
		    !group_find_stories(&group))
			continue;
		group_gather(&group);
		if (group_part(&group))
			group_distribute(&group);
		free(group.units.items);
	}
}
