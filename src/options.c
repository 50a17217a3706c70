/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "load/decode.h"
#include "text/glyph.h"
#include "text/neutralise.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define HELP_COL 25

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

static bool set_search(struct options *options, const char *value)
{
	options->pattern = value;
	return true;
}

static bool set_export(struct options *options, const char *value)
{
	options->article =
		strcmp(value, "all") ? read_number(value, SIZE_MAX - 1) : NPOS;
	return options->article != 0;
}

static bool set_format(struct options *options, const char *value)
{
	options->format = export_format_named(value);
	return options->format != EXPORT_FORMAT_COUNT;
}

static bool set_output(struct options *options, const char *value)
{
	options->output = strcmp(value, "-") ? value : NULL;
	return *value != '\0';
}

static bool set_force(struct options *options, const char *value)
{
	(void)value;
	options->force = true;
	return true;
}

static bool set_as_printed(struct options *options, const char *value)
{
	(void)value;
	options->as.as_printed = true;
	return true;
}

static bool set_width(struct options *options, const char *value)
{
	options->as.width_cols = (int)read_number(value, 100000);
	return options->as.width_cols > 0;
}

static bool set_verbose(struct options *options, const char *value)
{
	(void)value;
	options->verbose = true;
	return true;
}

static bool set_encoding(struct options *options, const char *value)
{
	options->encoding = value;
	return decode_knows(value);
}

static bool set_ambiguous(struct options *options, const char *value)
{
	options->ambiguous_cols =
		strcmp(value, "auto") ? (int)read_number(value, 2) : 0;
	return options->ambiguous_cols || !strcmp(value, "auto");
}

static bool set_breaks(struct options *options, const char *value)
{
	options->breaks = options->as.breaks = wrap_level_named(value);
	return options->breaks < WRAP_LEVELS;
}

static bool set_theme(struct options *options, const char *value)
{
	options->theme = theme_named(value);
	return options->theme < THEMES;
}

static bool set_plain_marks(struct options *options, const char *value)
{
	(void)value;
	options->plain_marks = true;
	return true;
}

static bool set_mouse(struct options *options, const char *value)
{
	(void)value;
	options->mouse = true;
	return true;
}

/* One row an option: what is read and what --help says.  A row without a name
 * is a heading of the help. */
static const struct row {
	int letter; /* 0: has only a name */
	const char *name;
	const char *value; /* NULL: takes none */
	const char *help;
	enum action action; /* what it asks for, or ACTION_READ */
	bool shapes_export; /* means nothing without --export */
	bool (*set)(struct options *options, const char *value);
	const char *choices; /* what the value can be, for who wrote another */
} rows[] = {
	{ .help = N_("Without a screen:") },
	{ 'l', "list", NULL, N_("print one article a line"), ACTION_LIST, false,
	  NULL, NULL },
	{ 's', "search", N_("TEXT"), N_("print one hit a line"), ACTION_SEARCH,
	  false, set_search, NULL },
	{ 'e', "export", "N", N_("print article N, or all"), ACTION_EXPORT,
	  false, set_export, N_("the number of an article, or all") },
	{ 'f', "format", N_("FORMAT"), N_("text, markdown, html or json"),
	  ACTION_READ, true, set_format, N_("text, markdown, html or json") },
	{ 'o', "output", N_("PATH"), N_("write a file instead"), ACTION_READ,
	  true, set_output, N_("the path of a file") },
	{ 0, "force", NULL, N_("replace a file that is there"), ACTION_READ,
	  true, set_force, NULL },
	{ 0, "as-printed", NULL, N_("text: keep the printed lines"),
	  ACTION_READ, true, set_as_printed, NULL },
	{ 0, "width", "N", N_("text: wrap at N cells"), ACTION_READ, true,
	  set_width, N_("a number of cells, 1 to 100000") },
	{ 'v', "verbose", NULL, N_("also print what was odd in the input"),
	  ACTION_READ, false, set_verbose, NULL },
	{ .help = N_("Options:") },
	{ 0, "encoding", N_("NAME"),
	  N_("do not guess the encoding of the input"), ACTION_READ, false,
	  set_encoding,
	  N_("UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5, Big5-HKSCS, EUC-JP, Shift_JIS, windows-1252") },
	{ 0, "ambiguous", N_("WIDTH"),
	  N_("cells of “ ” … in this terminal: auto, 1 or 2"), ACTION_READ,
	  false, set_ambiguous, N_("auto, 1 or 2") },
	{ 0, "line-breaks", N_("LEVEL"), N_("禁则: none, basic, gb or strict"),
	  ACTION_READ, false, set_breaks, N_("none, basic, gb or strict") },
	{ 0, "theme", N_("NAME"), N_("colours: auto, dark, light or none"),
	  ACTION_READ, false, set_theme, N_("auto, dark, light or none") },
	{ 0, "plain-marks", NULL,
	  N_("竖排: no vertical forms, for fonts without"), ACTION_READ, false,
	  set_plain_marks, NULL },
	{ 0, "mouse", NULL, N_("click and turn the wheel, too"), ACTION_READ,
	  false, set_mouse, NULL },
	{ 'h', "help", NULL, N_("print this help"), ACTION_HELP, false, NULL,
	  NULL },
	{ 'V', "version", NULL, N_("print the version"), ACTION_VERSION, false,
	  NULL, NULL },
};

/* getopt says which row it found by a number beyond all letters. */
enum {
	CODE_FIRST = 256
};

static int row_code(const struct row *row)
{
	return row->letter ? row->letter : CODE_FIRST + (int)(row - rows);
}

static const struct row *row_of(int code)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (rows[i].name && row_code(&rows[i]) == code)
			return &rows[i];
	return NULL;
}

/* The rows as getopt_long() wants them. */
static void describe(struct buf *letters, struct option *longs)
{
	/* Errors are ours to tell. */
	buf_add_byte(letters, ':');
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct row *row = &rows[i];

		if (!row->name)
			continue;
		*longs++ = (struct option){
			.name = row->name,
			.has_arg = row->value ? required_argument : no_argument,
			.val = row_code(row),
		};
		if (row->letter) {
			buf_add_byte(letters, (char)row->letter);
			buf_add_c(letters, row->value ? ":" : "");
		}
	}
	*longs = (struct option){ 0 };
}

static void add_row_help(struct buf *out, const struct row *row)
{
	size_t start = out->len;

	if (row->letter)
		buf_addf(out, "  -%c, --%s", row->letter, row->name);
	else
		buf_addf(out, "      --%s", row->name);
	if (row->value)
		buf_addf(out, "=%s", _(row->value));
	do
		buf_add_byte(out, ' ');
	while (text_cols_between(buf_str(out), start, out->len, 1) < HELP_COL);
	buf_addf(out, "%s\n", _(row->help));
}

void options_help(struct buf *out)
{
	buf_add_c(
		out,
		_("Usage: baolan [OPTION]... [FILE]...\n"
	          "Read a newspaper issue in the terminal; without FILE, the "
	          "bundled one.\n"
	          "\n"
	          "A FILE is a page or an issue; several are the pages of one "
	          "issue, a folder is\n"
	          "all its page files, - is standard input.\n"));
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (rows[i].name)
			add_row_help(out, &rows[i]);
		else
			buf_addf(out, "\n%s\n", _(rows[i].help));
	buf_add_c(out, _("\nExit status: 0 done, 1 not read, not written or "
	                 "nothing found, 2 wrong usage.\n"));
}

static char *sentence(const char *format, const char *option, const char *value)
{
	char *safe_option = neutralised(option);
	char *safe_value = neutralised(value);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, format, safe_option, safe_value);
	free(safe_option);
	free(safe_value);
	return buf_steal(&text);
}

/* What getopt did not take.  A letter may stand in a word with others, which
 * optind has not passed yet. */
static char *wrong_option(char *argv[], int found)
{
	const char letter[] = { '-', (char)optopt, '\0' };

	if (found == ':')
		return sentence(_("option '%s' needs a value"),
		                argv[optind - 1], "");
	if (!optopt)
		return sentence(_("there is no option '%s'"), argv[optind - 1],
		                "");
	if (!row_of(optopt))
		return sentence(_("there is no option '%s'"), letter, "");
	return sentence(_("option '--%s' takes no value"), row_of(optopt)->name,
	                "");
}

static char *wrong_value(const struct row *row, const char *value)
{
	/* TRANSLATORS: option, its value */
	char *wrong = sentence(_("--%s cannot be '%s'"), row->name, value);
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: what is wrong, what would be right */
	buf_addf(&text, _("%s; it can be: %s"), wrong, _(row->choices));
	free(wrong);
	return buf_steal(&text);
}

/* Sets what the option says; else the sentence that says why not. */
static char *take(struct options *options, const struct row *row,
                  const char *value)
{
	if (row->set && !row->set(options, value))
		return wrong_value(row, value);
	if (row->action == ACTION_READ)
		return NULL;
	if (options->action != ACTION_READ && options->action != row->action &&
	    row->action != ACTION_HELP && row->action != ACTION_VERSION)
		return sentence(_("--%s does not go with another action"),
		                row->name, "");
	options->action = row->action;
	return NULL;
}

static char *read_all(struct options *options, int argc, char *argv[],
                      const char *letters, const struct option *longs)
{
	const struct row *shape = NULL;
	int found;

	while ((found = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		const struct row *row = row_of(found);
		char *error = row ? take(options, row, optarg)
		                  : wrong_option(argv, found);

		if (error || options->action == ACTION_HELP ||
		    options->action == ACTION_VERSION)
			return error;
		if (row->shapes_export)
			shape = row;
	}
	if (shape && options->action != ACTION_EXPORT)
		return sentence(_("--%s needs --export"), shape->name, "");
	return NULL;
}

/* Not as printed and set anew, nor either in a format that is not text. */
static char *check_shape(const struct options *options)
{
	const char *shape = options->as.as_printed   ? "as-printed"
	                    : options->as.width_cols ? "width"
	                                             : NULL;

	if (shape && options->format != EXPORT_TEXT)
		return sentence(_("--%s is for the format text"), shape, "");
	if (options->as.as_printed && options->as.width_cols)
		return sentence(_("--%s does not go with --%s"), "as-printed",
		                "width");
	return NULL;
}

bool options_read(struct options *options, int argc, char *argv[], char **error)
{
	struct option longs[ARRAY_LEN(rows) + 1];
	struct buf letters;

	*options = (struct options){ .article = NPOS,
		                     .format = EXPORT_FORMAT_COUNT,
		                     .as = { .ambiguous_cols = 1 } };
	buf_init(&letters);
	describe(&letters, longs);
	optind = 0;
	opterr = 0;
	*error = read_all(options, argc, argv, letters.ptr, longs);
	buf_release(&letters);
	options->files = (const char *const *)(argv + optind);
	options->file_count = (size_t)(argc - optind);
	if (options->ambiguous_cols)
		options->as.ambiguous_cols = options->ambiguous_cols;
	if (options->format == EXPORT_FORMAT_COUNT)
		options->format = options->output
		                          ? export_format_for(options->output)
		                          : EXPORT_TEXT;
	if (!*error)
		*error = check_shape(options);
	return !*error;
}
