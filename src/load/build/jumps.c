/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/jumps.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/build/article.h"
#include "load/build/jump_ends.h"
#include "load/build/notes.h"
#include "load/lines/cues.h"

#include <math.h>
#include <stdlib.h>

#define ANNOUNCED                                                              \
 0.3 /* the share of a teaser's 3-grams in the article it announces */

/* A pair of ends is certain if it is so many times as alike as any other pair with one of
 * them, and more alike by so much; or by so much that this alone will do, as English texts
 * are all rather alike.  Measured on halves of two articles of a page, of 212 pages of six
 * kinds: half to two thirds of the pairs are certain, and of these 0 to .4 % are wrong. */
#define SURE_TIMES 3.0
#define LEAD_LEAST 0.3
#define SURE_LEAD  1.5

/* The jumps between two pages, and how alike each two of them are. */
struct jump_pairs {
	struct jump_ends ends;
	double *likeness; /* owned; of ends i and j at i * count + j; -1: they do
	                   * not fit */
	bool *settled;    /* owned; the end is of a pair that is certain */
};

static void jump_pairs_init(struct jump_pairs *pairs, const struct issue *issue,
                            size_t page, size_t other)
{
	struct jump_ends *ends = &pairs->ends;

	*pairs = (struct jump_pairs){ 0 };
	jump_ends_collect(ends, issue, page, other);
	jump_ends_collect(ends, issue, other, page);
	pairs->likeness =
		mem_alloc(ends->count * ends->count * sizeof *pairs->likeness);
	pairs->settled = mem_alloc(ends->count * sizeof *pairs->settled);
	for (size_t i = 0; i < ends->count; i++)
		for (size_t j = 0; j < ends->count; j++) {
			const struct jump_end *to = &ends->items[i];
			const struct jump_end *from = &ends->items[j];

			pairs->likeness[i * ends->count + j] =
				jump_ends_fit(issue, to, from)
					? jump_ends_likeness(issue, to, from)
					: -1;
		}
}

static void jump_pairs_release(struct jump_pairs *pairs)
{
	jump_ends_release(&pairs->ends);
	free(pairs->likeness);
	free(pairs->settled);
}

/* Are the ends `one` and `other` rivals of the same place: in other articles, and neither
 * of a pair that is certain? */
static bool are_rivals(const struct jump_pairs *pairs, size_t one, size_t other)
{
	return pairs->ends.items[one].article !=
	               pairs->ends.items[other].article &&
	       !pairs->settled[other];
}

/* How alike the best other pair with one of the ends `to` and `from` is; -1: there is
 * none. */
static double pair_next(const struct jump_pairs *pairs, size_t to, size_t from)
{
	const size_t count = pairs->ends.count;
	double next = -1;

	for (size_t i = 0; i < count; i++) {
		if (are_rivals(pairs, from, i))
			next = fmax(next, pairs->likeness[to * count + i]);
		if (are_rivals(pairs, to, i))
			next = fmax(next, pairs->likeness[i * count + from]);
	}
	return next;
}

static bool pair_is_sure(double likeness, double next)
{
	double lead = likeness - next;

	return next < 0 || lead >= SURE_LEAD ||
	       (lead >= LEAD_LEAST && likeness >= SURE_TIMES * next);
}

static void jumps_set_target(struct issue *issue, size_t passage,
                             size_t article)
{
	struct passage *of = &issue->passages[passage];
	struct jump *jump = arena_copy(&issue->arena, of->jump, sizeof *jump);

	jump->article = article;
	of->jump = jump;
}

/* Are the articles of the page found by the loader?  Those that a file states are taken as
 * they are. */
static bool is_found(const struct issue *issue, size_t page)
{
	return !issue->pages[page].by_library && !issue->pages[page].is_stated;
}

/* Can the first article go on in the second one?  A teaser announces an article, and is
 * none of its parts. */
static bool can_be_parts(const struct issue *issue, size_t first, size_t second)
{
	const struct article *one = &issue->articles[first];
	const struct article *two = &issue->articles[second];

	return one->page < two->page && one->kind != KIND_TEASER &&
	       two->kind != KIND_TEASER && !one->continued && !two->continues &&
	       is_found(issue, one->page) && is_found(issue, two->page);
}

/* How sure it is that a pair is one jump, which is not certain: its share in the likeness
 * of the two that compete; nobody has counted. */
static double pair_confidence(double likeness, double next)
{
	return likeness > 0 && next > 0 ? likeness / (likeness + next) : .5;
}

/* Says at a jump that it may lead elsewhere. */
static void note_doubtful_jump(struct issue *issue, const struct jump_end *to,
                               double confidence)
{
	size_t line = issue->passages[to->passage].spans[0].line;

	notes_add(issue, to->article,
	          _("This probably goes on where the jump leads; others there "
	            "are as likely."),
	          confidence, (struct range){ line, line + 1 });
}

/* Links the ends of a pair, and makes the two articles one where that is certain. */
static void jump_pairs_link(struct jump_pairs *pairs, struct issue *issue,
                            size_t to, size_t from)
{
	const struct jump_end *one = &pairs->ends.items[to];
	const struct jump_end *two = &pairs->ends.items[from];
	double likeness = pairs->likeness[to * pairs->ends.count + from];
	double next = pair_next(pairs, to, from);
	bool is_sure = pair_is_sure(likeness, next) &&
	               !jump_ends_contradict(issue, one, two);

	jumps_set_target(issue, one->passage, two->article);
	jumps_set_target(issue, two->passage, one->article);
	pairs->settled[to] = pairs->settled[from] = is_sure;
	if (!can_be_parts(issue, one->article, two->article))
		return;
	if (is_sure)
		article_join(issue, two->article, one->article);
	else
		note_doubtful_jump(issue, one, pair_confidence(likeness, next));
}

/* Links the two ends that are most alike; false when no two are left that fit. */
static bool link_best(struct jump_pairs *pairs, struct issue *issue)
{
	const struct jump_ends *ends = &pairs->ends;
	size_t to = NPOS, from = NPOS;
	double best = -1;

	for (size_t i = 0; i < ends->count; i++)
		for (size_t j = 0; j < ends->count; j++) {
			double likeness = pairs->likeness[i * ends->count + j];

			if (likeness <= best ||
			    !jump_ends_fit(issue, &ends->items[i],
			                   &ends->items[j]))
				continue;
			best = likeness;
			to = i;
			from = j;
		}
	if (to == NPOS)
		return false;
	jump_pairs_link(pairs, issue, to, from);
	return true;
}

static void link_pages(struct issue *issue, size_t page, size_t other)
{
	struct jump_pairs pairs;

	jump_pairs_init(&pairs, issue, page, other);
	while (link_best(&pairs, issue))
		continue;
	jump_pairs_release(&pairs);
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
		jump_ends_read(&named->grams[i], issue, own.start + i);
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

	jump_ends_collect(&ends, issue, page, NPOS);
	for (size_t i = 0; i < ends.count; i++)
		if (ends.items[i].named > page &&
		    is_first_of_its_page(&ends, i))
			link_pages(issue, page, ends.items[i].named);
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
