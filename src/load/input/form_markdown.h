/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_MARKDOWN_H
#define LOAD_INPUT_FORM_MARKDOWN_H

#include "issue/issue.h"
#include "load/input/form.h"
#include "load/input/line_sink.h"

/*
 * An export in Markdown (issue/markdown_dialect.h): the file states where its articles
 * begin and what each paragraph is.  Each line of the file is a line of the issue,
 * without its marks; a line that is all mark is blank.  Body lines that follow each
 * other without a blank one between them are one paragraph, as in Markdown.  Text
 * before the first mark of an article on its page is an article of its own.
 */
enum form_claim form_markdown_sniff(struct str head);
void form_markdown_read_line(struct line_sink *sink, struct str line,
                             bool whole);

/* What a line of such a file is. */
enum markdown_line_kind {
	MARKDOWN_BLANK,   /* no text: empty, a rule, a note on the source */
	MARKDOWN_ARTICLE, /* the mark that begins an article */
	MARKDOWN_TEXT     /* text of a role */
};

struct markdown_line {
	enum markdown_line_kind line_kind;
	/* Of MARKDOWN_TEXT: */
	enum role role;
	/* Of MARKDOWN_ARTICLE; strings are borrowed from the line: */
	enum kind kind;
	bool is_later; /* the article before goes on on this page */
	struct head_order printed;
	struct stated_page page; /* its number is 0 where the mark has none */
};

/* Reads the line `raw` into *line and appends its text, without marks and escapes. */
void markdown_line_read(struct markdown_line *line, struct str raw,
                        struct buf *text);

#endif
