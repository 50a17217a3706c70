/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/selection.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/str.h"
#include "issue/issue.h"
#include "issue/parts.h"

#include <stdlib.h>
#include <string.h>

#define PAGE "page:"
#define MOST ((size_t)999999)

struct selection selection_all(const struct issue *issue)
{
	return (struct selection){ .articles = issue->wholes,
		                   .count = issue->whole_count };
}

struct selection selection_one(const size_t *article)
{
	return (struct selection){ .articles = article, .count = 1 };
}

size_t selection_at(struct selection pick, size_t i)
{
	return pick.articles[i];
}

struct selection selections_pick(const struct selections *picks)
{
	static const size_t none;

	return (struct selection){ .articles =
		                           picks->items ? picks->items : &none,
		                   .count = picks->count };
}

void selections_release(struct selections *picks)
{
	free(picks->items);
	free(picks->chosen);
	*picks = (struct selections){ 0 };
}

bool selections_has(const struct selections *picks, size_t article)
{
	return article < picks->chosen_cap && picks->chosen[article];
}

static void selections_append(struct selections *picks, size_t article)
{
	size_t cap = picks->chosen_cap;

	picks->chosen = mem_grow(picks->chosen, &picks->chosen_cap, article + 1,
	                         sizeof *picks->chosen);
	while (cap < picks->chosen_cap)
		picks->chosen[cap++] = false;
	picks->chosen[article] = true;
	*ARRAY_ADD(picks->items, picks->count, picks->cap) = article;
}

void selections_drop(struct selections *picks, size_t article)
{
	size_t kept = 0;

	if (!selections_has(picks, article))
		return;
	picks->chosen[article] = false;
	for (size_t i = 0; i < picks->count; i++)
		if (picks->items[i] != article)
			picks->items[kept++] = picks->items[i];
	picks->count = kept;
}

void selections_add(struct selections *picks, size_t article)
{
	if (!selections_has(picks, article))
		selections_append(picks, article);
}

void selections_follow(struct selections *picks, const struct issue *issue)
{
	struct selections wholes = { 0 };

	for (size_t i = 0; i < picks->count; i++)
		selections_add(&wholes, parts_whole(issue, picks->items[i]));
	selections_release(picks);
	*picks = wholes;
}

void selections_add_each(void *picks, size_t article)
{
	selections_add(picks, article);
}

/* Adds the articles that stand, all or in part, on pages whose printed number is
 * `number`. */
static void selections_add_page(struct selections *picks,
                                const struct issue *issue, size_t number)
{
	for (size_t i = 0; i < issue->article_count; i++)
		if (issue->pages[issue->articles[i].page].number == number)
			selections_add(picks, parts_whole(issue, i));
}

static int selections_compare(const void *one, const void *other)
{
	const size_t *a = one, *b = other;

	return (*a > *b) - (*a < *b);
}

void selections_add_parts(struct selections *picks, const struct issue *issue,
                          struct selection pick)
{
	bool is_in_order = true;

	for (size_t i = 0; i < pick.count; i++) {
		is_in_order = is_in_order &&
		              (!i || pick.articles[i - 1] < pick.articles[i]);
		for (size_t part = pick.articles[i]; part != NPOS;
		     part = parts_next(issue, part))
			selections_append(picks, part);
	}
	if (is_in_order && picks->count)
		qsort(picks->items, picks->count, sizeof *picks->items,
		      selections_compare);
}

/* An entry between two commas: numbers [first, last] of articles or pages. */
struct entry {
	bool page;
	size_t first, last;
};

static bool selection_read_entry(struct str *text, struct entry *entry)
{
	*entry = (struct entry){ .page = str_starts(*text, STR(PAGE)) };
	if (entry->page)
		*text = str_slice(*text, strlen(PAGE), text->len);
	entry->first = entry->last = number_take(text, MOST);
	if (str_starts(*text, STR("-"))) {
		*text = str_slice(*text, 1, text->len);
		entry->last = number_take(text, MOST);
	}
	if (!entry->first || entry->last < entry->first ||
	    (text->len && text->ptr[0] != ','))
		return false;
	/* A comma is passed over, but not the last character of the text. */
	*text = str_slice(*text, text->len > 1, text->len);
	return true;
}

bool selection_is_valid(const char *text)
{
	struct str rest = str_from(text);
	struct entry entry;

	if (!strcmp(text, "all") || !strcmp(text, SELECTION_HITS))
		return true;
	do {
		if (!selection_read_entry(&rest, &entry))
			return false;
	} while (rest.len);
	return true;
}

static char *selection_no_article(const struct issue *issue, size_t number)
{
	struct buf text;

	buf_init(&text);
	if (issue->article_count)
		buf_addf(&text, _("there is no article %zu; they are 1 to %zu"),
		         number, issue->article_count);
	else
		buf_add_c(&text, _("there are no articles in this issue"));
	return buf_steal(&text);
}

static char *selection_no_page(size_t number)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("there is no article on a page %zu"), number);
	return buf_steal(&text);
}

static char *selection_add_number(struct selections *picks,
                                  const struct issue *issue, bool is_page,
                                  size_t number)
{
	size_t before = picks->count;
	size_t article = issue_article_by_id(issue, number);

	if (is_page) {
		selections_add_page(picks, issue, number);
		return picks->count > before ? NULL : selection_no_page(number);
	}
	if (article == NPOS)
		return selection_no_article(issue, number);
	selections_add(picks, parts_whole(issue, article));
	return NULL;
}

char *selections_read(struct selections *picks, const struct issue *issue,
                      const char *text)
{
	struct str rest = str_from(text);
	char *error = NULL;
	struct entry entry;

	if (!strcmp(text, "all")) {
		for (size_t i = 0; i < issue->whole_count; i++)
			selections_append(picks, issue->wholes[i]);
		return NULL;
	}
	while (!error && rest.len && selection_read_entry(&rest, &entry))
		for (size_t n = entry.first; !error && n <= entry.last; n++)
			error = selection_add_number(picks, issue, entry.page,
			                             n);
	return error;
}
