/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/page.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/aside/captions.h"
#include "load/aside/pull_quotes.h"
#include "load/aside/running_heads.h"
#include "load/aside/tables.h"
#include "load/build/page_builder.h"
#include "load/build/warnings.h"
#include "load/correct/apply.h"
#include "load/label/column_width.h"
#include "load/label/label.h"
#include "load/label/ocr_labels.h"
#include "load/lines/cues.h"
#include "load/lines/drop_caps.h"
#include "load/lines/line_metric.h"
#include "load/lines/lists.h"
#include "load/lines/printed_line.h"
#include "load/lines/pulled_words.h"
#include "load/lines/verses.h"
#include "load/segment/aside_owners.h"
#include "load/segment/briefs.h"
#include "load/segment/continuations.h"
#include "load/segment/grouped_heads.h"
#include "load/segment/not_news.h"
#include "load/segment/ocr_stories.h"
#include "load/segment/placed_stories.h"
#include "load/segment/segment.h"
#include "load/segment/stories.h"
#include "load/segment/units.h"

#include <stdlib.h>

#define OTHERS_MAX 8 /* other pages that are searched for pull quotes */

/* Sets what a running head says of page `index`; a date needs a year. */
static void page_take_heads(struct issue *issue, size_t index,
                            const struct running_heads *heads)
{
	struct page *page = &issue->pages[index];
	struct buf date;

	if (heads->number)
		page->number = heads->number;
	if (heads->label.len)
		page->label = heads->label;
	buf_init(&date);
	if (heads->year && !page->date.len)
		buf_addf(&date, "%04zu-%02zu-%02zu", heads->year, heads->month,
		         heads->day);
	issue_name_page(issue, index, heads->paper,
	                issue_keep(issue, buf_str(&date)));
	buf_release(&date);
}

/* The lines of a page that was placed, its furniture aside; that of a scan is known by its
 * words, too. */
static void page_read_placed(struct printed_lines *lines,
                             const struct issue *issue, size_t page,
                             const struct placement *placement)
{
	struct running_heads heads;

	printed_lines_init(lines, issue, page);
	placed_lines_read(lines, placement, issue->pages[page].lines.start);
	if (placement->is_scan)
		running_heads_find(&heads, lines);
}

static void page_peek_placed(struct issue *issue, size_t page,
                             const struct placement *placement)
{
	struct printed_lines lines;
	struct running_heads heads;

	page_read_placed(&lines, issue, page, placement);
	running_heads_read(&heads, &lines);
	page_take_heads(issue, page, &heads);
	printed_lines_release(&lines);
}

void page_peek(struct issue *issue, size_t page,
               const struct placement *placement)
{
	struct running_heads heads;

	if (placement) {
		page_peek_placed(issue, page, placement);
		return;
	}
	running_heads_peek(&heads, issue, page);
	page_take_heads(issue, page, &heads);
}

/* Sets `others` to the pages that jumps on this page name, at most OTHERS_MAX. */
static size_t related_pages(const struct issue *issue, size_t page,
                            const struct printed_lines *lines, size_t *others)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count && count < OTHERS_MAX; i++) {
		struct cue_match match;
		size_t other;

		if (!printed_line_matches(&lines->items[i], CUE_JUMP_TO,
		                          &match) &&
		    !printed_line_matches(&lines->items[i], CUE_JUMP_FROM,
		                          &match))
			continue;
		other = issue_page_by_number(issue, cue_number(&match), page);
		if (other != page && other < page + PAGE_LOOKAHEAD)
			others[count++] = other;
	}
	return count;
}

struct page_loader {
	struct issue *issue;
	size_t page;
	const struct corrections *corrections;
	const struct placement *placement; /* or NULL */
	const struct cue_index *cues;
	size_t stage;
	size_t work; /* of this step; 0: one pass over the lines */
	bool is_table;
	bool is_ocr; /* a text that an OCR has read */
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

static bool page_read_lines(struct page_loader *loader)
{
	printed_lines_init(&loader->lines, loader->issue, loader->page);
	printed_lines_rule_out_cues(&loader->lines, loader->cues);
	tables_find(&loader->lines);
	loader->is_table = not_news_is_table(&loader->lines);
	return false;
}

static bool set_running_heads_aside(struct page_loader *loader)
{
	struct running_heads heads;

	if (loader->is_table)
		return false;
	running_heads_find(&heads, &loader->lines);
	page_take_heads(loader->issue, loader->page, &heads);
	return false;
}

static bool set_captions_aside(struct page_loader *loader)
{
	if (!loader->is_table)
		captions_find(&loader->lines);
	return false;
}

static bool set_quotes_aside(struct page_loader *loader)
{
	size_t others[OTHERS_MAX];

	if (!loader->is_table)
		pull_quotes_find(&loader->lines, loader->issue, others,
		                 related_pages(loader->issue, loader->page,
		                               &loader->lines, others));
	if (loader->corrections)
		apply_lines(&loader->lines, loader->corrections, loader->page);
	return false;
}

static bool page_measure_lines(struct page_loader *loader)
{
	drop_caps_find(&loader->lines);
	line_metric_find(&loader->lines);
	printed_lines_measure(&loader->lines);
	pulled_words_find(&loader->lines);
	lists_find(&loader->lines);
	verses_find(&loader->lines);
	loader->is_ocr = !loader->is_table && ocr_text_is(&loader->lines);
	if (loader->is_ocr)
		ocr_labels_find(&loader->lines);
	flow_init(&loader->flow, &loader->lines);
	return false;
}

static bool measure_columns(struct page_loader *loader)
{
	if (!loader->flow.count || loader->is_table)
		return false;
	column_widths_find(&loader->widths, &loader->flow);
	loader->labeller = labeller_new(&loader->flow, &loader->widths);
	return false;
}

static bool label_lines(struct page_loader *loader)
{
	return loader->labeller &&
	       labeller_step(loader->labeller, &loader->work);
}

static bool join_units(struct page_loader *loader)
{
	if (loader->labeller) {
		loader->labels = labeller_labels(loader->labeller);
		warn_of_lines(loader->issue, &loader->flow, loader->labels);
	} else if (loader->flow.count) {
		loader->labels = not_news_labels(&loader->flow);
	}
	labeller_free(loader->labeller);
	loader->labeller = NULL;
	units_init(&loader->units, &loader->lines, &loader->flow,
	           loader->labels);
	briefs_find(&loader->units);
	return false;
}

static bool find_text_runs(struct page_loader *loader)
{
	if (loader->is_table || loader->is_ocr)
		return false;
	text_runs_init(&loader->text_runs, &loader->units);
	loader->segmenter = segment_begin(&loader->text_runs);
	return false;
}

static bool segment_page(struct page_loader *loader)
{
	return loader->segmenter &&
	       segment_step(loader->segmenter, &loader->work);
}

static bool build_stories(struct page_loader *loader)
{
	struct gap_decision *decisions;

	if (loader->segmenter) {
		decisions = segment_decisions(loader->segmenter);
		stories_init(&loader->stories, &loader->units,
		             &loader->text_runs, decisions);
		free(decisions);
		grouped_heads_distribute(&loader->stories, &loader->text_runs);
	} else if (loader->is_ocr) {
		ocr_stories_init(&loader->stories, &loader->units);
		return false;
	}
	if (loader->is_table || not_news_is_book(&loader->stories))
		not_news_join(&loader->stories, &loader->units);
	aside_owners_init(&loader->aside_owners, &loader->stories);
	continuations_init(&loader->continuations, &loader->stories);
	return false;
}

/* The owners of quotes come first: they tell which story is continued. */
static bool find_continuations(struct page_loader *loader)
{
	if (loader->is_ocr)
		return false;
	if (aside_owners_step(&loader->aside_owners, &loader->work) ||
	    continuations_step(&loader->continuations, &loader->work))
		return true;
	aside_owners_release(&loader->aside_owners);
	continuations_release(&loader->continuations);
	return false;
}

static bool build_articles(struct page_loader *loader)
{
	if (loader->corrections)
		apply_stories(&loader->stories, loader->corrections,
		              loader->page);
	page_build(loader->issue, loader->page, &loader->lines,
	           &loader->stories);
	warn_of_characters(loader->issue, loader->page);
	warn_of_articles(loader->issue, loader->page);
	return false;
}

static bool read_placed_lines(struct page_loader *loader)
{
	page_read_placed(&loader->lines, loader->issue, loader->page,
	                 loader->placement);
	if (loader->corrections)
		apply_lines(&loader->lines, loader->corrections, loader->page);
	return false;
}

static bool build_placed_stories(struct page_loader *loader)
{
	struct placed_units placed;

	placed_units_init(&placed, &loader->units, &loader->lines,
	                  loader->placement,
	                  loader->issue->pages[loader->page].lines.start);
	placed_stories_init(&loader->stories, &placed);
	placed_units_release(&placed);
	return false;
}

/* The pipelines of a page of text and of one that was placed.  Each stage does a part of
 * its work and returns whether more of it is left. */
typedef bool page_stage(struct page_loader *loader);

static page_stage *const text_stages[] = {
	page_read_lines,    set_running_heads_aside,
	set_captions_aside, set_quotes_aside,
	page_measure_lines, measure_columns,
	label_lines,        join_units,
	find_text_runs,     segment_page,
	build_stories,      find_continuations,
	build_articles,
};

static page_stage *const placed_stages[] = {
	read_placed_lines,
	build_placed_stories,
	build_articles,
};

static size_t page_stage_count(const struct page_loader *loader)
{
	return loader->placement ? ARRAY_LEN(placed_stages)
	                         : ARRAY_LEN(text_stages);
}

static page_stage *page_stage_at(const struct page_loader *loader)
{
	return loader->placement ? placed_stages[loader->stage]
	                         : text_stages[loader->stage];
}

struct page_loader *page_loader_begin(struct issue *issue, size_t page,
                                      const struct corrections *corrections,
                                      const struct placement *placement,
                                      const struct cue_index *cues)
{
	struct page_loader *loader = mem_alloc(sizeof *loader);

	loader->issue = issue;
	loader->page = page;
	loader->corrections = corrections;
	loader->placement = placement;
	loader->cues = cues;
	return loader;
}

bool page_loader_step(struct page_loader *loader, size_t *work)
{
	loader->work = 0;
	if (loader->stage < page_stage_count(loader) &&
	    !page_stage_at(loader)(loader))
		loader->stage++;
	*work += loader->work ? loader->work : loader->lines.count + 1;
	return loader->stage < page_stage_count(loader);
}

double page_loader_share(const struct page_loader *loader)
{
	return (double)loader->stage / (double)page_stage_count(loader);
}

void page_loader_free(struct page_loader *loader)
{
	if (!loader)
		return;
	aside_owners_release(&loader->aside_owners);
	continuations_release(&loader->continuations);
	stories_release(&loader->stories);
	segment_free(loader->segmenter);
	text_runs_release(&loader->text_runs);
	units_release(&loader->units);
	free(loader->labels);
	labeller_free(loader->labeller);
	flow_release(&loader->flow);
	printed_lines_release(&loader->lines);
	free(loader);
}
