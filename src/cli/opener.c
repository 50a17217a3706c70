/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/opener.h"

#include "base/mem.h"
#include "cli/own_files.h"

#include <stdlib.h>
#include <string.h>

/* A session with its names, which it borrows. */
struct opened {
	struct session session; /* first: who has it has this */
	char **names;           /* owned, and each of them */
};

bool opener_init(struct opener *opener, const struct options *options,
                 char **error)
{
	bool reads = options->action == ACTION_READ;

	*opener = (struct opener){ .options = options };
	if (!password_init(&opener->password, options->password_file, error))
		return false;
	opener->helper = own_files_pdf_helper();
	opener->bundled = own_files_bundled();
	opener->waiting.settings = &options->settings;
	opener->wait =
		reads ? (struct source_wait){ waiting_wait, &opener->waiting }
		      : (struct source_wait){ progress_wait,
		                              &opener->progress };
	opener->how = (struct load_options){
		.encoding = options->settings.encoding,
		.wait = &opener->wait,
		.pdf_helper = opener->helper,
		.wants_pictures =
			reads && options->settings.pictures != PICTURES_FRAME,
		.passwords = &opener->password.source,
	};
	return true;
}

void opener_release(struct opener *opener)
{
	free(opener->helper);
	own_files_free(opener->bundled);
	password_release(&opener->password);
}

static void opened_free(struct opened *opened)
{
	for (char **name = opened->names; *name; name++)
		free(*name);
	free(opened->names);
	free(opened);
}

static struct opened *opened_new(const char *const *names, size_t count)
{
	struct opened *opened = mem_alloc(sizeof *opened);

	opened->names = mem_alloc((count + 1) * sizeof *opened->names);
	for (size_t i = 0; i < count; i++)
		opened->names[i] = mem_dup(names[i], strlen(names[i]));
	return opened;
}

struct session *opener_open_bytes(struct opener *opener, const char *name,
                                  struct str bytes)
{
	struct opened *opened = opened_new(&name, 1);

	session_open_bytes(&opened->session, (const char *const *)opened->names,
	                   bytes, &opener->how);
	return &opened->session;
}

struct session *opener_open(struct opener *opener, const char *const *names,
                            size_t count, bool own, char **error)
{
	struct opened *opened = opened_new(names, count);
	bool is_open;

	opener->waiting.left = false;
	opener->waiting.error = NULL;
	progress_begin(&opener->progress);
	opener->password.may_ask = opener->options->action == ACTION_READ;
	is_open = session_open(&opened->session,
	                       (const char *const *)opened->names, count,
	                       &opener->how, own, error);
	progress_end(&opener->progress);
	opener->password.may_ask = false;
	if (is_open)
		return &opened->session;
	if (!*error)
		*error = opener->waiting.error;
	opened_free(opened);
	return NULL;
}

void opener_close(struct session *session)
{
	struct opened *opened = (struct opened *)session;

	session_close(&opened->session);
	opened_free(opened);
}
