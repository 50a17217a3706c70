/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/save.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "export/file_name.h"
#include "export/free_names.h"
#include "session/session.h"
#include "text/neutralise.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int cannot_save(const struct session *session, const char *path,
                       enum save_result result)
{
	char *safe = neutralised(path);

	if (result == SAVE_EXISTS && load_reads(session->loader, path))
		print_error(_("'%s' is what is read; it is not written to"),
		            safe);
	else if (result == SAVE_EXISTS)
		print_error(_("'%s' is there already; --force replaces it"),
		            safe);
	else
		print_error(_("cannot write '%s': %s"), safe,
		            i18n_reason(errno));
	free(safe);
	return EXIT_FAILED;
}

/* What is read is never written to. */
static enum save_result output_save(const struct options *options,
                                    const struct session *session,
                                    const char *path, struct str text)
{
	bool replace = options->force && !load_reads(session->loader, path);

	return save_file(path, text, replace ? SAVE_REPLACE : SAVE_NEW);
}

int output_write(const struct options *options, const struct session *session,
                 struct str text)
{
	enum save_result result;

	if (!options->output)
		return print_result(text);
	result = output_save(options, session, options->output, text);
	return result == SAVE_DONE
	               ? EXIT_DONE
	               : cannot_save(session, options->output, result);
}

/* False, with errno, when the folder cannot be read. */
static bool take_those_there(struct free_names *names, const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;

	if (!folder)
		return false;
	while ((entry = readdir(folder)))
		free_names_take(names, entry->d_name);
	closedir(folder);
	return true;
}

/* Saves a text under the first name of article `article` that is free.  A name
 * that was taken in the meantime, or is that of an input, is passed over. */
static int save_clipping(const struct options *options,
                         const struct session *session, size_t article,
                         struct free_names *names, struct progress *progress,
                         struct str text)
{
	const char *pattern = options->settings.name_pattern
	                              ? options->settings.name_pattern
	                              : FILE_NAME_PATTERN;
	enum save_result result = SAVE_EXISTS;
	struct buf path;
	int status = EXIT_DONE;

	buf_init(&path);
	while (result == SAVE_EXISTS) {
		char *name = free_names_next(names, pattern, session->issue,
		                             article, options->format);

		buf_clear(&path);
		buf_addf(&path, "%s%s", options->output, name);
		free(name);
		result = output_save(options, session, path.ptr, text);
	}
	if (result != SAVE_DONE) {
		progress_end(progress);
		status = cannot_save(session, path.ptr, result);
	}
	buf_release(&path);
	return status;
}

static int write_clipping(const struct options *options,
                          const struct session *session, size_t article,
                          struct free_names *names, struct progress *progress)
{
	struct buf text;
	char *reason;
	int status = EXIT_FAILED;

	buf_init(&text);
	reason = export_write(&text, session->issue, selection_one(&article),
	                      options->format, &options->as);
	if (reason) {
		progress_end(progress);
		print_error(_("article %zu cannot be written: %s"), article + 1,
		            reason);
	} else {
		status = save_clipping(options, session, article, names,
		                       progress, buf_str(&text));
	}
	free(reason);
	buf_release(&text);
	return status;
}

int output_clippings(const struct options *options,
                     const struct session *session, struct selection pick)
{
	struct free_names names;
	struct progress progress;
	int status = EXIT_DONE;

	free_names_init(&names);
	progress_begin(&progress);
	/* A folder that may be written to and not read has no known names. */
	if (!file_make_above(options->output, 0777) ||
	    (!options->force && !take_those_there(&names, options->output) &&
	     errno != EACCES))
		status = cannot_save(session, options->output, SAVE_FAILED);
	for (size_t i = 0; i < pick.count && status == EXIT_DONE; i++) {
		progress_share(&progress, _("Writing … %d%%"),
		               (double)i / (double)pick.count);
		status = write_clipping(options, session, selection_at(pick, i),
		                        &names, &progress);
	}
	progress_end(&progress);
	free_names_release(&names);
	return status;
}
