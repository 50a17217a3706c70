/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/reader.h"

#include "base/i18n.h"
#include "base/save.h"
#include "cli/exit_status.h"
#include "cli/inflow.h"
#include "cli/opener.h"
#include "cli/print.h"
#include "load/named_issues.h"
#include "text/codeset.h"
#include "text/neutralise.h"
#include "ui/ask/ask_open.h"
#include "ui/ask/external.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/remember.h"
#include "ui/term/tty.h"
#include "ui/view/frame.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* The app, and how it gets issues. */
struct reader {
	struct app app;
	struct opener *opener; /* borrowed */
	struct inflow *inflow; /* borrowed, or NULL */
};

/* Shows the screen, in the theme that was chosen; *theme is the one that is shown. */
static void reader_show(struct app *app, enum theme *theme)
{
	int rows, cols;

	if (*theme != app->settings.theme) {
		*theme = app->settings.theme;
		tty_set_theme(*theme);
		app->canvas.colours = tty_colours();
		app->wants_redraw = true;
	}
	tty_size(&rows, &cols);
	frame_draw(app, rows, cols);
	read_marks_watch(app);
	if (app->wants_redraw)
		tty_redraw();
	app->wants_redraw = false;
	tty_show(&app->canvas);
}

static void run(struct app *app, const struct str *input, bool waits)
{
	int status = 0;
	int error = tty_run(app->request.words, input, waits, &status);

	external_told(app, error, status);
}

static void edit(struct app *app, struct str text)
{
	char *path = save_temporary(text);

	if (!path) {
		external_told(app, errno, 0);
		return;
	}
	request_add_word(&app->request, path);
	run(app, NULL, false);
	unlink(path);
	free(path);
}

/* Adds all but the first of some issues, behind the one that is read, which is the first. */
static void reader_add(struct app *app, const struct named_issues *issues)
{
	struct issue_facts *first = &app->issues.items[app->issues.at].facts;

	if (issues->count > 1) {
		buf_add(&first->paper, buf_str(&issues->items->paper));
		buf_add(&first->day, buf_str(&issues->items->day));
	}
	for (size_t i = 1; i < issues->count; i++)
		open_issues_add_names(
			&app->issues, app->issues.at + i,
			(const char *const *)issues->items[i].names,
			issues->items[i].count,
			buf_str(&issues->items[i].paper),
			buf_str(&issues->items[i].day));
}

/* Opens other issues, of which the first one is read; where that fails, the one that is
 * read stays. */
static void reader_open(struct reader *reader)
{
	struct app *app = &reader->app;
	const struct request *request = &app->request;
	struct named_issues issues;
	struct session *session;
	char *error = NULL, *lost;

	named_issues_find(&issues, (const char *const *)request->words,
	                  request->word_count);
	session = opener_open(reader->opener,
	                      (const char *const *)issues.items->names,
	                      issues.items->count, true, &error);

	/* It was given away to ask for a password. */
	lost = tty_open(&app->settings);
	if (lost)
		app->running = false;
	free(lost);
	app->wants_redraw = true;
	if (!session && error)
		app_complain(app, _("Not opened: %s"), error);
	free(error);
	if (session) {
		app_open(app, session);
		reader_add(app, &issues);
	} else {
		app_drop_open(app);
	}
	named_issues_release(&issues);
}

static void do_errand(struct reader *reader)
{
	struct app *app = &reader->app;
	struct str text = buf_str(&app->request.text);

	switch (app->request.kind) {
	case REQUEST_NONE:
		return;
	case REQUEST_COPY:
		tty_copy(text);
		break;
	case REQUEST_PIPE:
		run(app, &text, true);
		break;
	case REQUEST_EDIT:
		edit(app, text);
		break;
	case REQUEST_OPEN:
		reader_open(reader);
		break;
	}
	request_clear(&app->request);
}

static bool reader_has_work(const struct reader *reader)
{
	return loading_has_work(&reader->app) ||
	       inflow_has_work(reader->inflow, &reader->app);
}

/* The next event, which is waited for; EVENT_NONE where there is work to do first, or more
 * input. */
static struct event reader_await(struct reader *reader)
{
	struct event event = tty_next(!reader_has_work(reader) &&
	                              !inflow_goes_on(reader->inflow));

	if (event.kind == EVENT_NONE && !reader_has_work(reader) &&
	    inflow_goes_on(reader->inflow))
		inflow_await(reader->inflow);
	return event;
}

/* The same.  Once nothing waits to be done, what has changed is kept: no key and no answer
 * of the terminal waits for the disk. */
static struct event reader_next(struct reader *reader, enum theme *theme)
{
	struct event event = tty_next(false);

	if (event.kind != EVENT_NONE || reader_has_work(reader))
		return event;
	if (remember_keep(&reader->app, STORE_SOON))
		reader_show(&reader->app, theme);
	return reader_await(reader);
}

/* Does some work, for a few milliseconds; true when the screen should be drawn. */
static bool reader_work(struct reader *reader)
{
	bool came = inflow_goes_on(reader->inflow) &&
	            inflow_step(reader->inflow, &reader->app);

	return app_work(&reader->app) || came;
}

static void reader_run(struct reader *reader)
{
	struct app *app = &reader->app;
	enum theme theme = app->began.theme;
	bool draw = false;

	reader_show(app, &theme);
	remember_answers(app);
	while (app->running) {
		struct event event;

		if (draw)
			reader_show(app, &theme);
		event = reader_next(reader, &theme);
		draw = event.kind != EVENT_NONE || reader_work(reader);
		app_event(app, &event);
		do_errand(reader);
	}
	if (app->interrupted)
		tty_interrupt();
}

/* Where the screen is not as the locale of its user says. */
static void say_codeset(struct app *app)
{
	struct codeset codeset;
	char *warning;

	codeset_init(&codeset);
	warning = codeset_warning(&codeset);
	if (warning)
		app_complain(app, "%s", warning);
	free(warning);
	codeset_release(&codeset);
}

/* What former runs kept, unless nothing shall be; NULL: nothing is kept. */
static struct store *open_store(struct app *app)
{
	struct store *store = NULL;
	char *problem = NULL;

	if (!app->settings.no_state)
		store = store_open(&problem);
	if (problem)
		app_complain(app, "%s", problem);
	free(problem);
	return store;
}

/* Keeps what is to be kept of this run. */
static void close_store(struct app *app)
{
	struct store *store = app->store;
	char *problem;

	remember_keep(app, STORE_LAST);
	problem = store_take_problem(store);
	if (problem)
		print_error("%s", problem);
	free(problem);
	store_close(store);
}

/* Keeps corrections that could not be kept when they were made; false: they are lost, and
 * that is told. */
static bool keep_corrections(struct app *app)
{
	const struct open_issues *issues = &app->issues;
	bool done = true;

	for (size_t i = 0; i < issues->count; i++) {
		const struct document *document = issues->items[i].document;
		const struct session_file *file;
		char *safe;

		if (!document || session_keep(document->session))
			continue;
		file = &document->session->file;
		safe = neutralised(file->names[0]);
		/* TRANSLATORS: name of a file, reason */
		print_error(_("the last correction of '%s' is not kept: %s"),
		            safe, file->save_error);
		free(safe);
		done = false;
	}
	return done;
}

/* Tells how issues are closed, and how they are loaded for a moment without a person. */
static void reader_share(struct app *app, const struct opener *opener)
{
	app->issues.close = opener_close;
	app->issues.how = opener->how;
	app->issues.how.wait = NULL;
	app->issues.how.passwords = NULL;
	app->issues.how.wants_pictures = false;
	app->bundled = opener->bundled;
}

int reader_read(struct opener *opener, struct session *session,
                const struct named_issues *others, struct inflow *inflow,
                bool starts)
{
	const struct options *options = opener->options;
	struct reader reader = { .opener = opener, .inflow = inflow };
	struct app *app = &reader.app;
	char *error = tty_open(&options->settings);
	struct store *store;
	bool is_kept;

	/* What is saved may go to a FIFO. */
	signal(SIGPIPE, SIG_IGN);
	if (error) {
		print_error("%s", error);
		free(error);
		opener_close(session);
		return EXIT_FAILED;
	}
	app_init(app, session, &options->settings, tty_ambiguous_cols());
	reader_share(app, opener);
	if (others)
		reader_add(app, others);
	if (inflow->fd >= 0)
		inflow_follow(inflow, app->document);
	app->canvas.colours = tty_colours();
	say_codeset(app);
	store = open_store(app);
	if (options->complaint)
		app_complain(app, "%s", options->complaint);
	remember_begin(app, store);
	if (starts)
		ask_open_start(app);
	reader_run(&reader);
	tty_close();
	is_kept = keep_corrections(app);
	close_store(app);
	app_release(app);
	return is_kept ? EXIT_DONE : EXIT_FAILED;
}
