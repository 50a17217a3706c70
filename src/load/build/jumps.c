/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/jumps.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/cues.h"
#include "load/lines/ngrams.h"

#include <math.h>
#include <stdlib.h>

#define GRAM_CHARS 3
/* Likeness of two articles: */
#define SAME_HEAD 3.0 /* for the same headline */
#define IN_PART   1.0 /* for a headline that is in the other */
#define WORDS     20  /* times the cosine of their 3-grams */
#define JUMPS_MAX 64  /* the most jumps of a page that are followed */
#define ANNOUNCED                                                              \
 0.3 /* the share of a teaser's 3-grams in the article it announces */

/* A jump, and the article it stands in. */
struct jump_end {
	size_t passage, article;
	size_t named;        /* index of the page that the jump names */
	struct ngrams grams; /* of the article's text */
};

struct jump_ends {
	struct jump_end *items;
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
                          struct ngrams *grams)
{
	struct buf text;

	buf_init(&text);
	ngrams_init(grams, joined_text(issue, article, &text), GRAM_CHARS);
	buf_release(&text);
}

static void jump_ends_release(struct jump_ends *ends)
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

/* Adds the jumps on page `page` that name page `other`; NPOS: any other page. */
static void jumps_collect(const struct issue *issue, size_t page, size_t other,
                          struct jump_ends *ends)
{
	const struct range own = issue->pages[page].passages;
	size_t most = ends->count + JUMPS_MAX;

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
			article_grams(issue, end->article, &end->grams);
	}
}

static double jumps_likeness(const struct issue *issue,
                             const struct jump_end *a, const struct jump_end *b)
{
	struct str one = issue->articles[a->article].headline;
	struct str two = issue->articles[b->article].headline;
	double score = WORDS * ngrams_cosine(&a->grams, &b->grams);

	if (one.len && str_equal(one, two))
		score += SAME_HEAD;
	else if (one.len && two.len &&
	         (str_find(one, two, 0) != NPOS ||
	          str_find(two, one, 0) != NPOS))
		score += IN_PART;
	return score;
}

static void jumps_set_target(struct issue *issue, size_t passage,
                             size_t article)
{
	struct passage *of = &issue->passages[passage];
	struct jump *jump = arena_copy(&issue->arena, of->jump, sizeof *jump);

	jump->article = article;
	of->jump = jump;
}

/* Can these two be linked: one leads on, one comes from another page, and neither is
 * linked yet? */
static bool are_partners(const struct issue *issue, const struct jump_end *to,
                         const struct jump_end *from)
{
	const struct passage *a = &issue->passages[to->passage];
	const struct passage *b = &issue->passages[from->passage];

	return a->jump->direction == JUMP_TO &&
	       b->jump->direction == JUMP_FROM && a->page != b->page &&
	       a->jump->article == NPOS && b->jump->article == NPOS;
}

/* Links the two partners that are most alike; false when no partners are left. */
static bool join_best(struct issue *issue, const struct jump_ends *ends,
                      const double *scores)
{
	const struct jump_end *to = NULL, *from = NULL;
	double best = -1;

	for (size_t i = 0; i < ends->count; i++)
		for (size_t j = 0; j < ends->count; j++) {
			double score = scores[i * ends->count + j];

			if (score <= best ||
			    !are_partners(issue, &ends->items[i],
			                  &ends->items[j]))
				continue;
			best = score;
			to = &ends->items[i];
			from = &ends->items[j];
		}
	if (!to)
		return false;
	jumps_set_target(issue, to->passage, from->article);
	jumps_set_target(issue, from->passage, to->article);
	return true;
}

static void join_pages(struct issue *issue, size_t page, size_t other)
{
	struct jump_ends ends = { 0 };
	double *scores;

	jumps_collect(issue, page, other, &ends);
	jumps_collect(issue, other, page, &ends);
	scores = mem_alloc(ends.count * ends.count * sizeof *scores);
	for (size_t i = 0; i < ends.count; i++)
		for (size_t j = 0; j < ends.count; j++)
			if (are_partners(issue, &ends.items[i], &ends.items[j]))
				scores[i * ends.count + j] = jumps_likeness(
					issue, &ends.items[i], &ends.items[j]);
	while (join_best(issue, &ends, scores))
		continue;
	free(scores);
	jump_ends_release(&ends);
}

/* The n-grams of the articles of a page, for all jumps that name it. */
struct named_page {
	size_t page;          /* NPOS: of none yet */
	struct ngrams *grams; /* owned */
	size_t count;
};

static void named_page_release(struct named_page *named)
{
	for (size_t i = 0; i < named->count; i++)
		ngrams_release(&named->grams[i]);
	free(named->grams);
	*named = (struct named_page){ .page = NPOS };
}

static void named_page_read(struct named_page *named, const struct issue *issue,
                            size_t page)
{
	const struct range own = issue->pages[page].articles;

	if (named->page == page)
		return;
	named_page_release(named);
	named->page = page;
	named->count = own.end - own.start;
	named->grams = mem_alloc(named->count * sizeof *named->grams);
	for (size_t i = 0; i < named->count; i++)
		article_grams(issue, own.start + i, &named->grams[i]);
}

/* The article of the named page that has most of the 3-grams of the jump's article, or
 * NPOS. */
static size_t announced_article(const struct issue *issue,
                                const struct jump_end *end,
                                struct named_page *named)
{
	size_t best = NPOS;
	double most = ANNOUNCED;

	named_page_read(named, issue, end->named);
	for (size_t i = 0; i < named->count; i++) {
		double share =
			end->grams.count
				? (double)ngrams_common(&end->grams,
		                                        &named->grams[i]) /
					  (double)end->grams.count
				: 0;

		if (share > most) {
			most = share;
			best = issue->pages[end->named].articles.start + i;
		}
	}
	return best;
}

static bool is_first_of_its_page(const struct jump_ends *ends, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (ends->items[j].named == ends->items[i].named)
			return false;
	return true;
}

void jumps_link(struct issue *issue, size_t page)
{
	struct named_page named = { .page = NPOS };
	struct jump_ends ends = { 0 };

	jumps_collect(issue, page, NPOS, &ends);
	for (size_t i = 0; i < ends.count; i++)
		if (ends.items[i].named > page &&
		    is_first_of_its_page(&ends, i))
			join_pages(issue, page, ends.items[i].named);
	for (size_t i = 0; i < ends.count; i++) {
		const struct jump_end *end = &ends.items[i];
		size_t to;

		if (issue->passages[end->passage].jump->article != NPOS)
			continue;
		to = announced_article(issue, end, &named);
		if (to != NPOS)
			jumps_set_target(issue, end->passage, to);
	}
	named_page_release(&named);
	jump_ends_release(&ends);
}

void jump_read(struct issue *issue, struct passage *passage)
{
	struct jump *jump = arena_alloc(&issue->arena, sizeof *jump);
	struct cue_match match = { 0 };

	jump->direction = JUMP_TO;
	if (cue_matches(CUE_JUMP_FROM, passage->text, &match))
		jump->direction = JUMP_FROM;
	else
		cue_matches(CUE_JUMP_TO, passage->text, &match);
	jump->page = cue_number(&match);
	jump->article = NPOS;
	if (match.letter) {
		struct buf label;

		buf_init(&label);
		buf_addf(&label, "%c%zu", match.letter, jump->page);
		jump->label = issue_keep(issue, buf_str(&label));
		buf_release(&label);
	}
	passage->jump = jump;
}
