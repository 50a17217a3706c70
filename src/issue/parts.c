/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/parts.h"

#include <assert.h>
#include <string.h>

void parts_begin(struct issue *issue)
{
	struct article *article;

	assert(issue->article_count);
	article = &issue->articles[issue->article_count - 1];
	article->ordinal = issue->whole_count;
	*ARRAY_ADD(issue->wholes, issue->whole_count, issue->whole_cap) =
		issue->article_count - 1;
}

/* Takes an article off the list of wholes. */
static void parts_drop_whole(struct issue *issue, size_t article)
{
	size_t at = issue->articles[article].ordinal;

	assert(at < issue->whole_count && issue->wholes[at] == article);
	memmove(&issue->wholes[at], &issue->wholes[at + 1],
	        (issue->whole_count - at - 1) * sizeof *issue->wholes);
	issue->whole_count--;
	issue->reordered += at < issue->whole_count;
	for (; at < issue->whole_count; at++)
		issue->articles[issue->wholes[at]].ordinal = at;
}

void parts_join(struct issue *issue, size_t article, size_t earlier)
{
	size_t whole = parts_whole(issue, earlier);

	assert(earlier < article && !issue->articles[earlier].continued &&
	       !issue->articles[article].continues);
	parts_drop_whole(issue, article);
	issue->articles[earlier].continued = article + 1;
	issue->articles[article].continues = earlier + 1;
	for (; article != NPOS; article = parts_next(issue, article)) {
		issue->articles[article].whole = whole + 1;
		issue->articles[article].ordinal =
			issue->articles[whole].ordinal;
	}
}

size_t parts_whole(const struct issue *issue, size_t article)
{
	size_t whole = issue->articles[article].whole;

	return whole ? whole - 1 : article;
}

size_t parts_next(const struct issue *issue, size_t article)
{
	size_t next = issue->articles[article].continued;

	return next ? next - 1 : NPOS;
}

size_t parts_last(const struct issue *issue, size_t article)
{
	while (issue->articles[article].continued)
		article = issue->articles[article].continued - 1;
	return article;
}

bool parts_are_many(const struct issue *issue, size_t article)
{
	return !issue->articles[article].continues &&
	       issue->articles[article].continued;
}

size_t parts_first_passage(const struct issue *issue, size_t article)
{
	for (; article != NPOS; article = parts_next(issue, article)) {
		struct range own = issue->articles[article].passages;

		if (own.start < own.end)
			return own.start;
	}
	return NPOS;
}

size_t parts_next_passage(const struct issue *issue, size_t passage)
{
	size_t article = issue->passages[passage].article, next;

	if (passage + 1 < issue->articles[article].passages.end)
		return passage + 1;
	next = parts_next(issue, article);
	return next == NPOS ? NPOS : parts_first_passage(issue, next);
}

/* The last or the first paragraph among passages; NPOS: there is none. */
static size_t parts_paragraph(const struct issue *issue, struct range own,
                              bool last)
{
	for (; own.start < own.end; own.start += !last, own.end -= last) {
		size_t at = last ? own.end - 1 : own.start;

		if (issue->passages[at].role == ROLE_BODY)
			return at;
	}
	return NPOS;
}

bool parts_seam(const struct issue *issue, size_t article, struct seam *seam)
{
	const struct article *own = &issue->articles[article];
	size_t next = parts_next(issue, article), before, behind;

	if (next == NPOS || !own->runs_on)
		return false;
	before = parts_paragraph(issue, own->passages, true);
	behind = parts_paragraph(issue, issue->articles[next].passages, false);
	if (before == NPOS || behind == NPOS)
		return false;
	*seam = (struct seam){ before, behind };
	return true;
}

size_t parts_passage_before(const struct issue *issue, size_t passage)
{
	size_t article = issue->passages[passage].article, earlier;
	struct seam seam;

	if (article == NPOS || !issue->articles[article].continues)
		return NPOS;
	earlier = issue->articles[article].continues - 1;
	return parts_seam(issue, earlier, &seam) && seam.behind == passage
	               ? seam.before
	               : NPOS;
}

size_t parts_joined(const struct issue *issue)
{
	return issue->article_count - issue->whole_count;
}

size_t parts_chars(const struct issue *issue, size_t article)
{
	size_t chars = 0;

	for (; article != NPOS; article = parts_next(issue, article))
		chars += issue->articles[article].chars;
	return chars;
}
