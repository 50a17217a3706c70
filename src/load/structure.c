/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/structure.h"

#include "issue/issue.h"
#include "load/assemble.h"
#include "load/captions.h"
#include "load/cues.h"
#include "load/echo.h"
#include "load/edges.h"
#include "load/kin.h"
#include "load/label.h"
#include "load/lines.h"
#include "load/measure.h"
#include "load/mend.h"
#include "load/odd.h"
#include "load/pieces.h"
#include "load/stories.h"

#include <stdlib.h>

#define OTHERS_MAX 8 /* pages that this one is related to */

static void take_edges(struct issue *issue, size_t index,
                       const struct edges *edges)
{
	struct page *page = &issue->pages[index];

	if (edges->number)
		page->number = edges->number;
	if (edges->label.len)
		page->label = edges->label;
	if (!issue->title.len)
		issue->title = edges->paper;
	if (!issue->date.len && edges->year) {
		struct buf date;

		buf_init(&date);
		buf_addf(&date, "%04zu-%02zu-%02zu", edges->year, edges->month,
		         edges->day);
		issue->date = issue_keep(issue, buf_str(&date));
		buf_release(&date);
	}
}

void structure_peek(struct issue *issue, size_t page)
{
	struct edges edges;

	edges_peek(&edges, issue, page);
	take_edges(issue, page, &edges);
}

/* The pages to which this one leads or from which it comes. */
static size_t related_pages(const struct issue *issue, size_t page,
                            const struct printed_lines *lines, size_t *others)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count && count < OTHERS_MAX; i++) {
		struct cue_match match;
		size_t other;

		if (!cue_matches(CUE_JUMP_TO, lines->items[i].text, &match) &&
		    !cue_matches(CUE_JUMP_FROM, lines->items[i].text, &match))
			continue;
		other = issue_page_by_number(issue, cue_number(&match), page);
		if (other != page && other < page + STRUCTURE_PAGES)
			others[count++] = other;
	}
	return count;
}

/* Finds what stands aside, then reads the flow of the page. */
void structure_page(struct issue *issue, size_t page,
                    const struct repairs *repairs)
{
	struct printed_lines lines;
	struct flow flow;
	struct measures measures;
	struct labelled *labels = NULL;
	struct pieces pieces;
	struct stories stories;
	struct edges edges;
	size_t others[OTHERS_MAX];

	printed_lines_init(&lines, issue, page);
	edges_find(&edges, &lines);
	take_edges(issue, page, &edges);
	captions_find(&lines);
	echo_find(&lines, issue, others,
	          related_pages(issue, page, &lines, others));
	if (repairs)
		mend_lines(&lines, repairs);
	printed_lines_measure(&lines);
	flow_init(&flow, &lines);
	if (flow.count) {
		measures_find(&measures, &flow);
		labels = label_lines(&flow, &measures);
		odd_lines(issue, &flow, labels);
	}
	pieces_init(&pieces, &lines, &flow, labels);
	stories_init(&stories, &pieces);
	kin_give_asides(&stories);
	kin_find_homes(&stories);
	if (repairs)
		mend_stories(&stories, repairs);
	assemble_page(issue, page, &lines, &stories);
	odd_articles(issue, page);
	stories_release(&stories);
	pieces_release(&pieces);
	free(labels);
	flow_release(&flow);
	printed_lines_release(&lines);
}
