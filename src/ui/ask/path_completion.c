/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/path_completion.h"

#include "base/home_path.h"
#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The last part of a path that is being completed. */
struct path_search {
	struct completions *found;
	struct str begun; /* what is typed of it */
	enum path_purpose purpose;
};

static bool path_search_takes(const struct path_search *search, struct str name)
{
	if (!str_starts(name, search->begun) || str_equal(name, STR(".")) ||
	    str_equal(name, STR("..")))
		return false;
	/* Hidden. */
	if (name.ptr[0] == '.' && !search->begun.len)
		return false;
	return search->purpose != PATH_TO_OPEN ||
	       !str_ends(name, str_from(CORRECTIONS_SUFFIX));
}

static bool is_folder(int folder, const char *name)
{
	struct stat about;

	return !fstatat(folder, name, &about, 0) && S_ISDIR(about.st_mode);
}

static void path_search_add(const struct path_search *search, DIR *folder,
                            struct str name)
{
	struct buf text;

	buf_init(&text);
	buf_add(&text, name);
	if (search->found->count < COMPLETIONS_MOST &&
	    is_folder(dirfd(folder), text.ptr))
		buf_add_byte(&text, '/');
	completions_add(search->found, buf_str(&text), buf_str(&text));
	buf_release(&text);
}

static void path_search_folder(const struct path_search *search,
                               struct str path)
{
	char *full = home_path_expand(path.len ? path : STR("."));
	DIR *folder = opendir(full);
	const struct dirent *entry;
	size_t seen = 0;

	free(full);
	if (!folder)
		return;
	while ((entry = readdir(folder))) {
		if (++seen > PATH_COMPLETION_ENTRIES) {
			search->found->is_partial = true;
			break;
		}
		if (path_search_takes(search, str_from(entry->d_name)))
			path_search_add(search, folder,
			                str_from(entry->d_name));
	}
	closedir(folder);
}

static bool completions_has(const struct completions *found, struct str text)
{
	for (size_t i = 0; i < found->count; i++)
		if (str_equal(str_from(found->items[i].text), text))
			return true;
	return false;
}

/* The endings that what is typed behind the last dot of the name begins. */
static void path_search_endings(const struct path_search *search)
{
	size_t dot = search->begun.len;
	struct buf text;

	while (dot && search->begun.ptr[dot - 1] != '.')
		dot--;
	/* A name needs something before its dot. */
	if (dot < 2)
		return;
	buf_init(&text);
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
		buf_clear(&text);
		buf_add(&text, str_slice(search->begun, 0, dot));
		buf_add(&text, export_extension((enum export_format)i));
		if (str_starts(buf_str(&text), search->begun) &&
		    !completions_has(search->found, buf_str(&text)))
			completions_add(
				search->found, buf_str(&text),
				str_slice(buf_str(&text), dot - 1, text.len));
	}
	buf_release(&text);
}

void path_completion_find(struct completions *found, struct str line,
                          size_t start, size_t cursor,
                          enum path_purpose purpose)
{
	struct str path = str_slice(line, start, cursor);
	struct str name = str_base_name(path);
	const struct path_search search = { found, name, purpose };

	found->start = cursor - name.len;
	if (str_equal(path, STR("~"))) {
		completions_add(found, STR("~/"), STR("~/"));
		return;
	}
	path_search_folder(&search, str_slice(path, 0, path.len - name.len));
	completions_sort(found);
	if (purpose == PATH_TO_SAVE)
		path_search_endings(&search);
}

static void path_to_open(void *about, struct str line, size_t cursor,
                         struct completions *found)
{
	(void)about;
	path_completion_find(found, line, 0, cursor, PATH_TO_OPEN);
}

static void path_to_save(void *about, struct str line, size_t cursor,
                         struct completions *found)
{
	(void)about;
	path_completion_find(found, line, 0, cursor, PATH_TO_SAVE);
}

struct completer path_completer(enum path_purpose purpose)
{
	static const struct completer completers[PATH_PURPOSES] = {
		[PATH_TO_OPEN] = { path_to_open, NULL },
		[PATH_TO_SAVE] = { path_to_save, NULL },
	};

	return completers[purpose];
}
