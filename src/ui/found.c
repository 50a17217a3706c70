/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/found.h"

#include "base/i18n.h"
#include "issue/issue.h"
#include "search/index.h"
#include "search/report.h"
#include "search/search.h"

#include <stdlib.h>

#define CONTEXT_CHARS 100

void found_init(struct found *all)
{
	*all = (struct found){ 0 };
	buf_init(&all->pattern);
	arena_init(&all->texts);
}

void found_clear(struct found *all)
{
	issue_scan_end(&all->scan);
	arena_release(&all->texts);
	all->hit_count = all->issue_count = all->all_hits = 0;
	all->searched = all->chosen = 0;
}

void found_release(struct found *all)
{
	found_clear(all);
	free(all->hits);
	free(all->issues);
	buf_release(&all->pattern);
}

static struct str found_keep(struct found *all, struct str text)
{
	return (struct str){ arena_copy_text(&all->texts, text.ptr, text.len),
		             text.len };
}

static void found_add(struct found *all, const struct issue *issue,
                      const struct hit *hit)
{
	const struct passage *passage = &issue->passages[hit->passage];
	const struct page *page = &issue->pages[passage->page];
	struct hit context = hit_context(issue, hit, CONTEXT_CHARS);
	struct found_hit *found =
		ARRAY_ADD(all->hits, all->hit_count, all->hit_cap);
	struct buf text;

	buf_init(&text);
	found->place = kept_place_of(issue, hit->passage, hit->start, &text);
	found->place.words = found_keep(all, buf_str(&text));
	found->text = found_keep(
		all, str_slice(passage->text, context.start, context.end));
	found->start = hit->start - context.start;
	found->end = hit->end - context.start;
	buf_clear(&text);
	buf_addf(&text, _("p. %zu"), page->number);
	found->page = found_keep(all, buf_str(&text));
	buf_release(&text);
}

static void count_article(void *count, size_t article)
{
	(void)article;
	++*(size_t *)count;
}

void found_add_issue(struct found *all, const struct issue *issue, size_t id)
{
	struct search_index *index = search_index_new(issue);
	struct found_issue *found;
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, buf_str(&all->pattern), QUERY_AUTO);
	all->searched++;
	if (hits.count) {
		found = ARRAY_ADD(all->issues, all->issue_count,
		                  all->issue_cap);
		*found = (struct found_issue){ .id = id,
			                       .first = all->hit_count,
			                       .hits = hits.count };
		hits_each_article(&hits, issue, count_article,
		                  &found->articles);
		while (found->kept < hits.count && found->kept < FOUND_KEPT)
			found_add(all, issue, &hits.items[found->kept++]);
		all->all_hits += hits.count;
	}
	hits_release(&hits);
	search_index_free(index);
}

const struct found_issue *found_issue_of(const struct found *all, size_t hit)
{
	size_t at;

	ARRAY_FIND(at, all->issue_count, all->issues[at].first <= hit);
	return &all->issues[at - 1];
}
