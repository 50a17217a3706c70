/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/list.h"

#include "export/json.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"

void export_list(struct buf *out, const struct issue *issue)
{
	for (size_t i = 0; i < issue->whole_count; i++) {
		size_t id = issue->wholes[i];
		const struct article *article = &issue->articles[id];
		size_t last = parts_last(issue, id);

		buf_addf(out, "%zu\t%zu", id + 1,
		         issue->pages[article->page].number);
		if (last != id)
			buf_addf(out, "→%zu",
			         issue->pages[issue->articles[last].page]
			                 .number);
		buf_addf(out, "\t%s\t%zu\t", kind_name(article->kind),
		         parts_chars(issue, id));
		if (article->headline.len)
			neutralise(out, article->headline);
		else
			buf_add_byte(out, '-');
		issue_add_imprint(out, issue, article->page);
		buf_add_byte(out, '\n');
	}
}

static struct str list_file_of(const struct issue *issue,
                               const struct article *article)
{
	return issue->files[issue->pages[article->page].file].name;
}

/* The numbers of the pages on which the parts of an article stand. */
static json_t *list_pages(const struct issue *issue, size_t index)
{
	json_t *pages = json_tree_array();

	for (; index != NPOS; index = parts_next(issue, index))
		json_tree_add(pages,
		              json_tree_number(
				      issue->pages[issue->articles[index].page]
					      .number));
	return pages;
}

static json_t *list_row(const struct issue *issue, size_t index)
{
	const struct article *article = &issue->articles[index];
	const struct page *page = &issue->pages[article->page];
	struct str file = list_file_of(issue, article);
	json_t *object = json_tree_object();

	json_tree_set(object, "id", json_tree_number(index + 1));
	json_tree_set(object, "page", json_tree_number(page->number));
	json_tree_set(object, "pages", list_pages(issue, index));
	json_tree_set(object, "label", json_tree_text_or_null(page->label));
	json_tree_set(object, "kind",
	              json_tree_text(str_from(kind_name(article->kind))));
	json_tree_set(object, "characters",
	              json_tree_number(parts_chars(issue, index)));
	json_tree_set(object, "headline",
	              json_tree_text_or_null(article->headline));
	json_tree_set(object, "byline",
	              json_tree_text_or_null(article->byline));
	json_tree_set(object, "dateline",
	              json_tree_text_or_null(article->dateline));
	json_tree_set(
		object, "paper",
		json_tree_text_or_null(issue_page_title(issue, article->page)));
	json_tree_set(
		object, "date",
		json_tree_text_or_null(issue_page_date(issue, article->page)));
	json_tree_set(object, "file",
	              file.len ? export_json_name(file) : json_null());
	return object;
}

void export_list_json(struct buf *out, const struct issue *issue)
{
	json_t *root = json_tree_object();
	json_t *articles = json_tree_array();

	for (size_t i = 0; i < issue->whole_count; i++)
		json_tree_add(articles, list_row(issue, issue->wholes[i]));
	json_tree_set(root, "baolan", json_tree_number(1));
	json_tree_set(root, "articles", articles);
	export_json_write(out, root);
}
