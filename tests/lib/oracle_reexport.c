/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "export/export.h"
#include "issue/issue.h"
#include "issue/markdown_dialect.h"
#include "issue/validate.h"
#include "load/load.h"

#include <stdlib.h>

static void add_text(struct buf *out, const char *what, struct str text)
{
	buf_addf(out, "%s %.*s\n", what, (int)text.len, text.ptr);
}

/* The passages of an article that are lines of its headline, or the others. */
static void describe_passages(struct buf *out, const struct issue *issue,
                              const struct article *article, bool headlines)
{
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		const struct passage *passage = &issue->passages[i];

		if (role_is_headline(passage->role) != headlines)
			continue;
		add_text(out, role_name(passage->role), passage->text);
		if (passage->jump)
			buf_addf(out, "to page %zu, %zu\n", passage->jump->page,
			         passage->jump->article);
	}
}

/* All of an issue that an export tells, for comparing.  Exports put the headline first,
 * wherever it was printed. */
static void describe(struct buf *out, const struct issue *issue)
{
	for (size_t a = 0; a < issue->article_count; a++) {
		const struct article *article = &issue->articles[a];

		buf_addf(out, "%s, page %zu, %zu characters\n",
		         kind_name(article->kind),
		         issue->pages[article->page].number, article->chars);
		add_text(out, "called", article->headline);
		add_text(out, "by", article->byline);
		add_text(out, "dateline", article->dateline);
		describe_passages(out, issue, article, true);
		describe_passages(out, issue, article, false);
	}
}

/* Appends a line without the spaces beside 〓: it is read again as an ideograph, beside which
 * there are none. */
static void add_squeezed(struct buf *out, struct str line)
{
	const struct str mark = STR("〓");

	for (size_t at = 0; at < line.len; at++) {
		struct str before = str_slice(line, 0, at);
		struct str behind = str_slice(line, at + 1, line.len);

		if (line.ptr[at] != ' ' ||
		    !(str_ends(before, mark) || str_starts(behind, mark)))
			buf_add_byte(out, line.ptr[at]);
	}
}

/* The lines of the export that are not about its own source. */
static void without_sources(struct buf *out, struct str markdown)
{
	size_t end;

	for (size_t at = 0; at < markdown.len; at = end) {
		struct str line;

		end = str_find(markdown, STR("\n"), at) + 1;
		line = str_slice(markdown, at, end);
		if (str_trim(line).len &&
		    str_find(line, STR(SOURCE_MARK), 0) == NPOS)
			add_squeezed(out, line);
	}
}

static char *not_the_same(const char *format, struct str want, struct str got)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence,
	         "%s read again is not the same:\n%.*s\n--- is now\n%.*s",
	         format, (int)want.len, want.ptr, (int)got.len, got.ptr);
	return buf_steal(&sentence);
}

static void export_all(struct buf *out, const struct issue *issue,
                       enum export_format format)
{
	const struct export_options options = { .ambiguous_cols = 1 };

	free(export_write(out, issue, selection_all(issue), format, &options));
}

/* Do both issues tell the same, or export the same Markdown? */
static char *compare(const struct issue *issue, const struct issue *again,
                     const char *format, bool spelled)
{
	struct buf want, got, first, second;
	char *wrong = NULL;

	buf_init(&want);
	buf_init(&got);
	if (spelled) {
		buf_init(&first);
		buf_init(&second);
		export_all(&first, issue, EXPORT_MARKDOWN);
		export_all(&second, again, EXPORT_MARKDOWN);
		without_sources(&want, buf_str(&first));
		without_sources(&got, buf_str(&second));
		buf_release(&first);
		buf_release(&second);
	} else {
		describe(&want, issue);
		describe(&got, again);
	}
	if (!str_equal(buf_str(&want), buf_str(&got)))
		wrong = not_the_same(format, buf_str(&want), buf_str(&got));
	buf_release(&want);
	buf_release(&got);
	return wrong;
}

/* What is exported in a format is read again as the same. */
static char *check_format(const struct issue *issue, enum export_format format,
                          bool spelled)
{
	const char *name = export_format_name(format);
	struct issue *again;
	struct buf out;
	char *wrong;

	buf_init(&out);
	export_all(&out, issue, format);
	again = load_bytes(buf_str(&out), "again", NULL);
	wrong = issue_validate(again);
	if (!wrong)
		wrong = compare(issue, again, name, spelled);
	issue_free(again);
	buf_release(&out);
	return wrong;
}

char *oracle_reexport(struct str bytes, bool spelled)
{
	struct issue *issue = load_bytes(bytes, "page.txt", NULL);
	char *wrong = check_format(issue, EXPORT_MARKDOWN, spelled);

	/* JSON spells nothing out, so it always says the same. */
	if (!wrong)
		wrong = check_format(issue, EXPORT_JSON, false);
	issue_free(issue);
	return wrong;
}

char *oracle_reexport_bytes(struct str bytes)
{
	return oracle_reexport(bytes, true);
}
