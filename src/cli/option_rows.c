/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_rows.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/option_kinds.h"

#include <assert.h>
#include <stddef.h>

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
	  .kind = &option_text,
	  OPTION(pattern) },
	{ .letter = 'e',
	  .name = "export",
	  .value = "N",
	  .help = N_("print article N; or 1,4-6, page:2, hits, all"),
	  .action = ACTION_EXPORT,
	  .kind = &option_articles,
	  OPTION(articles),
	  .choices = N_(
		  "the number of an article, several (1,4-6), page:2, hits or all") },
	{ .letter = 'f',
	  .name = "format",
	  .value = N_("FORMAT"),
	  .shapes = FOR_FORMAT,
	  .kind = &option_format,
	  OPTION(format) },
	{ .letter = 'o',
	  .name = "output",
	  .value = N_("PATH"),
	  .help = N_("write a file instead; FOLDER/: one an article"),
	  .shapes = FOR_EXPORT,
	  .kind = &option_output,
	  OPTION(output),
	  .choices = N_("the path of a file or of a folder") },
	{ .name = "force",
	  .help = N_("replace a file that is there"),
	  .shapes = FOR_EXPORT,
	  .kind = &option_flag,
	  OPTION(force) },
	{ .name = "as-printed",
	  .help = N_("%s: keep the printed lines"),
	  .shapes = FOR_EXPORT,
	  .kind = &option_flag,
	  OPTION(as.as_printed),
	  .traits = EXPORT_AS_PRINTED },
	{ .name = "upright",
	  .help = N_("%s: lines downwards (竖排)"),
	  .shapes = FOR_EXPORT,
	  .kind = &option_flag,
	  OPTION(as.upright),
	  .traits = EXPORT_UPRIGHT },
	{ .name = "width",
	  .value = "N",
	  .help = N_("%s: wrap at N cells"),
	  .shapes = FOR_EXPORT,
	  .kind = &option_width,
	  OPTION(as.width_cols),
	  .choices = N_("a number of cells, 1 to 100000"),
	  .traits = EXPORT_WIDTH },
	{ .name = "exact",
	  .help = N_("search: as it is written, folding nothing"),
	  .shapes = FOR_SEARCH,
	  .kind = &option_exact,
	  OPTION(modes) },
	{ .name = "pinyin",
	  .help = N_("search: by the letters of its readings"),
	  .shapes = FOR_SEARCH,
	  .kind = &option_pinyin,
	  OPTION(modes) },
	{ .name = "count",
	  .help = N_("search: print how many hits there are"),
	  .shapes = FOR_SEARCH,
	  .kind = &option_flag,
	  OPTION(count) },
	{ .letter = 'v',
	  .name = "verbose",
	  .help = N_("also print what was odd in the input"),
	  .kind = &option_flag,
	  OPTION(verbose) },
	{ .help = N_("Options:") },
	{ .name = "encoding",
	  .value = N_("NAME"),
	  .help = N_("do not guess the encoding of the input"),
	  .kind = &option_encoding,
	  SETTING(encoding),
	  .choices = N_(
		  "auto, UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5, Big5-HKSCS, EUC-JP, Shift_JIS, windows-1252") },
	{ .name = "password-file",
	  .value = N_("FILE"),
	  .help = N_("its first line opens encrypted PDFs"),
	  .kind = &option_text,
	  OPTION(password_file) },
	{ .name = "ambiguous",
	  .value = N_("WIDTH"),
	  .help = N_("cells of “ ” … in this terminal: auto, 1 or 2"),
	  .kind = &option_ambiguous,
	  SETTING(ambiguous_cols),
	  .choices = N_("auto, 1 or 2") },
	{ .name = "line-breaks",
	  .value = N_("LEVEL"),
	  .help = N_("禁则: none, basic, gb or strict"),
	  .kind = &option_breaks,
	  SETTING(breaks),
	  .choices = N_("none, basic, gb or strict") },
	{ .name = "theme",
	  .value = N_("NAME"),
	  .help = N_("colours: auto, dark, light or none"),
	  .kind = &option_theme,
	  SETTING(theme),
	  .choices = N_("auto, dark, light or none") },
	{ .name = "pictures",
	  .value = N_("HOW"),
	  .help = N_("pictures of PDFs: auto (in blocks) or frame"),
	  .kind = &option_pictures,
	  SETTING(pictures),
	  .choices = N_("auto or frame") },
	{ .name = "measure",
	  .value = "N",
	  .help = N_("an article: columns of N cells, or auto"),
	  .kind = &option_measure,
	  SETTING(measure_cols),
	  .choices = N_("auto or a number of cells, 20 to 200") },
	{ .name = "columns",
	  .value = "N",
	  .help = N_("an article: N columns, or auto"),
	  .kind = &option_columns,
	  SETTING(columns),
	  .choices = N_("auto or a number, 1 to 20") },
	{ .name = "plain-marks",
	  .help = N_("竖排: no vertical forms, for fonts without"),
	  .kind = &option_yes_no,
	  SETTING(plain_marks) },
	{ .name = "dictionary-file",
	  .value = N_("FILE"),
	  .help = N_("words of Chinese: CC-CEDICT, or auto"),
	  .kind = &option_path,
	  SETTING(dictionary_file),
	  .choices = N_("auto or the path of a file") },
	{ .name = "dictionary-command",
	  .value = N_("COMMAND"),
	  .help = N_("what is asked for other words"),
	  .kind = &option_command,
	  SETTING(dictionary_command),
	  .choices = N_("a command, to which the word is added") },
	{ .name = "pinyin-line",
	  .help = N_("on words: pinyin above the cursor's line"),
	  .kind = &option_yes_no,
	  SETTING(pinyin_line) },
	{ .name = "mouse",
	  .help = N_("click and turn the wheel, too"),
	  .kind = &option_yes_no,
	  SETTING(mouse) },
	{ .name = "state",
	  .help = N_("keep places, marks and searches (usual)"),
	  .kind = &option_no_yes,
	  SETTING(no_state) },
	{ .name = "name",
	  .value = N_("PATTERN"),
	  .help = N_("names of files, as %date-%page-%headline.md"),
	  .kind = &option_name,
	  SETTING(name_pattern),
	  .choices = N_(
		  "text with %date, %paper, %page, %headline or %number, no /, and an ending as -o has it") },
	{ .name = "config",
	  .value = N_("FILE"),
	  .help = N_("read the settings of this file"),
	  .kind = &option_text,
	  OPTION(config_file) },
	{ .name = "no-config",
	  .help = N_("read no file of settings"),
	  .kind = &option_flag,
	  OPTION(no_config) },
	{ .name = "dump-config",
	  .help = N_("print all settings and keys as such a file"),
	  .action = ACTION_DUMP_CONFIG },
	{ .name = "print-keys",
	  .help = N_("print one command a line, with its keys"),
	  .action = ACTION_PRINT_KEYS },
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

_Static_assert(ARRAY_LEN(option_rows) <= OPTION_ROWS_MOST,
               "a bit of options.given each");

bool option_set(const struct option_row *row, struct options *options,
                const char *value)
{
	return !row->kind ||
	       row->kind->parse((char *)options + row->member, value);
}

bool option_is_setting(const struct option_row *row)
{
	size_t start = offsetof(struct options, settings);

	return row->kind && row->member >= start &&
	       row->member < start + sizeof(struct settings);
}

void option_add_value(struct buf *out, const struct option_row *row,
                      const struct options *options)
{
	assert(option_is_setting(row) && row->kind->print);
	row->kind->print(out, (const char *)options + row->member);
}

bool option_is_given(const struct option_row *row,
                     const struct options *options)
{
	return options->given & UINT64_C(1) << (row - option_rows);
}

const struct option_row *option_named(struct str name)
{
	for (size_t i = 0; i < option_row_count; i++)
		if (option_rows[i].name &&
		    str_equal(str_from(option_rows[i].name), name))
			return &option_rows[i];
	return NULL;
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
	else if (row->kind->has_opposite)
		buf_add_c(out, _("yes or no"));
	else
		add_formats(out);
}
