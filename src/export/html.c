/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

/* One self-contained page of semantic HTML. */

static const char head[] =
	"<!DOCTYPE html>\n"
	"<html lang=\"zh\">\n"
	"<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width\">\n"
	"<title>";

static const char style[] =
	"</title>\n"
	"<style>\n"
	"body { max-width: 40em; margin: 2em auto; padding: 0 1em; "
	"line-height: 1.8; }\n"
	"header, footer { text-align: center; }\n"
	"h1 { font-size: 1.6em; margin: .3em 0; }\n"
	"p { margin: 0; text-indent: 2em; }\n"
	"p.kicker, p.deck, p.byline, p.salutation, p.jump { text-indent: 0; }\n"
	"p.signature, p.date { text-align: right; }\n"
	"blockquote { border-left: .2em solid; margin: 1em 0; "
	"padding-left: 1em; }\n"
	"footer { font-size: .8em; margin-top: 1em; }\n"
	"article + article { border-top: thin solid; margin-top: 2em; }\n"
	"</style>\n"
	"</head>\n"
	"<body>\n";

static const char foot[] = "</body>\n</html>\n";

static void add_escaped(struct buf *out, struct str raw)
{
	struct buf visible;

	buf_init(&visible);
	export_visible(&visible, raw);
	for (size_t i = 0; i < visible.len; i++) {
		char c = visible.ptr[i];

		if (c == '<')
			buf_add_c(out, "&lt;");
		else if (c == '>')
			buf_add_c(out, "&gt;");
		else if (c == '&')
			buf_add_c(out, "&amp;");
		else if (c == '"')
			buf_add_c(out, "&quot;");
		else
			buf_add_byte(out, c);
	}
	buf_release(&visible);
}

static void add_passage(struct buf *out, const struct passage *passage)
{
	const char *role = role_name(passage->role);
	const char *tag = passage->role == ROLE_HEAD      ? "h1"
	                  : passage->role == ROLE_SUBHEAD ? "h2"
	                  : passage->role == ROLE_QUOTE   ? "blockquote"
	                                                  : "p";

	buf_addf(out, "<%s class=\"%s\">", tag, role);
	add_escaped(out, passage->text);
	buf_addf(out, "</%s>\n", tag);
}

static void add_article(struct buf *out, const struct issue *issue,
                        size_t index)
{
	const struct article *article = &issue->articles[index];
	size_t i = article->passages.start;
	struct buf source;

	buf_addf(out, "<article id=\"a%zu\">\n<header>\n", index + 1);
	for (; i < article->passages.end &&
	       role_is_headline(issue->passages[i].role);
	     i++)
		add_passage(out, &issue->passages[i]);
	buf_add_c(out, "</header>\n");
	for (; i < article->passages.end; i++)
		add_passage(out, &issue->passages[i]);
	buf_init(&source);
	export_source(&source, issue, index);
	buf_add_c(out, "<footer>");
	add_escaped(out, buf_str(&source));
	buf_add_c(out, "</footer>\n</article>\n");
	buf_release(&source);
}

void export_html(struct buf *out, const struct issue *issue, struct range which,
                 const struct export_options *options)
{
	(void)options;
	buf_add_c(out, head);
	if (which.end - which.start == 1 &&
	    issue->articles[which.start].headline.len)
		add_escaped(out, issue->articles[which.start].headline);
	else if (issue->title.len)
		add_escaped(out, issue->title);
	else if (issue->file_count)
		add_escaped(out, issue->files[0].name);
	buf_add_c(out, style);
	for (size_t i = which.start; i < which.end; i++)
		add_article(out, issue, i);
	buf_add_c(out, foot);
}
