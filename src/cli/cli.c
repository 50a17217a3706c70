/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/config_dump.h"
#include "cli/configuration.h"
#include "cli/diagnostics.h"
#include "cli/exit_status.h"
#include "cli/headless.h"
#include "cli/inflow.h"
#include "cli/opener.h"
#include "cli/option_parser.h"
#include "cli/options.h"
#include "cli/own_files.h"
#include "cli/print.h"
#include "cli/reader.h"
#include "cli/typed.h"
#include "cli/version.h"
#include "issue/issue.h"
#include "load/input/source.h"
#include "load/named_issues.h"
#include "text/codeset.h"
#include "ui/term/tty.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIMPLIFIED 0x62a5 /* 报 */

/* The program works in UTF-8: where the locale asked for is missing, is C, or has
 * another encoding; text/codeset.h is about the last.  Numbers are written for programs,
 * and messages are chosen by base/i18n.h, so nothing else of the locale is loaded: each
 * category is a file. */
static void set_locale(void)
{
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8"))
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* The language asked for; but the catalogue of Chinese is in simplified characters,
 * which Big5 does not have. */
static void set_language(void)
{
	const struct catalogue *asked = i18n_asked();
	struct codeset codeset;

	codeset_init(&codeset);
	if (asked && codeset_has(&codeset, SIMPLIFIED))
		i18n_start(asked);
	codeset_release(&codeset);
}

/* Names of files, borrowed. */
struct names {
	const char **items; /* owned */
	size_t count, cap;
};

static void print_diagnostics(const struct options *options,
                              const struct issue *issue)
{
	struct buf lines;

	buf_init(&lines);
	diagnostics_add(&lines, issue, options->verbose);
	print_notes(buf_str(&lines));
	buf_release(&lines);
}

/* Could nothing of the files be read, as an error of theirs says? */
static bool is_unread(const struct issue *issue)
{
	for (size_t i = 0; i < issue->diags.count; i++)
		if (issue->diags.items[i].level == DIAG_ERROR)
			return !issue->passage_count;
	return false;
}

/* Closes the session, which is of the first of `issues`, or without a screen of all. */
static int cli_act(struct opener *opener, struct session *session,
                   const struct named_issues *issues, struct inflow *inflow,
                   bool starts)
{
	static int (*const actions[])(const struct options *,
	                              struct session *) = {
		[ACTION_LIST] = headless_list,
		[ACTION_SEARCH] = headless_search,
		[ACTION_EXPORT] = headless_export,
	};
	const struct options *options = opener->options;
	int status;

	if (options->verbose || options->action != ACTION_READ) {
		headless_read(session, &opener->progress);
		print_diagnostics(options, session->issue);
	}
	if (options->action == ACTION_READ)
		return reader_read(opener, session, issues, inflow, starts);
	status = is_unread(session->issue)
	                 ? EXIT_FAILED
	                 : actions[options->action](options, session);
	opener_close(session);
	return status;
}

static char *nothing_given(void)
{
	const char *text = _("standard input is empty; name a file, or - for "
	                     "an issue without text");

	return mem_dup(text, strlen(text));
}

/* Nothing was read; `error` says why, or someone left while it was waited for. */
static int not_read(const struct opener *opener, char *error)
{
	int status = opener->waiting.left ? EXIT_DONE : EXIT_FAILED;

	tty_close();
	if (error)
		print_error("%s", error);
	free(error);
	return status;
}

/* Opens the first of the issues that are named; without a screen all of them, as one, whose
 * pages know their paper and day. */
static struct session *open_named(struct opener *opener,
                                  struct named_issues *issues, char **error)
{
	const struct options *options = opener->options;
	const bool reads = options->action == ACTION_READ;
	struct session *session;
	struct names names = { 0 };

	named_issues_find(issues, options->files, options->file_count);
	if (!reads && !issues->in_folders)
		return opener_open(opener, options->files, options->file_count,
		                   true, error);
	for (size_t i = 0; i < (reads ? 1 : issues->count); i++)
		for (size_t n = 0; n < issues->items[i].count; n++)
			*ARRAY_ADD(names.items, names.count, names.cap) =
				issues->items[i].names[n];
	session = opener_open(opener, names.items, names.count, true, error);
	free(names.items);
	return session;
}

/* Opens what is read, standard input `piped` or the only file, if it is a pipe of which
 * more comes; NULL: it is not.  Without a screen nothing is seen before all is there. */
static struct session *open_growing(struct opener *opener,
                                    struct inflow *inflow, const char *piped)
{
	const struct options *options = opener->options;
	const char *name = options->file_count == 1 ? options->files[0] : piped;

	if (!name || options->action != ACTION_READ || options->verbose)
		return NULL;
	return inflow_begin(inflow, opener, name);
}

/* Does the action with what is named, else with what standard input was given,
 * else with the bundled issue. */
static int with_issue(struct opener *opener)
{
	bool named = opener->options->file_count > 0;
	bool piped = !named && source_is_given(STDIN_FILENO);
	const char *const own[] = { piped ? "-" : opener->bundled->path };
	struct named_issues issues = { 0 };
	struct inflow inflow = { .fd = -1 };
	struct session *session;
	char *error = NULL;
	int status;

	session = open_growing(opener, &inflow, piped ? own[0] : NULL);
	if (!session && !opener->waiting.left && !opener->waiting.error)
		session = named ? open_named(opener, &issues, &error)
		                : opener_open(opener, own, 1, false, &error);
	if (!error)
		error = opener->waiting.error;
	opener->how.given = NULL;
	if (!session) {
		status = not_read(opener, error);
	} else if (piped && !load_has_input(session->loader)) {
		status = not_read(opener, nothing_given());
		opener_close(session);
	} else {
		status = cli_act(opener, session, &issues, &inflow,
		                 !named && !piped);
	}
	inflow_release(&inflow);
	named_issues_release(&issues);
	return status;
}

static int do_with_issue(const struct options *options)
{
	struct opener opener;
	char *error;
	int status;

	if (!opener_init(&opener, options, &error)) {
		print_error("%s", error);
		free(error);
		return EXIT_FAILED;
	}
	status = with_issue(&opener);
	opener_release(&opener);
	return status;
}

static int do_help(void)
{
	struct buf help;
	int status;

	buf_init(&help);
	options_help(&help);
	status = print_about(buf_str(&help));
	buf_release(&help);
	return status;
}

static int do_version(void)
{
	char *helper = own_files_pdf_helper();
	struct buf text;
	int status;

	buf_init(&text);
	version_add(&text);
	version_add_pdf(&text, helper);
	status = print_about(buf_str(&text));
	buf_release(&text);
	free(helper);
	return status;
}

/* Says what was wrong in the configuration file: on the screen of the reader, or else on
 * standard error. */
static void tell_config(const struct config *config, struct options *options,
                        struct buf *complaint)
{
	struct buf lines;

	if (options->action == ACTION_READ) {
		config_add_summary(complaint, config);
		options->complaint = complaint->len ? complaint->ptr : NULL;
		return;
	}
	buf_init(&lines);
	config_add_diags(&lines, config);
	print_notes(buf_str(&lines));
	buf_release(&lines);
}

/* Prints what is asked for of the settings, or does the action with an issue. */
static int with_settings(struct options *options)
{
	struct buf text;
	int status;

	if (options->action != ACTION_DUMP_CONFIG &&
	    options->action != ACTION_PRINT_KEYS)
		return do_with_issue(options);
	buf_init(&text);
	if (options->action == ACTION_DUMP_CONFIG)
		config_dump(&text, options);
	else
		config_print_keys(&text, options->settings.keymap);
	status = print_result(buf_str(&text));
	buf_release(&text);
	return status;
}

static int wrong_usage(char *error)
{
	print_error("%s", error);
	print_note("%s", _("Try 'baolan --help'."));
	free(error);
	return EXIT_FAILED;
}

static int with_config(struct options *options, struct config *config)
{
	struct buf complaint;
	struct typed typed;
	char *error;
	int status;

	if (!config_read(config, options, &error)) {
		print_error("%s", error);
		free(error);
		return EXIT_FAILED;
	}
	if (!options_settle(options, &error))
		return wrong_usage(error);
	/* Where the text goes on to another program, it is that which is
	 * wanted. */
	if (options->action == ACTION_READ && !isatty(STDOUT_FILENO))
		options->action = ACTION_EXPORT;
	buf_init(&complaint);
	tell_config(config, options, &complaint);
	typed_decode(&typed, options);
	status = with_settings(options);
	typed_release(&typed);
	buf_release(&complaint);
	return status;
}

int cli_main(int argc, char *argv[])
{
	struct options options;
	struct config config;
	char *error;
	int status;

	set_locale();
	set_language();
	signal(SIGXFSZ, SIG_IGN);
	if (!options_read(&options, argc, argv, &error))
		return wrong_usage(error);
	if (options.action == ACTION_HELP)
		return do_help();
	if (options.action == ACTION_VERSION)
		return do_version();
	config_init(&config);
	status = with_config(&options, &config);
	config_release(&config);
	tty_follow_signal();
	return status;
}
