/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/repair.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_CHARS 12 /* of a line, for people who read the file */
#define SHOWN_CHARS  80 /* of a line of the file, in a message */

static const char *const names[REPAIR_KINDS] = {
	[REPAIR_NONE] = "",         [REPAIR_PARAGRAPH] = "paragraph",
	[REPAIR_JOIN] = "join",     [REPAIR_HEAD] = "head",
	[REPAIR_NOHEAD] = "nohead", [REPAIR_ARTICLE] = "article",
	[REPAIR_ATTACH] = "attach", [REPAIR_NOARTICLE] = "noarticle",
};

void repairs_release(struct repairs *repairs)
{
	for (size_t i = 0; i < repairs->count; i++)
		free(repairs->items[i].text);
	free(repairs->items);
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

static bool take_key(struct str *rest, struct line_key *key)
{
	struct str word;
	char text[64];
	int end = 0;

	if (!take_word(rest, &word) || word.len != 8)
		return false;
	snprintf(text, sizeof text, "%.*s", (int)word.len, word.ptr);
	if (sscanf(text, "%8" SCNx32 "%n", &key->hash, &end) != 1 || end != 8)
		return false;
	if (!take_word(rest, &word) || word.len >= sizeof text)
		return false;
	snprintf(text, sizeof text, "%.*s", (int)word.len, word.ptr);
	if (sscanf(text, "%zu:%zu%n", &key->page, &key->number, &end) != 2 ||
	    (size_t)end != word.len)
		return false;
	return skip_sample(rest);
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

void repairs_print(const struct repairs *repairs, struct buf *out)
{
	for (size_t i = 0; i < repairs->count; i++) {
		buf_add_c(out, repairs->items[i].text);
		buf_add_byte(out, '\n');
	}
}

static struct line_key key_of(const struct issue *issue, size_t line)
{
	return (struct line_key){
		.hash = repair_hash(str_trim(issue->lines[line].text)),
		.page = issue->lines[line].page + 1,
		.number = issue->lines[line].number,
	};
}

/* As many bytes as so many characters have, at most. */
static size_t some_bytes(struct str text, size_t chars)
{
	size_t at = 0;

	for (; at < text.len; at++)
		if (((unsigned char)text.ptr[at] & 0xc0) != 0x80 && !chars--)
			break;
	return at;
}

static void add_key(struct buf *out, const struct issue *issue, size_t line)
{
	struct line_key key = key_of(issue, line);
	struct str text = str_trim(issue->lines[line].text);
	size_t bytes = some_bytes(text, SAMPLE_CHARS), start;

	buf_addf(out, " %08" PRIx32 " %zu:%zu \"", key.hash, key.page,
	         key.number);
	start = out->len;
	neutralise(out, str_slice(text, 0, bytes));
	for (size_t i = start; i < out->len; i++)
		if (out->ptr[i] == '"')
			out->ptr[i] = '\'';
	buf_add_c(out, bytes < text.len ? "…\"" : "\"");
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
	buf_release(&text);
}

size_t repairs_count(const struct repairs *repairs)
{
	size_t count = 0;

	for (size_t i = 0; i < repairs->count; i++)
		count += repairs->items[i].kind != REPAIR_NONE;
	return count;
}

bool repairs_undo(struct repairs *repairs)
{
	for (size_t i = repairs->count; i-- > 0;) {
		if (repairs->items[i].kind == REPAIR_NONE)
			continue;
		free(repairs->items[i].text);
		memmove(&repairs->items[i], &repairs->items[i + 1],
		        (repairs->count - i - 1) * sizeof *repairs->items);
		repairs->count--;
		return true;
	}
	return false;
}

/* A line that is looked for. */
struct wanted {
	const struct line_key *key;
	size_t *line; /* the best one yet, or NPOS */
	size_t pages_off, numbers_off;
};

static size_t distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

static int by_hash(const void *a, const void *b)
{
	uint32_t one = ((const struct wanted *)a)->key->hash;
	uint32_t two = ((const struct wanted *)b)->key->hash;

	return one < two ? -1 : one > two;
}

static void want(struct wanted *wanted, size_t *count,
                 const struct line_key *key, size_t *line)
{
	*line = NPOS;
	wanted[(*count)++] = (struct wanted){ key, line, SIZE_MAX, SIZE_MAX };
}

/* Of lines that are alike the nearest to the hint is meant. */
static void offer(struct wanted *wanted, const struct line_key *key,
                  size_t line)
{
	size_t pages = distance(key->page, wanted->key->page);
	size_t numbers = distance(key->number, wanted->key->number);

	if (pages > wanted->pages_off ||
	    (pages == wanted->pages_off && numbers >= wanted->numbers_off))
		return;
	wanted->pages_off = pages;
	wanted->numbers_off = numbers;
	*wanted->line = line;
}

static void look_for(struct wanted *wanted, size_t count,
                     const struct issue *issue)
{
	qsort(wanted, count, sizeof *wanted, by_hash);
	for (size_t l = 0; l < issue->line_count; l++) {
		struct line_key key;
		size_t at;

		if (!str_trim(issue->lines[l].text).len)
			continue;
		key = key_of(issue, l);
		ARRAY_FIND(at, count, wanted[at].key->hash < key.hash);
		for (; at < count && wanted[at].key->hash == key.hash; at++)
			offer(&wanted[at], &key, l);
	}
}

bool repair_fits(const struct repair *repair)
{
	return repair->kind == REPAIR_NONE ||
	       (repair->line != NPOS &&
	        (repair->kind != REPAIR_ATTACH || repair->to_line != NPOS));
}

static bool is_remark(const struct repair *repair)
{
	struct str text = str_trim(str_from(repair->text));

	return !text.len || str_starts(text, STR("#"));
}

size_t repairs_misfits(const struct repairs *repairs)
{
	size_t count = 0;

	for (size_t i = 0; i < repairs->count; i++)
		count += !repair_fits(&repairs->items[i]);
	return count;
}

/* The beginning of a line of the file, which may hold anything. */
static void shown(struct buf *out, const struct repair *repair)
{
	struct str text = str_from(repair->text);

	buf_clear(out);
	neutralise(out, str_slice(text, 0, some_bytes(text, SHOWN_CHARS)));
}

static void tell_misfits(const struct repairs *repairs, struct issue *issue)
{
	size_t misfits = repairs_misfits(repairs);
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < repairs->count; i++) {
		const struct repair *repair = &repairs->items[i];
		struct diag where = { .level = DIAG_WARNING };

		shown(&text, repair);
		if (repair->kind == REPAIR_NONE && !is_remark(repair)) {
			diags_add(&issue->diags, where,
			          _("Line %zu of the corrections is not "
			            "understood: %s"),
			          i + 1, text.ptr);
		} else if (!repair_fits(repair)) {
			where.page = repair->at.page;
			where.line = repair->at.number;
			where.column = 1;
			diags_add(&issue->diags, where,
			          _("There is no such line any more, so this "
			            "correction is left out: %s"),
			          text.ptr);
		}
	}
	if (misfits)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_WARNING },
		          _("Corrections that do not fit this issue any more "
		            "and are left out: %zu of %zu."),
		          misfits, repairs_count(repairs));
	buf_release(&text);
}

void repairs_find(struct repairs *repairs, struct issue *issue)
{
	struct wanted *wanted;
	size_t count = 0;

	if (!repairs->count)
		return;
	wanted = mem_alloc(2 * repairs->count * sizeof *wanted);
	for (size_t i = 0; i < repairs->count; i++) {
		struct repair *repair = &repairs->items[i];

		if (repair->kind != REPAIR_NONE)
			want(wanted, &count, &repair->at, &repair->line);
		if (repair->kind == REPAIR_ATTACH)
			want(wanted, &count, &repair->to, &repair->to_line);
	}
	look_for(wanted, count, issue);
	tell_misfits(repairs, issue);
	free(wanted);
}
