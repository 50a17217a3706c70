/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/bookmarks.h"

#include "base/home_path.h"
#include "base/i18n.h"
#include "state/issues.h"
#include "text/neutralise.h"

#include <stdlib.h>
#include <string.h>

void bookmarks_init(struct bookmarks *bookmarks)
{
	*bookmarks = (struct bookmarks){ 0 };
	arena_init(&bookmarks->texts);
}

void bookmarks_release(struct bookmarks *bookmarks)
{
	free(bookmarks->items);
	arena_release(&bookmarks->texts);
	bookmarks_init(bookmarks);
}

static struct str bookmarks_keep(struct bookmarks *bookmarks, struct str text)
{
	return (struct str){
		arena_copy_text(&bookmarks->texts, text.ptr, text.len), text.len
	};
}

static size_t bookmark_number(int64_t number)
{
	return number < 0 ? 0 : (size_t)number;
}

static void take_bookmark(void *context, const struct store_value *columns)
{
	struct bookmarks *found = context;
	struct bookmark *bookmark =
		ARRAY_ADD(found->items, found->count, found->cap);

	*bookmark = (struct bookmark){
		.id = columns[0].number,
		.digest = bookmarks_keep(found, columns[1].text),
		.names = bookmarks_keep(found, columns[2].text),
		.paper = bookmarks_keep(found, columns[3].text),
		.day = bookmarks_keep(found, columns[4].text),
		.place = { bookmark_number(columns[5].number),
		           bookmark_number(columns[6].number),
		           bookmarks_keep(found, columns[7].text) },
		.title = bookmarks_keep(found, columns[8].text),
		.note = bookmarks_keep(found, columns[9].text),
		.folio = bookmarks_keep(found, columns[10].text),
	};
}

void bookmarks_list(struct store *store, struct bookmarks *found)
{
	bookmarks_release(found);
	store_query(store, STORE_BOOKMARK_LIST, NULL, 0, take_bookmark, found);
}

void bookmarks_add(struct store *store, const struct bookmark *bookmark)
{
	const struct store_value values[] = {
		STORE_TEXT(bookmark->digest),
		STORE_TEXT(bookmark->names),
		STORE_TEXT(bookmark->paper),
		STORE_TEXT(bookmark->day),
		STORE_NUMBER(bookmark->place.page),
		STORE_NUMBER(bookmark->place.line),
		STORE_TEXT(bookmark->place.words),
		STORE_TEXT(bookmark->title),
		STORE_TEXT(bookmark->note),
		STORE_TEXT(bookmark->folio),
	};

	store_change(store, STORE_BOOKMARK_ADD, values, ARRAY_LEN(values));
}

void bookmarks_set_note(struct store *store, int64_t id, struct str note)
{
	const struct store_value values[] = { STORE_NUMBER(id),
		                              STORE_TEXT(note) };

	store_change(store, STORE_BOOKMARK_NOTE, values, ARRAY_LEN(values));
}

void bookmarks_drop(struct store *store, int64_t id)
{
	const struct store_value values[] = { STORE_NUMBER(id) };

	store_change(store, STORE_BOOKMARK_DROP, values, ARRAY_LEN(values));
}

/* Appends a text of which nothing is markup. */
static void add_plain(struct buf *out, struct str text)
{
	struct buf safe;

	buf_init(&safe);
	neutralise(&safe, text);
	for (size_t i = 0; i < safe.len; i++) {
		if (strchr("\\`*_[]<>#|&!~", safe.ptr[i]))
			buf_add_byte(out, '\\');
		buf_add_byte(out, safe.ptr[i]);
	}
	buf_release(&safe);
}

static void add_path(struct buf *out, struct str path)
{
	char *full = mem_dup(path.ptr, path.len);
	struct buf shown;

	buf_init(&shown);
	home_path_add(&shown, full);
	add_plain(out, buf_str(&shown));
	buf_release(&shown);
	free(full);
}

/* "春江新报, 1930-04-09, page 3", as far as it is known, and the files. */
static void add_source(struct buf *out, const struct bookmark *bookmark)
{
	const struct str parts[] = { bookmark->paper, bookmark->day };
	struct str name;
	struct buf folio;
	size_t at = 0;

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].len) {
			add_plain(out, parts[i]);
			buf_add_c(out, ", ");
		}
	buf_init(&folio);
	add_plain(&folio, bookmark->folio);
	/* TRANSLATORS: what a page is called: 3, A06 */
	buf_addf(out, _("page %s"), folio.ptr);
	buf_release(&folio);
	buf_add_byte(out, '\n');
	while ((name = issues_next_name(bookmark->names, &at)).len) {
		buf_add_c(out, "\n- ");
		add_path(out, name);
	}
	buf_add_byte(out, '\n');
}

void bookmarks_add_markdown(struct buf *out, const struct bookmarks *bookmarks)
{
	buf_addf(out, "# %s\n", _("Bookmarks"));
	for (size_t i = 0; i < bookmarks->count; i++) {
		const struct bookmark *bookmark = &bookmarks->items[i];

		buf_add_c(out, "\n## ");
		add_plain(out, bookmark->title);
		buf_add_c(out, "\n\n> ");
		add_plain(out, bookmark->place.words);
		buf_add_c(out, "…\n\n");
		if (bookmark->note.len) {
			add_plain(out, bookmark->note);
			buf_add_c(out, "\n\n");
		}
		add_source(out, bookmark);
	}
}
