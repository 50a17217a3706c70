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
 * memmem over it.  from[i] is the byte of its passage that byte i came from.
 */
struct finder {
	const struct issue *issue;
	struct buf text;
	size_t *from;
	size_t from_count, from_cap;
	size_t *starts; /* per passage: where it begins in text */
};

static void add_passage(struct finder *finder, size_t index)
{
	struct folded folded;

	finder->starts[index] = finder->text.len;
	fold(&folded, finder->issue->passages[index].text);
	buf_add(&finder->text, (struct str){ folded.text, folded.len });
	buf_add_byte(&finder->text, BORDER);
	for (size_t i = 0; i <= folded.len; i++)
		*ARRAY_ADD(finder->from, finder->from_count, finder->from_cap) =
			folded.from[i];
	folded_release(&folded);
}

struct finder *finder_new(const struct issue *issue)
{
	struct finder *finder = mem_alloc(sizeof *finder);

	finder->issue = issue;
	buf_init(&finder->text);
	finder->starts =
		mem_alloc(issue->passage_count * sizeof *finder->starts);
	for (size_t i = 0; i < issue->passage_count; i++)
		add_passage(finder, i);
	return finder;
}

void finder_free(struct finder *finder)
{
	if (!finder)
		return;
	buf_release(&finder->text);
	free(finder->from);
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
	size_t low = 0, high = finder->issue->passage_count;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (finder->starts[mid] <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* A character that folds to several (㎡ to m2) is hit whole; what folding drops
 * behind it is not. */
static struct hit hit_at(const struct finder *finder, size_t at, size_t len)
{
	struct hit hit = { .passage = passage_at(finder, at),
		           .start = finder->from[at],
		           .end = finder->from[at + len - 1] };
	struct str text = finder->issue->passages[hit.passage].text;

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

void finder_search(const struct finder *finder, struct hits *hits,
                   struct str pattern)
{
	struct folded folded;
	struct str want, text = buf_str(&finder->text);
	size_t at = 0;

	hits->count = 0;
	fold(&folded, pattern);
	want = (struct str){ folded.text, folded.len };
	while (want.len && (at = str_find(text, want, at)) != NPOS) {
		struct hit hit = hit_at(finder, at, want.len);

		if (!hits->count || !is_same_place(hits, &hit))
			*ARRAY_ADD(hits->items, hits->count, hits->cap) = hit;
		at += want.len;
	}
	folded_release(&folded);
}

size_t hits_from(const struct hits *hits, size_t passage, size_t at)
{
	size_t low = 0, high = hits->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct hit *hit = &hits->items[mid];

		if (hit->passage < passage ||
		    (hit->passage == passage && hit->end <= at))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
