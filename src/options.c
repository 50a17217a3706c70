/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "text/neutralise.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_AS_PRINTED = 256,
	OPT_WIDTH,
	OPT_ENCODING,
	OPT_AMBIGUOUS,
	OPT_FORCE
};

static const struct option longs[] = {
	{ "list", no_argument, NULL, 'l' },
	{ "search", required_argument, NULL, 's' },
	{ "export", required_argument, NULL, 'e' },
	{ "format", required_argument, NULL, 'f' },
	{ "output", required_argument, NULL, 'o' },
	{ "as-printed", no_argument, NULL, OPT_AS_PRINTED },
	{ "width", required_argument, NULL, OPT_WIDTH },
	{ "encoding", required_argument, NULL, OPT_ENCODING },
	{ "ambiguous", required_argument, NULL, OPT_AMBIGUOUS },
	{ "force", no_argument, NULL, OPT_FORCE },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

const char *options_help(void)
{
	return _("Usage: baolan [OPTION]... [FILE]...\n"
	         "Read a newspaper issue in the terminal; without FILE, the "
	         "bundled one.\n"
	         "\n"
	         "A FILE is a page or an issue; several are the pages of one "
	         "issue, a folder is\n"
	         "all its page files, - is standard input.\n"
	         "\n"
	         "Without a screen:\n"
	         "  -l, --list             print one article a line\n"
	         "  -s, --search=TEXT      print one hit a line\n"
	         "  -e, --export=N         print article N, or all\n"
	         "  -f, --format=FORMAT    text, markdown, html or json\n"
	         "  -o, --output=PATH      write a file instead\n"
	         "      --force            replace a file that is there\n"
	         "      --as-printed       text: keep the printed lines\n"
	         "      --width=N          text: wrap at N cells\n"
	         "  -v, --verbose          also print what was odd in the "
	         "input\n"
	         "\n"
	         "Options:\n"
	         "      --encoding=NAME    do not guess the encoding of the "
	         "input\n"
	         "      --ambiguous=WIDTH  cells of “ ” … in this terminal: "
	         "auto, 1 or 2\n"
	         "  -h, --help             print this help\n"
	         "  -V, --version          print the version\n"
	         "\n"
	         "Exit status: 0 done, 1 not read, not written or nothing "
	         "found, 2 wrong usage.\n");
}

/* The number `text` is, from 1 to `most`; 0 when it is none. */
static size_t read_number(const char *text, size_t most)
{
	char *end;
	unsigned long long number;

	errno = 0;
	number = strtoull(text, &end, 10);
	if (errno || *end || text[0] < '0' || text[0] > '9' || number > most)
		return 0;
	return (size_t)number;
}

static char *wrong_value(const char *option, const char *value)
{
	char *safe = neutralised(value);
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: option, its value */
	buf_addf(&text, _("--%s cannot be '%s'"), option, safe);
	free(safe);
	return buf_steal(&text);
}

static bool set_export(struct options *options, const char *value)
{
	options->action = ACTION_EXPORT;
	options->article =
		strcmp(value, "all") ? read_number(value, SIZE_MAX - 1) : NPOS;
	return options->article != 0;
}

static bool set_ambiguous(struct options *options, const char *value)
{
	options->ambiguous_cols =
		strcmp(value, "auto") ? (int)read_number(value, 2) : 0;
	return options->ambiguous_cols || !strcmp(value, "auto");
}

static bool set_format(struct options *options, const char *value)
{
	options->format = export_format_named(value);
	return options->format != EXPORT_FORMAT_COUNT;
}

static bool set_width(struct options *options, const char *value)
{
	options->as.width_cols = (int)read_number(value, 100000);
	return options->as.width_cols > 0;
}

/* Options that only set something; false for the others. */
static bool set_plain(struct options *options, int option, const char *value)
{
	switch (option) {
	case 'l':
		options->action = ACTION_LIST;
		return true;
	case 's':
		options->action = ACTION_SEARCH;
		options->pattern = value;
		return true;
	case 'o':
		options->output = value;
		return true;
	case 'v':
		options->verbose = true;
		return true;
	case 'h':
		options->action = ACTION_HELP;
		return true;
	case 'V':
		options->action = ACTION_VERSION;
		return true;
	case OPT_AS_PRINTED:
		options->as.as_printed = true;
		return true;
	case OPT_ENCODING:
		options->encoding = value;
		return true;
	case OPT_FORCE:
		options->force = true;
		return true;
	}
	return false;
}

static bool set_option(struct options *options, int option, const char *value,
                       char **error)
{
	static const struct {
		int option;
		const char *name;
		bool (*set)(struct options *options, const char *value);
	} setters[] = {
		{ 'e', "export", set_export },
		{ 'f', "format", set_format },
		{ OPT_WIDTH, "width", set_width },
		{ OPT_AMBIGUOUS, "ambiguous", set_ambiguous },
	};

	if (set_plain(options, option, value))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(setters); i++) {
		if (setters[i].option != option)
			continue;
		if (setters[i].set(options, value))
			return true;
		*error = wrong_value(setters[i].name, value);
	}
	return false;
}

/* What getopt did not take. */
static char *wrong_option(char *argv[], int option)
{
	char *safe = neutralised(argv[optind - 1]);
	struct buf text;

	buf_init(&text);
	if (option == ':')
		buf_addf(&text, _("option '%s' needs a value"), safe);
	else
		buf_addf(&text, _("there is no option '%s'"), safe);
	free(safe);
	return buf_steal(&text);
}

bool options_read(struct options *options, int argc, char *argv[], char **error)
{
	int option;

	*options = (struct options){ .article = NPOS,
		                     .format = EXPORT_FORMAT_COUNT,
		                     .as = { .ambiguous_cols = 1 } };
	*error = NULL;
	optind = 0;
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":ls:e:f:o:vhV", longs,
	                             NULL)) != -1) {
		if (option == '?' || option == ':') {
			*error = wrong_option(argv, option);
			return false;
		}
		if (!set_option(options, option, optarg, error))
			return false;
	}
	options->files = (const char *const *)(argv + optind);
	options->file_count = (size_t)(argc - optind);
	if (options->ambiguous_cols)
		options->as.ambiguous_cols = options->ambiguous_cols;
	if (options->format == EXPORT_FORMAT_COUNT && options->output)
		options->format = export_format_for(options->output);
	else if (options->format == EXPORT_FORMAT_COUNT)
		options->format = EXPORT_TEXT;
	return true;
}
