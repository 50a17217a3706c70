/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include <string.h>

/* Markdown: each passage a paragraph of its own kind, its text escaped so that
 * no mark of the newspaper is taken for one of Markdown's. */

static const struct {
	const char *before, *after;
} frames[ROLE_COUNT] = {
	[ROLE_KICKER] = { "*", "*" },     [ROLE_HEAD] = { "# ", "" },
	[ROLE_DECK] = { "**", "**" },     [ROLE_BYLINE] = { "*", "*" },
	[ROLE_SALUTATION] = { "", "" },   [ROLE_BODY] = { "", "" },
	[ROLE_SUBHEAD] = { "## ", "" },   [ROLE_NOTE] = { "*", "*" },
	[ROLE_CAPTION] = { "*", "*" },    [ROLE_CLOSING] = { "", "" },
	[ROLE_SIGNATURE] = { "", "" },    [ROLE_DATE] = { "", "" },
	[ROLE_QUOTE] = { "> ", "" },      [ROLE_JUMP] = { "", "" },
	[ROLE_MASTHEAD] = { "", "" },     [ROLE_FOLIO] = { "", "" },
	[ROLE_EDITION_DATE] = { "", "" }, [ROLE_EDITOR] = { "", "" },
	[ROLE_FURNITURE] = { "", "" },
};

static void add_escaped(struct buf *out, struct str raw)
{
	struct buf visible;
	struct str text;

	buf_init(&visible);
	export_visible(&visible, raw);
	text = buf_str(&visible);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool first = i == 0 && strchr("#>+-=~|", c);

		if (c && (first || strchr("\\`*_[]<&", c)))
			buf_add_byte(out, '\\');
		/* 1. at the start would be a list. */
		if (c == '.' && i && i < 4 && text.ptr[i - 1] >= '0' &&
		    text.ptr[i - 1] <= '9')
			buf_add_byte(out, '\\');
		buf_add_byte(out, c);
	}
	buf_release(&visible);
}

static void add_article(struct buf *out, const struct issue *issue,
                        size_t index)
{
	const struct article *article = &issue->articles[index];
	bool told = false;

	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		const struct passage *passage = &issue->passages[i];

		if (!told && !role_is_headline(passage->role)) {
			buf_add_c(out, "<!-- ");
			export_source(out, issue, index);
			buf_add_c(out, " -->\n\n");
			told = true;
		}
		buf_add_c(out, frames[passage->role].before);
		add_escaped(out, passage->text);
		buf_add_c(out, frames[passage->role].after);
		buf_add_c(out, "\n\n");
	}
}

void export_markdown(struct buf *out, const struct issue *issue,
                     struct range which, const struct export_options *options)
{
	(void)options;
	for (size_t i = which.start; i < which.end; i++) {
		if (i > which.start)
			buf_add_c(out, "---\n\n");
		add_article(out, issue, i);
	}
	/* A file ends with one newline. */
	if (out->len > 1 && str_ends(buf_str(out), STR("\n\n")))
		out->ptr[--out->len] = '\0';
}
