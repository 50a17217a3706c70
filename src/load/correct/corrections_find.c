/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/neutralise.h"

#include <stdlib.h>

#define SHOWN_CHARS 80 /* of a line of the file, quoted in a message */
#define REPORTS_MAX 20 /* messages without a place in the issue */

/* A line that a correction names, and where its index goes. */
struct wanted {
	const struct line_key *key;
	size_t *line; /* set to the index of the line, or NPOS */
};

/* A line of the issue whose hash a correction names. */
struct candidate {
	struct line_key key;
	size_t line;
};

struct candidates {
	struct candidate *items; /* owned */
	size_t count, cap;
};

static int order(size_t one, size_t two)
{
	return one < two ? -1 : one > two;
}

static int compare_keys(const struct line_key *one, const struct line_key *two)
{
	int by_hash = order(one->hash, two->hash);
	int by_page = order(one->page, two->page);

	return by_hash   ? by_hash
	       : by_page ? by_page
	                 : order(one->number, two->number);
}

static int corrections_find_by_hash(const void *a, const void *b)
{
	return order(((const struct wanted *)a)->key->hash,
	             ((const struct wanted *)b)->key->hash);
}

static int by_key(const void *a, const void *b)
{
	const struct candidate *one = a, *two = b;
	int keys = compare_keys(&one->key, &two->key);

	return keys ? keys : order(one->line, two->line);
}

static struct wanted *wanted_list(struct corrections *corrections,
                                  size_t *count)
{
	struct wanted *wanted =
		mem_alloc(2 * corrections->count * sizeof *wanted);

	*count = 0;
	for (size_t i = 0; i < corrections->count; i++) {
		struct correction *correction = &corrections->items[i];

		correction->line = correction->to_line = NPOS;
		if (correction->kind != CORRECTION_NONE)
			wanted[(*count)++] =
				(struct wanted){ &correction->at,
				                 &correction->line };
		if (correction->kind == CORRECTION_ATTACH)
			wanted[(*count)++] =
				(struct wanted){ &correction->to,
				                 &correction->to_line };
	}
	if (*count)
		qsort(wanted, *count, sizeof *wanted, corrections_find_by_hash);
	return wanted;
}

/* Collects the lines of the issue whose hash is wanted, sorted by key. */
static void candidates_init(struct candidates *candidates,
                            const struct issue *issue,
                            const struct wanted *wanted, size_t count,
                            size_t *steps)
{
	*candidates = (struct candidates){ 0 };
	for (size_t l = 0; l < issue->line_count; l++) {
		struct line_key key;
		size_t at;

		if (!str_trim(issue->lines[l].text).len)
			continue;
		key = line_key_of(issue, l);
		ARRAY_FIND(at, count,
		           (++*steps, wanted[at].key->hash < key.hash));
		if (at < count && wanted[at].key->hash == key.hash)
			*ARRAY_ADD(candidates->items, candidates->count,
			           candidates->cap) =
				(struct candidate){ key, l };
	}
	if (candidates->count)
		qsort(candidates->items, candidates->count,
		      sizeof *candidates->items, by_key);
}

static size_t corrections_find_distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* The first candidate that is not before the key. */
static size_t candidate_from(const struct candidates *candidates,
                             struct line_key key, size_t *steps)
{
	size_t at;

	ARRAY_FIND(
		at, candidates->count,
		(++*steps, compare_keys(&candidates->items[at].key, &key) < 0));
	return at;
}

static bool has_page(const struct candidates *candidates, size_t at,
                     const struct line_key *key)
{
	return at < candidates->count &&
	       candidates->items[at].key.hash == key->hash &&
	       candidates->items[at].key.page == key->page;
}

/* The candidate on the key's page that is nearest to its number, or NPOS. */
static size_t nearest_on_page(const struct candidates *candidates,
                              struct line_key key, size_t *steps)
{
	size_t above = candidate_from(candidates, key, steps),
	       below = above - 1;

	if (!above || !has_page(candidates, below, &key))
		return has_page(candidates, above, &key) ? above : NPOS;
	if (has_page(candidates, above, &key) &&
	    candidates->items[above].key.number - key.number <
	            key.number - candidates->items[below].key.number)
		return above;
	return candidate_from(candidates, candidates->items[below].key, steps);
}

/* The nearer of two candidates, either of which may be NPOS; the first where both are
 * equally near. */
static size_t nearer(const struct candidates *candidates,
                     const struct line_key *key, size_t one, size_t two)
{
	const struct line_key *first, *second;
	size_t pages, more_pages;

	if (one == NPOS || two == NPOS)
		return one == NPOS ? two : one;
	first = &candidates->items[one].key;
	second = &candidates->items[two].key;
	pages = corrections_find_distance(first->page, key->page);
	more_pages = corrections_find_distance(second->page, key->page);
	if (pages != more_pages)
		return pages < more_pages ? one : two;
	return corrections_find_distance(second->number, key->number) <
	                       corrections_find_distance(first->number,
	                                                 key->number)
	               ? two
	               : one;
}

/* Of equal lines the nearest to the key is meant: first the one on the nearest page, then
 * that of the nearest number.  Returns the index in the issue, or NPOS. */
static size_t corrections_find_nearest(const struct candidates *candidates,
                                       const struct line_key *key,
                                       size_t *steps)
{
	size_t best = nearest_on_page(candidates, *key, steps);
	size_t above, sides[2] = { NPOS, NPOS };

	if (best != NPOS)
		return candidates->items[best].line;
	above = candidate_from(candidates, *key, steps);
	for (size_t i = 0; i < 2; i++) {
		size_t at = above + i - 1; /* behind the last one for none */
		struct line_key side = *key;

		if (at >= candidates->count ||
		    candidates->items[at].key.hash != key->hash)
			continue;
		side.page = candidates->items[at].key.page;
		sides[i] = nearest_on_page(candidates, side, steps);
	}
	best = nearer(candidates, key, sides[0], sides[1]);
	return best == NPOS ? NPOS : candidates->items[best].line;
}

/* A correction whose line was found. */
struct placed {
	size_t page, index;
};

static int corrections_find_by_place(const void *a, const void *b)
{
	const struct placed *one = a, *two = b;
	int pages = order(one->page, two->page);

	return pages ? pages : order(one->index, two->index);
}

void corrections_sort(struct corrections *corrections)
{
	struct placed *placed = mem_alloc(corrections->count * sizeof *placed);
	size_t count = 0;

	for (size_t i = 0; i < corrections->count; i++)
		if (corrections->items[i].line != NPOS)
			placed[count++] =
				(struct placed){ corrections->items[i].page,
				                 i };
	if (count)
		qsort(placed, count, sizeof *placed, corrections_find_by_place);
	free(corrections->by_page);
	corrections->by_page = mem_alloc(count * sizeof *corrections->by_page);
	corrections->by_page_count = count;
	for (size_t i = 0; i < count; i++)
		corrections->by_page[i] = placed[i].index;
	free(placed);
}

static size_t page_at(const struct corrections *corrections, size_t at)
{
	return corrections->items[corrections->by_page[at]].page;
}

struct range corrections_of_page(const struct corrections *corrections,
                                 size_t page)
{
	size_t count = corrections->by_page_count;
	struct range range;

	ARRAY_FIND(range.start, count,
	           page_at(corrections, range.start) < page);
	ARRAY_FIND(range.end, count, page_at(corrections, range.end) <= page);
	return range;
}

size_t line_key_find(const struct issue *issue, const struct line_key *key)
{
	size_t line = NPOS, steps = 0;
	const struct wanted wanted = { key, &line };
	struct candidates candidates;

	candidates_init(&candidates, issue, &wanted, 1, &steps);
	line = corrections_find_nearest(&candidates, key, &steps);
	free(candidates.items);
	return line;
}

static bool corrections_find_is_remark(const struct correction *correction)
{
	struct str text = str_trim(correction_text(correction));

	return !text.len || str_starts(text, STR("#"));
}

/* The beginning of a line of the file, made safe to print. */
static void corrections_find_shown(struct buf *out,
                                   const struct correction *correction)
{
	buf_clear(out);
	neutralise(out,
	           utf8_first_chars(correction_text(correction), SHOWN_CHARS));
}

/* The place of a correction, where that is in the issue. */
static struct diag
corrections_find_place_of(const struct issue *issue,
                          const struct correction *correction)
{
	struct diag where = { .level = DIAG_WARNING };

	if (correction->kind == CORRECTION_NONE ||
	    correction->at.page > issue->page_count)
		return where;
	where.page = correction->at.page;
	where.line = correction->at.number;
	where.column = 1;
	return where;
}

static void corrections_find_report(const struct corrections *corrections,
                                    size_t index, struct issue *issue)
{
	const struct correction *correction = &corrections->items[index];
	struct diag where = corrections_find_place_of(issue, correction);
	struct buf text;

	buf_init(&text);
	corrections_find_shown(&text, correction);
	if (correction->kind == CORRECTION_NONE)
		diags_add(&issue->diags, where,
		          _("Line %zu of the corrections is not understood: "
		            "%s"),
		          index + 1, text.ptr);
	else
		diags_add(&issue->diags, where,
		          _("There is no such line any more, so this "
		            "correction is left out: %s"),
		          text.ptr);
	buf_release(&text);
}

static void report_misfits(const struct corrections *corrections,
                           struct issue *issue)
{
	size_t misfits = corrections_misfits(corrections), placeless = 0;

	for (size_t i = 0; i < corrections->count; i++) {
		const struct correction *correction = &corrections->items[i];

		if (correction->kind == CORRECTION_NONE
		            ? corrections_find_is_remark(correction)
		            : correction_fits(correction))
			continue;
		if (corrections_find_place_of(issue, correction).line ||
		    placeless++ < REPORTS_MAX)
			corrections_find_report(corrections, i, issue);
	}
	if (placeless > REPORTS_MAX)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_WARNING },
		          _("More lines of the corrections are of no use: "
		            "%zu."),
		          placeless - REPORTS_MAX);
	if (misfits)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_WARNING },
		          _("Corrections that do not fit this issue any more "
		            "and are left out: %zu of %zu."),
		          misfits, corrections_count(corrections));
}

void corrections_report_file_error(const struct corrections *corrections,
                                   struct issue *issue)
{
	if (corrections->file_error)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_ERROR },
		          "%s", corrections->file_error);
}

void corrections_find(struct corrections *corrections, struct issue *issue)
{
	struct wanted *wanted;
	struct candidates candidates;
	size_t count;

	corrections->steps = 0;
	if (!corrections->count)
		return;
	wanted = wanted_list(corrections, &count);
	candidates_init(&candidates, issue, wanted, count, &corrections->steps);
	for (size_t i = 0; i < count; i++)
		*wanted[i].line = corrections_find_nearest(
			&candidates, wanted[i].key, &corrections->steps);
	free(wanted);
	free(candidates.items);
	for (size_t i = 0; i < corrections->count; i++)
		if (corrections->items[i].line != NPOS)
			corrections->items[i].page =
				issue->lines[corrections->items[i].line].page;
	corrections_sort(corrections);
	report_misfits(corrections, issue);
}
