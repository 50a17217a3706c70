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
#include "load/plain.h"
#include "load/reprint.h"
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

/* Sets what stands beside the flow of the page aside. */
static void find_asides(struct issue *issue, size_t page,
                        struct printed_lines *lines)
{
	struct edges edges;
	size_t others[OTHERS_MAX];

	edges_find(&edges, lines);
	take_edges(issue, page, &edges);
	captions_find(lines);
	echo_find(lines, issue, others,
	          related_pages(issue, page, lines, others));
}

/* Caller frees; NULL for a page without lines. */
static struct labelled *find_labels(struct issue *issue,
                                    const struct flow *flow, bool is_table)
{
	struct measures measures;
	struct labelled *labels;

	if (!flow->count)
		return NULL;
	if (is_table)
		return plain_labels(flow);
	measures_find(&measures, flow);
	labels = label_lines(flow, &measures);
	odd_lines(issue, flow, labels);
	return labels;
}

/* A page as it was printed: all of its structure is guessed. */
static void guess_page(struct issue *issue, size_t page,
                       const struct repairs *repairs)
{
	struct printed_lines lines;
	struct flow flow;
	struct labelled *labels;
	struct pieces pieces;
	struct stories stories;
	bool is_table;

	printed_lines_init(&lines, issue, page);
	is_table = plain_is_table(&lines);
	if (!is_table)
		find_asides(issue, page, &lines);
	if (repairs)
		mend_lines(&lines, repairs, page);
	printed_lines_measure(&lines);
	flow_init(&flow, &lines);
	labels = find_labels(issue, &flow, is_table);
	pieces_init(&pieces, &lines, &flow, labels);
	stories_init(&stories, &pieces);
	if (is_table || plain_is_book(&stories))
		plain_join(&stories);
	kin_give_asides(&stories);
	kin_find_homes(&stories);
	if (repairs)
		mend_stories(&stories, repairs, page);
	assemble_page(issue, page, &lines, &stories);
	odd_articles(issue, page);
	stories_release(&stories);
	pieces_release(&pieces);
	free(labels);
	flow_release(&flow);
	printed_lines_release(&lines);
}

void structure_page(struct issue *issue, size_t page,
                    const struct repairs *repairs,
                    const struct reprint *reprint)
{
	if (reprint_has(reprint, issue, page))
		reprint_page(issue, page, reprint);
	else
		guess_page(issue, page, repairs);
}
