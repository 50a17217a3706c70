/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "export/json.h"
#include "export/reference.h"

#define TREE_PART .7 /* of the work; the rest is to print it */

/* CSL-JSON (csl-data.json of the Citation Style Language): an array with an item an
 * article, of the type article-newspaper.  What is not known has no key. */

static json_t *csl_author(struct person_name name)
{
	json_t *author = json_tree_object();

	if (name.family.len) {
		json_tree_set_known(author, "family", name.family);
		json_tree_set_known(author, "given", name.given);
		json_tree_set_known(author, "suffix", name.suffix);
	} else {
		json_tree_set_known(author, "literal", name.whole);
	}
	return author;
}

static void csl_set_authors(json_t *item, const struct reference *reference)
{
	size_t count = reference_author_count(reference);
	json_t *authors;

	if (!count)
		return;
	authors = json_tree_array();
	for (size_t i = 0; i < count; i++)
		json_tree_add(authors,
		              csl_author(reference_author(reference, i)));
	json_tree_set(item, "author", authors);
}

/* { "date-parts": [[2020, 2, 19]] }: as many as are known. */
static void csl_set_date(json_t *item, const struct reference *reference)
{
	int numbers[3];
	size_t count = reference_date(reference, numbers);
	json_t *issued, *dates, *parts;

	if (!count)
		return;
	parts = json_tree_array();
	for (size_t i = 0; i < count; i++)
		json_tree_add(parts, json_tree_number((size_t)numbers[i]));
	dates = json_tree_array();
	json_tree_add(dates, parts);
	issued = json_tree_object();
	json_tree_set(issued, "date-parts", dates);
	json_tree_set(item, "issued", issued);
}

static void csl_add_note(void *to, struct str line)
{
	struct buf *note = to;

	buf_add_c(note, note->len ? "\n" : "");
	buf_add(note, line);
}

static json_t *csl_item(const struct issue *issue, size_t article)
{
	struct reference reference;
	struct buf key, note;
	json_t *item = json_tree_object();

	reference_init(&reference, issue, article);
	buf_init(&key);
	buf_init(&note);
	reference_add_key(&key, &reference, issue, article);
	reference_each_note(&reference, issue, article, csl_add_note, &note);
	json_tree_set_known(item, "id", buf_str(&key));
	json_tree_set_known(item, "type", STR("article-newspaper"));
	json_tree_set_known(item, "title", buf_str(&reference.title));
	csl_set_authors(item, &reference);
	json_tree_set_known(item, "container-title", reference.paper);
	csl_set_date(item, &reference);
	json_tree_set_known(item, "volume", reference.volume);
	json_tree_set_known(item, "issue", reference.number);
	json_tree_set_known(item, "page", buf_str(&reference.pages));
	if (reference.language)
		json_tree_set_known(item, "language",
		                    str_from(reference.language));
	json_tree_set_known(item, "note", buf_str(&note));
	buf_release(&note);
	buf_release(&key);
	reference_release(&reference);
	return item;
}

char *export_csl(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options)
{
	json_t *items = json_tree_array();

	for (size_t i = 0; i < pick.count; i++) {
		json_tree_add(items, csl_item(issue, selection_at(pick, i)));
		export_tell(options, i + 1, pick.count, TREE_PART);
	}
	export_json_write(out, items);
	return NULL;
}
