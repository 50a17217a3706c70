/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/headless.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/waiting.h"
#include "issue/issue.h"
#include "search/index.h"
#include "search/report.h"
#include "search/search.h"
#include "session/session.h"
#include "text/codeset.h"
#include "text/neutralise.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A line on standard error. */
static void say(const char *before, const char *format, va_list args)
{
	struct codeset codeset;
	struct buf line;

	codeset_init(&codeset);
	buf_init(&line);
	buf_add_c(&line, before);
	buf_add_format(&line, format, args);
	buf_add_byte(&line, '\n');
	codeset_write(&codeset, stderr, buf_str(&line), NULL);
	buf_release(&line);
	codeset_release(&codeset);
}

void headless_say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say("", format, args);
	va_end(args);
}

void complain(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say("baolan: ", format, args);
	va_end(args);
}

static int cannot_write(void)
{
	complain("%s: %s", _("cannot write"), i18n_reason(errno));
	return EXIT_FAILED;
}

static int write_as(const struct codeset *codeset, struct str text,
                    size_t *missing)
{
	return codeset_write(codeset, stdout, text, missing) ? EXIT_DONE
	                                                     : cannot_write();
}

int headless_tell(struct str text)
{
	struct codeset codeset;
	int status;

	codeset_init(&codeset);
	status = write_as(&codeset, text, NULL);
	codeset_release(&codeset);
	return status;
}

/* A terminal may have another encoding, with fewer characters, than its user's
 * locale or the text. */
static int print_on_terminal(struct str text)
{
	struct codeset codeset;
	size_t missing;
	char *warning;
	int status;

	codeset_init(&codeset);
	warning = codeset_warning(&codeset);
	if (warning)
		complain("%s", warning);
	free(warning);
	status = write_as(&codeset, text, &missing);
	if (missing)
		complain(i18n_plural("%zu character is not in the encoding of "
		                     "this terminal; a file or a pipe gets it",
		                     "%zu characters are not in the encoding "
		                     "of this terminal; a file or a pipe gets "
		                     "them",
		                     missing),
		         missing);
	codeset_release(&codeset);
	return status;
}

int headless_print(struct str text)
{
	static const struct codeset utf8 = { .fit = CODESET_UTF8 };

	return isatty(STDOUT_FILENO) ? print_on_terminal(text)
	                             : write_as(&utf8, text, NULL);
}

void headless_read(struct session *session, struct progress *progress)
{
	while (session_step(session))
		/* TRANSLATORS: how much of an issue has been read */
		progress_share(progress, _("Reading … %d%%"),
		               load_share(session->loader));
	progress_end(progress);
}

bool headless_wait(void *context, int fd, const char *name)
{
	struct progress *progress = context;
	struct pollfd news = { .fd = fd, .events = POLLIN };
	int ready = poll(&news, 1, progress_wait_ms(progress));

	if (!ready) {
		char *text = waiting_text(name);

		progress_say(progress, text);
		free(text);
		ready = poll(&news, 1, -1);
	}
	/* A signal that does not end the program ends no waiting. */
	return ready >= 0 || errno == EINTR;
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
	status = headless_print(buf_str(&out));
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
	if (headless_print(buf_str(&out)) != EXIT_DONE)
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
	complain(_("'%s' is written as %s, as --format says"), safe,
	         export_format_name(options->format));
	free(safe);
}

static int write_picks(const struct options *options,
                       const struct session *session, struct selection pick)
{
	struct export_options as = options->as;
	struct progress progress;
	struct buf out;
	int status;

	if (options_contradict(options))
		tell_ending(options);
	if (options_name_files(options))
		return output_clippings(options, session, pick);
	buf_init(&out);
	progress_begin(&progress);
	as.tell = tell_written;
	as.told = &progress;
	export_write(&out, session->issue, pick, options->format, &as);
	progress_end(&progress);
	status = output_write(options, session, buf_str(&out));
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
		complain("%s", error);
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
