/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "export/passage_text.h"
#include "export/source_note.h"
#include "issue/issue.h"
#include "issue/markdown_dialect.h"
#include "issue/parts.h"

/* Markdown: each passage a paragraph of its own kind (issue/markdown_dialect.h). */

/* Appends a line of the source note. */
static void markdown_add_source(void *out, struct str line)
{
	dialect_add_escaped(out, line);
	buf_add_c(out, SOURCE_MARK "\n\n");
}

static void markdown_add_passage(struct buf *out, const struct passage *passage)
{
	struct buf visible;

	buf_init(&visible);
	export_visible(&visible, passage->text);
	dialect_add_passage(out, passage->role, buf_str(&visible));
	buf_release(&visible);
}

/* Appends what stands of an article on its page. */
static void markdown_add_part(struct buf *out, const struct issue *issue,
                              size_t index, bool is_later)
{
	const struct article *article = &issue->articles[index];
	struct buf paper, label;

	buf_init(&paper);
	buf_init(&label);
	export_visible(&label, issue->pages[article->page].label);
	export_visible(&paper, issue_page_title(issue, article->page));
	dialect_add_article(
		out, &(struct article_mark){
			     .kind = str_from(kind_name(article->kind)),
			     .page = issue->pages[article->page].number,
			     .is_later = is_later,
			     .printed = article->printed,
			     .label = buf_str(&label),
			     .paper = buf_str(&paper),
			     .date = issue_page_date(issue, article->page),
		     });
	buf_release(&label);
	buf_release(&paper);
	for (size_t i = article->passages.start; i < article->passages.end; i++)
		markdown_add_passage(out, &issue->passages[i]);
}

static void markdown_add_article(struct buf *out, const struct issue *issue,
                                 size_t index)
{
	for (size_t part = index; part != NPOS; part = parts_next(issue, part))
		markdown_add_part(out, issue, part, part != index);
	export_source_note(issue, index,
	                   (struct export_sink){ markdown_add_source, out });
}

char *export_markdown(struct buf *out, const struct issue *issue,
                      struct selection pick,
                      const struct export_options *options)
{
	for (size_t i = 0; i < pick.count; i++) {
		if (i)
			buf_add_c(out, ARTICLE_RULE "\n\n");
		markdown_add_article(out, issue, selection_at(pick, i));
		export_tell(options, i + 1, pick.count, 1);
	}
	export_digests(issue, pick,
	               (struct export_sink){ markdown_add_source, out });
	/* A file ends with one newline. */
	if (out->len > 1 && str_ends(buf_str(out), STR("\n\n")))
		out->ptr[--out->len] = '\0';
	return NULL;
}
