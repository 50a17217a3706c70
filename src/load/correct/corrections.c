/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/neutralise.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define EXCERPT_CHARS 12 /* of a line, quoted for people who read the file */
#define NUMBER_MAX    999999999 /* the largest number of a page or a line */

static const char *const names[CORRECTION_KINDS] = {
	[CORRECTION_NONE] = "",         [CORRECTION_PARAGRAPH] = "paragraph",
	[CORRECTION_JOIN] = "join",     [CORRECTION_HEAD] = "head",
	[CORRECTION_NOHEAD] = "nohead", [CORRECTION_ARTICLE] = "article",
	[CORRECTION_ATTACH] = "attach", [CORRECTION_NOARTICLE] = "noarticle",
};

void corrections_clear_removed(struct corrections *corrections)
{
	for (size_t i = 0; i < corrections->removed_count; i++)
		buf_release(&corrections->removed[i]);
	corrections->removed_count = 0;
}

void corrections_release(struct corrections *corrections)
{
	for (size_t i = 0; i < corrections->count; i++)
		free(corrections->items[i].text);
	corrections_clear_removed(corrections);
	free(corrections->items);
	free(corrections->removed);
	free(corrections->by_page);
	free(corrections->file_error);
	*corrections = (struct corrections){ 0 };
}

/* Takes the next word from `rest`, what has not been read yet of a line of the file. */
static bool corrections_take_word(struct str *rest, struct str *word)
{
	size_t end = 0;

	*rest = str_trim(*rest);
	while (end < rest->len && rest->ptr[end] != ' ' &&
	       rest->ptr[end] != '\t')
		end++;
	*word = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end, rest->len);
	return end > 0;
}

/* Skips the quoted beginning of a line, which is for people. */
static bool skip_excerpt(struct str *rest)
{
	size_t end;

	*rest = str_trim(*rest);
	if (!str_starts(*rest, STR("\"")))
		return true;
	end = str_find(*rest, STR("\""), 1);
	if (end == NPOS)
		return false;
	*rest = str_slice(*rest, end + 1, rest->len);
	return true;
}

/* Reads exactly eight hexadecimal digits. */
static bool read_hash(struct str word, uint32_t *hash)
{
	*hash = 0;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
		            : c >= 'a' && c <= 'f' ? c - 'a' + 10
		            : c >= 'A' && c <= 'F' ? c - 'A' + 10
		                                   : -1;

		if (digit < 0)
			return false;
		*hash = *hash << 4 | (uint32_t)digit;
	}
	return word.len == 8;
}

/* Reads decimal digits only: a number from 1 to NUMBER_MAX. */
static bool corrections_read_number(struct str word, size_t *number)
{
	*number = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return false;
		*number = *number * 10 + (size_t)(word.ptr[i] - '0');
		if (*number > NUMBER_MAX)
			return false;
	}
	return *number > 0;
}

static bool corrections_take_key(struct str *rest, struct line_key *key)
{
	struct str word;
	size_t colon;

	if (!corrections_take_word(rest, &word) ||
	    !read_hash(word, &key->hash) || !corrections_take_word(rest, &word))
		return false;
	colon = str_find(word, STR(":"), 0);
	return colon != NPOS &&
	       corrections_read_number(str_slice(word, 0, colon), &key->page) &&
	       corrections_read_number(str_slice(word, colon + 1, word.len),
	                               &key->number) &&
	       skip_excerpt(rest);
}

static enum correction_kind corrections_kind_named(struct str name)
{
	for (int kind = CORRECTION_NONE + 1; kind < CORRECTION_KINDS; kind++)
		if (str_equal(name, str_from(names[kind])))
			return (enum correction_kind)kind;
	return CORRECTION_NONE;
}

static void parse_line(struct correction *correction, struct str line)
{
	enum correction_kind kind;
	struct str word;

	*correction = (struct correction){ .text = mem_dup(line.ptr, line.len),
		                           .text_bytes = line.len,
		                           .line = NPOS,
		                           .to_line = NPOS };
	if (!corrections_take_word(&line, &word))
		return;
	kind = corrections_kind_named(word);
	if (kind == CORRECTION_NONE ||
	    !corrections_take_key(&line, &correction->at))
		return;
	if (kind == CORRECTION_ATTACH &&
	    (!corrections_take_word(&line, &word) ||
	     !str_equal(word, STR("to")) ||
	     !corrections_take_key(&line, &correction->to)))
		return;
	if (!str_trim(line).len)
		correction->kind = kind;
}

void corrections_parse(struct corrections *corrections, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = str_find(text, STR("\n"), at);
		struct correction *correction =
			ARRAY_ADD(corrections->items, corrections->count,
		                  corrections->cap);

		if (end == NPOS)
			end = text.len;
		parse_line(correction, str_slice(text, at, end));
		at = end + 1;
	}
}

struct str correction_text(const struct correction *correction)
{
	return (struct str){ correction->text, correction->text_bytes };
}

void corrections_print(const struct corrections *corrections, struct buf *out)
{
	for (size_t i = 0; i < corrections->count; i++) {
		buf_add(out, correction_text(&corrections->items[i]));
		buf_add_byte(out, '\n');
	}
}

struct line_key line_key_of(const struct issue *issue, size_t line)
{
	return (struct line_key){
		.hash = hash_text_32(str_trim(issue->lines[line].text)),
		.page = issue->lines[line].page + 1,
		.number = issue->lines[line].number,
	};
}

static void add_key(struct buf *out, const struct issue *issue, size_t line)
{
	struct line_key key = line_key_of(issue, line);
	struct str text = str_trim(issue->lines[line].text);
	struct str excerpt = utf8_first_chars(text, EXCERPT_CHARS);
	size_t start;

	buf_addf(out, " %08" PRIx32 " %zu:%zu \"", key.hash, key.page,
	         key.number);
	start = out->len;
	neutralise(out, excerpt);
	for (size_t i = start; i < out->len; i++)
		if (out->ptr[i] == '"')
			out->ptr[i] = '\'';
	buf_add_c(out, excerpt.len < text.len ? "…\"" : "\"");
}

void corrections_add(struct corrections *corrections, const struct issue *issue,
                     enum correction_kind kind, size_t line, size_t to)
{
	struct correction *correction = ARRAY_ADD(
		corrections->items, corrections->count, corrections->cap);
	struct buf text;

	buf_init(&text);
	buf_add_c(&text, names[kind]);
	add_key(&text, issue, line);
	if (kind == CORRECTION_ATTACH) {
		buf_add_c(&text, " to");
		add_key(&text, issue, to);
	}
	parse_line(correction, buf_str(&text));
	correction->line = line;
	correction->to_line = kind == CORRECTION_ATTACH ? to : NPOS;
	correction->unsaved = correction->this_session = true;
	correction->page = issue->lines[line].page;
	corrections_sort(corrections);
	buf_release(&text);
}

size_t corrections_count(const struct corrections *corrections)
{
	size_t count = 0;

	for (size_t i = 0; i < corrections->count; i++)
		count += corrections->items[i].kind != CORRECTION_NONE;
	return count;
}

void corrections_remove(struct corrections *corrections, size_t index)
{
	free(corrections->items[index].text);
	memmove(&corrections->items[index], &corrections->items[index + 1],
	        (corrections->count - index - 1) * sizeof *corrections->items);
	corrections->count--;
}

/* The last correction that is no remark, or NPOS; `this_session`: of those that were
 * made since the issue was opened. */
static size_t last_correction(const struct corrections *corrections, bool mine)
{
	for (size_t i = corrections->count; i-- > 0;)
		if (corrections->items[i].kind != CORRECTION_NONE &&
		    (corrections->items[i].this_session || !mine))
			return i;
	return NPOS;
}

bool corrections_undo(struct corrections *corrections)
{
	size_t last = last_correction(corrections, true);

	if (last == NPOS)
		last = last_correction(corrections, false);
	if (last == NPOS)
		return false;
	if (!corrections->items[last].unsaved) {
		struct buf *removed = ARRAY_ADD(corrections->removed,
		                                corrections->removed_count,
		                                corrections->removed_cap);

		buf_init(removed);
		buf_add(removed, correction_text(&corrections->items[last]));
	}
	corrections_remove(corrections, last);
	corrections_sort(corrections);
	return true;
}

bool correction_fits(const struct correction *correction)
{
	return correction->kind == CORRECTION_NONE ||
	       (correction->line != NPOS &&
	        (correction->kind != CORRECTION_ATTACH ||
	         correction->to_line != NPOS));
}

size_t corrections_misfits(const struct corrections *corrections)
{
	size_t count = 0;

	for (size_t i = 0; i < corrections->count; i++)
		count += !correction_fits(&corrections->items[i]);
	return count;
}
