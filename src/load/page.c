/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/page.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/aside/captions.h"
#include "load/aside/pull_quotes.h"
#include "load/aside/running_heads.h"
#include "load/build/page_builder.h"
#include "load/build/warnings.h"
#include "load/correct/apply.h"
#include "load/label/column_width.h"
#include "load/label/label.h"
#include "load/lines/cues.h"
#include "load/lines/printed_line.h"
#include "load/segment/aside_owners.h"
#include "load/segment/continuations.h"
#include "load/segment/not_news.h"
#include "load/segment/segment.h"
#include "load/segment/stories.h"
#include "load/segment/units.h"

#include <stdlib.h>

#define OTHERS_MAX 8 /* pages that this one is related to */

static void take_edges(struct issue *issue, size_t index,
                       const struct running_heads *edges)
{
	struct page *page = &issue->pages[index];
	struct buf date;

	if (edges->number)
		page->number = edges->number;
	if (edges->label.len)
		page->label = edges->label;
	buf_init(&date);
	if (edges->year && !page->date.len)
		buf_addf(&date, "%04zu-%02zu-%02zu", edges->year, edges->month,
		         edges->day);
	issue_name_page(issue, index, edges->paper,
	                issue_keep(issue, buf_str(&date)));
	buf_release(&date);
}

void page_peek(struct issue *issue, size_t page)
{
	struct running_heads edges;

	running_heads_peek(&edges, issue, page);
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
		if (other != page && other < page + PAGE_LOOKAHEAD)
			others[count++] = other;
	}
	return count;
}

/* A page that is on its way from lines to articles. */
struct structure {
	struct issue *issue;
	size_t page;
	const struct corrections *corrections;
	size_t stage;
	size_t work; /* that was done in this step */
	bool is_table;
	struct printed_lines lines;
	struct flow flow;
	struct column_widths widths;
	struct labeller *labeller; /* owned, as is all below */
	struct labelled *labels;
	struct units units;
	struct text_runs text_runs;
	struct segmenter *segmenter;
	struct stories stories;
	struct aside_owners aside_owners;
	struct continuations continuations;
};

static bool read_lines(struct structure *own)
{
	printed_lines_init(&own->lines, own->issue, own->page);
	own->is_table = not_news_is_table(&own->lines);
	return false;
}

static bool read_edges(struct structure *own)
{
	struct running_heads edges;

	if (own->is_table)
		return false;
	running_heads_find(&edges, &own->lines);
	take_edges(own->issue, own->page, &edges);
	return false;
}

static bool read_captions(struct structure *own)
{
	if (!own->is_table)
		captions_find(&own->lines);
	return false;
}

static bool read_quotes(struct structure *own)
{
	size_t others[OTHERS_MAX];

	if (!own->is_table)
		pull_quotes_find(&own->lines, own->issue, others,
		                 related_pages(own->issue, own->page,
		                               &own->lines, others));
	if (own->corrections)
		apply_lines(&own->lines, own->corrections, own->page);
	return false;
}

static bool measure_lines(struct structure *own)
{
	printed_lines_measure(&own->lines);
	flow_init(&own->flow, &own->lines);
	return false;
}

static bool measure_columns(struct structure *own)
{
	if (!own->flow.count || own->is_table)
		return false;
	column_widths_find(&own->widths, &own->flow);
	own->labeller = labeller_new(&own->flow, &own->widths);
	return false;
}

static bool label_lines(struct structure *own)
{
	return own->labeller && labeller_step(own->labeller, &own->work);
}

static bool join_units(struct structure *own)
{
	if (own->labeller) {
		own->labels = labeller_labels(own->labeller);
		warn_of_lines(own->issue, &own->flow, own->labels);
	} else if (own->flow.count) {
		own->labels = not_news_labels(&own->flow);
	}
	labeller_free(own->labeller);
	own->labeller = NULL;
	units_init(&own->units, &own->lines, &own->flow, own->labels);
	return false;
}

static bool find_text_runs(struct structure *own)
{
	if (own->is_table)
		return false;
	text_runs_init(&own->text_runs, &own->units);
	own->segmenter = segment_begin(&own->text_runs);
	return false;
}

static bool segment_page(struct structure *own)
{
	return own->segmenter && segment_step(own->segmenter, &own->work);
}

static bool build_stories(struct structure *own)
{
	struct gap_decision *decisions;

	if (own->segmenter) {
		decisions = segment_decisions(own->segmenter);
		stories_init(&own->stories, &own->units, &own->text_runs,
		             decisions);
		free(decisions);
	}
	if (own->is_table || not_news_is_book(&own->stories))
		not_news_join(&own->stories, &own->units);
	aside_owners_init(&own->aside_owners, &own->stories);
	continuations_init(&own->continuations, &own->stories);
	return false;
}

/* The owners of quotes come first: they tell which story is continued. */
static bool find_continuations(struct structure *own)
{
	if (aside_owners_step(&own->aside_owners, &own->work) ||
	    continuations_step(&own->continuations, &own->work))
		return true;
	aside_owners_release(&own->aside_owners);
	continuations_release(&own->continuations);
	return false;
}

static bool assemble(struct structure *own)
{
	if (own->corrections)
		apply_stories(&own->stories, own->corrections, own->page);
	page_build(own->issue, own->page, &own->lines, &own->stories);
	warn_of_articles(own->issue, own->page);
	return false;
}

/* Each does a part of its work, and says whether there is more. */
static bool (*const stages[])(struct structure *) = {
	read_lines,     read_edges,      read_captions, read_quotes,
	measure_lines,  measure_columns, label_lines,   join_units,
	find_text_runs, segment_page,    build_stories, find_continuations,
	assemble,
};

struct structure *structure_begin(struct issue *issue, size_t page,
                                  const struct corrections *corrections)
{
	struct structure *own = mem_alloc(sizeof *own);

	own->issue = issue;
	own->page = page;
	own->corrections = corrections;
	return own;
}

bool structure_step(struct structure *own, size_t *work)
{
	own->work = 0;
	if (own->stage < ARRAY_LEN(stages) && !stages[own->stage](own))
		own->stage++;
	*work += own->work ? own->work : own->lines.count + 1;
	return own->stage < ARRAY_LEN(stages);
}

double structure_share(const struct structure *own)
{
	return (double)own->stage / (double)ARRAY_LEN(stages);
}

void structure_free(struct structure *own)
{
	if (!own)
		return;
	aside_owners_release(&own->aside_owners);
	continuations_release(&own->continuations);
	stories_release(&own->stories);
	segment_free(own->segmenter);
	text_runs_release(&own->text_runs);
	units_release(&own->units);
	free(own->labels);
	labeller_free(own->labeller);
	flow_release(&own->flow);
	printed_lines_release(&own->lines);
	free(own);
}
