/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/json_tree.h"
#include "base/mem.h"
#include "export/export.h"
#include "export/list.h"
#include "export/passage_text.h"
#include "load/input/decode.h"
#include "load/input/xml.h"
#include "small_issue.h"

#include <stdlib.h>

/* What a page says is text of what is written, and no mark of it. */

static char *wrong_in(const char *what, struct str text)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s:\n%.*s", what, (int)text.len, text.ptr);
	return buf_steal(&sentence);
}

/* Appends a text without its white space. */
static void add_black(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t space = str_space_at(text, at);

		if (!space)
			buf_add_byte(out, text.ptr[at]);
		at += space ? space : 1;
	}
}

/* The text of a page of HTML as it is read. */
struct read_page {
	struct buf text; /* without white space */
	size_t open, articles;
};

static void on_begin(void *context, const struct xml_element *element)
{
	struct read_page *page = context;

	page->open++;
	page->articles += str_equal(element->name, STR("article"));
}

static void on_end(void *context, struct str name)
{
	struct read_page *page = context;

	(void)name;
	page->open--;
}

static void on_text(void *context, struct str text)
{
	struct read_page *page = context;

	buf_add(&page->text, text);
}

/* All passages of the issue, one behind the other. */
static char *check_passages(const struct issue *issue, struct str text)
{
	size_t at = 0;
	char *wrong = NULL;

	for (size_t i = 0; i < issue->passage_count && !wrong; i++) {
		struct buf visible, want;

		buf_init(&visible);
		buf_init(&want);
		export_visible(&visible, issue->passages[i].text);
		add_black(&want, buf_str(&visible));
		at = str_find(text, buf_str(&want), at);
		if (at == NPOS)
			wrong = wrong_in("a passage is not there",
			                 buf_str(&want));
		else
			at += want.len;
		buf_release(&visible);
		buf_release(&want);
	}
	return wrong;
}

/* It is well-formed XML of one article that has all of the text. */
static char *check_html(const struct issue *issue, struct str html)
{
	static const struct xml_handler handler = { on_begin, on_end, on_text };
	struct read_page page = { .open = 0 };
	struct xml_damage damage = { 0 };
	struct buf black;
	char *wrong = NULL;

	buf_init(&page.text);
	buf_init(&black);
	if (!xml_read(html, &handler, &page, &damage))
		wrong = wrong_in(damage.what, html);
	else if (page.open || page.articles != 1)
		wrong = wrong_in("it is not one article", html);
	add_black(&black, buf_str(&page.text));
	if (!wrong)
		wrong = check_passages(issue, buf_str(&black));
	buf_release(&black);
	buf_release(&page.text);
	return wrong;
}

static char *check_file(const struct issue *issue, enum export_format format,
                        const struct export_options *options)
{
	const size_t article = 0;
	struct buf out;
	char *wrong;

	buf_init(&out);
	wrong = export_write(&out, issue, selection_one(&article), format,
	                     options);
	if (!wrong && format == EXPORT_HTML)
		wrong = check_html(issue, buf_str(&out));
	else if (!wrong && !str_starts(buf_str(&out), STR("PK\3\4")))
		wrong = wrong_in("it is no archive", STR(""));
	buf_release(&out);
	return wrong;
}

/* A line of the list has its columns, and the same as JSON is read. */
static char *check_list(const struct issue *issue)
{
	struct buf list;
	json_t *tree;
	size_t tabs = 0, ends = 0;
	char *wrong = NULL;

	buf_init(&list);
	export_list(&list, issue);
	for (size_t i = 0; i < list.len; i++) {
		tabs += list.ptr[i] == '\t';
		ends += list.ptr[i] == '\n';
	}
	if (tabs != 4 || ends != 1 || !str_ends(buf_str(&list), STR("\n")))
		wrong = wrong_in("a list is not one row", buf_str(&list));
	buf_clear(&list);
	export_list_json(&list, issue);
	tree = json_tree_read(buf_str(&list));
	if (!wrong && json_array_size(json_object_get(tree, "articles")) != 1)
		wrong = wrong_in("a list is not of one article",
		                 buf_str(&list));
	if (tree)
		json_decref(tree);
	buf_release(&list);
	return wrong;
}

char *oracle_written_bytes(struct str bytes)
{
	static const enum role roles[] = {
		ROLE_KICKER, ROLE_HEAD,    ROLE_DECK,    ROLE_BYLINE,
		ROLE_BODY,   ROLE_SUBHEAD, ROLE_CAPTION, ROLE_ROW,
		ROLE_NOTE,   ROLE_QUOTE,   ROLE_DATE,
	};
	unsigned how = bytes.len ? (unsigned char)bytes.ptr[bytes.len - 1] : 0;
	const struct export_options options = { .as_printed = how & 1,
		                                .upright = how & 2,
		                                .ambiguous_cols = 1 };
	struct decoded decoded;
	struct issue *issue;
	char *wrong = NULL;

	decode(&decoded, bytes, "utf-8");
	issue = small_issue(buf_str(&decoded.text), roles, ARRAY_LEN(roles));
	/* The loader makes no article without text. */
	if (issue->passage_count) {
		wrong = check_list(issue);
		if (!wrong)
			wrong = check_file(issue, EXPORT_HTML, &options);
		if (!wrong && how % 16 == 4)
			wrong = check_file(issue, EXPORT_EPUB, &options);
	}
	issue_free(issue);
	decoded_release(&decoded);
	return wrong;
}
