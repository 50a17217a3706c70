/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/file_name.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "export/export.h"
#include "export/short_headline.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define PATTERN_BYTES 160
#define HEADLINE_COLS 40
#define FIELD_CHARS   40
#define NAME_BYTES    200
#define TAIL_BYTES    16 /* for a number and an extension */

/* May the character stand in a file name on any system, and is it visible? */
static bool file_name_is_safe(ucs4_t c)
{
	return !char_is_hostile(c) &&
	       !uc_is_property_default_ignorable_code_point(c) && c != '/' &&
	       c != '\\' && c != ':' && c != '*' && c != '?' && c != '"' &&
	       c != '<' && c != '>' && c != '|' && c != 0xfffd;
}

/* Appends the safe characters of a text, at most `most_chars` and as many as the name
 * has room for. */
static void file_name_add_safe(struct buf *name, struct str text,
                               size_t most_chars)
{
	size_t len = 0, chars = 0;
	uint8_t *norm = u8_normalize(UNINORM_NFC, (const uint8_t *)text.ptr,
	                             text.len, NULL, &len);

	if (!norm && errno == ENOMEM)
		mem_none();
	for (size_t at = 0; norm && at < len && chars < most_chars;) {
		ucs4_t c;

		at += utf8_next((struct str){ (const char *)norm, len }, at,
		                &c);
		if (!file_name_is_safe(c) ||
		    name->len + 4 > NAME_BYTES - TAIL_BYTES)
			continue;
		/* A leading dot hides a file, a leading dash is an option. */
		if (!name->len && (c == '.' || c == '-' || c == ' '))
			continue;
		buf_add_uc(name, c);
		chars++;
	}
	free(norm);
}

static void file_name_add_date(struct buf *out, const struct issue *issue,
                               size_t article)
{
	buf_add(out, article == NPOS
	                     ? issue->date
	                     : issue_page_date(issue,
	                                       issue->articles[article].page));
}

static void file_name_add_paper(struct buf *out, const struct issue *issue,
                                size_t article)
{
	buf_add(out, article == NPOS
	                     ? issue->title
	                     : issue_page_title(issue,
	                                        issue->articles[article].page));
}

static void file_name_add_page(struct buf *out, const struct issue *issue,
                               size_t article)
{
	const struct page *page;

	if (article == NPOS)
		return;
	page = &issue->pages[issue->articles[article].page];
	if (page->label.len)
		buf_add(out, page->label);
	else
		/* TRANSLATORS: number of a page, in the name of a file */
		buf_addf(out, _("p%zu"), page->number);
}

static void file_name_add_headline(struct buf *out, const struct issue *issue,
                                   size_t article)
{
	if (article != NPOS)
		short_headline_add(out, issue, article, HEADLINE_COLS);
}

static void file_name_add_number(struct buf *out, const struct issue *issue,
                                 size_t article)
{
	(void)issue;
	if (article != NPOS)
		buf_addf(out, "%zu", article + 1);
}

static const struct {
	const char *name;
	size_t most_chars;
	void (*add)(struct buf *out, const struct issue *issue, size_t article);
} fields[] = {
	{ "%date", FIELD_CHARS, file_name_add_date },
	{ "%paper", FIELD_CHARS, file_name_add_paper },
	{ "%page", FIELD_CHARS, file_name_add_page },
	{ "%headline", FIELD_CHARS, file_name_add_headline },
	{ "%number", FIELD_CHARS, file_name_add_number },
};

/* The field that stands at the head of `text`, or ARRAY_LEN(fields). */
static size_t file_name_field_at(struct str text)
{
	size_t i = 0;

	while (i < ARRAY_LEN(fields) &&
	       !str_starts(text, str_from(fields[i].name)))
		i++;
	return i;
}

bool file_name_pattern_is_valid(const char *pattern)
{
	size_t found = 0, len = 0;

	while ((unsigned char)pattern[len] >= ' ' && pattern[len] != '\x7f')
		len++;
	if (pattern[len] || len > PATTERN_BYTES)
		return false;

	for (const char *at = strchr(pattern, '%'); at;
	     at = strchr(at + 1, '%')) {
		if (file_name_field_at(str_from(at)) == ARRAY_LEN(fields))
			return false;
		found++;
	}
	return found && !strchr(pattern, '/') &&
	       export_format_for(pattern) != EXPORT_FORMAT_COUNT;
}

/* Appends the values of the fields and the text between them; text before a field
 * without a value is left out. */
static void file_name_add_pattern(struct buf *name, const struct issue *issue,
                                  size_t article, struct str pattern)
{
	bool begun = false;
	struct buf between, value;

	buf_init(&between);
	buf_init(&value);
	for (size_t at = 0; at < pattern.len;) {
		size_t i =
			file_name_field_at(str_slice(pattern, at, pattern.len));

		if (i == ARRAY_LEN(fields)) {
			buf_add_byte(&between, pattern.ptr[at++]);
			continue;
		}
		at += strlen(fields[i].name);
		buf_clear(&value);
		fields[i].add(&value, issue, article);
		if (value.len && (name->len || !begun))
			file_name_add_safe(name, buf_str(&between),
			                   FIELD_CHARS);
		file_name_add_safe(name, buf_str(&value), fields[i].most_chars);
		buf_clear(&between);
		begun = true;
	}
	file_name_add_safe(name, buf_str(&between), FIELD_CHARS);
	buf_release(&between);
	buf_release(&value);
}

/* Composes what dropped characters and the ends of values kept apart.  The parts are in NFC,
 * so the name gets no longer. */
static void file_name_compose(struct buf *name)
{
	size_t len = 0;
	uint8_t *norm = u8_normalize(UNINORM_NFC, (const uint8_t *)name->ptr,
	                             name->len, NULL, &len);

	if (!norm && errno == ENOMEM)
		mem_none();
	if (!norm)
		return;
	buf_clear(name);
	buf_add(name, (struct str){ (const char *)norm, len });
	free(norm);
}

const char *file_name_pattern_extension(const char *pattern)
{
	const char *dot = export_ending(pattern);

	if (!dot)
		dot = strrchr(pattern, '.');
	return dot && !strchr(dot, '%') ? dot : NULL;
}

static struct str file_name_without_extension(const char *pattern)
{
	const char *dot = file_name_pattern_extension(pattern);

	return dot ? (struct str){ pattern, (size_t)(dot - pattern) }
	           : str_from(pattern);
}

/* Appends the name of the first file, without folders and extension. */
static void file_name_add_file(struct buf *name, const struct issue *issue)
{
	struct str file;
	size_t end;

	if (!issue->file_count || str_equal(issue->files[0].name, STR("-")))
		return;
	file = str_base_name(issue->files[0].name);
	end = file.len;
	while (end && file.ptr[end - 1] != '.')
		end--;
	file_name_add_safe(name, str_slice(file, 0, end ? end - 1 : file.len),
	                   FIELD_CHARS);
}

/* Is the text the number of a port, as in COM1: a digit, perhaps superscript? */
static bool file_name_is_port(const char *text, size_t len)
{
	static const char *const raised[] = { "¹", "²", "³" };

	for (size_t i = 0; i < ARRAY_LEN(raised); i++)
		if (len == strlen(raised[i]) && !memcmp(text, raised[i], len))
			return true;
	return len == 1 && *text >= '0' && *text <= '9';
}

/* Windows cannot have a file whose name up to the first dot is that of a DOS device:
 * such a name gets an underscore there. */
static void file_name_avoid_device(struct buf *name)
{
	static const char *const devices[] = { "CON",    "PRN",     "AUX",
		                               "NUL",    "COM",     "LPT",
		                               "CONIN$", "CONOUT$", "CLOCK$" };
	size_t dot = str_find(buf_str(name), STR("."), 0);
	size_t end = dot == NPOS ? name->len : dot;
	struct buf rest;

	while (end && name->ptr[end - 1] == ' ')
		end--;
	for (size_t i = 0; i < ARRAY_LEN(devices); i++) {
		size_t len = strlen(devices[i]);
		bool port = !strcmp(devices[i], "COM") ||
		            !strcmp(devices[i], "LPT");

		if (len > end || strncasecmp(name->ptr, devices[i], len) ||
		    (port ? !file_name_is_port(name->ptr + len, end - len)
		          : end != len))
			continue;
		buf_init(&rest);
		buf_add(&rest, str_slice(buf_str(name), end, name->len));
		name->len = end;
		buf_addf(name, "_%s", rest.ptr ? rest.ptr : "");
		buf_release(&rest);
		return;
	}
}

/* Appends the extension.  A name whose own end would make it that of another format, as
 * .csl does of .json, gets an underscore before. */
static void file_name_add_extension(struct buf *name, enum export_format format)
{
	const struct str extension = export_extension(format);
	const size_t end = name->len;
	enum export_format own;

	buf_addf(name, "_.%.*s", (int)extension.len, extension.ptr);
	own = export_format_for(name->ptr + end);
	name->len = end;
	buf_addf(name, ".%.*s", (int)extension.len, extension.ptr);
	if (export_format_for(name->ptr) == own)
		return;
	name->len = end;
	buf_addf(name, "_.%.*s", (int)extension.len, extension.ptr);
}

char *file_name_make(const char *pattern, const struct issue *issue,
                     size_t article, enum export_format format, size_t copy)
{
	struct buf name;

	buf_init(&name);
	file_name_add_pattern(&name, issue, article,
	                      file_name_without_extension(pattern));
	while (name.len && (strchr(". -", name.ptr[name.len - 1])))
		name.ptr[--name.len] = '\0';
	if (!name.len && article != NPOS)
		buf_addf(&name, "article-%zu", article + 1);
	else if (!name.len)
		file_name_add_file(&name, issue);
	if (!name.len)
		buf_add_c(&name, "issue");
	file_name_compose(&name);
	file_name_avoid_device(&name);
	if (copy > 1)
		buf_addf(&name, "-%zu", copy);
	file_name_add_extension(&name, format);
	return buf_steal(&name);
}
