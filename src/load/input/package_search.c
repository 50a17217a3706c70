/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/package_search.h"

#include "base/mem.h"
#include "base/str.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* A search. */
struct package_search {
	void (*add)(void *context, char *path);
	void *context;
	size_t found;
};

static bool search_has_ending(const char *name, const char *const *endings)
{
	size_t bytes = strlen(name);

	for (; *endings; endings++)
		if (bytes >= strlen(*endings) &&
		    !strcasecmp(name + bytes - strlen(*endings), *endings))
			return true;
	return false;
}

int package_search_is_file(const struct dirent *entry)
{
	static const char *const endings[] = { "mets.xml", "mets.xml.gz",
		                               "didl.xml", "didl.xml.gz",
		                               NULL };

	return entry->d_name[0] != '.' &&
	       search_has_ending(entry->d_name, endings);
}

static int search_is_xml(const struct dirent *entry)
{
	static const char *const endings[] = { ".xml", ".xml.gz", NULL };

	return entry->d_name[0] != '.' &&
	       search_has_ending(entry->d_name, endings);
}

static int search_is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

bool package_search_is_delivery(const char *folder)
{
	static const char *const names[] = { "bagit.txt", "manifest.xml" };
	bool has = false;

	for (size_t i = 0; i < ARRAY_LEN(names) && !has; i++) {
		struct buf path;

		buf_init(&path);
		buf_addf(&path, "%s/%s", folder, names[i]);
		has = !access(path.ptr, F_OK);
		buf_release(&path);
	}
	return has;
}

static char *search_path(const char *folder, const char *name)
{
	struct buf path;

	buf_init(&path);
	buf_addf(&path, "%s/%s", folder, name);
	return buf_steal(&path);
}

/* Adds the files that `is_file` takes; their number. */
static size_t search_files(struct package_search *search, const char *folder,
                           int (*is_file)(const struct dirent *entry))
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_file, versionsort);
	size_t added = 0;

	for (int i = 0; i < count; i++) {
		if (search->found < PACKAGES_MOST) {
			search->add(search->context,
			            search_path(folder, entries[i]->d_name));
			search->found++;
			added++;
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return added;
}

static void search_folder(struct package_search *search, const char *folder,
                          size_t depth)
{
	bool is_toc = str_equal(str_base_name(str_from(folder)), STR("toc"));
	struct dirent **entries;
	int count;

	if (search_files(search, folder,
	                 is_toc ? search_is_xml : package_search_is_file) ||
	    depth == SEARCH_DEPTH || search->found == PACKAGES_MOST)
		return;
	count = scandir(folder, &entries, search_is_shown, versionsort);
	for (int i = 0; i < count; i++) {
		char *path = search_path(folder, entries[i]->d_name);
		struct stat about;

		if (!lstat(path, &about) && S_ISDIR(about.st_mode))
			search_folder(search, path, depth + 1);
		free(path);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

size_t package_search(const char *folder,
                      void (*add)(void *context, char *path), void *context)
{
	struct package_search search = { .add = add, .context = context };

	search_folder(&search, folder, 0);
	return search.found;
}
