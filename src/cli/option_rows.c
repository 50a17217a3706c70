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
	{ .letter = 'l',
	  .name = "list",
	  .help = N_("print one article a line"),
	  .action = ACTION_LIST },
	{ .letter = 's',
	  .name = "search",
	  .value = N_("TEXT"),
	  .help = N_("print one hit a line"),
	  .action = ACTION_SEARCH,
	  .set = set_search },
	{ .letter = 'e',
	  .name = "export",
	  .value = "N",
	  .help = N_("print article N; or 1,4-6, page:2, hits, all"),
	  .action = ACTION_EXPORT,
	  .set = set_export,
	  .choices = N_(
		  "the number of an article, several (1,4-6), page:2, hits or all") },
	{ .letter = 'f',
	  .name = "format",
	  .value = N_("FORMAT"),
	  .shapes = FOR_FORMAT,
	  .set = set_format },
	{ .letter = 'o',
	  .name = "output",
	  .value = N_("PATH"),
	  .help = N_("write a file instead; FOLDER/: one an article"),
	  .shapes = FOR_EXPORT,
	  .set = set_output,
	  .choices = N_("the path of a file or of a folder") },
	{ .name = "force",
	  .help = N_("replace a file that is there"),
	  .shapes = FOR_EXPORT,
	  .set = set_force },
	{ .name = "as-printed",
	  .help = N_("%s: keep the printed lines"),
	  .shapes = FOR_EXPORT,
	  .set = set_as_printed,
	  .traits = EXPORT_AS_PRINTED },
	{ .name = "upright",
	  .help = N_("%s: lines downwards (竖排)"),
	  .shapes = FOR_EXPORT,
	  .set = set_upright,
	  .traits = EXPORT_UPRIGHT },
	{ .name = "width",
	  .value = "N",
	  .help = N_("%s: wrap at N cells"),
	  .shapes = FOR_EXPORT,
	  .set = set_width,
	  .choices = N_("a number of cells, 1 to 100000"),
	  .traits = EXPORT_WIDTH },
	{ .name = "exact",
	  .help = N_("search: as it is written, folding nothing"),
	  .shapes = FOR_SEARCH,
	  .set = set_exact },
	{ .name = "pinyin",
	  .help = N_("search: by the letters of its readings"),
	  .shapes = FOR_SEARCH,
	  .set = set_pinyin },
	{ .name = "count",
	  .help = N_("search: print how many hits there are"),
	  .shapes = FOR_SEARCH,
	  .set = set_count },
	{ .letter = 'v',
	  .name = "verbose",
	  .help = N_("also print what was odd in the input"),
	  .set = set_verbose },
	{ .help = N_("Options:") },
	{ .name = "encoding",
	  .value = N_("NAME"),
	  .help = N_("do not guess the encoding of the input"),
	  .set = set_encoding,
	  .choices = N_(
		  "UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5, Big5-HKSCS, EUC-JP, Shift_JIS, windows-1252") },
	{ .name = "ambiguous",
	  .value = N_("WIDTH"),
	  .help = N_("cells of “ ” … in this terminal: auto, 1 or 2"),
	  .set = set_ambiguous,
	  .choices = N_("auto, 1 or 2") },
	{ .name = "line-breaks",
	  .value = N_("LEVEL"),
	  .help = N_("禁则: none, basic, gb or strict"),
	  .set = set_breaks,
	  .choices = N_("none, basic, gb or strict") },
	{ .name = "theme",
	  .value = N_("NAME"),
	  .help = N_("colours: auto, dark, light or none"),
	  .set = set_theme,
	  .choices = N_("auto, dark, light or none") },
	{ .name = "plain-marks",
	  .help = N_("竖排: no vertical forms, for fonts without"),
	  .set = set_plain_marks },
	{ .name = "mouse",
	  .help = N_("click and turn the wheel, too"),
	  .set = set_mouse },
	{ .name = "name",
	  .value = N_("PATTERN"),
	  .help = N_("names of files, as %date-%page-%headline.md"),
	  .set = set_name,
	  .choices = N_(
		  "text with %date, %paper, %page, %headline or %number, no /, and an ending as -o has it") },
	{ .letter = 'h',
	  .name = "help",
	  .help = N_("print this help"),
	  .action = ACTION_HELP },
	{ .letter = 'V',
	  .name = "version",
	  .help = N_("print the version"),
	  .action = ACTION_VERSION },
};

const size_t option_row_count = ARRAY_LEN(option_rows);

_Static_assert(ARRAY_LEN(option_rows) <= 64, "a bit of options.given each");

static void add_formats(struct buf *out)
{
	export_add_names(out, 0, _(" or "));
}

void option_add_help(struct buf *out, const struct option_row *row)
{
	struct buf names;

	if (!row->help || !row->traits) {
		if (row->help)
			buf_add_c(out, _(row->help));
		else
			add_formats(out);
		return;
	}
	buf_init(&names);
	export_add_names(&names, row->traits, _(", "));
	buf_addf(out, _(row->help), names.ptr);
	buf_release(&names);
}

void option_add_choices(struct buf *out, const struct option_row *row)
{
	if (row->choices)
		buf_add_c(out, _(row->choices));
	else
		add_formats(out);
}
