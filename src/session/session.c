/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/session.h"

#include "base/access.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/correct/corrections_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE "# Corrections of an issue; see baolan-issue(5).\n"

/* Can a file be read more than once?  A pipe cannot. */
static bool can_be_read_again(const char *name)
{
	struct stat about;

	return strcmp(name, "-") && !stat(name, &about) &&
	       (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

/* Keeps why the file is not read, for the diagnostics; the first reason counts. */
static void session_keep_file_error(struct corrections *corrections,
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
static enum correction_file_state session_read_file(struct session *session,
                                                    const char *path)
{
	enum correction_file_state state = CORRECTION_FILE_NONE;
	struct buf text;

	buf_init(&text);
	if (path)
		state = correction_file_read(&text, path, session->names[0]);
	if (state == CORRECTION_FILE_READ)
		corrections_parse(&session->corrections, buf_str(&text));
	else if (state != CORRECTION_FILE_NONE)
		session_keep_file_error(&session->corrections, state, path);
	buf_release(&text);
	return state;
}

/* Decides on the file and reads it.  An issue opens without corrections if these cannot be
 * read. */
static void session_find_file(struct session *session, bool own)
{
	enum correction_file_state beside;

	for (size_t i = 0; i < session->name_count; i++)
		if (!can_be_read_again(session->names[i]))
			return;
	session->data_path = correction_file_in_data_folder(session->names[0]);
	if (own)
		session->beside_path =
			correction_file_beside(session->names[0]);
	session->path = session->data_path;
	if (session_read_file(session, session->data_path) ==
	            CORRECTION_FILE_READ ||
	    !own)
		return;
	beside = session_read_file(session, session->beside_path);
	if (beside == CORRECTION_FILE_READ || beside == CORRECTION_FILE_NONE ||
	    !session->data_path)
		session->path = session->beside_path;
}

bool session_open(struct session *session, const char *const *names,
                  size_t count, const struct load_options *how, bool own,
                  char **error)
{
	*session = (struct session){ .names = names, .name_count = count };
	if (how)
		session->load_options = *how;
	session->load_options.corrections = &session->corrections;
	session_find_file(session, own);
	session->loader =
		load_begin(names, count, &session->load_options, error);
	if (session->loader) {
		session->issue = load_issue(session->loader);
		return true;
	}
	session_close(session);
	return false;
}

bool session_step(struct session *session)
{
	return load_step(session->loader);
}

void session_read(struct session *session, size_t page)
{
	while ((page == NPOS || session->issue->pages_read <= page) &&
	       session_step(session))
		continue;
}

bool session_is_whole(const struct session *session)
{
	return load_is_done(session->loader);
}

void session_close(struct session *session)
{
	if (session->loader)
		load_abandon(session->loader);
	corrections_release(&session->corrections);
	free(session->beside_path);
	free(session->data_path);
	free(session->save_error);
	*session = (struct session){ 0 };
}

/* A hash of the articles, roles and lines of a page: equal ones show the same. */
static uint64_t page_fingerprint(const struct issue *issue, size_t page)
{
	uint64_t sum = HASH_START;
	struct range own = { 0 };

	if (page < issue->pages_read)
		own = issue->pages[page].passages;
	for (size_t i = own.start; i < own.end; i++) {
		const struct passage *passage = &issue->passages[i];

		sum = hash_add(sum, passage->role);
		sum = hash_add(sum, passage->article);
		for (size_t j = 0; j < passage->span_count; j++)
			sum = hash_add(hash_add(sum, passage->spans[j].line),
			               passage->spans[j].at);
	}
	return sum;
}

/* The access rights of corrections: those that all pages have in common. */
static bool access_of_pages(struct access *access, const struct loader *loader)
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
static bool is_empty_file(const struct corrections *corrections)
{
	struct str first = STR(FIRST_LINE);

	first.len--;
	return !corrections->count ||
	       (corrections->count == 1 &&
	        str_equal(correction_text(&corrections->items[0]), first));
}

/* Merges changes of others to the file at `path` into the corrections; those of a file that
 * is gone count as unsaved.  False with save_error if the file may not be used. */
static bool session_merge_file(struct session *session, const char *path)
{
	struct buf text;
	enum correction_file_state state;

	buf_init(&text);
	state = correction_file_read(&text, path, session->names[0]);
	if (state == CORRECTION_FILE_READ &&
	    corrections_merge(&session->corrections, buf_str(&text)))
		session->merged = true;
	if (state == CORRECTION_FILE_NONE)
		corrections_unsaved(&session->corrections);
	free(session->save_error);
	session->save_error = state > CORRECTION_FILE_NONE
	                              ? correction_file_why(state, path)
	                              : NULL;
	buf_release(&text);
	return !session->save_error;
}

/* Writes the file.  One beside the issue that would be empty is removed; one in the data
 * folder stays, because the one beside would be used without it. */
static bool session_write_file(struct session *session, char *path)
{
	struct access access;
	bool known, done;
	int error;
	struct buf text;

	session->path = path;
	if (path == session->beside_path &&
	    is_empty_file(&session->corrections)) {
		if (unlink(path) && errno != ENOENT)
			return false;
		corrections_unsaved(&session->corrections);
		return true;
	}
	known = access_of_pages(&access, session->loader);
	buf_init(&text);
	corrections_print(&session->corrections, &text);
	done = correction_file_write(path, buf_str(&text),
	                             known ? &access : NULL);
	error = errno;
	if (done)
		corrections_saved(&session->corrections);
	if (known)
		access_release(&access);
	buf_release(&text);
	errno = error;
	return done;
}

/* Merges and writes under a lock, so that no other program writes in between. */
static bool session_save_at(struct session *session, char *path)
{
	int lock = correction_file_lock(path);
	bool done = session_merge_file(session, path) &&
	            session_write_file(session, path);
	int error = errno;

	if (!done && !session->save_error)
		session->save_error =
			mem_dup(i18n_reason(error), strlen(i18n_reason(error)));
	if (lock >= 0)
		close(lock);
	return done;
}

static bool session_save(struct session *session)
{
	char *place = session->path;

	if (session_save_at(session, place))
		return true;
	if (place == session->beside_path && session->data_path) {
		corrections_unsaved(&session->corrections);
		if (session_save_at(session, session->data_path))
			return true;
	}
	session->path = place;
	return false;
}

/* Begins to load the files again; NULL if they cannot be read. */
static struct loader *session_begin(struct session *session)
{
	char *error = NULL;
	struct loader *loader = load_begin(session->names, session->name_count,
	                                   &session->load_options, &error);

	free(error);
	return loader;
}

/* The same, but NULL with the result to return if the files have changed. */
static struct loader *session_begin_same(struct session *session,
                                         enum session_result *why)
{
	struct loader *loader = session_begin(session);

	*why = SESSION_UNLOADED;
	if (!loader || load_is_same(loader, session->loader))
		return loader;
	load_abandon(loader);
	*why = SESSION_CHANGED;
	return NULL;
}

/* Shows the issue of `loader` from now on, as far as page `page`.  Returns the loader of the
 * issue before, for the caller to abandon. */
static struct loader *session_replace_issue(struct session *session,
                                            struct loader *loader, size_t page)
{
	struct loader *before = session->loader;

	session->loader = loader;
	session->issue = load_issue(loader);
	session_read(session, page);
	return before;
}

/* Saves the corrections.  If changes of others came in while saving, the issue is loaded
 * once more, so that it shows them. */
static enum session_result session_save_and_show(struct session *session,
                                                 size_t page)
{
	bool merged = session->merged, done;
	enum session_result why;
	struct loader *loader;

	session->merged = false;
	done = session_save(session);
	loader = session->merged ? session_begin_same(session, &why) : NULL;
	if (loader)
		load_abandon(session_replace_issue(session, loader, page));
	session->merged = session->merged || merged;
	return done ? SESSION_DONE : SESSION_UNSAVED;
}

/* Shows the issue of `before` again, and drops the present one. */
static void session_restore(struct session *session, struct loader *before)
{
	load_abandon(session->loader);
	session->loader = before;
	session->issue = load_issue(before);
}

enum session_result session_correct(struct session *session,
                                    enum correction_kind kind, size_t line,
                                    size_t to)
{
	size_t page = session->issue->lines[line].page;
	uint64_t fingerprint = page_fingerprint(session->issue, page);
	struct loader *loader, *before;
	enum session_result result;

	if (!session->path)
		return SESSION_NOWHERE;
	loader = session_begin_same(session, &result);
	if (!loader)
		return result;
	session->merged = false;
	session_merge_file(session, session->path);
	if (!session->corrections.count) {
		corrections_parse(&session->corrections, STR(FIRST_LINE));
		corrections_unsaved(&session->corrections);
	}
	corrections_add(&session->corrections, session->issue, kind, line, to);
	before = session_replace_issue(session, loader, page);
	/* Changes of others may be what makes the difference.  */
	if (!session->merged &&
	    page_fingerprint(session->issue, page) == fingerprint) {
		corrections_undo(&session->corrections);
		session_restore(session, before);
		return SESSION_SAME;
	}
	result = session_save_and_show(session, page);
	load_abandon(before);
	return result;
}

enum session_result session_undo(struct session *session, size_t page)
{
	struct loader *loader, *before;
	enum session_result result;

	if (!session->path || !corrections_count(&session->corrections))
		return SESSION_NONE;
	loader = session_begin_same(session, &result);
	if (!loader)
		return result;
	session->merged = false;
	session_merge_file(session, session->path);
	result = corrections_undo(&session->corrections) ? SESSION_DONE
	                                                 : SESSION_NONE;
	before = session_replace_issue(session, loader, page);
	if (result == SESSION_DONE)
		result = session_save_and_show(session, page);
	load_abandon(before);
	return result;
}

enum session_result session_reload(struct session *session, size_t page)
{
	struct loader *loader;

	if (!session->path)
		return SESSION_NOWHERE;
	loader = session_begin(session);
	if (!loader)
		return SESSION_UNLOADED;
	session->merged = false;
	session_merge_file(session, session->path);
	load_abandon(session_replace_issue(session, loader, page));
	return SESSION_DONE;
}
