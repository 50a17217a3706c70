/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/xhtml.h"

#include "base/mem.h"
#include "export/passage_text.h"
#include "export/provenance.h"
#include "export/source_note.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"

/* The rules of both style sheets.  Logical properties (block, inline) hold for lines
 * of either direction. */
#define COMMON                                                                 \
 "header, footer { text-align: center; }\n"                                    \
 "h1 { font-size: 1.6em; margin-block: .3em; }\n"                              \
 "p { margin: 0; text-indent: 2em; }\n"                                        \
 "p.kicker, p.deck, p.byline, p.salutation, p.jump, p.rest, blockquote p, "    \
 "footer p { text-indent: 0; }\n"                                              \
 "p.signature, p.date { text-align: end; }\n"                                  \
 "pre.row { margin: 1em 0; overflow-x: auto; line-height: 1.4; }\n"            \
 "blockquote { border-inline-start: .2em solid; margin: 1em; "                 \
 "padding-inline-start: 1em; }\n"                                              \
 "footer { font-size: .8em; margin-block-start: 1em; "                         \
 "overflow-wrap: anywhere; }\n"                                                \
 "article + article { border-block-start: thin solid; "                        \
 "margin-block-start: 2em; }\n"                                                \
 "@media print { article { break-inside: auto; } h1 { break-after: avoid; } "  \
 "blockquote { break-inside: avoid; } }\n"

static const char across[] =
	COMMON "body { max-width: 40em; margin: 2em auto; padding: 0 1em; "
	       "line-height: 1.8; }\n";

static const char downwards[] = COMMON
	"html { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; "
	"text-orientation: mixed; }\n"
	"body { max-height: 40em; margin: auto 2em; padding: 1em 0; "
	"line-height: 1.8; }\n";

const char *xhtml_style(bool upright)
{
	return upright ? downwards : across;
}

static void xhtml_add_markup(struct buf *out, struct str visible)
{
	static const struct {
		char mark;
		const char *entity;
	} entities[] = {
		{ '<', "&lt;" },
		{ '>', "&gt;" },
		{ '&', "&amp;" },
		{ '"', "&quot;" },
	};

	for (size_t i = 0; i < visible.len; i++) {
		const char *entity = NULL;

		for (size_t e = 0; e < ARRAY_LEN(entities) && !entity; e++)
			if (entities[e].mark == visible.ptr[i])
				entity = entities[e].entity;
		if (entity)
			buf_add_c(out, entity);
		else
			buf_add_byte(out, visible.ptr[i]);
	}
}

void xhtml_add_text(struct buf *out, struct str text)
{
	struct buf visible;

	buf_init(&visible);
	export_visible(&visible, text);
	xhtml_add_markup(out, buf_str(&visible));
	buf_release(&visible);
}

void xhtml_begin(struct buf *out, const char *language, struct str title)
{
	buf_addf(out,
	         "<!DOCTYPE html>\n"
	         "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" "
	         "xml:lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
	         language, language);
	buf_add_c(out, "<title>");
	xhtml_add_text(out, title);
	buf_add_c(out, "</title>\n");
}

static void xhtml_add_printed(struct buf *out, const struct issue *issue,
                              const struct passage *passage)
{
	for (size_t i = 0; i < passage->span_count;) {
		if (i)
			buf_add_c(out, "<br/>\n");
		xhtml_add_text(out, export_printed_line(issue, passage, i, &i));
	}
}

static void xhtml_add_passage(struct buf *out, const struct issue *issue,
                              const struct passage *passage, bool as_printed)
{
	const char *role = role_name(passage->role);
	const char *tag = passage->role == ROLE_HEAD      ? "h1"
	                  : passage->role == ROLE_SUBHEAD ? "h2"
	                                                  : "p";
	bool quote = passage->role == ROLE_QUOTE;
	size_t index = (size_t)(passage - issue->passages);
	bool is_rest = parts_passage_before(issue, index) != NPOS;

	buf_addf(out, "%s<%s class=\"%s%s\">", quote ? "<blockquote>" : "", tag,
	         role, is_rest ? " rest" : "");
	if (as_printed)
		xhtml_add_printed(out, issue, passage);
	else
		xhtml_add_text(out, passage->text);
	buf_addf(out, "</%s>%s\n", tag, quote ? "</blockquote>" : "");
}

/* Adds passage `i` of an article; a table, whose first row that is, as a whole.  Returns
 * the passage behind it, or NPOS. */
static size_t xhtml_add_part(struct buf *out, const struct issue *issue,
                             size_t i, bool as_printed)
{
	if (issue->passages[i].role != ROLE_ROW) {
		xhtml_add_passage(out, issue, &issue->passages[i], as_printed);
		return parts_next_passage(issue, i);
	}
	buf_addf(out, "<pre class=\"%s\">", role_name(ROLE_ROW));
	for (; i != NPOS && issue->passages[i].role == ROLE_ROW;
	     i = parts_next_passage(issue, i)) {
		if (as_printed)
			xhtml_add_printed(out, issue, &issue->passages[i]);
		else
			xhtml_add_text(out, issue->passages[i].text);
		buf_add_byte(out, '\n');
	}
	buf_add_c(out, "</pre>\n");
	return i;
}

static void xhtml_add_source(void *to, struct str line)
{
	struct buf *out = to;

	buf_add_c(out, "<p>");
	xhtml_add_text(out, line);
	buf_add_c(out, "</p>\n");
}

void xhtml_add_article(struct buf *out, const struct issue *issue, size_t index,
                       const struct export_options *options)
{
	size_t i = parts_first_passage(issue, index);
	bool headed = i != NPOS && role_is_headline(issue->passages[i].role);

	buf_addf(out, "<article id=\"a%zu\">\n%s", index + 1,
	         headed ? "<header>\n" : "");
	for (; i != NPOS && role_is_headline(issue->passages[i].role);
	     i = parts_next_passage(issue, i))
		xhtml_add_passage(out, issue, &issue->passages[i],
		                  options->as_printed);
	buf_add_c(out, headed ? "</header>\n" : "");
	while (i != NPOS)
		i = xhtml_add_part(out, issue, i, options->as_printed);
	buf_add_c(out, "<footer>\n");
	export_source_note(issue, index,
	                   (struct export_sink){ xhtml_add_source, out });
	buf_add_c(out, "</footer>\n</article>\n");
}

void xhtml_add_digests(struct buf *out, const struct issue *issue,
                       struct selection pick)
{
	buf_add_c(out, "<footer>\n");
	export_digests(issue, pick,
	               (struct export_sink){ xhtml_add_source, out });
	buf_add_c(out, "</footer>\n");
}

void xhtml_add_title(struct buf *out, const struct issue *issue,
                     struct selection pick)
{
	struct str paper = export_paper(issue, pick);
	struct str date = export_date(issue, pick);

	if (pick.count == 1 &&
	    issue->articles[selection_at(pick, 0)].headline.len) {
		buf_add(out, issue->articles[selection_at(pick, 0)].headline);
	} else if (paper.len) {
		buf_add(out, paper);
		buf_add_c(out, date.len ? " " : "");
		buf_add(out, date);
	} else if (issue->file_count) {
		neutralise(out, str_base_name(issue->files[0].name));
	}
}
