/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xdg.h"

#include "base/file.h"
#include "base/mem.h"

#include <stdlib.h>

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
