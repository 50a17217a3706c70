/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/report.h"

#include "base/json_tree.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "search/seams.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <string.h>

#define CONTEXT_CHARS 60
#define MARK_BYTES    3 /* of a Chinese mark */

/* The byte where the mark at the end of the text before byte `at` begins, if it is one of
 * `marks`, each of three bytes; else `at`. */
static size_t report_before_mark(struct str text, size_t at, const char *marks)
{
	size_t before = at ? utf8_before(text, at) : at;

	for (; at - before == MARK_BYTES && *marks; marks += MARK_BYTES)
		if (!memcmp(text.ptr + before, marks, MARK_BYTES))
			return before;
	return at;
}

/* Does a sentence end right before byte `at`?  Marks that close what it is in are of it. */
static bool report_ends_before(struct str text, size_t at)
{
	static const char closing[] = "”’」』）";
	size_t end = at, before;

	if (at < text.len &&
	    report_before_mark(text, utf8_after(text, at), closing) == at)
		return false;
	while ((before = report_before_mark(text, end, closing)) < end)
		end = before;
	return report_before_mark(text, end, "。！？") < end;
}

struct hit hit_context(const struct issue *issue, const struct hit *hit,
                       size_t limit)
{
	struct str text = issue->passages[hit->passage].text;
	struct hit context = *hit;
	size_t *end = &context.end;

	for (size_t left = limit;
	     context.start && left && !report_ends_before(text, context.start);
	     left--)
		context.start = utf8_before(text, context.start);
	if (hit->rest_end) {
		text = issue->passages[seam_rest(issue, hit)].text;
		end = &context.rest_end;
	}
	for (size_t left = limit;
	     *end < text.len && left && !report_ends_before(text, *end); left--)
		*end = utf8_after(text, *end);
	return context;
}

static void report_add_lines(struct buf *out, const struct issue *issue,
                             const struct hit *hit)
{
	struct range lines =
		passage_lines(&issue->passages[hit->passage],
	                      (struct range){ hit->start, hit->end });

	if (lines.end)
		buf_addf(out, "%zu-%zu", issue->lines[lines.start].number,
		         issue->lines[lines.end - 1].number);
}

/* Appends the text of a hit, or of a hit with the words around it. */
static void report_add_text(struct buf *out, const struct issue *issue,
                            const struct hit *hit)
{
	struct buf text;

	buf_init(&text);
	seam_add_hit(&text, issue, hit);
	neutralise(out, buf_str(&text));
	buf_release(&text);
}

/* One hit a line: article TAB page TAB lines TAB context. */
void hits_add_lines(struct buf *out, const struct hits *hits,
                    const struct issue *issue)
{
	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = &hits->items[i];
		const struct passage *passage = &issue->passages[hit->passage];
		struct hit context = hit_context(issue, hit, CONTEXT_CHARS);

		/* Furniture is of no article. */
		if (passage->article == NPOS)
			buf_add_c(out, "-");
		else
			buf_addf(out, "%zu",
			         parts_whole(issue, passage->article) + 1);
		buf_addf(out, "\t%zu\t", issue->pages[passage->page].number);
		report_add_lines(out, issue, hit);
		buf_add_byte(out, '\t');
		report_add_text(out, issue, &context);
		issue_add_imprint(out, issue, passage->page);
		buf_add_byte(out, '\n');
	}
}

static json_t *report_text_json(struct str text)
{
	json_t *string;
	struct buf safe;

	buf_init(&safe);
	neutralise(&safe, text);
	string = json_tree_text(buf_str(&safe));
	buf_release(&safe);
	return string;
}

static json_t *report_words_json(const struct issue *issue,
                                 const struct hit *hit)
{
	json_t *string;
	struct buf text;

	buf_init(&text);
	seam_add_hit(&text, issue, hit);
	string = report_text_json(buf_str(&text));
	buf_release(&text);
	return string;
}

static json_t *report_hit_json(const struct issue *issue, const struct hit *hit)
{
	const struct passage *passage = &issue->passages[hit->passage];
	struct hit context = hit_context(issue, hit, CONTEXT_CHARS);
	struct range lines =
		passage_lines(passage, (struct range){ hit->start, hit->end });
	json_t *object = json_tree_object();

	json_tree_set(
		object, "article",
		passage->article == NPOS
			? json_null()
			: json_tree_number(
				  parts_whole(issue, passage->article) + 1));
	json_tree_set(object, "page",
	              json_tree_number(issue->pages[passage->page].number));
	json_tree_set(
		object, "paper",
		json_tree_text_or_null(issue_page_title(issue, passage->page)));
	json_tree_set(
		object, "date",
		json_tree_text_or_null(issue_page_date(issue, passage->page)));
	json_tree_set(object, "lines",
	              json_tree_pair(issue->lines[lines.start].number,
	                             issue->lines[lines.end - 1].number));
	json_tree_set(object, "role",
	              json_tree_text(str_from(role_name(passage->role))));
	json_tree_set(object, "match", report_words_json(issue, hit));
	json_tree_set(object, "text", report_words_json(issue, &context));
	return object;
}

void hits_add_json(struct buf *out, const struct hits *hits,
                   const struct issue *issue, struct str pattern)
{
	json_t *list = json_tree_array(), *root = json_tree_object();
	char *text;

	for (size_t i = 0; i < hits->count; i++)
		json_tree_add(list, report_hit_json(issue, &hits->items[i]));
	json_tree_set(root, "baolan", json_tree_number(1));
	json_tree_set(root, "pattern", report_text_json(pattern));
	json_tree_set(root, "hits", list);
	text = json_tree_print(root);
	buf_add_c(out, text);
	buf_add_byte(out, '\n');
	free(text);
	json_decref(root);
}
