/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/save_path.h"

#include "base/file.h"
#include "base/home_path.h"
#include "export/export.h"
#include "export/file_name.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COPIES_MOST 1000

/* Of a path that is cut, its beginning gets one part of so many of its cells. */
#define HEAD_SHARE 3

/* The pattern of the names, and the article that gives their fields, or NPOS. */
static const char *pattern_of(const struct app *app, size_t *article)
{
	const struct saving *saving = &app->document->saving;

	*article = NPOS;
	if (saving->choice == SAVE_PAGE) {
		*article = saving->picks.items[0];
		return FILE_NAME_PATTERN_PAGE;
	}
	if (saving->picks.count != 1)
		return FILE_NAME_PATTERN_ISSUE;
	*article = saving->picks.items[0];
	return app->settings.name_pattern ? app->settings.name_pattern
	                                  : FILE_NAME_PATTERN;
}

/* The path of the `copy`th file of the name; the caller frees it. */
static char *save_path_of_copy(const struct app *app, struct str folder,
                               size_t copy)
{
	size_t article;
	const char *pattern = pattern_of(app, &article);
	enum export_format format = app->save_format;
	struct buf path;
	char *name;

	if (format == EXPORT_FORMAT_COUNT)
		format = file_name_pattern_extension(pattern)
		                 ? export_format_for(pattern)
		                 : EXPORT_MARKDOWN;
	name = file_name_make(pattern, app->document->reading.issue, article,
	                      format, copy);
	buf_init(&path);
	buf_add(&path, folder);
	buf_add_c(&path, name);
	free(name);
	return buf_steal(&path);
}

struct save_path save_path_propose(const struct app *app, struct str folder)
{
	struct save_path made = { NULL, 0 };
	bool taken;

	do {
		char *full;

		free(made.path);
		made.path = save_path_of_copy(app, folder, ++made.copy);
		full = home_path_expand(str_from(made.path));
		taken = !access(full, F_OK);
		free(full);
	} while (taken && made.copy < COPIES_MOST);
	return made;
}

/* The folder of a path, with its slash; empty: it names none. */
static struct str folder_of(struct str path)
{
	return str_slice(path, 0, path.len - str_base_name(path).len);
}

/* Has a path its ~ resolved. */
static struct save_path expanded(struct save_path made)
{
	char *full = home_path_expand(str_from(made.path));

	free(made.path);
	return (struct save_path){ full, made.copy };
}

struct save_path save_path_meant(const struct app *app, struct str typed)
{
	struct save_path meant = { home_path_expand(typed), 1 };
	struct buf folder;

	if (str_equal(typed, buf_str(&app->document->saving.proposed))) {
		free(meant.path);
		return expanded(save_path_propose(app, folder_of(typed)));
	}
	if (!str_ends(typed, STR("/")) && !file_is_folder(meant.path))
		return meant;
	buf_init(&folder);
	buf_addf(&folder, "%s%s", meant.path,
	         str_ends(str_from(meant.path), STR("/")) ? "" : "/");
	free(meant.path);
	meant = save_path_propose(app, buf_str(&folder));
	buf_release(&folder);
	return meant;
}

void save_path_release(struct save_path *path)
{
	free(path->path);
	path->path = NULL;
}

char *save_path_twin(const struct app *app, const struct save_path *path,
                     struct str bytes)
{
	struct str folder = folder_of(str_from(path->path));

	for (size_t copy = 1; copy < path->copy; copy++) {
		char *other = save_path_of_copy(app, folder, copy);

		if (file_holds(other, bytes))
			return other;
		free(other);
	}
	return file_holds(path->path, bytes)
	               ? mem_dup(path->path, strlen(path->path))
	               : NULL;
}

bool save_path_is_ending(struct str path)
{
	struct str name = str_base_name(path);

	if (!str_starts(name, STR(".")))
		return false;
	for (int format = 0; format < EXPORT_FORMAT_COUNT; format++)
		if (str_equal(str_slice(name, 1, name.len),
		              export_extension((enum export_format)format)))
			return true;
	return false;
}

/* The longest end of a text that takes at most `cols` cells. */
static struct str text_end(struct str text, int cols, int ambiguous_cols)
{
	size_t at = 0;

	while (at < text.len &&
	       text_cols_between(text, at, text.len, ambiguous_cols) > cols)
		at = glyph_next(text, at, ambiguous_cols).end;
	return str_slice(text, at, text.len);
}

void save_path_add_short(struct buf *out, const char *path, int cols,
                         int ambiguous_cols)
{
	const int mark_cols = char_cols(0x2026, ambiguous_cols);
	struct buf full;
	struct str text, head;

	buf_init(&full);
	home_path_add(&full, path);
	text = buf_str(&full);
	if (text_cols(text, ambiguous_cols) <= cols) {
		buf_add(out, text);
	} else {
		head = folder_of(text);
		head.len = text_fit(head, cols / HEAD_SHARE, ambiguous_cols);
		buf_add(out, head);
		buf_add_c(out, "…");
		cols -= text_cols(head, ambiguous_cols) + mark_cols;
		buf_add(out, text_end(text, cols, ambiguous_cols));
	}
	buf_release(&full);
}
