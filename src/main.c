/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/save.h"
#include "export/export.h"
#include "issue/issue.h"
#include "load/desk.h"
#include "options.h"
#include "search/search.h"
#include "text/neutralise.h"
#include "ui/app.h"
#include "ui/tty.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUNDLED "issues/shijingshan-2020-02-page1.txt"

enum {
	EXIT_DONE,
	EXIT_NOT_DONE,
	EXIT_USAGE
};

/* The folder the program is in, for an uninstalled build; caller frees. */
static char *own_folder(void)
{
	char path[4096];
	ssize_t len = readlink("/proc/self/exe", path, sizeof path);

	while (len > 0 && path[len - 1] != '/')
		len--;
	return mem_dup(path, len > 0 ? (size_t)len : 0);
}

/* The first of the folders beside an uninstalled program, in the build's tree
 * or the sources', that has `name`; NULL when none has; caller frees. */
static char *find_beside(const char *folder, const char *name)
{
	static const char *const ways[] = { "", "../" };
	char *here = own_folder();
	char *found = NULL;

	for (size_t i = 0; i < ARRAY_LEN(ways) && !found; i++) {
		struct buf path;

		buf_init(&path);
		buf_addf(&path, "%s%s%s/%s", here, ways[i], folder, name);
		found = realpath(path.ptr, NULL);
		buf_release(&path);
	}
	free(here);
	return found;
}

/* `name` in the folder of variable `variable`, else in folder `own` beside the
 * program, else in `installed`; caller frees. */
static char *find_data(const char *variable, const char *own,
                       const char *installed, const char *name)
{
	const char *folder = getenv(variable);
	bool is_set = folder && *folder;
	char *beside = is_set ? NULL : find_beside(own, name);
	struct buf path;

	if (beside)
		return beside;
	buf_init(&path);
	buf_addf(&path, "%s/%s", is_set ? folder : installed, name);
	return buf_steal(&path);
}

/* The first of the variables that name a language. */
static const char *language_asked(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return NULL;
}

/* A system without the locale asked for, or with none at all, still shows
 * Chinese text, and speaks the language asked for. */
static void set_locale(void)
{
	bool known = setlocale(LC_ALL, "") != NULL;
	char *folder;

	if (!known || !strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968")) {
		const char *language = language_asked();

		setlocale(LC_ALL, "C.UTF-8");
		if (!getenv("LANGUAGE") && language && strcmp(language, "C") &&
		    strcmp(language, "POSIX"))
			setenv("LANGUAGE", language, 1);
	}
	/* Numbers are written for programs too. */
	setlocale(LC_NUMERIC, "C");
	folder = find_data("BAOLAN_LOCALEDIR", "locale", LOCALEDIR, "");
	bindtextdomain(PACKAGE, folder);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	free(folder);
}

static void complain(const char *message)
{
	fprintf(stderr, "baolan: %s\n", message);
}

static int cannot_write(void)
{
	fprintf(stderr, "baolan: %s: %s\n", _("cannot write"), strerror(errno));
	return EXIT_NOT_DONE;
}

static int print(struct str text)
{
	if (fwrite(text.ptr, 1, text.len, stdout) == text.len &&
	    fflush(stdout) == 0)
		return EXIT_DONE;
	return cannot_write();
}

static int write_output(const struct options *options, struct str text)
{
	enum save_result result;
	char *safe;

	if (!options->output)
		return print(text);
	result = save_file(options->output, text,
	                   options->force ? SAVE_REPLACE : SAVE_NEW);
	if (result == SAVE_DONE)
		return EXIT_DONE;
	safe = neutralised(options->output);
	if (result == SAVE_EXISTS)
		fprintf(stderr,
		        _("baolan: '%s' is there already; --force "
		          "replaces it\n"),
		        safe);
	else
		fprintf(stderr, _("baolan: cannot write '%s': %s\n"), safe,
		        strerror(errno));
	free(safe);
	return EXIT_NOT_DONE;
}

static int do_list(const struct options *options, struct desk *desk)
{
	struct buf out;
	int status;

	(void)options;
	buf_init(&out);
	export_list(&out, desk->issue);
	status = print(buf_str(&out));
	buf_release(&out);
	return status;
}

static int do_search(const struct options *options, struct desk *desk)
{
	const struct issue *issue = desk->issue;
	struct finder *finder = finder_new(issue);
	struct hits hits;
	int status;

	hits_init(&hits);
	finder_search(finder, &hits, str_from(options->pattern));
	status = hits.count ? EXIT_DONE : EXIT_NOT_DONE;
	if (!hits_print(&hits, issue, stdout) || fflush(stdout))
		status = cannot_write();
	hits_release(&hits);
	finder_free(finder);
	return status;
}

static int do_export(const struct options *options, struct desk *desk)
{
	const struct issue *issue = desk->issue;
	size_t article = NPOS;
	struct buf out;
	int status;

	if (options->article != NPOS) {
		article = issue_article_by_id(issue, options->article);
		if (article == NPOS) {
			fprintf(stderr,
			        _("baolan: there is no article %zu; "
			          "the last one is %zu\n"),
			        options->article, issue->article_count);
			return EXIT_NOT_DONE;
		}
	}
	buf_init(&out);
	export_write(&out, issue, article, options->format, &options->as);
	status = write_output(options, buf_str(&out));
	buf_release(&out);
	return status;
}

static void show(struct app *app)
{
	int rows, cols;

	tty_size(&rows, &cols);
	app_draw(app, rows, cols);
	if (app->wants_redraw)
		tty_redraw();
	app->wants_redraw = false;
	tty_show(&app->canvas);
}

static int do_read(const struct options *options, struct desk *desk)
{
	char *error = tty_open(options->ambiguous_cols);
	struct app app;
	bool draw = true;

	if (error) {
		complain(error);
		free(error);
		return EXIT_USAGE;
	}
	app_init(&app, desk,
	         options->ambiguous_cols ? options->ambiguous_cols : 1);
	while (app.running) {
		struct event event;

		if (draw)
			show(&app);
		event = tty_next(!app_has_work(&app));
		draw = event.kind != EVENT_NONE || app_work(&app);
		app_event(&app, &event);
	}
	app_release(&app);
	tty_close();
	return EXIT_DONE;
}

/* What is odd about the whole input is always said, what is odd about one of
 * its lines only when asked for. */
static void print_diags(const struct options *options,
                        const struct issue *issue)
{
	size_t lost_bytes = 0;

	for (size_t i = 0; i < issue->file_count; i++)
		lost_bytes += issue->files[i].lost_bytes;
	if (lost_bytes)
		fprintf(stderr,
		        _("baolan: %zu bytes were no text and are shown as "
		          "�\n"),
		        lost_bytes);
	for (size_t i = 0; i < issue->diags.count; i++) {
		const struct diag *diag = &issue->diags.items[i];
		char *safe = neutralised(diag->text);

		if (!diag->line)
			complain(safe);
		else if (options->verbose)
			fprintf(stderr, "%zu:%zu:%zu: %s: %s\n", diag->page,
			        diag->line, diag->column,
			        diag_level_name(diag->level), safe);
		free(safe);
	}
}

static int with_issue(const struct options *options)
{
	static int (*const actions[])(const struct options *, struct desk *) = {
		[ACTION_READ] = do_read,
		[ACTION_LIST] = do_list,
		[ACTION_SEARCH] = do_search,
		[ACTION_EXPORT] = do_export,
	};
	struct load_options how = { .encoding = options->encoding };
	char *bundled =
		find_data("BAOLAN_DATADIR", "data", PKGDATADIR, BUNDLED);
	const char *const names[] = { bundled };
	struct desk desk;
	char *error;
	int status;

	if (options->file_count
	            ? desk_open(&desk, options->files, options->file_count,
	                        &how, true, &error)
	            : desk_open(&desk, names, 1, &how, false, &error)) {
		if (options->verbose || options->action != ACTION_READ) {
			desk_read(&desk, NPOS);
			print_diags(options, desk.issue);
		}
		status = actions[options->action](options, &desk);
		desk_close(&desk);
	} else {
		complain(error);
		free(error);
		status = EXIT_NOT_DONE;
	}
	free(bundled);
	return status;
}

static int do_help(void)
{
	struct buf help;
	int status;

	buf_init(&help);
	options_help(&help);
	status = print(buf_str(&help));
	buf_release(&help);
	return status;
}

static int do_version(void)
{
	return print(STR(PACKAGE_STRING
	                 "\nGPL-3.0-or-later; there is no warranty.\n"));
}

int main(int argc, char *argv[])
{
	struct options options;
	char *error;

	set_locale();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	if (!options_read(&options, argc, argv, &error)) {
		complain(error);
		fprintf(stderr, "%s\n", _("Try 'baolan --help'."));
		free(error);
		return EXIT_USAGE;
	}
	if (options.action == ACTION_HELP)
		return do_help();
	if (options.action == ACTION_VERSION)
		return do_version();
	return with_issue(&options);
}
