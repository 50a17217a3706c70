/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/jump_ends.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/fold.h"

#include <stdlib.h>

#define GRAM_CHARS 3
#define SLUG_BYTES 2 /* at least */
/* Likeness of two articles: */
#define SAME_SLUG 6.0 /* for the same slug in both jumps */
#define SAME_HEAD 3.0 /* for the same headline */
#define IN_PART   1.0 /* for a headline that is in the other */
#define WORDS     20  /* times the cosine of their 3-grams */
#define ANNOUNCES .25 /* times all that, where the first is a teaser */

static struct str joined_text(const struct issue *issue, size_t article,
                              struct buf *text)
{
	const struct range own = issue->articles[article].passages;

	for (size_t i = own.start; i < own.end; i++)
		if (issue->passages[i].role != ROLE_JUMP)
			buf_add(text, issue->passages[i].text);
	return buf_str(text);
}

void jump_ends_read(struct ngrams *grams, const struct issue *issue,
                    size_t article)
{
	struct buf text;

	buf_init(&text);
	ngrams_init(grams, joined_text(issue, article, &text), GRAM_CHARS);
	buf_release(&text);
}

void jump_ends_release(struct jump_ends *ends)
{
	for (size_t i = 0; i < ends->count; i++)
		ngrams_release(&ends->items[i].grams);
	free(ends->items);
	*ends = (struct jump_ends){ 0 };
}

/* The page that a jump names by its number; NPOS: no other page of the issue. */
static size_t page_named(const struct issue *issue,
                         const struct passage *passage)
{
	size_t page =
		issue_page_by_number(issue, passage->jump->page, passage->page);

	return page == passage->page ? NPOS : page;
}

void jump_ends_collect(struct jump_ends *ends, const struct issue *issue,
                       size_t page, size_t other)
{
	const struct range own = issue->pages[page].passages;
	size_t most = ends->count + JUMP_ENDS_MAX;

	for (size_t i = own.start; i < own.end && ends->count < most; i++) {
		const struct passage *passage = &issue->passages[i];
		struct jump_end *end;
		size_t named;

		if (!passage->jump || passage->jump->article != NPOS)
			continue;
		named = page_named(issue, passage);
		if (named == NPOS || (other != NPOS && named != other))
			continue;
		end = ARRAY_ADD(ends->items, ends->count, ends->cap);
		*end = (struct jump_end){ i, passage->article, named, { 0 } };
		if (ends->count > 1 && end[-1].article == end->article)
			ngrams_copy(&end->grams, &end[-1].grams);
		else
			jump_ends_read(&end->grams, issue, end->article);
	}
}

bool jump_ends_fit(const struct issue *issue, const struct jump_end *to,
                   const struct jump_end *from)
{
	const struct passage *a = &issue->passages[to->passage];
	const struct passage *b = &issue->passages[from->passage];

	return a->jump->direction == JUMP_TO &&
	       b->jump->direction == JUMP_FROM && a->page != b->page &&
	       a->jump->article == NPOS && b->jump->article == NPOS;
}

/* The slug is the word before a comma, if it is one of letters; a page is not. */
struct str jump_slug(struct str text)
{
	size_t comma = str_find(text, STR(","), 0);
	size_t start, digits = 0;

	if (comma == NPOS)
		return STR("");
	for (start = comma; start && text.ptr[start - 1] != ' '; start--)
		digits += text.ptr[start - 1] >= '0' &&
		          text.ptr[start - 1] <= '9';
	return digits || comma - start < SLUG_BYTES
	               ? STR("")
	               : str_slice(text, start, comma);
}

static bool slugs_are_equal(struct str one, struct str other)
{
	struct buf a, b;
	bool equal;

	buf_init(&a);
	buf_init(&b);
	fold_add(&a, one, NULL);
	fold_add(&b, other, NULL);
	equal = str_equal(buf_str(&a), buf_str(&b));
	buf_release(&a);
	buf_release(&b);
	return equal;
}

static struct str end_slug(const struct issue *issue,
                           const struct jump_end *end)
{
	return jump_slug(issue->passages[end->passage].text);
}

bool jump_ends_contradict(const struct issue *issue, const struct jump_end *to,
                          const struct jump_end *from)
{
	struct str one = end_slug(issue, to), two = end_slug(issue, from);

	return one.len && two.len && !slugs_are_equal(one, two);
}

double jump_ends_likeness(const struct issue *issue, const struct jump_end *to,
                          const struct jump_end *from)
{
	const struct article *first = &issue->articles[to->article];
	struct str one = first->headline;
	struct str two = issue->articles[from->article].headline;
	double score = WORDS * ngrams_cosine(&to->grams, &from->grams);

	if (end_slug(issue, to).len && end_slug(issue, from).len &&
	    !jump_ends_contradict(issue, to, from))
		score += SAME_SLUG;
	if (one.len && str_equal(one, two))
		score += SAME_HEAD;
	else if (one.len && two.len &&
	         (str_find(one, two, 0) != NPOS ||
	          str_find(two, one, 0) != NPOS))
		score += IN_PART;
	return first->kind == KIND_TEASER ? score * ANNOUNCES : score;
}
