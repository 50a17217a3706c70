/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reading.h"

#include "issue/issue.h"

void reading_init(struct reading *reading, const struct issue *issue,
                  int ambiguous_cols)
{
	*reading = (struct reading){
		.issue = issue,
		.finder = finder_new(issue),
		.hit = NPOS,
		.ambiguous_cols = ambiguous_cols,
	};
	hits_init(&reading->hits);
	finder_follow(reading->finder);
	reading_go_page(reading, 0);
}

void reading_release(struct reading *reading)
{
	hits_release(&reading->hits);
	finder_free(reading->finder);
	*reading = (struct reading){ 0 };
}

static bool has_text(const struct reading *reading)
{
	return reading->issue->passage_count > 0;
}

size_t reading_article(const struct reading *reading)
{
	return has_text(reading)
	               ? reading->issue->passages[reading->place.passage]
	                         .article
	               : NPOS;
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

size_t reading_line(const struct reading *reading)
{
	return has_text(reading)
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
	reading->place = (struct place){ issue->pages[page].passages.start, 0 };
	return true;
}

void reading_go_hit(struct reading *reading, size_t hit)
{
	reading->hit = hit;
	reading->place = (struct place){ reading->hits.items[hit].passage,
		                         reading->hits.items[hit].start };
}

static void find(struct reading *reading, struct str pattern)
{
	finder_search(reading->finder, &reading->hits, pattern, QUERY_AUTO);
	reading->pages_searched = reading->issue->pages_read;
	reading->searches++;
}

bool reading_searched_all(const struct reading *reading)
{
	return reading->pages_searched == reading->issue->page_count;
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
	size_t hit;

	find(reading, pattern);
	reading->hit = NPOS;
	reading->place = from;
	if (!reading->hits.count)
		return;
	hit = hits_from(&reading->hits, from.passage, from.at);
	reading_go_hit(reading, hit < reading->hits.count ? hit : 0);
}

void reading_mark(struct reading *reading, struct str pattern)
{
	const struct place place = reading->place;
	const struct hits *hits = &reading->hits;
	size_t hit;

	find(reading, pattern);
	hit = hits_from(hits, place.passage, place.at);
	reading->hit =
		hit < hits->count &&
				hits->items[hit].passage == place.passage &&
				hits->items[hit].start == place.at
			? hit
			: NPOS;
}

void reading_forget(struct reading *reading)
{
	reading->hits.count = 0;
	reading->hit = NPOS;
	reading->searches++;
}

/* The hit one step on; none has that number when it goes around the end. */
static size_t next_hit(const struct reading *reading, int step)
{
	const struct hits *hits = &reading->hits;
	const struct place *place = &reading->place;
	size_t next = hits_from(hits, place->passage, place->at);
	bool at_hit = next < hits->count &&
	              hits->items[next].passage == place->passage &&
	              hits->items[next].start <= place->at;

	return step > 0 ? next + at_hit : next - 1;
}

bool reading_turns(const struct reading *reading, int step)
{
	return next_hit(reading, step) >= reading->hits.count;
}

bool reading_step_hit(struct reading *reading, int step)
{
	size_t count = reading->hits.count, next;

	if (!count)
		return false;
	next = next_hit(reading, step);
	reading_go_hit(reading, next < count ? next : step > 0 ? 0 : count - 1);
	return true;
}
