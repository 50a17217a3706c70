/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/printed_line.h"
#include "load/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined __SANITIZE_ADDRESS__
# define SANITIZED 1
#elif defined __has_feature
# define SANITIZED __has_feature(address_sanitizer)
#else
# define SANITIZED 0
#endif
#define SANITIZED_STRIDE 5

void (*fixture_left_out)(void);

static const char *const files[] = {
	FIXTURE_BUNDLED,          "tests/data/binary.bin",
	"tests/data/blank.txt",   "tests/data/broken.txt",
	"tests/data/hostile.txt", NULL,
};

static bool has_sample_page(void)
{
	const char *sample_page = getenv("sample_page");

	return !sample_page || strcmp(sample_page, "no");
}

const char *const *fixture_files(void)
{
	return has_sample_page() ? files : files + 1;
}

int fixture_stride(void)
{
	return SANITIZED ? SANITIZED_STRIDE : 1;
}

struct seeds fixture_seeds(uint32_t count)
{
	if (!SANITIZED)
		return (struct seeds){ 0, count };
	return (struct seeds){ count, count + count / SANITIZED_STRIDE };
}

char *fixture_path(const char *file)
{
	const char *root = getenv("srcdir");
	struct buf path;

	if (!strcmp(file, FIXTURE_BUNDLED) && !has_sample_page() &&
	    fixture_left_out)
		fixture_left_out();
	buf_init(&path);
	buf_addf(&path, "%s/%s", root ? root : ".", file);
	return buf_steal(&path);
}

static bool read_all(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	int c;

	while (file && (c = getc(file)) != EOF)
		buf_add_byte(out, (char)c);
	return file && !fclose(file);
}

void fixture_read(struct buf *out, const char *file)
{
	char *path = fixture_path(file);

	if (!read_all(out, path)) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	free(path);
}

struct issue *fixture_issue(const char *file)
{
	struct issue *issue;
	struct buf bytes;

	buf_init(&bytes);
	fixture_read(&bytes, file);
	issue = load_bytes(buf_str(&bytes), file, NULL);
	buf_release(&bytes);
	return issue;
}

uint32_t fixture_random(uint32_t *state, uint32_t limit)
{
	/* Marsaglia's xorshift; its state is never 0. */
	if (!*state)
		*state = 0x9e3779b9;
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % limit;
}

/* What texts are made of; a run takes from one row. */
static const char *const stuff[][12] = {
	{ "报", "栏", "新", "闻", "的", "了", "在", "区", "一", "人", "和" },
	{ "，", "。", "、", "；", "？", "！", "：", "”", "）", "》", "……" },
	{ "“", "（", "《", "「", "‘", "——", "·", "～", "％", "①", "—" },
	{ "a", "the ", "fi", "Paper", "-", "'", "don’t ", "(x) ", "é", "ß" },
	{ "2020", "年", "2", "月", "19", "日", "57", " 万", "%", "１２", "℃" },
	{ " ", "  ", "\t", "\u3000", "\u00a0", "\u2003", " \u3000 " },
	{ "e\u0301", "\u0301", "a\u0300\u0301\u0302\u0303\u0304\u0305", "नि",
	  "각", "ㄱ", "\u0e33", "ก็" },
	{ "👍🏽", "👨‍👩‍👧", "🇨🇳", "❤️", "1️⃣", "🏽",
	  "\u200d", "\ufe0f", "🀄" },
	{ "\x1b[31m", "\a", "\r", "\x7f", "\xc2\x9b", "\u202e", "\u2066",
	  "\u2028", "\u200b", "\ufeff", "\U000e0041", "\ue000" },
	{ "\xff", "\xe6\x8a", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
	  "\x80", "\xfe" },
	{ "㎡", "㎜", "Å", "ﬁ", "㍿", "①", "ｱﾞ", "Ⅷ", "²", "İ" },
	{ "\n", "\n", "\n\n", "\n \n", "\f", "\n\f", "\r\n" },
	{ "本报讯", "[2版]", "（下转第3版）", "（记者 张三）", "2月19日", "1版",
	  "新华社北京电", "此致", "敬礼", "的慰问信", "责编：" },
};

static const char *one_of(uint32_t *state, size_t row)
{
	uint32_t count = 0;

	while (count < ARRAY_LEN(stuff[row]) && stuff[row][count])
		count++;
	return stuff[row][fixture_random(state, count)];
}

/* One text in four is set in lines of one length, as a column is. */
static void add_column(struct buf *out, uint32_t *state)
{
	uint32_t chars = 8 + fixture_random(state, 12);

	for (uint32_t rows = 4 + fixture_random(state, 20); rows; rows--) {
		for (uint32_t i = 0; i < chars; i++)
			buf_add_c(out, one_of(state, i % 7 == 6));
		buf_add_byte(out, '\n');
	}
}

void fixture_generate(struct buf *out, uint32_t seed)
{
	/* Seeds that follow each other must not give texts that are alike. */
	uint32_t state = seed * 2654435761u + 1;
	uint32_t runs = 1 + fixture_random(&state, 60);
	bool columns = fixture_random(&state, 4) == 0;

	while (runs--) {
		size_t row = fixture_random(&state, ARRAY_LEN(stuff));
		uint32_t length = 1 + fixture_random(&state, 12);

		if (columns && runs % 16 == 8)
			add_column(out, &state);
		/* Chinese is the most of a Chinese paper. */
		if (fixture_random(&state, 3) == 0)
			row = 0;
		while (length--)
			buf_add_c(out, one_of(&state, row));
	}
}

static struct str line_of(struct str text, size_t at)
{
	size_t end = str_find(text, STR("\n"), at);

	return str_slice(text, at, end == NPOS ? text.len : end);
}

static bool char_closes(unsigned c)
{
	return char_in(c, "，。、；：？！）》」』”’");
}

/* The bytes of the line of at most `em` characters that `text` begins with. */
static size_t fitting(struct str text, size_t em)
{
	size_t ends[64] = { 0 }, count = 0, at = 0;

	while (at < text.len && count < em) {
		char_at(text, at, &at);
		ends[++count] = at;
	}
	if (at == text.len)
		return at;
	while (count > 1 &&
	       (char_closes(char_first(str_slice(text, at, text.len))) ||
	        char_opens(char_last(str_slice(text, 0, at)))))
		at = ends[--count];
	return at;
}

static void set_paragraph(struct buf *out, struct str text, size_t em)
{
	for (size_t room = em - 2; text.len; room = em) {
		size_t end = fitting(text, room);

		buf_add(out, str_slice(text, 0, end));
		buf_add_byte(out, '\n');
		text = str_slice(text, end, text.len);
	}
}

void fixture_set(struct buf *out, const char *text, size_t em)
{
	struct str all = str_from(text), mark = STR("¶");

	for (size_t at = 0; at < all.len;) {
		struct str line = line_of(all, at);

		at += line.len + 1;
		if (str_starts(line, mark)) {
			set_paragraph(out, str_slice(line, mark.len, line.len),
			              em);
			continue;
		}
		buf_add(out, line);
		buf_add_byte(out, '\n');
	}
}

struct issue *fixture_page(const char *text, size_t em)
{
	struct issue *issue;
	struct buf bytes;

	buf_init(&bytes);
	fixture_set(&bytes, text, em);
	issue = load_bytes(buf_str(&bytes), "page", NULL);
	buf_release(&bytes);
	return issue;
}

static void add_page(struct issue *issue)
{
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .number = issue->page_count,
		               .lines = { issue->line_count,
		                          issue->line_count } };
}

struct issue *fixture_lines(const char *text)
{
	struct issue *issue = issue_new();
	struct str all = str_from(text);

	add_page(issue);
	for (size_t at = 0; at <= all.len;) {
		struct str line = line_of(all, at);

		at += line.len + 1;
		if (str_starts(line, STR("\f"))) {
			add_page(issue);
			line = str_slice(line, 1, line.len);
		}
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = line,
			               .number = issue->line_count,
			               .page = issue->page_count - 1 };
		issue->pages[issue->page_count - 1].lines.end =
			issue->line_count;
	}
	return issue;
}

static bool golden_write(const char *path, struct str got)
{
	FILE *file = fopen(path, "wb");

	return file && fwrite(got.ptr, 1, got.len, file) == got.len &&
	       !fclose(file);
}

/* A sentence that tells the first line in which the two differ. */
static char *first_difference(const char *path, struct str want, struct str got)
{
	size_t at = 0, number = 1;
	struct str wanted, gotten;
	struct buf out;

	while (at < want.len && at < got.len &&
	       str_equal(wanted = line_of(want, at), line_of(got, at)) &&
	       at + wanted.len < want.len && at + wanted.len < got.len) {
		at += wanted.len + 1;
		number++;
	}
	wanted = line_of(want, at < want.len ? at : want.len);
	gotten = line_of(got, at < got.len ? at : got.len);
	buf_init(&out);
	buf_addf(&out, "%s:%zu: want '%.*s', got '%.*s'", path, number,
	         (int)wanted.len, wanted.ptr, (int)gotten.len, gotten.ptr);
	return buf_steal(&out);
}

char *golden_differs(const char *name, struct str got)
{
	struct buf file, want;
	char *path, *wrong = NULL;

	buf_init(&file);
	buf_addf(&file, "tests/golden/%s", name);
	path = fixture_path(file.ptr);
	buf_init(&want);
	if (getenv("UPDATE_GOLDENS") && !golden_write(path, got))
		perror(path);
	if (!read_all(&want, path)) {
		buf_addf(&want, "%s: no such golden", path);
		wrong = buf_steal(&want);
	} else if (!str_equal(buf_str(&want), got)) {
		wrong = first_difference(path, buf_str(&want), got);
	}
	buf_release(&want);
	buf_release(&file);
	free(path);
	return wrong;
}
