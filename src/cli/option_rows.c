/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_rows.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "export/file_name.h"
#include "load/input/decode.h"

#include <stdlib.h>
#include <string.h>

static bool set_search(struct options *options, const char *value)
{
	options->pattern = value;
	return true;
}

static bool set_export(struct options *options, const char *value)
{
	options->articles = value;
	return selection_is_well(value);
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

static bool set_name(struct options *options, const char *value)
{
	options->name_pattern = value;
	return name_is_well(value);
}

static bool set_mode(struct options *options, enum query_mode mode)
{
	options->mode = mode;
	options->modes |= 1u << mode;
	return true;
}

static bool set_exact(struct options *options, const char *value)
{
	(void)value;
	return set_mode(options, QUERY_EXACT);
}

static bool set_pinyin(struct options *options, const char *value)
{
	(void)value;
	return set_mode(options, QUERY_PINYIN);
}

static bool set_count(struct options *options, const char *value)
{
	(void)value;
	options->count = true;
	return true;
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

static bool set_upright(struct options *options, const char *value)
{
	(void)value;
	options->as.upright = true;
	return true;
}

static bool set_width(struct options *options, const char *value)
{
	options->as.width_cols = (int)number_read(str_from(value), 100000);
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
	options->ambiguous_cols = strcmp(value, "auto")
	                                  ? (int)number_read(str_from(value), 2)
	                                  : 0;
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

const struct option_row option_rows[] = {
	{ .help = N_("Without a screen:") },
	{ 'l', "list", NULL, N_("print one article a line"), ACTION_LIST,
	  FOR_ALL, NULL, NULL },
	{ 's', "search", N_("TEXT"), N_("print one hit a line"), ACTION_SEARCH,
	  FOR_ALL, set_search, NULL },
	{ 'e', "export", "N",
	  N_("print article N; or 1,4-6, page:2, hits, all"), ACTION_EXPORT,
	  FOR_ALL, set_export,
	  N_("the number of an article, several (1,4-6), page:2, hits or all") },
	{ 'f', "format", N_("FORMAT"), N_("text, markdown, html, json or epub"),
	  ACTION_READ, FOR_FORMAT, set_format,
	  N_("text, markdown, html, json or epub") },
	{ 'o', "output", N_("PATH"),
	  N_("write a file instead; FOLDER/: one an article"), ACTION_READ,
	  FOR_EXPORT, set_output, N_("the path of a file or of a folder") },
	{ 0, "force", NULL, N_("replace a file that is there"), ACTION_READ,
	  FOR_EXPORT, set_force, NULL },
	{ 0, "as-printed", NULL, N_("text, html, epub: keep the printed lines"),
	  ACTION_READ, FOR_EXPORT, set_as_printed, NULL },
	{ 0, "upright", NULL, N_("html, epub: lines downwards (竖排)"),
	  ACTION_READ, FOR_EXPORT, set_upright, NULL },
	{ 0, "width", "N", N_("text: wrap at N cells"), ACTION_READ, FOR_EXPORT,
	  set_width, N_("a number of cells, 1 to 100000") },
	{ 0, "exact", NULL, N_("search: as it is written, folding nothing"),
	  ACTION_READ, FOR_SEARCH, set_exact, NULL },
	{ 0, "pinyin", NULL, N_("search: by the letters of its readings"),
	  ACTION_READ, FOR_SEARCH, set_pinyin, NULL },
	{ 0, "count", NULL, N_("search: print how many hits there are"),
	  ACTION_READ, FOR_SEARCH, set_count, NULL },
	{ 'v', "verbose", NULL, N_("also print what was odd in the input"),
	  ACTION_READ, FOR_ALL, set_verbose, NULL },
	{ .help = N_("Options:") },
	{ 0, "encoding", N_("NAME"),
	  N_("do not guess the encoding of the input"), ACTION_READ, FOR_ALL,
	  set_encoding,
	  N_("UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5, Big5-HKSCS, EUC-JP, Shift_JIS, windows-1252") },
	{ 0, "ambiguous", N_("WIDTH"),
	  N_("cells of “ ” … in this terminal: auto, 1 or 2"), ACTION_READ,
	  FOR_ALL, set_ambiguous, N_("auto, 1 or 2") },
	{ 0, "line-breaks", N_("LEVEL"), N_("禁则: none, basic, gb or strict"),
	  ACTION_READ, FOR_ALL, set_breaks, N_("none, basic, gb or strict") },
	{ 0, "theme", N_("NAME"), N_("colours: auto, dark, light or none"),
	  ACTION_READ, FOR_ALL, set_theme, N_("auto, dark, light or none") },
	{ 0, "plain-marks", NULL,
	  N_("竖排: no vertical forms, for fonts without"), ACTION_READ,
	  FOR_ALL, set_plain_marks, NULL },
	{ 0, "mouse", NULL, N_("click and turn the wheel, too"), ACTION_READ,
	  FOR_ALL, set_mouse, NULL },
	{ 0, "name", N_("PATTERN"),
	  N_("names of files, as %date-%page-%headline.md"), ACTION_READ,
	  FOR_ALL, set_name,
	  N_("text with %date, %paper, %page, %headline or %number, no /, and an ending as -o has it") },
	{ 'h', "help", NULL, N_("print this help"), ACTION_HELP, FOR_ALL, NULL,
	  NULL },
	{ 'V', "version", NULL, N_("print the version"), ACTION_VERSION,
	  FOR_ALL, NULL, NULL },
};

const size_t option_row_count = ARRAY_LEN(option_rows);
