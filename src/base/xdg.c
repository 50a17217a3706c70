/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xdg.h"

#include "base/file.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* Where $XDG_DATA_DIRS is not set. */
#define DATA_DIRS "/usr/local/share:/usr/share"

static const struct {
	const char *variable;
	const char *below_home; /* where the variable is not set */
} xdg_folders[] = {
	[XDG_DATA] = { "XDG_DATA_HOME", ".local/share" },
	[XDG_STATE] = { "XDG_STATE_HOME", ".local/state" },
	[XDG_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
	[XDG_CACHE] = { "XDG_CACHE_HOME", ".cache" },
};

_Static_assert(ARRAY_LEN(xdg_folders) == XDG_FOLDERS, "a row for each folder");

/* The absolute path that a variable holds, or NULL. */
static const char *xdg_path_in(const char *variable)
{
	const char *path = getenv(variable);

	return path && path[0] == '/' ? path : NULL;
}

bool xdg_add(struct buf *path, enum xdg_folder folder)
{
	const char *base = xdg_path_in(xdg_folders[folder].variable);
	const char *home = xdg_path_in("HOME");

	if (base)
		buf_addf(path, "%s/baolan", base);
	else if (home)
		buf_addf(path, "%s/%s/baolan", home,
		         xdg_folders[folder].below_home);
	return base || home;
}

/* The absolute path with this number of a list with colons between; empty: there are no
 * more. */
static struct str xdg_in_list(const char *list, size_t number)
{
	while (*list) {
		size_t len = strcspn(list, ":");

		if (list[0] == '/' && !number--)
			return (struct str){ list, len };
		list += len + (list[len] == ':');
	}
	return STR("");
}

bool xdg_add_data_folder(struct buf *path, size_t number)
{
	const char *base = xdg_path_in("XDG_DATA_HOME");
	const char *home = xdg_path_in("HOME");
	const char *dirs = getenv("XDG_DATA_DIRS");
	struct str folder;

	if (number == 0 && base) {
		buf_add_c(path, base);
		return true;
	}
	if (number == 0 && home) {
		buf_addf(path, "%s/%s", home, xdg_folders[XDG_DATA].below_home);
		return true;
	}
	folder = xdg_in_list(dirs && *dirs ? dirs : DATA_DIRS,
	                     number - (base || home));
	buf_add(path, folder);
	return folder.len;
}

bool xdg_add_runtime(struct buf *path)
{
	const char *folder = xdg_path_in("XDG_RUNTIME_DIR");

	if (folder)
		buf_add_c(path, folder);
	return folder;
}

bool xdg_make_above(const char *path)
{
	return file_make_above(path, 0700);
}
