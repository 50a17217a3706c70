/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/fold.h"

#include <stdlib.h>

/* Between two passages; no folded text has it, so no hit crosses it. */
#define BORDER '\n'

/*
 * All passages folded, one after the other, in one text: a search is one run of
 * memmem over it.  The way back to the bytes of a passage is made anew for those
 * that have hits: kept for all, it would be many times the text.
 */
struct finder {
	const struct issue *issue;
	struct buf text;
	size_t *starts;    /* per passage: where it begins in text */
	size_t count, cap; /* of passages */
};

static void add_passage(struct finder *finder, size_t index)
{
	struct folded folded;

	*ARRAY_ADD(finder->starts, finder->count, finder->cap) =
		finder->text.len;
	fold(&folded, finder->issue->passages[index].text);
	buf_add(&finder->text, (struct str){ folded.text, folded.len });
	buf_add_byte(&finder->text, BORDER);
	folded_release(&folded);
}

struct finder *finder_new(const struct issue *issue)
{
	struct finder *finder = mem_alloc(sizeof *finder);

	finder->issue = issue;
	buf_init(&finder->text);
	return finder;
}

void finder_free(struct finder *finder)
{
	if (!finder)
		return;
	buf_release(&finder->text);
	free(finder->starts);
	free(finder);
}

void hits_init(struct hits *hits)
{
	*hits = (struct hits){ 0 };
}

void hits_release(struct hits *hits)
{
	free(hits->items);
	hits_init(hits);
}

/* The passage that folded byte `at` belongs to. */
static size_t passage_at(const struct finder *finder, size_t at)
{
	size_t next;

	ARRAY_FIND(next, finder->count, finder->starts[next] <= at);
	return next - 1;
}

/* The passage of the last hit, with its way back. */
struct hit_passage {
	size_t index; /* or NPOS */
	struct folded folded;
};

static void hit_passage_set(struct hit_passage *passage,
                            const struct finder *finder, size_t index)
{
	if (passage->index == index)
		return;
	if (passage->index != NPOS)
		folded_release(&passage->folded);
	passage->index = index;
	if (index != NPOS)
		fold(&passage->folded, finder->issue->passages[index].text);
}

/* A character that folds to several (㎡ to m2) is hit whole; what folding drops
 * behind it is not. */
static struct hit hit_at(const struct finder *finder,
                         struct hit_passage *passage, size_t at, size_t len)
{
	struct hit hit = { .passage = passage_at(finder, at) };
	struct str text = finder->issue->passages[hit.passage].text;

	hit_passage_set(passage, finder, hit.passage);
	at -= finder->starts[hit.passage];
	hit.start = passage->folded.from[at];
	hit.end = passage->folded.from[at + len - 1];
	do
		hit.end++;
	while (hit.end < text.len &&
	       ((unsigned char)text.ptr[hit.end] & 0xc0) == 0x80);
	return hit;
}

/* Two hits in one character (mm in ㎜) are one. */
static bool is_same_place(const struct hits *hits, const struct hit *hit)
{
	const struct hit *last = &hits->items[hits->count - 1];

	return last->passage == hit->passage && hit->start < last->end;
}

void finder_search(struct finder *finder, struct hits *hits, struct str pattern)
{
	struct hit_passage passage = { .index = NPOS };
	struct folded folded;
	struct str want;
	size_t at = 0;

	hits->count = 0;
	fold(&folded, pattern);
	want = (struct str){ folded.text, folded.len };
	while (want.len && finder->count < finder->issue->passage_count)
		add_passage(finder, finder->count);
	while (want.len &&
	       (at = str_find(buf_str(&finder->text), want, at)) != NPOS) {
		struct hit hit = hit_at(finder, &passage, at, want.len);

		if (!hits->count || !is_same_place(hits, &hit))
			*ARRAY_ADD(hits->items, hits->count, hits->cap) = hit;
		at += want.len;
	}
	hit_passage_set(&passage, finder, NPOS);
	folded_release(&folded);
}

size_t hits_from(const struct hits *hits, size_t passage, size_t at)
{
	const struct hit *items = hits->items;
	size_t i;

	ARRAY_FIND(i, hits->count,
	           items[i].passage < passage ||
	                   (items[i].passage == passage && items[i].end <= at));
	return i;
}
