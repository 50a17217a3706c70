/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/seams.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/glyph.h"
#include "text/hyphen.h"

#include <assert.h>

/* The text at a seam: the end of one passage and the beginning of the other. */
struct seam_text {
	struct buf text;
	struct seam seam;
	size_t from; /* byte of the passage before the seam, where the text
	              * begins */
	size_t before_end, behind; /* bytes of the text: where the part of the
	                            * one ends, and that of the other begins */
};

/* Is the character that begins at byte `at` an ideograph or another wide one?  None is
 * parted from the next by a space. */
static bool is_wide(struct str text, size_t at)
{
	return glyph_next(text, at, 1).cols == 2;
}

/* Appends the end of a text and the beginning of another as they stand in one paragraph: with
 * a space between words of letters, and without the hyphen that divides a word.  Returns
 * where the second one begins; *before_end is set to where the first one ends. */
static size_t seam_join(struct buf *out, struct str before, struct str behind,
                        size_t *before_end)
{
	size_t hyphen = hyphen_before(before, before.len);

	before.len -= hyphen;
	buf_add(out, before);
	*before_end = out->len;
	if (before.len && behind.len && !hyphen &&
	    !is_wide(before, utf8_before(before, before.len)) &&
	    !is_wide(behind, 0))
		buf_add_byte(out, ' ');
	buf_add(out, behind);
	return out->len - behind.len;
}

/* Where the last `bytes` bytes of a text begin and the first ones end, or at the next
 * character beyond. */
static size_t seam_from(struct str text, size_t bytes)
{
	return bytes < text.len ? utf8_before(text, text.len - bytes) : 0;
}

static size_t seam_to(struct str text, size_t bytes)
{
	return bytes < text.len ? utf8_after(text, bytes) : text.len;
}

static void seam_text_set(struct seam_text *text, const struct issue *issue,
                          const struct seam *seam, size_t reach_bytes)
{
	struct str before = issue->passages[seam->before].text;
	struct str behind = issue->passages[seam->behind].text;

	text->seam = *seam;
	text->from = seam_from(before, reach_bytes);
	buf_clear(&text->text);
	text->behind = seam_join(
		&text->text, str_slice(before, text->from, before.len),
		str_slice(behind, 0, seam_to(behind, reach_bytes)),
		&text->before_end);
}

/* Adds the matches that begin before the seam and end behind it. */
static void seam_text_search(const struct seam_text *text,
                             const struct issue *issue, struct hits *found,
                             seam_match *match, const void *pattern)
{
	struct str whole = buf_str(&text->text);
	size_t end;

	for (size_t at = 0; (at = match(pattern, whole, at, &end)) != NPOS;
	     at = end) {
		if (at >= text->before_end)
			return;
		if (end <= text->behind)
			continue;
		hits_add(found,
		         (struct hit){
				 .passage = text->seam.before,
				 .start = text->from + at,
				 .end = issue->passages[text->seam.before]
		                                .text.len,
				 .rest_end = end - text->behind,
			 });
	}
}

void seam_hits_find(struct seam_hits *seams, const struct issue *issue,
                    size_t reach_bytes, seam_match *match, const void *pattern)
{
	struct seam_text text = { 0 };
	struct seam seam;

	seams->found.count = seams->next = 0;
	seams->reach_bytes = reach_bytes;
	if (!parts_joined(issue))
		return;
	buf_init(&text.text);
	for (size_t a = 0; a < issue->article_count; a++)
		if (parts_seam(issue, a, &seam)) {
			seam_text_set(&text, issue, &seam, reach_bytes);
			seam_text_search(&text, issue, &seams->found, match,
			                 pattern);
		}
	buf_release(&text.text);
}

void seam_hits_release(struct seam_hits *seams)
{
	hits_release(&seams->found);
}

void seam_hits_add_before(struct seam_hits *seams, struct hits *hits,
                          size_t passage, size_t at)
{
	for (; seams->next < seams->found.count; seams->next++) {
		struct hit *hit = &seams->found.items[seams->next];
		const struct hit *last =
			hits->count ? &hits->items[hits->count - 1] : NULL;

		if (hit->passage > passage ||
		    (hit->passage == passage && hit->start >= at))
			return;
		if (last && last->passage == hit->passage &&
		    last->end > hit->start)
			hit->rest_end = 0;
		else
			hits_add(hits, *hit);
	}
}

bool seam_hits_cover(const struct seam_hits *seams, const struct issue *issue,
                     const struct hit *hit)
{
	size_t before, i;

	if (!seams->found.count || hit->start >= seams->reach_bytes)
		return false;
	before = parts_passage_before(issue, hit->passage);
	if (before == NPOS)
		return false;
	ARRAY_FIND(i, seams->found.count,
	           seams->found.items[i].passage <= before);
	return i && seams->found.items[i - 1].passage == before &&
	       hit->start < seams->found.items[i - 1].rest_end;
}

size_t seam_rest(const struct issue *issue, const struct hit *hit)
{
	struct seam seam;

	assert(hit->rest_end);
	return parts_seam(issue, issue->passages[hit->passage].article, &seam)
	               ? seam.behind
	               : hit->passage;
}

void seam_add_hit(struct buf *out, const struct issue *issue,
                  const struct hit *hit)
{
	struct str own = str_slice(issue->passages[hit->passage].text,
	                           hit->start, hit->end);
	size_t end;

	if (!hit->rest_end) {
		buf_add(out, own);
		return;
	}
	seam_join(out, own,
	          str_slice(issue->passages[seam_rest(issue, hit)].text, 0,
	                    hit->rest_end),
	          &end);
}
