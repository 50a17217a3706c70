/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "headless.h"

#include "base/i18n.h"
#include "base/save.h"
#include "export/name.h"
#include "issue/issue.h"
#include "load/desk.h"
#include "search/search.h"
#include "text/codeset.h"
#include "text/neutralise.h"

#include <errno.h>
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
	complain("%s: %s", _("cannot write"), strerror(errno));
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

static int cannot_save(const struct desk *desk, const char *path,
                       enum save_result result)
{
	char *safe = neutralised(path);

	if (result == SAVE_EXISTS && load_reads(desk->loader, path))
		complain(_("'%s' is what is read; it is not written to"), safe);
	else if (result == SAVE_EXISTS)
		complain(_("'%s' is there already; --force replaces it"), safe);
	else
		complain(_("cannot write '%s': %s"), safe, strerror(errno));
	free(safe);
	return EXIT_FAILED;
}

/* What is read is never written to. */
static enum save_result save(const struct options *options,
                             const struct desk *desk, const char *path,
                             struct str text)
{
	bool replace = options->force && !load_reads(desk->loader, path);

	return save_file(path, text, replace ? SAVE_REPLACE : SAVE_NEW);
}

static int write_output(const struct options *options, const struct desk *desk,
                        struct str text)
{
	enum save_result result;

	if (!options->output)
		return headless_print(text);
	result = save(options, desk, options->output, text);
	return result == SAVE_DONE ? EXIT_DONE
	                           : cannot_save(desk, options->output, result);
}

int headless_list(const struct options *options, struct desk *desk)
{
	struct buf out;
	int status;

	(void)options;
	buf_init(&out);
	export_list(&out, desk->issue);
	status = headless_print(buf_str(&out));
	buf_release(&out);
	return status;
}

int headless_search(const struct options *options, struct desk *desk)
{
	const struct issue *issue = desk->issue;
	struct finder *finder = finder_new(issue);
	struct hits hits;
	struct buf out;
	int status;

	hits_init(&hits);
	finder_search(finder, &hits, str_from(options->pattern), options->mode);
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
	finder_free(finder);
	return status;
}

/* Writes one article under its name in the folder; where there is such a file
 * already, under that name with a number. */
static int write_into(const struct options *options, const struct desk *desk,
                      size_t article)
{
	const struct issue *issue = desk->issue;
	const char *pattern =
		options->name_pattern ? options->name_pattern : NAME_PATTERN;
	enum save_result result = SAVE_EXISTS;
	struct buf text, path;
	int status = EXIT_DONE;

	buf_init(&text);
	buf_init(&path);
	export_write(&text, issue, pick_one(&article), options->format,
	             &options->as);
	for (size_t copy = 1; result == SAVE_EXISTS; copy++) {
		char *name = name_make(pattern, issue, article, options->format,
		                       copy);

		buf_clear(&path);
		buf_addf(&path, "%s%s", options->output, name);
		free(name);
		result = save(options, desk, path.ptr, buf_str(&text));
	}
	if (result != SAVE_DONE)
		status = cannot_save(desk, path.ptr, result);
	buf_release(&text);
	buf_release(&path);
	return status;
}

static int write_picks(const struct options *options, const struct desk *desk,
                       struct pick pick)
{
	int status = EXIT_DONE;
	struct buf out;

	if (options_name_files(options)) {
		for (size_t i = 0; i < pick.count && status == EXIT_DONE; i++)
			status = write_into(options, desk, pick_at(pick, i));
		return status;
	}
	buf_init(&out);
	export_write(&out, desk->issue, pick, options->format, &options->as);
	status = write_output(options, desk, buf_str(&out));
	buf_release(&out);
	return status;
}

/* The articles that have a hit; false when there is none. */
static bool add_hits(struct picks *picks, const struct options *options,
                     const struct issue *issue)
{
	struct finder *finder = finder_new(issue);
	struct hits hits;

	hits_init(&hits);
	finder_search(finder, &hits, str_from(options->pattern), options->mode);
	hits_each_article(&hits, issue, picks_add_each, picks);
	hits_release(&hits);
	finder_free(finder);
	return picks->count > 0;
}

int headless_export(const struct options *options, struct desk *desk)
{
	struct picks picks = { 0 };
	char *error = NULL;
	int status;
	bool found = true;

	if (options->pattern)
		found = add_hits(&picks, options, desk->issue);
	else
		error = picks_read(&picks, desk->issue, options->articles);
	if (error)
		complain("%s", error);
	if (error)
		status = EXIT_FAILED;
	else if (!found)
		status = EXIT_NOT_FOUND;
	else
		status = write_picks(options, desk, picks_pick(&picks));
	free(error);
	picks_release(&picks);
	return status;
}
