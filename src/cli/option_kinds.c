/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option_kinds.h"

#include "base/mem.h"
#include "base/number.h"
#include "cli/options.h"
#include "export/file_name.h"
#include "export/selection.h"
#include "load/input/decode.h"
#include "ui/dictionary_command.h"
#include "ui/term/theme.h"

#include <string.h>

#define AUTO "auto" /* what nothing chosen is called */

static bool parse_flag(void *member, const char *value)
{
	(void)value;
	*(bool *)member = true;
	return true;
}

const struct option_kind option_flag = { .parse = parse_flag };

static bool parse_text(void *member, const char *value)
{
	*(const char **)member = value;
	return true;
}

const struct option_kind option_text = { .parse = parse_text };

static bool parse_articles(void *member, const char *value)
{
	return parse_text(member, value) && selection_is_valid(value);
}

const struct option_kind option_articles = { .parse = parse_articles };

static bool parse_format(void *member, const char *value)
{
	enum export_format format = export_format_named(value);

	*(enum export_format *)member = format;
	return format != EXPORT_FORMAT_COUNT;
}

const struct option_kind option_format = { .parse = parse_format };

static bool parse_output(void *member, const char *value)
{
	return parse_text(member, strcmp(value, "-") ? value : NULL) &&
	       *value != '\0';
}

const struct option_kind option_output = { .parse = parse_output };

static bool parse_exact(void *member, const char *value)
{
	(void)value;
	*(unsigned *)member |= 1u << QUERY_EXACT;
	return true;
}

const struct option_kind option_exact = { .parse = parse_exact };

static bool parse_pinyin(void *member, const char *value)
{
	(void)value;
	*(unsigned *)member |= 1u << QUERY_PINYIN;
	return true;
}

const struct option_kind option_pinyin = { .parse = parse_pinyin };

static bool parse_width(void *member, const char *value)
{
	int *width_cols = member;

	*width_cols = (int)number_read(str_from(value), 100000);
	return *width_cols > 0;
}

const struct option_kind option_width = { .parse = parse_width };

/* The index of `value` in `names`, or `count`. */
static int choice_named(const char *value, const char *const *names, int count)
{
	int choice = 0;

	while (choice < count && strcmp(value, names[choice]))
		choice++;
	return choice;
}

static bool parse_yes_no(void *member, const char *value)
{
	static const char *const names[] = { "no", "yes",   "off",
		                             "on", "false", "true" };
	int choice = value ? choice_named(value, names, ARRAY_LEN(names)) : 1;

	*(bool *)member = choice % 2;
	return choice < (int)ARRAY_LEN(names);
}

static void print_yes_no(struct buf *out, const void *member)
{
	buf_add_c(out, *(const bool *)member ? "yes" : "no");
}

const struct option_kind option_yes_no = { parse_yes_no, print_yes_no, true };

static bool parse_no_yes(void *member, const char *value)
{
	bool known = parse_yes_no(member, value);

	*(bool *)member = !*(bool *)member;
	return known;
}

static void print_no_yes(struct buf *out, const void *member)
{
	bool is_on = !*(const bool *)member;

	print_yes_no(out, &is_on);
}

const struct option_kind option_no_yes = { parse_no_yes, print_no_yes, true };

static bool parse_name(void *member, const char *value)
{
	return parse_text(member, value) && file_name_pattern_is_valid(value);
}

static void print_name(struct buf *out, const void *member)
{
	const char *pattern = *(const char *const *)member;

	buf_add_c(out, pattern ? pattern : FILE_NAME_PATTERN);
}

const struct option_kind option_name = { parse_name, print_name, false };

static bool parse_path(void *member, const char *value)
{
	return *value && parse_text(member, strcmp(value, AUTO) ? value : NULL);
}

static void print_auto_text(struct buf *out, const void *member)
{
	const char *text = *(const char *const *)member;

	buf_add_c(out, text ? text : AUTO);
}

const struct option_kind option_path = { parse_path, print_auto_text, false };

static bool parse_command(void *member, const char *value)
{
	return *value && parse_text(member, value);
}

static void print_command(struct buf *out, const void *member)
{
	const char *command = *(const char *const *)member;

	buf_add_c(out, command ? command : DICTIONARY_COMMAND);
}

const struct option_kind option_command = { parse_command, print_command,
	                                    false };

static bool parse_encoding(void *member, const char *value)
{
	return parse_text(member, strcmp(value, AUTO) ? value : NULL) &&
	       (!strcmp(value, AUTO) || decode_knows(value));
}

const struct option_kind option_encoding = { parse_encoding, print_auto_text,
	                                     false };

static bool parse_number(int *number, const char *value, int least, int most)
{
	bool is_auto = !strcmp(value, AUTO);

	*number = is_auto ? 0 : (int)number_read(str_from(value), (size_t)most);
	return is_auto || *number >= least;
}

static void print_number(struct buf *out, const void *member)
{
	int number = *(const int *)member;

	if (number)
		buf_addf(out, "%d", number);
	else
		buf_add_c(out, AUTO);
}

static bool parse_ambiguous(void *member, const char *value)
{
	return parse_number(member, value, 1, 2);
}

const struct option_kind option_ambiguous = { parse_ambiguous, print_number,
	                                      false };

static bool parse_measure(void *member, const char *value)
{
	return parse_number(member, value, MEASURE_LEAST_COLS,
	                    MEASURE_MOST_COLS);
}

const struct option_kind option_measure = { parse_measure, print_number,
	                                    false };

static bool parse_columns(void *member, const char *value)
{
	return parse_number(member, value, 1, COLUMNS_MOST);
}

const struct option_kind option_columns = { parse_columns, print_number,
	                                    false };

static bool parse_breaks(void *member, const char *value)
{
	enum wrap_level level = wrap_level_named(value);

	*(enum wrap_level *)member = level;
	return level < WRAP_LEVELS;
}

static void print_breaks(struct buf *out, const void *member)
{
	buf_add_c(out, wrap_level_name(*(const enum wrap_level *)member));
}

const struct option_kind option_breaks = { parse_breaks, print_breaks, false };

static bool parse_theme(void *member, const char *value)
{
	enum theme theme = theme_named(value);

	*(enum theme *)member = theme;
	return theme < THEMES;
}

static void print_theme(struct buf *out, const void *member)
{
	buf_add_c(out, theme_name(*(const enum theme *)member));
}

const struct option_kind option_theme = { parse_theme, print_theme, false };

static const char *const picture_choices[PICTURES_CHOICES] = {
	[PICTURES_AUTO] = AUTO,
	[PICTURES_FRAME] = "frame",
};

static bool parse_pictures(void *member, const char *value)
{
	int shown = choice_named(value, picture_choices, PICTURES_CHOICES);

	*(enum pictures_shown *)member = (enum pictures_shown)shown;
	return shown < PICTURES_CHOICES;
}

static void print_pictures(struct buf *out, const void *member)
{
	buf_add_c(out, picture_choices[*(const enum pictures_shown *)member]);
}

const struct option_kind option_pictures = { parse_pictures, print_pictures,
	                                     false };
