/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/save_write.h"

#include "base/home_path.h"
#include "base/mem.h"
#include "export/export.h"
#include "session/session.h"
#include "state/state.h"
#include "ui/ask/save_path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEXT_COLS 0 /* exported paragraphs are not wrapped */

/* Appends "812 bytes", "3.8 KB", "1.2 MB". */
static void add_size(struct buf *out, size_t bytes)
{
	if (bytes < 1000)
		buf_addf(out, i18n_plural("%zu byte", "%zu bytes", bytes),
		         bytes);
	else if (bytes < 1000 * 1000)
		buf_addf(out, "%.1f KB", (double)bytes / 1e3);
	else
		buf_addf(out, "%.1f MB", (double)bytes / 1e6);
}

/* Shows a message with the path and the size of a file, `format` with a %s for each; of a
 * path that is too long for it the beginning and the end. */
static void say_about(struct app *app, const char *format, const char *path,
                      size_t bytes)
{
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	struct buf size, shown, text;
	int room_cols;

	buf_init(&size);
	buf_init(&shown);
	buf_init(&text);
	add_size(&size, bytes);
	buf_addf(&text, format, "", size.ptr);
	room_cols = app->canvas.cols - 2 -
	            text_cols(buf_str(&text), ambiguous_cols);
	save_path_add_short(&shown, path, room_cols, ambiguous_cols);
	app_say(app, format, shown.ptr, size.ptr);
	buf_release(&size);
	buf_release(&shown);
	buf_release(&text);
}

/* The folder and the format are proposed for the next file.  A folder is kept by its
 * absolute path, as another run may begin elsewhere; the folder that the program was started
 * in is none that was chosen. */
static void save_remember(struct app *app, const char *path)
{
	size_t name = str_base_name(str_from(path)).len;
	char *folder = mem_dup(path, strlen(path) - name);

	buf_clear(&app->save_folder);
	if (*folder) {
		home_path_add(&app->save_folder, folder);
		if (!str_ends(buf_str(&app->save_folder), STR("/")))
			buf_add_byte(&app->save_folder, '/');
	}
	app->save_format = export_format_for(path);
	state_put(app->store, STATE_SAVE_FOLDER, buf_str(&app->save_folder));
	state_put(app->store, STATE_SAVE_FORMAT,
	          str_from(export_format_name(app->save_format)));
	free(folder);
}

char *save_export(const struct app *app, const char *path, struct buf *out)
{
	const struct saving *saving = &app->document->saving;
	const struct export_options options = {
		.width_cols = TEXT_COLS,
		.ambiguous_cols = app->document->reading.ambiguous_cols,
	};

	return export_write(
		out, app->document->reading.issue,
		saving->picks.count
			? selections_pick(&saving->picks)
			: selection_all(app->document->reading.issue),
		export_format_for(path), &options);
}

/* Is the folder of the path missing? */
static bool save_lacks_folder(const char *path)
{
	size_t name = str_base_name(str_from(path)).len;
	char *folder = mem_dup(path, strlen(path) - name);
	bool lacks = *folder && access(folder, F_OK) && errno == ENOENT;

	free(folder);
	return lacks;
}

static enum save_written save_bytes(struct app *app, const char *path,
                                    struct str bytes, enum save_mode mode)
{
	enum save_result result = save_file(path, bytes, mode);

	if (result == SAVE_DONE) {
		say_about(app, _("Saved %s, %s"), path, bytes.len);
		save_remember(app, path);
		return SAVE_WRITTEN;
	}
	if (result == SAVE_EXISTS) {
		if (!load_reads(app->document->session->loader, path))
			return SAVE_NEEDS_WORD;
		app_complain(app, "%s",
		             _("That is what you read; it is not written to"));
		return SAVE_REFUSED;
	}
	if (errno == ENOENT && save_lacks_folder(path))
		return SAVE_NEEDS_FOLDER;
	app_complain(app, _("Not saved: %s"), i18n_reason(errno));
	return SAVE_REFUSED;
}

enum save_written save_write(struct app *app, enum save_mode mode)
{
	struct save_path path =
		save_path_meant(app, buf_str(&app->document->saving.path));
	enum save_written written = SAVE_REFUSED;
	struct buf out;
	char *reason, *twin = NULL;

	buf_init(&out);
	reason = save_export(app, path.path, &out);
	if (!reason)
		twin = save_path_twin(app, &path, buf_str(&out));
	if (reason) {
		app_complain(app, _("Not saved: %s"), reason);
	} else if (twin) {
		say_about(app, _("It is there already: %s, %s"), twin, out.len);
		save_remember(app, twin);
		written = SAVE_WRITTEN;
	} else {
		written = save_bytes(app, path.path, buf_str(&out), mode);
	}
	free(twin);
	free(reason);
	buf_release(&out);
	save_path_release(&path);
	return written;
}
