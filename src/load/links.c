/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/links.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/grams.h"

#include <math.h>
#include <stdlib.h>

#define GRAM_CHARS 3
#define SAME_HEAD  3.0 /* both have the same headline */
#define IN_PART    1.0 /* one headline is in the other */
#define WORDS      20  /* times the cosine of their 3-grams */
#define ANNOUNCED  0.3 /* a teaser: the share of its words that is there */

/* A jump, and the article it stands in. */
struct end {
	size_t passage, article;
	struct grams grams; /* of the article's text */
};

struct ends {
	struct end *items;
	size_t count, cap;
};

static struct str joined_text(const struct issue *issue, size_t article,
                              struct buf *text)
{
	const struct range own = issue->articles[article].passages;

	for (size_t i = own.start; i < own.end; i++)
		if (issue->passages[i].role != ROLE_JUMP)
			buf_add(text, issue->passages[i].text);
	return buf_str(text);
}

static void article_grams(const struct issue *issue, size_t article,
                          struct grams *grams)
{
	struct buf text;

	buf_init(&text);
	grams_init(grams, joined_text(issue, article, &text), GRAM_CHARS);
	buf_release(&text);
}

static void collect(const struct issue *issue, struct ends *ends)
{
	for (size_t i = 0; i < issue->passage_count; i++) {
		struct end *end;

		if (!issue->passages[i].jump)
			continue;
		end = ARRAY_ADD(ends->items, ends->count, ends->cap);
		*end = (struct end){ i, issue->passages[i].article, { 0 } };
		article_grams(issue, end->article, &end->grams);
	}
}

static double cosine(const struct grams *a, const struct grams *b)
{
	if (!a->count || !b->count)
		return 0;
	return (double)grams_common(a, b) /
	       sqrt((double)a->count * (double)b->count);
}

static double alike(const struct issue *issue, const struct end *a,
                    const struct end *b)
{
	struct str one = issue->articles[a->article].headline;
	struct str two = issue->articles[b->article].headline;
	double score = WORDS * cosine(&a->grams, &b->grams);

	if (one.len && str_equal(one, two))
		score += SAME_HEAD;
	else if (one.len && two.len &&
	         (str_find(one, two, 0) != NPOS ||
	          str_find(two, one, 0) != NPOS))
		score += IN_PART;
	return score;
}

/* Does `to` lead to where `from` stands, and `from` back? */
static bool are_partners(const struct issue *issue, const struct end *to,
                         const struct end *from)
{
	const struct passage *a = &issue->passages[to->passage];
	const struct passage *b = &issue->passages[from->passage];

	return a->jump->direction == JUMP_TO &&
	       b->jump->direction == JUMP_FROM && a->page != b->page &&
	       a->jump->article == NPOS && b->jump->article == NPOS &&
	       issue_page_by_number(issue, a->jump->page, a->page) == b->page &&
	       issue_page_by_number(issue, b->jump->page, b->page) == a->page;
}

static void lead(struct issue *issue, size_t passage, size_t article)
{
	struct passage *of = &issue->passages[passage];
	struct jump *jump = arena_copy(&issue->arena, of->jump, sizeof *jump);

	jump->article = article;
	of->jump = jump;
}

/* Joins the two most alike that are left; false when none are. */
static bool join_best(struct issue *issue, const struct ends *ends)
{
	const struct end *to = NULL, *from = NULL;
	double best = -1;

	for (size_t i = 0; i < ends->count; i++)
		for (size_t j = 0; j < ends->count; j++) {
			double score;

			if (!are_partners(issue, &ends->items[i],
			                  &ends->items[j]))
				continue;
			score = alike(issue, &ends->items[i], &ends->items[j]);
			if (score <= best)
				continue;
			best = score;
			to = &ends->items[i];
			from = &ends->items[j];
		}
	if (!to)
		return false;
	lead(issue, to->passage, from->article);
	lead(issue, from->passage, to->article);
	return true;
}

/* The article of a page that has most of the words of `end`'s, or NPOS. */
static size_t announced(const struct issue *issue, const struct end *end,
                        size_t page)
{
	size_t best = NPOS;
	double most = ANNOUNCED;

	for (size_t a = 0; a < issue->article_count; a++) {
		struct grams grams;
		double share;

		if (issue->articles[a].page != page || a == end->article)
			continue;
		article_grams(issue, a, &grams);
		share = end->grams.count
		                ? (double)grams_common(&end->grams, &grams) /
		                          (double)end->grams.count
		                : 0;
		grams_release(&grams);
		if (share > most) {
			most = share;
			best = a;
		}
	}
	return best;
}

static void lead_alone(struct issue *issue, const struct end *end)
{
	const struct passage *passage = &issue->passages[end->passage];
	size_t page = issue_page_by_number(issue, passage->jump->page,
	                                   passage->page),
	       to;

	if (passage->jump->article != NPOS || page == NPOS ||
	    page == passage->page)
		return;
	to = announced(issue, end, page);
	if (to != NPOS)
		lead(issue, end->passage, to);
}

void links_find(struct issue *issue)
{
	struct ends ends = { 0 };

	collect(issue, &ends);
	while (join_best(issue, &ends))
		continue;
	for (size_t i = 0; i < ends.count; i++)
		lead_alone(issue, &ends.items[i]);
	for (size_t i = 0; i < ends.count; i++)
		grams_release(&ends.items[i].grams);
	free(ends.items);
}
