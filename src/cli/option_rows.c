/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_rows.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "export/file_name.h"
#include "load/input/decode.h"
#include "ui/term/theme.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Each of these sets a member of struct options; false: the value is none. */

static bool parse_flag(void *member, const char *value)
{
	(void)value;
	*(bool *)member = true;
	return true;
}

static bool parse_text(void *member, const char *value)
{
	*(const char **)member = value;
	return true;
}

static bool parse_articles(void *member, const char *value)
{
	return parse_text(member, value) && selection_is_valid(value);
}

static bool parse_format(void *member, const char *value)
{
	enum export_format format = export_format_named(value);

	*(enum export_format *)member = format;
	return format != EXPORT_FORMAT_COUNT;
}

static bool parse_output(void *member, const char *value)
{
	return parse_text(member, strcmp(value, "-") ? value : NULL) &&
	       *value != '\0';
}

static bool parse_name(void *member, const char *value)
{
	return parse_text(member, value) && file_name_pattern_is_valid(value);
}

static bool parse_exact(void *member, const char *value)
{
	(void)value;
	*(unsigned *)member |= 1u << QUERY_EXACT;
	return true;
}

static bool parse_pinyin(void *member, const char *value)
{
	(void)value;
	*(unsigned *)member |= 1u << QUERY_PINYIN;
	return true;
}

static bool parse_width(void *member, const char *value)
{
	int *width_cols = member;

	*width_cols = (int)number_read(str_from(value), 100000);
	return *width_cols > 0;
}

static bool parse_encoding(void *member, const char *value)
{
	return parse_text(member, value) && decode_knows(value);
}

static bool parse_ambiguous(void *member, const char *value)
{
	int *ambiguous_cols = member;
	bool is_auto = !strcmp(value, "auto");

	*ambiguous_cols = is_auto ? 0 : (int)number_read(str_from(value), 2);
	return is_auto || *ambiguous_cols;
}

static bool parse_breaks(void *member, const char *value)
{
	enum wrap_level level = wrap_level_named(value);

	*(enum wrap_level *)member = level;
	return level < WRAP_LEVELS;
}

static bool parse_theme(void *member, const char *value)
{
	enum theme theme = theme_named(value);

	*(enum theme *)member = theme;
	return theme < THEMES;
}

static bool parse_pictures(void *member, const char *value)
{
	static const char *const names[PICTURES_CHOICES] = {
		[PICTURES_AUTO] = "auto",
		[PICTURES_FRAME] = "frame",
	};
	int shown = 0;

	while (shown < PICTURES_CHOICES && strcmp(value, names[shown]))
		shown++;
	*(enum pictures_shown *)member = (enum pictures_shown)shown;
	return shown < PICTURES_CHOICES;
}

/* Where a row puts its value. */
#define OPTION(name)  .member = offsetof(struct options, name)
#define SETTING(name) .member = offsetof(struct options, settings.name)

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
	  .parse = parse_text,
	  OPTION(pattern) },
	{ .letter = 'e',
	  .name = "export",
	  .value = "N",
	  .help = N_("print article N; or 1,4-6, page:2, hits, all"),
	  .action = ACTION_EXPORT,
	  .parse = parse_articles,
	  OPTION(articles),
	  .choices = N_(
		  "the number of an article, several (1,4-6), page:2, hits or all") },
	{ .letter = 'f',
	  .name = "format",
	  .value = N_("FORMAT"),
	  .shapes = FOR_FORMAT,
	  .parse = parse_format,
	  OPTION(format) },
	{ .letter = 'o',
	  .name = "output",
	  .value = N_("PATH"),
	  .help = N_("write a file instead; FOLDER/: one an article"),
	  .shapes = FOR_EXPORT,
	  .parse = parse_output,
	  OPTION(output),
	  .choices = N_("the path of a file or of a folder") },
	{ .name = "force",
	  .help = N_("replace a file that is there"),
	  .shapes = FOR_EXPORT,
	  .parse = parse_flag,
	  OPTION(force) },
	{ .name = "as-printed",
	  .help = N_("%s: keep the printed lines"),
	  .shapes = FOR_EXPORT,
	  .parse = parse_flag,
	  OPTION(as.as_printed),
	  .traits = EXPORT_AS_PRINTED },
	{ .name = "upright",
	  .help = N_("%s: lines downwards (竖排)"),
	  .shapes = FOR_EXPORT,
	  .parse = parse_flag,
	  OPTION(as.upright),
	  .traits = EXPORT_UPRIGHT },
	{ .name = "width",
	  .value = "N",
	  .help = N_("%s: wrap at N cells"),
	  .shapes = FOR_EXPORT,
	  .parse = parse_width,
	  OPTION(as.width_cols),
	  .choices = N_("a number of cells, 1 to 100000"),
	  .traits = EXPORT_WIDTH },
	{ .name = "exact",
	  .help = N_("search: as it is written, folding nothing"),
	  .shapes = FOR_SEARCH,
	  .parse = parse_exact,
	  OPTION(modes) },
	{ .name = "pinyin",
	  .help = N_("search: by the letters of its readings"),
	  .shapes = FOR_SEARCH,
	  .parse = parse_pinyin,
	  OPTION(modes) },
	{ .name = "count",
	  .help = N_("search: print how many hits there are"),
	  .shapes = FOR_SEARCH,
	  .parse = parse_flag,
	  OPTION(count) },
	{ .letter = 'v',
	  .name = "verbose",
	  .help = N_("also print what was odd in the input"),
	  .parse = parse_flag,
	  OPTION(verbose) },
	{ .help = N_("Options:") },
	{ .name = "encoding",
	  .value = N_("NAME"),
	  .help = N_("do not guess the encoding of the input"),
	  .parse = parse_encoding,
	  SETTING(encoding),
	  .choices = N_(
		  "UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5, Big5-HKSCS, EUC-JP, Shift_JIS, windows-1252") },
	{ .name = "password-file",
	  .value = N_("FILE"),
	  .help = N_("its first line opens encrypted PDFs"),
	  .parse = parse_text,
	  OPTION(password_file) },
	{ .name = "ambiguous",
	  .value = N_("WIDTH"),
	  .help = N_("cells of “ ” … in this terminal: auto, 1 or 2"),
	  .parse = parse_ambiguous,
	  SETTING(ambiguous_cols),
	  .choices = N_("auto, 1 or 2") },
	{ .name = "line-breaks",
	  .value = N_("LEVEL"),
	  .help = N_("禁则: none, basic, gb or strict"),
	  .parse = parse_breaks,
	  SETTING(breaks),
	  .choices = N_("none, basic, gb or strict") },
	{ .name = "theme",
	  .value = N_("NAME"),
	  .help = N_("colours: auto, dark, light or none"),
	  .parse = parse_theme,
	  SETTING(theme),
	  .choices = N_("auto, dark, light or none") },
	{ .name = "pictures",
	  .value = N_("HOW"),
	  .help = N_("pictures of PDFs: auto (in blocks) or frame"),
	  .parse = parse_pictures,
	  SETTING(pictures),
	  .choices = N_("auto or frame") },
	{ .name = "plain-marks",
	  .help = N_("竖排: no vertical forms, for fonts without"),
	  .parse = parse_flag,
	  SETTING(plain_marks) },
	{ .name = "mouse",
	  .help = N_("click and turn the wheel, too"),
	  .parse = parse_flag,
	  SETTING(mouse) },
	{ .name = "no-state",
	  .help = N_("keep no places, marks and searches"),
	  .parse = parse_flag,
	  SETTING(no_state) },
	{ .name = "name",
	  .value = N_("PATTERN"),
	  .help = N_("names of files, as %date-%page-%headline.md"),
	  .parse = parse_name,
	  SETTING(name_pattern),
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

bool option_set(const struct option_row *row, struct options *options,
                const char *value)
{
	return !row->parse || row->parse((char *)options + row->member, value);
}

bool option_is_setting(const struct option_row *row)
{
	size_t start = offsetof(struct options, settings);

	return row->parse && row->member >= start &&
	       row->member < start + sizeof(struct settings);
}

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
