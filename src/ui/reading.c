/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reading.h"

#include "issue/issue.h"
#include "issue/parts.h"
#include "search/index.h"

#define SLICE_BYTES    (4u << 20)
#define SLICES_AT_ONCE 8 /* before a key has its screen */

void reading_init(struct reading *reading, const struct issue *issue,
                  const struct settings *settings, int ambiguous_cols)
{
	*reading = (struct reading){
		.issue = issue,
		.index = search_index_new(issue),
		.hit = NPOS,
		.slice_bytes = SLICE_BYTES,
		.settings = settings,
		.ambiguous_cols = ambiguous_cols,
	};
	hits_init(&reading->hits);
	buf_init(&reading->pattern);
	search_index_follow(reading->index);
	reading_go_page(reading, 0);
}

void reading_release(struct reading *reading)
{
	search_free(reading->search);
	hits_release(&reading->hits);
	buf_release(&reading->pattern);
	search_index_free(reading->index);
	*reading = (struct reading){ 0 };
}

void reading_take_issue(struct reading *reading, const struct issue *issue)
{
	const struct settings *settings = reading->settings;
	int ambiguous_cols = reading->ambiguous_cols;
	bool dims_unsure = reading->dims_unsure;

	reading_release(reading);
	reading_init(reading, issue, settings, ambiguous_cols);
	reading->dims_unsure = dims_unsure;
}

static bool reading_has_text(const struct reading *reading)
{
	return reading->issue->passage_count > 0;
}

size_t reading_part(const struct reading *reading)
{
	return reading_has_text(reading)
	               ? reading->issue->passages[reading->place.passage]
	                         .article
	               : NPOS;
}

size_t reading_article(const struct reading *reading)
{
	size_t part = reading_part(reading);

	return part == NPOS ? NPOS : parts_whole(reading->issue, part);
}

size_t reading_ordinal(const struct reading *reading)
{
	size_t part = reading_part(reading);

	return part == NPOS ? NPOS : reading->issue->articles[part].ordinal;
}

size_t reading_title(const struct reading *reading, size_t article)
{
	const struct issue *issue = reading->issue;
	struct range passages = issue->articles[article].passages;

	for (size_t i = passages.start; i < passages.end; i++)
		if (issue->passages[i].role == ROLE_HEAD)
			return i;
	return passages.start < passages.end ? passages.start : NPOS;
}

void reading_add_day(struct buf *out, const struct issue *issue, size_t page)
{
	struct str day = issue_page_date(issue, page);

	if (!issue->dates_differ || !day.len)
		return;
	buf_add(out, day);
	buf_add_c(out, "  ");
}

struct str reading_name(const struct reading *reading, size_t article)
{
	const struct issue *issue = reading->issue;
	size_t title = reading_title(reading, article);

	return issue->articles[article].headline.len || title == NPOS
	               ? issue->articles[article].headline
	               : issue->passages[title].text;
}

size_t reading_line(const struct reading *reading)
{
	return reading_has_text(reading)
	               ? passage_line_at(
				 &reading->issue
					  ->passages[reading->place.passage],
				 reading->place.at)
	               : NPOS;
}

size_t reading_page(const struct reading *reading)
{
	size_t line = reading_line(reading);

	return line == NPOS ? NPOS : reading->issue->lines[line].page;
}

bool reading_go_article(struct reading *reading, size_t article)
{
	const struct issue *issue = reading->issue;

	if (article >= issue->article_count)
		return false;
	reading->place =
		(struct place){ issue->articles[article].passages.start, 0 };
	return true;
}

bool reading_go_ordinal(struct reading *reading, size_t ordinal)
{
	const struct issue *issue = reading->issue;

	return ordinal < issue->whole_count &&
	       reading_go_article(reading, issue->wholes[ordinal]);
}

bool reading_go_letter(struct reading *reading)
{
	for (size_t i = 0; i < reading->issue->article_count; i++)
		if (reading->issue->articles[i].kind == KIND_LETTER)
			return reading_go_article(reading, i);
	return false;
}

bool reading_go_page(struct reading *reading, size_t page)
{
	const struct issue *issue = reading->issue;

	if (page >= issue->pages_read ||
	    issue->pages[page].passages.start ==
	            issue->pages[page].passages.end)
		return false;
	if (reading_go_article(reading, issue_page_lead(issue, page)))
		return true;
	reading->place = (struct place){ issue->pages[page].passages.start, 0 };
	return true;
}

size_t reading_hit_article(const struct reading *reading, size_t hit)
{
	size_t passage = reading->hits.items[hit].passage;
	size_t part = reading->issue->passages[passage].article;

	return part == NPOS ? NPOS : parts_whole(reading->issue, part);
}

void reading_go_hit(struct reading *reading, size_t hit)
{
	reading->hit = hit;
	reading->place = (struct place){ reading->hits.items[hit].passage,
		                         reading->hits.items[hit].start };
}

void reading_go_first(struct reading *reading, struct place from)
{
	size_t hit = hits_from(&reading->hits, from.passage, from.at);

	reading->jump_pending = false;
	if (reading->hits.count)
		reading_go_hit(reading, hit < reading->hits.count ? hit : 0);
}

/* The hit that begins at a byte of a passage, or NPOS. */
static size_t hit_at(const struct reading *reading, size_t passage, size_t at)
{
	size_t hit = hits_from(&reading->hits, passage, at);

	return hit < reading->hits.count &&
	                       reading->hits.items[hit].passage == passage &&
	                       reading->hits.items[hit].start == at
	               ? hit
	               : NPOS;
}

/* Chooses the current hit among the hits found so far; true when that moves the
 * cursor. */
static bool reading_settle(struct reading *reading)
{
	const struct hit *kept = &reading->kept_hit;

	if (reading->jump_pending) {
		if (!reading_searched_all(reading) &&
		    !reading_has_hit_from(reading, reading->jump_from))
			return false;
		reading_go_first(reading, reading->jump_from);
		return true;
	}
	if (reading->hit == NPOS && kept->end)
		reading->hit = hit_at(reading, kept->passage, kept->start);
	if (reading->hit == NPOS)
		reading->hit = hit_at(reading, reading->place.passage,
		                      reading->place.at);
	return false;
}

/* Searches one slice; releases the search at its end. */
static void search_slice(struct reading *reading)
{
	if (search_step(reading->search, reading->slice_bytes))
		return;
	search_free(reading->search);
	reading->search = NULL;
}

static void reading_begin(struct reading *reading, struct str pattern)
{
	search_free(reading->search);
	reading->search =
		search_new(reading->index, &reading->hits, pattern, QUERY_AUTO);
	buf_clear(&reading->pattern);
	buf_add(&reading->pattern, pattern);
	reading->pages_searched = reading->issue->pages_read;
	reading->parts_searched = parts_joined(reading->issue);
	reading->generation++;
}

/* The current hit stays the current one when the same pattern is searched again. */
static void reading_find(struct reading *reading, struct str pattern)
{
	bool same = str_equal(pattern, buf_str(&reading->pattern));

	if (!same)
		reading->kept_hit = (struct hit){ 0 };
	else if (reading->hit != NPOS)
		reading->kept_hit = reading->hits.items[reading->hit];
	if (reading->pages_searched != reading->issue->pages_read ||
	    reading->parts_searched != parts_joined(reading->issue) || !same)
		reading_begin(reading, pattern);
	reading->hit = NPOS;
	for (int i = 0; i < SLICES_AT_ONCE && reading->search; i++)
		search_slice(reading);
	reading_settle(reading);
}

bool reading_work(struct reading *reading)
{
	int before = reading_searched_percent(reading);
	bool moved;

	if (!reading->search)
		return false;
	search_slice(reading);
	moved = reading_settle(reading);
	return moved || !reading->search ||
	       reading_searched_percent(reading) != before;
}

void reading_stop(struct reading *reading)
{
	reading->jump_pending = false;
	if (!reading->search)
		return;
	search_free(reading->search);
	reading->search = NULL;
	reading->pages_searched = 0;
}

bool reading_is_marked(const struct reading *reading)
{
	return reading->hits.count || reading->search;
}

int reading_searched_percent(const struct reading *reading)
{
	return reading->search ? (int)(search_share(reading->search) * 100)
	                       : 100;
}

bool reading_searched_all(const struct reading *reading)
{
	return !reading->search &&
	       reading->pages_searched == reading->issue->page_count;
}

bool reading_has_hit_from(const struct reading *reading, struct place from)
{
	return hits_from(&reading->hits, from.passage, from.at) <
	       reading->hits.count;
}

void reading_near_hit(struct reading *reading)
{
	size_t hit = hits_from(&reading->hits, reading->place.passage,
	                       reading->place.at);

	if (reading->hits.count)
		reading->hit = hit < reading->hits.count ? hit : 0;
}

void reading_search(struct reading *reading, struct str pattern,
                    struct place from)
{
	reading->place = reading->jump_from = from;
	reading->jump_pending = true;
	reading_find(reading, pattern);
}

void reading_mark(struct reading *reading, struct str pattern)
{
	reading->jump_pending = false;
	reading_find(reading, pattern);
}

void reading_forget(struct reading *reading)
{
	reading_stop(reading);
	buf_clear(&reading->pattern);
	reading->pages_searched = 0;
	reading->hits.count = 0;
	reading->hit = NPOS;
	reading->generation++;
}

/* The index of the hit one step on; out of range when the step goes around the end. */
static size_t reading_next_hit(const struct reading *reading, int step)
{
	const struct hits *hits = &reading->hits;
	const struct place *place = &reading->place;
	size_t next = hits_from(hits, place->passage, place->at);
	bool at_hit = next < hits->count &&
	              hits->items[next].passage == place->passage &&
	              hits->items[next].start <= place->at;

	return step > 0 ? next + at_hit : next - 1;
}

/* All hits before the cursor are known when a hit behind it is, or when the search has
 * come past the page of the cursor. */
bool reading_knows_hit(const struct reading *reading, int step)
{
	if (reading_searched_all(reading))
		return true;
	if (reading_next_hit(reading, step) >= reading->hits.count)
		return false;
	return step > 0 || reading_has_hit_from(reading, reading->place) ||
	       (!reading->search &&
	        reading_page(reading) < reading->pages_searched);
}

bool reading_steps_around(const struct reading *reading, int step)
{
	return reading_next_hit(reading, step) >= reading->hits.count;
}

bool reading_step_hit(struct reading *reading, int step)
{
	size_t count = reading->hits.count, next;

	if (!count)
		return false;
	next = reading_next_hit(reading, step);
	reading_go_hit(reading, next < count ? next : step > 0 ? 0 : count - 1);
	return true;
}

void reading_add_hit_count(struct buf *out, const struct reading *reading)
{
	if (reading->hits.count)
		buf_addf(out, "%zu/%zu%s",
		         reading->hit == NPOS ? 0 : reading->hit + 1,
		         reading->hits.count,
		         reading_searched_all(reading) ? "" : "+");
}
