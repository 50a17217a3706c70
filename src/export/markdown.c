/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "issue/frames.h"

#include <string.h>

/* Markdown: each passage a paragraph of its own kind (frames.h), its text escaped
 * so that no mark of the newspaper is taken for one of Markdown's. */

static void add_escaped(struct buf *out, struct str raw)
{
	struct buf visible;
	struct str text;

	buf_init(&visible);
	export_visible(&visible, raw);
	text = buf_str(&visible);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool first = i == 0 && strchr(ESCAPED_FIRST, c);

		if (c && (first || strchr(ESCAPED, c)))
			buf_add_byte(out, '\\');
		/* 1. at the start would be a list. */
		if (c == '.' && i && i < 4 && text.ptr[i - 1] >= '0' &&
		    text.ptr[i - 1] <= '9')
			buf_add_byte(out, '\\');
		buf_add_byte(out, c);
	}
	buf_release(&visible);
}

/* What the article is, for this program. */
static void add_mark(struct buf *out, const struct issue *issue, size_t index)
{
	const struct article *article = &issue->articles[index];

	buf_addf(out, ARTICLE_MARK "%s" ARTICLE_PAGE "%zu" COMMENT_END "\n\n",
	         kind_name(article->kind), issue->pages[article->page].number);
}

/* Whence it came, for its reader. */
static void add_source(void *out, struct str line)
{
	add_escaped(out, line);
	buf_add_c(out, SOURCE_MARK "\n\n");
}

static void add_article(struct buf *out, const struct issue *issue,
                        size_t index)
{
	const struct article *article = &issue->articles[index];

	add_mark(out, issue, index);
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		const struct passage *passage = &issue->passages[i];
		struct frame frame = role_frame(passage->role);

		buf_add(out, frame.before);
		add_escaped(out, passage->text);
		buf_add(out, frame.after);
		buf_add_c(out, "\n\n");
	}
	export_colophon(issue, index, (struct export_sink){ add_source, out });
}

void export_markdown(struct buf *out, const struct issue *issue,
                     struct pick pick, const struct export_options *options)
{
	(void)options;
	for (size_t i = 0; i < pick.count; i++) {
		if (i)
			buf_add_c(out, ARTICLE_RULE "\n\n");
		add_article(out, issue, pick_at(pick, i));
	}
	export_digests(issue, pick, (struct export_sink){ add_source, out });
	/* A file ends with one newline. */
	if (out->len > 1 && str_ends(buf_str(out), STR("\n\n")))
		out->ptr[--out->len] = '\0';
}
