/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/open_issues.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "session/session.h"
#include "state/article_marks.h"
#include "state/issues.h"
#include "ui/document.h"

#include <stdlib.h>
#include <string.h>

static size_t open_issues_rows(const void *of)
{
	return ((const struct open_issues *)of)->count;
}

/* A list of issues is filtered by their papers, days and files. */
static size_t open_issues_texts(const void *of, size_t item,
                                struct str texts[FILTER_TEXTS_MAX])
{
	const struct open_issue *issue =
		&((const struct open_issues *)of)->items[item];

	texts[0] = buf_str(&issue->facts.paper);
	texts[1] = buf_str(&issue->facts.day);
	texts[2] = str_base_name(str_from(open_issues_name(issue)));
	return 3;
}

static size_t open_issues_chosen(const void *of)
{
	return ((const struct open_issues *)of)->chosen;
}

static void open_issues_choose(void *of, size_t item)
{
	((struct open_issues *)of)->chosen = item;
}

static const struct filter_items rows = {
	.count = open_issues_rows,
	.texts = open_issues_texts,
	.here = open_issues_chosen,
	.go = open_issues_choose,
};

void open_issues_init(struct open_issues *issues)
{
	*issues = (struct open_issues){ .opening = NPOS };
	filter_init(&issues->filter, &rows, issues, NULL);
}

static void open_issue_release(const struct open_issues *issues,
                               struct open_issue *issue)
{
	struct session *session =
		issue->document ? issue->document->session : NULL;

	if (issue->document)
		document_free(issue->document);
	if (session && issues->close)
		issues->close(session);
	for (size_t i = 0; i < issue->name_count; i++)
		free(issue->names[i]);
	free(issue->names);
	buf_release(&issue->facts.paper);
	buf_release(&issue->facts.day);
}

void open_issues_release(struct open_issues *issues)
{
	for (size_t i = 0; i < issues->count; i++)
		open_issue_release(issues, &issues->items[i]);
	free(issues->items);
	filter_release(&issues->filter);
}

/* Makes an empty item at `at`. */
static struct open_issue *open_issues_insert(struct open_issues *issues,
                                             size_t at)
{
	struct open_issue *issue;

	ARRAY_ADD(issues->items, issues->count, issues->cap);
	issue = &issues->items[at];
	memmove(issue + 1, issue, (issues->count - 1 - at) * sizeof *issue);
	*issue = (struct open_issue){ 0 };
	issue->id = ++issues->ids;
	buf_init(&issue->facts.paper);
	buf_init(&issue->facts.day);
	if (issues->at >= at && issues->count > 1)
		issues->at++;
	filter_restart(&issues->filter);
	return issue;
}

void open_issues_add_document(struct open_issues *issues, size_t at,
                              struct document *document)
{
	open_issues_insert(issues, at)->document = document;
}

void open_issues_add_names(struct open_issues *issues, size_t at,
                           const char *const *names, size_t count,
                           struct str paper, struct str day)
{
	struct open_issue *issue = open_issues_insert(issues, at);

	buf_add(&issue->facts.paper, paper);
	buf_add(&issue->facts.day, day);
	issue->name_count = count;
	issue->names = mem_alloc((count + 1) * sizeof *issue->names);
	for (size_t i = 0; i < count; i++)
		issue->names[i] = mem_dup(names[i], strlen(names[i]));
}

void open_issues_drop(struct open_issues *issues, size_t at)
{
	struct open_issue *issue = &issues->items[at];

	open_issue_release(issues, issue);
	issues->count--;
	memmove(issue, issue + 1, (issues->count - at) * sizeof *issue);
	if (issues->at > at)
		issues->at--;
	filter_restart(&issues->filter);
}

const char *const *open_issues_names(const struct open_issue *issue,
                                     size_t *count)
{
	const struct session_file *file;

	*count = issue->name_count;
	if (issue->names)
		return (const char *const *)issue->names;
	file = &issue->document->session->file;
	*count = file->name_count;
	return file->names;
}

size_t open_issues_find(const struct open_issues *issues, struct str names)
{
	size_t found = NPOS;
	struct buf own;

	buf_init(&own);
	for (size_t i = 0; i < issues->count && found == NPOS && names.len;
	     i++) {
		size_t count;
		const char *const *of =
			open_issues_names(&issues->items[i], &count);

		buf_clear(&own);
		for (size_t n = 0; n < count; n++)
			issues_add_name(&own, of[n]);
		if (str_equal(buf_str(&own), names))
			found = i;
	}
	buf_release(&own);
	return found;
}

size_t open_issues_find_id(const struct open_issues *issues, size_t id)
{
	for (size_t i = 0; i < issues->count; i++)
		if (issues->items[i].id == id)
			return i;
	return NPOS;
}

/* How many articles were read in former runs, or in this one. */
static size_t count_read(const struct issue *issue, struct store *store)
{
	struct article_marks marks;
	size_t count = 0;

	if (!store)
		return 0;
	article_marks_init(&marks, ARTICLE_READ);
	article_marks_follow(&marks, store, issue);
	for (size_t i = 0; i < issue->whole_count; i++)
		count += article_marks_has(&marks, issue, issue->wholes[i]);
	article_marks_release(&marks);
	return count;
}

void open_issues_count(struct open_issues *issues, size_t at,
                       const struct issue *issue, struct store *store)
{
	struct issue_facts *facts = &issues->items[at].facts;

	if (!facts->paper.len)
		buf_add(&facts->paper, issue->title);
	if (!facts->day.len)
		buf_add(&facts->day, issue->date);
	facts->pages = issue->page_count;
	facts->articles = issue->whole_count;
	facts->unread = issue->whole_count - count_read(issue, store);
	facts->is_counted = true;
}

void open_issues_add_name(struct buf *out, const struct open_issue *issue)
{
	const struct str parts[] = { buf_str(&issue->facts.paper),
		                     buf_str(&issue->facts.day) };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].len) {
			buf_add(out, parts[i]);
			buf_add_c(out, "  ");
		}
	buf_add(out, str_base_name(str_from(open_issues_name(issue))));
}

size_t open_issues_marked(const struct open_issues *issues)
{
	size_t marked = 0;

	for (size_t i = 0; i < issues->count; i++)
		if (issues->items[i].document)
			marked += issues->items[i].document->tagged.count;
	return marked;
}

bool open_issues_has(const struct open_issues *issues,
                     const struct document *document)
{
	for (size_t i = 0; i < issues->count; i++)
		if (issues->items[i].document == document)
			return true;
	return false;
}

const char *open_issues_name(const struct open_issue *issue)
{
	size_t count;

	return *open_issues_names(issue, &count);
}
