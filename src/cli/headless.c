/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/headless.h"

#include "base/i18n.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "export/list.h"
#include "issue/issue.h"
#include "search/index.h"
#include "search/report.h"
#include "search/search.h"
#include "session/session.h"
#include "text/neutralise.h"

#include <stdlib.h>

void headless_read(struct session *session, struct progress *progress)
{
	while (session_step(session))
		/* TRANSLATORS: how much of an issue has been read */
		progress_share(progress, _("Reading … %d%%"),
		               load_share(session->loader));
	progress_end(progress);
}

static void tell_written(void *progress, double share)
{
	/* TRANSLATORS: how much of an export is done */
	progress_share(progress, _("Writing … %d%%"), share);
}

int headless_list(const struct options *options, struct session *session)
{
	struct buf out;
	int status;

	buf_init(&out);
	if (options->format == EXPORT_JSON)
		export_list_json(&out, session->issue);
	else
		export_list(&out, session->issue);
	status = print_result(buf_str(&out));
	buf_release(&out);
	return status;
}

int headless_search(const struct options *options, struct session *session)
{
	const struct issue *issue = session->issue;
	struct search_index *index = search_index_new(issue);
	struct hits hits;
	struct buf out;
	int status;

	hits_init(&hits);
	search_all(index, &hits, str_from(options->pattern), options->mode);
	status = hits.count ? EXIT_DONE : EXIT_NOT_FOUND;
	buf_init(&out);
	if (options->count)
		buf_addf(&out, "%zu\n", hits.count);
	else if (options->format == EXPORT_JSON)
		hits_add_json(&out, &hits, issue, str_from(options->pattern));
	else
		hits_add_lines(&out, &hits, issue);
	if (print_result(buf_str(&out)) != EXIT_DONE)
		status = EXIT_FAILED;
	buf_release(&out);
	hits_release(&hits);
	search_index_free(index);
	return status;
}

/* A name may say otherwise, and goes on saying so. */
static void tell_ending(const struct options *options)
{
	char *safe = neutralised(options->output);

	/* TRANSLATORS: name of a file, of a format */
	print_error(_("'%s' is written as %s, as --format says"), safe,
	            export_format_name(options->format));
	free(safe);
}

static int write_picks(const struct options *options,
                       const struct session *session, struct selection pick)
{
	struct export_options as = options->as;
	struct progress progress;
	struct buf out;
	char *reason;
	int status = EXIT_FAILED;

	if (options_contradict(options))
		tell_ending(options);
	if (options_name_files(options))
		return output_clippings(options, session, pick);
	buf_init(&out);
	progress_begin(&progress);
	as.tell = tell_written;
	as.told = &progress;
	reason = export_write(&out, session->issue, pick, options->format, &as);
	progress_end(&progress);
	if (reason)
		print_error("%s: %s", _("cannot write"), reason);
	else
		status = output_write(options, session, buf_str(&out));
	free(reason);
	buf_release(&out);
	return status;
}

/* The articles that have a hit; false when there is none. */
static bool add_hits(struct selections *picks, const struct options *options,
                     const struct issue *issue)
{
	struct search_index *index = search_index_new(issue);
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, str_from(options->pattern), options->mode);
	hits_each_article(&hits, issue, selections_add_each, picks);
	hits_release(&hits);
	search_index_free(index);
	return picks->count > 0;
}

int headless_export(const struct options *options, struct session *session)
{
	struct selections picks = { 0 };
	char *error = NULL;
	int status;
	bool found = true;

	if (options->pattern)
		found = add_hits(&picks, options, session->issue);
	else
		error = selections_read(&picks, session->issue,
		                        options->articles);
	if (error)
		print_error("%s", error);
	if (error)
		status = EXIT_FAILED;
	else if (!found)
		status = EXIT_NOT_FOUND;
	else
		status = write_picks(options, session, selections_pick(&picks));
	free(error);
	selections_release(&picks);
	return status;
}
