/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/save_path.h"

#include "base/home_path.h"
#include "export/export.h"
#include "export/file_name.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COPIES_MOST 100

char *save_path_propose(const struct app *app, const char *folder)
{
	bool one = app->document->to_save.count == 1;
	const char *pattern = !one ? FILE_NAME_PATTERN_ISSUE
	                      : app->settings->name_pattern
	                              ? app->settings->name_pattern
	                              : FILE_NAME_PATTERN;
	enum export_format format = file_name_pattern_extension(pattern)
	                                    ? export_format_for(pattern)
	                                    : EXPORT_MARKDOWN;
	struct buf path;

	buf_init(&path);
	for (size_t copy = 1; copy <= COPIES_MOST; copy++) {
		char *name = file_name_make(
			pattern, app->document->reading.issue,
			one ? app->document->to_save.items[0] : NPOS, format,
			copy);

		buf_clear(&path);
		buf_addf(&path, "%s%s", folder, name);
		free(name);
		if (access(path.ptr, F_OK))
			break;
	}
	return buf_steal(&path);
}

char *save_path_meant(const struct app *app, struct str typed)
{
	char *path = home_path_expand(typed), *inside;
	struct stat about;
	struct buf folder;

	if (stat(path, &about) || !S_ISDIR(about.st_mode))
		return path;
	buf_init(&folder);
	buf_addf(&folder, "%s%s", path,
	         str_ends(str_from(path), STR("/")) ? "" : "/");
	inside = save_path_propose(app, folder.ptr);
	buf_release(&folder);
	free(path);
	return inside;
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
