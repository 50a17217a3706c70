/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/pick.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "issue/issue.h"

#include <stdlib.h>
#include <string.h>

#define PAGE "page:"
#define MOST ((size_t)999999)

struct pick pick_all(const struct issue *issue)
{
	return (struct pick){ .count = issue->article_count };
}

struct pick pick_one(const size_t *article)
{
	return (struct pick){ .articles = article, .count = 1 };
}

size_t pick_at(struct pick pick, size_t i)
{
	return pick.articles ? pick.articles[i] : i;
}

struct pick picks_pick(const struct picks *picks)
{
	static const size_t none;

	return (struct pick){ .articles = picks->items ? picks->items : &none,
		              .count = picks->count };
}

void picks_release(struct picks *picks)
{
	free(picks->items);
	*picks = (struct picks){ 0 };
}

bool picks_has(const struct picks *picks, size_t article)
{
	for (size_t i = 0; i < picks->count; i++)
		if (picks->items[i] == article)
			return true;
	return false;
}

void picks_drop(struct picks *picks, size_t article)
{
	size_t kept = 0;

	for (size_t i = 0; i < picks->count; i++)
		if (picks->items[i] != article)
			picks->items[kept++] = picks->items[i];
	picks->count = kept;
}

void picks_add(struct picks *picks, size_t article)
{
	if (picks_has(picks, article))
		return;
	*ARRAY_ADD(picks->items, picks->count, picks->cap) = article;
}

void picks_add_each(void *picks, size_t article)
{
	picks_add(picks, article);
}

void picks_add_page(struct picks *picks, const struct issue *issue,
                    size_t number)
{
	for (size_t i = 0; i < issue->article_count; i++)
		if (issue->pages[issue->articles[i].page].number == number)
			picks_add(picks, i);
}

/* One entry between two commas. */
struct entry {
	bool page;
	size_t first, last;
};

/* A number above 0 at *text, which is moved behind it; 0: none is there. */
static size_t read_number(const char **text)
{
	size_t number = 0;

	while (**text >= '0' && **text <= '9' && number <= MOST)
		number = number * 10 + (size_t)(*(*text)++ - '0');
	return number <= MOST ? number : 0;
}

static bool read_entry(const char **text, struct entry *entry)
{
	*entry = (struct entry){ .page = !strncmp(*text, PAGE, strlen(PAGE)) };
	if (entry->page)
		*text += strlen(PAGE);
	entry->first = entry->last = read_number(text);
	if (**text == '-') {
		++*text;
		entry->last = read_number(text);
	}
	if (!entry->first || entry->last < entry->first ||
	    (**text && **text != ','))
		return false;
	*text += **text == ',' && (*text)[1];
	return true;
}

bool pick_is_well(const char *text)
{
	struct entry entry;

	if (!strcmp(text, "all") || !strcmp(text, PICK_HITS))
		return true;
	do {
		if (!read_entry(&text, &entry))
			return false;
	} while (*text);
	return true;
}

static char *no_article(const struct issue *issue, size_t number)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("there is no article %zu; the last one is %zu"),
	         number, issue->article_count);
	return buf_steal(&text);
}

static char *no_page(size_t number)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("there is no article on a page %zu"), number);
	return buf_steal(&text);
}

static char *add_number(struct picks *picks, const struct issue *issue,
                        bool is_page, size_t number)
{
	size_t before = picks->count;
	size_t article = issue_article_by_id(issue, number);

	if (is_page) {
		picks_add_page(picks, issue, number);
		return picks->count > before ? NULL : no_page(number);
	}
	if (article == NPOS)
		return no_article(issue, number);
	picks_add(picks, article);
	return NULL;
}

char *picks_read(struct picks *picks, const struct issue *issue,
                 const char *text)
{
	char *error = NULL;
	struct entry entry;

	if (!strcmp(text, "all")) {
		for (size_t i = 0; i < issue->article_count; i++)
			*ARRAY_ADD(picks->items, picks->count, picks->cap) = i;
		return NULL;
	}
	while (!error && *text && read_entry(&text, &entry))
		for (size_t n = entry.first; !error && n <= entry.last; n++)
			error = add_number(picks, issue, entry.page, n);
	return error;
}
