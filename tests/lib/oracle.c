/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "export/export.h"
#include "export/passage_text.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "issue/validate.h"
#include "load/input/decode.h"
#include "load/input/form_text.h"
#include "load/input/forms.h"
#include "load/load.h"
#include "text/neutralise.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

static char *sentence(const char *format, size_t number)
{
	struct buf out;

	buf_init(&out);
	buf_addf(&out, "%s %zu", format, number);
	return buf_steal(&out);
}

/* Appends `text` without its white space. */
static void add_dense(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		size_t bytes = (size_t)u8_mbtouc(
			&c, (const uint8_t *)text.ptr + at, text.len - at);

		if (!uc_is_property_white_space(c) && c != 0x200b &&
		    c != 0x2060 && c != 0xfeff)
			buf_add(out, str_slice(text, at, at + bytes));
		at += bytes;
	}
}

/* An export is read as what it says, so its lines are not those of the file. */
static bool is_export(struct str bytes)
{
	size_t rank = 0;

	return forms_next_read(bytes, &rank, false)->read_line !=
	       form_text_read_line;
}

/* By number, and of one line of the file from left to right. */
static int compare_lines(const void *a, const void *b)
{
	const struct line *one = *(const struct line *const *)a;
	const struct line *other = *(const struct line *const *)b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return (one->text.ptr > other->text.ptr) -
	       (one->text.ptr < other->text.ptr);
}

/* The lines as they stand in the file, where columns that stood side by side were
 * cut apart. */
static const struct line **lines_in_file(const struct issue *issue)
{
	const struct line **lines =
		mem_alloc(issue->line_count * sizeof(const struct line *));

	for (size_t i = 0; i < issue->line_count; i++)
		lines[i] = &issue->lines[i];
	qsort(lines, issue->line_count, sizeof *lines, compare_lines);
	return lines;
}

/* Of one line of the file, what stands left is read before what stands right. */
static char *check_columns(const struct issue *issue,
                           const struct line *const *lines)
{
	const struct line *last = NULL;

	for (size_t i = 0; i < issue->line_count; i++) {
		const struct line *line = lines[i];

		if (!line->text.len)
			continue;
		if (last && last->number == line->number && last > line)
			return sentence("columns are not read from left to "
			                "right; line:",
			                line->number);
		last = line;
	}
	return NULL;
}

char *oracle_issue(const struct issue *issue, struct str bytes)
{
	char *wrong = issue_validate(issue);
	const struct line **lines;
	struct decoded decoded;
	struct buf want, got;

	if (wrong || is_export(bytes))
		return wrong;
	lines = lines_in_file(issue);
	wrong = check_columns(issue, lines);
	buf_init(&want);
	buf_init(&got);
	decode(&decoded, bytes, NULL);
	add_dense(&want, buf_str(&decoded.text));
	decoded_release(&decoded);
	for (size_t i = 0; i < issue->line_count; i++)
		add_dense(&got, lines[i]->text);
	if (!wrong && !str_equal(buf_str(&want), buf_str(&got)))
		wrong = sentence("the lines do not hold the text; bytes:",
		                 want.len);
	buf_release(&want);
	buf_release(&got);
	free(lines);
	return wrong;
}

/* Appends `text` as a file shows it, without its white space. */
static void add_visible(struct buf *out, struct str text)
{
	struct buf visible;

	buf_init(&visible);
	export_visible(&visible, text);
	add_dense(out, buf_str(&visible));
	buf_release(&visible);
}

/* The byte behind the last character of a line that is no white space. */
static size_t printed_end(struct str line)
{
	struct str text = str_trim(line);

	return (size_t)(text.ptr - line.ptr) + text.len;
}

/* Appends a passage as a text export shows it; as printed, with the hyphens at
 * its line ends. */
static void add_exported(struct buf *out, const struct issue *issue,
                         const struct passage *passage, bool as_printed)
{
	for (size_t i = 0; as_printed && i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];
		struct str line = issue->lines[span->line].text;
		struct str text = str_slice(line, span->at,
		                            span->at + span->end - span->start);

		if (i + 1 == passage->span_count ||
		    passage->spans[i + 1].line != span->line)
			text = str_slice(line, span->at, printed_end(line));
		add_visible(out, text);
	}
	if (!as_printed)
		add_visible(out, passage->text);
}

/* The export with these options holds each passage of each article with its parts, in order,
 * whatever of white space and heads stands between. */
static char *check_text(const struct issue *issue,
                        const struct export_options *options)
{
	struct buf text, dense, passage;
	char *wrong = NULL;
	size_t at = 0;

	buf_init(&text);
	buf_init(&dense);
	buf_init(&passage);
	wrong = export_write(&text, issue, selection_all(issue), EXPORT_TEXT,
	                     options);
	if (!wrong && u8_check((const uint8_t *)text.ptr, text.len))
		wrong = sentence("text export is not UTF-8; bytes:", text.len);
	add_dense(&dense, buf_str(&text));
	for (size_t w = 0; w < issue->whole_count; w++) {
		size_t p = parts_first_passage(issue, issue->wholes[w]);

		for (; p != NPOS && !wrong; p = parts_next_passage(issue, p)) {
			buf_clear(&passage);
			add_exported(&passage, issue, &issue->passages[p],
			             options->as_printed);
			at = str_find(buf_str(&dense), buf_str(&passage), at);
			if (at == NPOS)
				wrong = sentence("text export lacks passage",
				                 p);
			else
				at += passage.len;
		}
	}
	buf_release(&text);
	buf_release(&dense);
	buf_release(&passage);
	return wrong;
}

/* The list of its owner's object that a passage is in. */
static const char *list_of(const struct passage *passage)
{
	if (passage->article == NPOS)
		return "furniture";
	if (role_is_headline(passage->role))
		return "headline_lines";
	if (passage->role == ROLE_QUOTE)
		return "quotes";
	return passage->jump ? "jumps" : "paragraphs";
}

/* Takes the first object whose text is `text` away. */
static bool take_text(json_t *list, struct str text)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *got = json_object_get(json_array_get(list, i), "text");
		struct str have = { json_string_value(got),
			            json_string_length(got) };

		if (!json_is_string(got) || !str_equal(have, text))
			continue;
		json_array_remove(list, i);
		return true;
	}
	return false;
}

static char *check_json(const struct issue *issue)
{
	const struct export_options options = { .ambiguous_cols = 1 };
	char *wrong = NULL;
	struct buf text;
	json_t *root;

	buf_init(&text);
	wrong = export_write(&text, issue, selection_all(issue), EXPORT_JSON,
	                     &options);
	root = json_loadb(text.ptr, text.len, JSON_ALLOW_NUL, NULL);
	if (!wrong && !root)
		wrong = sentence("export is not JSON; bytes:", text.len);
	for (size_t p = 0; p < issue->passage_count && !wrong; p++) {
		const struct passage *passage = &issue->passages[p];
		bool furniture = passage->article == NPOS;
		json_t *owner = json_array_get(
			json_object_get(root, furniture ? "pages" : "articles"),
			furniture ? passage->page : passage->article);

		if (!take_text(json_object_get(owner, list_of(passage)),
		               passage->text))
			wrong = sentence("JSON export lacks passage", p);
	}
	json_decref(root);
	buf_release(&text);
	return wrong;
}

char *oracle_exports(const struct issue *issue)
{
	static const struct export_options options[] = {
		{ .ambiguous_cols = 1 },
		{ .ambiguous_cols = 1, .as_printed = true },
		{ .ambiguous_cols = 1, .width_cols = 1 },
		{ .ambiguous_cols = 2, .width_cols = 30 },
	};
	char *wrong = check_json(issue);

	for (size_t i = 0; i < ARRAY_LEN(options) && !wrong; i++)
		wrong = check_text(issue, &options[i]);
	return wrong;
}

char *oracle_neutral(struct str bytes)
{
	char *wrong = NULL;
	struct buf out;

	buf_init(&out);
	neutralise(&out, bytes);
	for (size_t at = 0; at < out.len && !wrong;) {
		ucs4_t c;
		int len = u8_mbtoucr(&c, (const uint8_t *)out.ptr + at,
		                     out.len - at);

		if (len < 0 || char_is_hostile(c))
			wrong = sentence("neutralised text is hostile at", at);
		at += (size_t)len;
	}
	buf_release(&out);
	return wrong;
}

char *oracle_bytes(struct str bytes)
{
	static const int widths[] = { 2, 3, 9, 20, 37, 80, 200 };
	static const int heights[] = { 1, 4, 9, 22 };
	struct issue *issue = load_bytes(bytes, "bytes", NULL);
	char *wrong = oracle_issue(issue, bytes);

	for (size_t i = 0; i < ARRAY_LEN(widths) && !wrong; i++) {
		wrong = oracle_articles(issue, widths[i], 1 + i % 2);
		if (!wrong)
			wrong = oracle_pages(issue, widths[i], 1 + i % 2);
	}
	for (size_t i = 0; i < ARRAY_LEN(heights) && !wrong; i++) {
		wrong = oracle_upright(issue, heights[i], widths[2 * i]);
		if (!wrong)
			wrong = oracle_upright_pages(issue, heights[i],
			                             widths[2 * i]);
	}
	if (!wrong)
		wrong = oracle_exports(issue);
	if (!wrong)
		wrong = oracle_neutral(bytes);
	if (!wrong && issue->passage_count)
		wrong = oracle_search_middle(issue);
	issue_free(issue);
	return wrong;
}

void oracle_insist(char *wrong)
{
	if (!wrong)
		return;
	fprintf(stderr, "%s\n", wrong);
	abort();
}
