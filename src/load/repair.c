/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/repair.h"

#include "base/mem.h"
#include "text/neutralise.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_CHARS 12        /* of a line, for people who read the file */
#define NUMBER_MOST  999999999 /* of a page or line */

static const char *const names[REPAIR_KINDS] = {
	[REPAIR_NONE] = "",         [REPAIR_PARAGRAPH] = "paragraph",
	[REPAIR_JOIN] = "join",     [REPAIR_HEAD] = "head",
	[REPAIR_NOHEAD] = "nohead", [REPAIR_ARTICLE] = "article",
	[REPAIR_ATTACH] = "attach", [REPAIR_NOARTICLE] = "noarticle",
};

void repairs_clear_removed(struct repairs *repairs)
{
	for (size_t i = 0; i < repairs->removed_count; i++)
		buf_release(&repairs->removed[i]);
	repairs->removed_count = 0;
}

void repairs_release(struct repairs *repairs)
{
	for (size_t i = 0; i < repairs->count; i++)
		free(repairs->items[i].text);
	repairs_clear_removed(repairs);
	free(repairs->items);
	free(repairs->removed);
	free(repairs->by_page);
	free(repairs->trouble);
	*repairs = (struct repairs){ 0 };
}

/* FNV-1a. */
uint32_t repair_hash(struct str text)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
	return hash;
}

/* What was not read yet of a line of the file. */
static bool take_word(struct str *rest, struct str *word)
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

/* “The beginning of the line” is for people: it is not read. */
static bool skip_sample(struct str *rest)
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

/* Eight hexadecimal digits, and nothing else. */
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

/* Decimal digits, and nothing else: a number from 1 that any page or line may
 * have. */
static bool read_number(struct str word, size_t *number)
{
	*number = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return false;
		*number = *number * 10 + (size_t)(word.ptr[i] - '0');
		if (*number > NUMBER_MOST)
			return false;
	}
	return *number > 0;
}

static bool take_key(struct str *rest, struct line_key *key)
{
	struct str word;
	size_t colon;

	if (!take_word(rest, &word) || !read_hash(word, &key->hash) ||
	    !take_word(rest, &word))
		return false;
	colon = str_find(word, STR(":"), 0);
	return colon != NPOS &&
	       read_number(str_slice(word, 0, colon), &key->page) &&
	       read_number(str_slice(word, colon + 1, word.len),
	                   &key->number) &&
	       skip_sample(rest);
}

static enum repair_kind kind_named(struct str name)
{
	for (int kind = REPAIR_NONE + 1; kind < REPAIR_KINDS; kind++)
		if (str_equal(name, str_from(names[kind])))
			return (enum repair_kind)kind;
	return REPAIR_NONE;
}

static void parse_line(struct repair *repair, struct str line)
{
	enum repair_kind kind;
	struct str word;

	*repair = (struct repair){ .text = mem_dup(line.ptr, line.len),
		                   .text_bytes = line.len,
		                   .line = NPOS,
		                   .to_line = NPOS };
	if (!take_word(&line, &word))
		return;
	kind = kind_named(word);
	if (kind == REPAIR_NONE || !take_key(&line, &repair->at))
		return;
	if (kind == REPAIR_ATTACH &&
	    (!take_word(&line, &word) || !str_equal(word, STR("to")) ||
	     !take_key(&line, &repair->to)))
		return;
	if (!str_trim(line).len)
		repair->kind = kind;
}

void repairs_parse(struct repairs *repairs, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = str_find(text, STR("\n"), at);
		struct repair *repair =
			ARRAY_ADD(repairs->items, repairs->count, repairs->cap);

		if (end == NPOS)
			end = text.len;
		parse_line(repair, str_slice(text, at, end));
		at = end + 1;
	}
}

struct str repair_text(const struct repair *repair)
{
	return (struct str){ repair->text, repair->text_bytes };
}

void repairs_print(const struct repairs *repairs, struct buf *out)
{
	for (size_t i = 0; i < repairs->count; i++) {
		buf_add(out, repair_text(&repairs->items[i]));
		buf_add_byte(out, '\n');
	}
}

struct line_key line_key_of(const struct issue *issue, size_t line)
{
	return (struct line_key){
		.hash = repair_hash(str_trim(issue->lines[line].text)),
		.page = issue->lines[line].page + 1,
		.number = issue->lines[line].number,
	};
}

static void add_key(struct buf *out, const struct issue *issue, size_t line)
{
	struct line_key key = line_key_of(issue, line);
	struct str text = str_trim(issue->lines[line].text);
	struct str sample = str_first_chars(text, SAMPLE_CHARS);
	size_t start;

	buf_addf(out, " %08" PRIx32 " %zu:%zu \"", key.hash, key.page,
	         key.number);
	start = out->len;
	neutralise(out, sample);
	for (size_t i = start; i < out->len; i++)
		if (out->ptr[i] == '"')
			out->ptr[i] = '\'';
	buf_add_c(out, sample.len < text.len ? "…\"" : "\"");
}

void repairs_add(struct repairs *repairs, const struct issue *issue,
                 enum repair_kind kind, size_t line, size_t to)
{
	struct repair *repair =
		ARRAY_ADD(repairs->items, repairs->count, repairs->cap);
	struct buf text;

	buf_init(&text);
	buf_add_c(&text, names[kind]);
	add_key(&text, issue, line);
	if (kind == REPAIR_ATTACH) {
		buf_add_c(&text, " to");
		add_key(&text, issue, to);
	}
	parse_line(repair, buf_str(&text));
	repair->line = line;
	repair->to_line = kind == REPAIR_ATTACH ? to : NPOS;
	repair->unsaved = repair->mine = true;
	repair->page = issue->lines[line].page;
	repairs_sort(repairs);
	buf_release(&text);
}

size_t repairs_count(const struct repairs *repairs)
{
	size_t count = 0;

	for (size_t i = 0; i < repairs->count; i++)
		count += repairs->items[i].kind != REPAIR_NONE;
	return count;
}

void repairs_take_away(struct repairs *repairs, size_t index)
{
	free(repairs->items[index].text);
	memmove(&repairs->items[index], &repairs->items[index + 1],
	        (repairs->count - index - 1) * sizeof *repairs->items);
	repairs->count--;
}

/* The last one that is no remark, or NPOS. */
static size_t last_said(const struct repairs *repairs, bool mine)
{
	for (size_t i = repairs->count; i-- > 0;)
		if (repairs->items[i].kind != REPAIR_NONE &&
		    (repairs->items[i].mine || !mine))
			return i;
	return NPOS;
}

bool repairs_undo(struct repairs *repairs)
{
	size_t last = last_said(repairs, true);

	if (last == NPOS)
		last = last_said(repairs, false);
	if (last == NPOS)
		return false;
	if (!repairs->items[last].unsaved) {
		struct buf *removed =
			ARRAY_ADD(repairs->removed, repairs->removed_count,
		                  repairs->removed_cap);

		buf_init(removed);
		buf_add(removed, repair_text(&repairs->items[last]));
	}
	repairs_take_away(repairs, last);
	repairs_sort(repairs);
	return true;
}

bool repair_fits(const struct repair *repair)
{
	return repair->kind == REPAIR_NONE ||
	       (repair->line != NPOS &&
	        (repair->kind != REPAIR_ATTACH || repair->to_line != NPOS));
}

size_t repairs_misfits(const struct repairs *repairs)
{
	size_t count = 0;

	for (size_t i = 0; i < repairs->count; i++)
		count += !repair_fits(&repairs->items[i]);
	return count;
}
