/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/session.h"

#include "base/hash.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "session/session_file.h"

#include <stdlib.h>

bool session_open(struct session *session, const char *const *names,
                  size_t count, const struct load_options *how, bool own,
                  char **error)
{
	*session = (struct session){ 0 };
	if (how)
		session->load_options = *how;
	session->load_options.corrections = &session->file.corrections;
	session_file_init(&session->file, names, count, own);
	session->loader =
		load_begin(names, count, &session->load_options, error);
	if (session->loader) {
		session->issue = load_issue(session->loader);
		return true;
	}
	session_close(session);
	return false;
}

void session_open_bytes(struct session *session, const char *const *name,
                        struct str bytes, const struct load_options *how)
{
	*session = (struct session){ .load_options = *how };
	session->load_options.corrections = &session->file.corrections;
	session_file_init(&session->file, name, 1, false);
	session->loader =
		load_begin_bytes(bytes, *name, &session->load_options);
	session->issue = load_issue(session->loader);
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
	session_file_release(&session->file);
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

/* Begins to load the files again; NULL if they cannot be read. */
static struct loader *session_begin(struct session *session)
{
	char *error = NULL;
	struct loader *loader =
		load_begin(session->file.names, session->file.name_count,
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
	bool merged = session->file.merged, done;
	enum session_result why;
	struct loader *loader;

	session->file.merged = false;
	done = session_file_save(&session->file, session->loader);
	loader =
		session->file.merged ? session_begin_same(session, &why) : NULL;
	if (loader)
		load_abandon(session_replace_issue(session, loader, page));
	session->file.merged = session->file.merged || merged;
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

	if (!session->file.path)
		return SESSION_NOWHERE;
	loader = session_begin_same(session, &result);
	if (!loader)
		return result;
	session->file.merged = false;
	session_file_merge(&session->file, session->file.path);
	if (!session->file.corrections.count) {
		corrections_parse(&session->file.corrections,
		                  STR(SESSION_FILE_FIRST_LINE));
		corrections_unsaved(&session->file.corrections);
	}
	corrections_add(&session->file.corrections, session->issue, kind, line,
	                to);
	before = session_replace_issue(session, loader, page);
	/* Changes of others may be what makes the difference.  */
	if (!session->file.merged &&
	    page_fingerprint(session->issue, page) == fingerprint) {
		corrections_undo(&session->file.corrections);
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

	if (!session->file.path ||
	    !corrections_count(&session->file.corrections))
		return SESSION_NONE;
	loader = session_begin_same(session, &result);
	if (!loader)
		return result;
	session->file.merged = false;
	session_file_merge(&session->file, session->file.path);
	result = corrections_undo(&session->file.corrections) ? SESSION_DONE
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

	if (!session->file.path)
		return SESSION_NOWHERE;
	loader = session_begin(session);
	if (!loader)
		return SESSION_UNLOADED;
	session->file.merged = false;
	session_file_merge(&session->file, session->file.path);
	load_abandon(session_replace_issue(session, loader, page));
	return SESSION_DONE;
}

bool session_keep(struct session *session)
{
	return !session->file.save_error ||
	       session_file_save(&session->file, session->loader);
}
