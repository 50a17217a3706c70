/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"

#include <math.h>

const struct line_box *issue_line_box(const struct issue *issue, size_t line)
{
	const struct page *page = &issue->pages[issue->lines[line].page];
	const struct line_box *box =
		page->boxes ? &page->boxes[line - page->lines.start] : NULL;

	return box && box->width_pt > 0 ? box : NULL;
}

void issue_box_lines(const struct issue *issue, struct range lines,
                     struct line_box *around)
{
	for (size_t l = lines.start; l < lines.end; l++) {
		const struct line_box *box = issue_line_box(issue, l);
		float right, bottom;

		if (!box)
			continue;
		if (around->width_pt <= 0)
			*around = (struct line_box){
				box->left_pt,   box->top_pt,   box->width_pt,
				box->height_pt, around->em_pt, false,
				false
			};
		right = fmaxf(around->left_pt + around->width_pt,
		              box->left_pt + box->width_pt);
		bottom = fmaxf(around->top_pt + around->height_pt,
		               box->top_pt + box->height_pt);
		around->left_pt = fminf(around->left_pt, box->left_pt);
		around->top_pt = fminf(around->top_pt, box->top_pt);
		around->width_pt = right - around->left_pt;
		around->height_pt = bottom - around->top_pt;
	}
}

/* How much better than the first article another one has to stand. */
#define LEAD_MARGIN .25f

/* The largest type of an article's headline; 0: its place is not known, or it has none. */
static float article_head_em(const struct issue *issue, size_t article)
{
	struct range own = issue->articles[article].passages;
	float em = 0;

	for (size_t p = own.start; p < own.end; p++) {
		const struct passage *passage = &issue->passages[p];
		const struct line_box *box =
			role_is_headline(passage->role) && passage->span_count
				? issue_line_box(issue, passage->spans[0].line)
				: NULL;

		em = box ? fmaxf(em, box->em_pt) : em;
	}
	return em;
}

/* How well an article leads its page, from -3 to 1: the size of its headline as a share of
 * the largest, less the shares of the page's height, which counts twice, and of its width
 * that are before it. */
static float article_lead(const struct issue *issue, size_t article,
                          float largest_em, bool vertical)
{
	const struct page *page = &issue->pages[issue->articles[article].page];
	size_t first = issue->articles[article].passages.start;
	const struct passage *passage = &issue->passages[first];
	const struct line_box *box =
		passage->span_count
			? issue_line_box(issue, passage->spans[0].line)
			: NULL;
	float across;

	if (!box)
		return -3;
	across = box->left_pt / page->width_pt;
	if (vertical)
		across = 1 - (box->left_pt + box->width_pt) / page->width_pt;
	return (largest_em > 0 ? article_head_em(issue, article) / largest_em
	                       : 0) -
	       2 * box->top_pt / page->height_pt - across;
}

size_t issue_page_lead(const struct issue *issue, size_t page)
{
	struct range articles = issue->pages[page].articles;
	bool vertical = issue_page_is_vertical(issue, page);
	size_t lead = articles.start;
	float largest_em = 0, best;

	if (articles.start == articles.end)
		return NPOS;
	if (!issue->pages[page].boxes)
		return lead;
	for (size_t a = articles.start; a < articles.end; a++)
		largest_em = fmaxf(largest_em, article_head_em(issue, a));
	best = article_lead(issue, lead, largest_em, vertical) + LEAD_MARGIN;
	for (size_t a = articles.start + 1; a < articles.end; a++) {
		float own = article_lead(issue, a, largest_em, vertical);

		if (own > best) {
			best = own;
			lead = a;
		}
	}
	return lead;
}

bool issue_page_is_vertical(const struct issue *issue, size_t page)
{
	const struct page *of = &issue->pages[page];
	size_t lines = of->lines.end - of->lines.start, down = 0, known = 0;

	for (size_t l = 0; of->boxes && l < lines; l++) {
		known += of->boxes[l].width_pt > 0;
		down += of->boxes[l].vertical;
	}
	return down * 2 > known;
}
