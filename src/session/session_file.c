/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/session_file.h"

#include "base/access.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "load/correct/corrections_file.h"
#include "load/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Can a file be read more than once?  A pipe cannot. */
static bool session_file_can_be_read_again(const char *name)
{
	struct stat about;

	return strcmp(name, "-") && !stat(name, &about) &&
	       (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

/* Keeps why the file is not read, for the diagnostics; the first reason counts. */
static void session_file_keep_error(struct corrections *corrections,
                                    enum correction_file_state state,
                                    const char *path)
{
	char *why = correction_file_why(state, path);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("Corrections are not read: %s"), why);
	if (!corrections->file_error)
		corrections->file_error = buf_steal(&text);
	buf_release(&text);
	free(why);
}

/* Reads the file at `path` (NULL: there is none), if it may be used. */
static enum correction_file_state session_file_read(struct session_file *file,
                                                    const char *path)
{
	enum correction_file_state state = CORRECTION_FILE_NONE;
	struct buf text;

	buf_init(&text);
	if (path)
		state = correction_file_read(&text, path, file->names[0]);
	if (state == CORRECTION_FILE_READ)
		corrections_parse(&file->corrections, buf_str(&text));
	else if (state != CORRECTION_FILE_NONE)
		session_file_keep_error(&file->corrections, state, path);
	buf_release(&text);
	return state;
}

void session_file_init(struct session_file *file, const char *const *names,
                       size_t count, bool own)
{
	enum correction_file_state beside;

	*file = (struct session_file){ .names = names, .name_count = count };
	for (size_t i = 0; i < file->name_count; i++)
		if (!session_file_can_be_read_again(file->names[i]))
			return;
	file->data_path = correction_file_in_data_folder(file->names[0]);
	if (own)
		file->beside_path = correction_file_beside(file->names[0]);
	file->path = file->data_path;
	if (session_file_read(file, file->data_path) == CORRECTION_FILE_READ ||
	    !own)
		return;
	beside = session_file_read(file, file->beside_path);
	if (beside == CORRECTION_FILE_READ || beside == CORRECTION_FILE_NONE ||
	    !file->data_path)
		file->path = file->beside_path;
}

/* The access rights of corrections: those that all pages have in common. */
static bool session_file_access(struct access *access,
                                const struct loader *loader)
{
	const char *name = load_name(loader, 0);
	bool known = name && access_from(access, name);

	for (size_t i = 1; known && (name = load_name(loader, i)); i++) {
		struct access other;

		if (!access_from(&other, name))
			continue;
		access_limit(access, &other);
		access_release(&other);
	}
	return known;
}

/* Does the file hold no more than its first line? */
static bool session_file_is_empty(const struct corrections *corrections)
{
	struct str first = STR(SESSION_FILE_FIRST_LINE);

	first.len--;
	return !corrections->count ||
	       (corrections->count == 1 &&
	        str_equal(correction_text(&corrections->items[0]), first));
}

bool session_file_merge(struct session_file *file, const char *path)
{
	struct buf text;
	enum correction_file_state state;

	buf_init(&text);
	state = correction_file_read(&text, path, file->names[0]);
	if (state == CORRECTION_FILE_READ &&
	    corrections_merge(&file->corrections, buf_str(&text)))
		file->merged = true;
	if (state == CORRECTION_FILE_NONE)
		corrections_unsaved(&file->corrections);
	free(file->save_error);
	file->save_error = state > CORRECTION_FILE_NONE
	                           ? correction_file_why(state, path)
	                           : NULL;
	buf_release(&text);
	return !file->save_error;
}

/* Writes the file.  One beside the issue that would be empty is removed; one in the data
 * folder stays, because the one beside would be used without it. */
static bool session_file_write(struct session_file *file, char *path,
                               const struct loader *loader)
{
	struct access access;
	bool known, done;
	int error;
	struct buf text;

	file->path = path;
	if (path == file->beside_path &&
	    session_file_is_empty(&file->corrections)) {
		if (unlink(path) && errno != ENOENT)
			return false;
		corrections_unsaved(&file->corrections);
		return true;
	}
	known = session_file_access(&access, loader);
	buf_init(&text);
	corrections_print(&file->corrections, &text);
	done = correction_file_write(path, buf_str(&text),
	                             known ? &access : NULL);
	error = errno;
	if (done)
		corrections_saved(&file->corrections);
	if (known)
		access_release(&access);
	buf_release(&text);
	errno = error;
	return done;
}

/* Merges and writes under a lock, so that no other program writes in between. */
static bool session_file_save_at(struct session_file *file, char *path,
                                 const struct loader *loader)
{
	int lock = correction_file_lock(path);
	bool done = session_file_merge(file, path) &&
	            session_file_write(file, path, loader);
	int error = errno;

	if (!done && !file->save_error)
		file->save_error =
			mem_dup(i18n_reason(error), strlen(i18n_reason(error)));
	if (lock >= 0)
		close(lock);
	return done;
}

bool session_file_save(struct session_file *file, const struct loader *loader)
{
	char *place = file->path;

	if (session_file_save_at(file, place, loader))
		return true;
	if (place == file->beside_path && file->data_path) {
		corrections_unsaved(&file->corrections);
		if (session_file_save_at(file, file->data_path, loader))
			return true;
	}
	file->path = place;
	return false;
}

void session_file_release(struct session_file *file)
{
	corrections_release(&file->corrections);
	free(file->beside_path);
	free(file->data_path);
	free(file->save_error);
	*file = (struct session_file){ 0 };
}
