/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "export/passage_text.h"
#include "export/source_note.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/wrap.h"

/* Plain text: the headline, the paragraphs, each on one line unless a width is asked
 * for, and the source note. */

#define FIRST_INDENT "\u3000\u3000"
#define RULE         "————————"

static void text_add_wrapped(struct buf *out, struct str text,
                             const struct export_options *options)
{
	struct wrap wrap;

	if (options->width_cols <= 0) {
		buf_add(out, text);
		buf_add_byte(out, '\n');
		return;
	}
	wrap_init(&wrap, text, options->ambiguous_cols, options->breaks);
	for (size_t at = 0; at < text.len;) {
		struct wrap_line line =
			wrap_line(&wrap, at, options->width_cols, 0);

		buf_add(out, str_slice(text, line.start, line.end));
		buf_add_byte(out, '\n');
		at = line.next;
	}
	wrap_release(&wrap);
}

static void text_add_printed(struct buf *out, const struct issue *issue,
                             const struct passage *passage)
{
	for (size_t i = 0; i < passage->span_count;) {
		export_visible(out, export_printed_line(issue, passage, i, &i));
		buf_add_byte(out, '\n');
	}
}

static void text_add_passage(struct buf *out, const struct issue *issue,
                             const struct passage *passage,
                             const struct export_options *options)
{
	struct buf text;

	if (options->as_printed) {
		text_add_printed(out, issue, passage);
		return;
	}
	buf_init(&text);
	if (passage->role == ROLE_BODY &&
	    parts_passage_before(issue, (size_t)(passage - issue->passages)) ==
	            NPOS)
		buf_add_c(&text, FIRST_INDENT);
	export_visible(&text, passage->text);
	text_add_wrapped(out, buf_str(&text), options);
	buf_release(&text);
}

/* The receiver of the lines of a source note. */
struct writer {
	struct buf *out;
	const struct export_options *options;
};

static void text_add_source(void *to, struct str line)
{
	const struct writer *writer = to;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "[%.*s]", (int)line.len, line.ptr);
	text_add_wrapped(writer->out, buf_str(&text), writer->options);
	buf_release(&text);
}

static void text_add_article(struct buf *out, const struct issue *issue,
                             size_t index, const struct export_options *options)
{
	size_t start = parts_first_passage(issue, index), i = start;

	for (; i != NPOS && role_is_headline(issue->passages[i].role);
	     i = parts_next_passage(issue, i))
		text_add_passage(out, issue, &issue->passages[i], options);
	if (i != start && i != NPOS)
		buf_add_byte(out, '\n');
	for (; i != NPOS; i = parts_next_passage(issue, i)) {
		bool quote = issue->passages[i].role == ROLE_QUOTE;

		if (quote)
			buf_add_c(out, RULE "\n");
		text_add_passage(out, issue, &issue->passages[i], options);
		if (quote)
			buf_add_c(out, RULE "\n");
	}
	buf_add_byte(out, '\n');
	export_source_note(
		issue, index,
		(struct export_sink){ text_add_source,
	                              &(struct writer){ out, options } });
}

char *export_text(struct buf *out, const struct issue *issue,
                  struct selection pick, const struct export_options *options)
{
	for (size_t i = 0; i < pick.count; i++) {
		if (i)
			buf_add_c(out, "\n\n");
		text_add_article(out, issue, selection_at(pick, i), options);
		export_tell(options, i + 1, pick.count, 1);
	}
	export_digests(
		issue, pick,
		(struct export_sink){ text_add_source,
	                              &(struct writer){ out, options } });
	return NULL;
}
