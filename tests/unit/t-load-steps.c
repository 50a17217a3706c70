/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/input/form_text.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The bundled page `count` times, a form feed between two. */
static void add_pages(struct buf *out, size_t count)
{
	struct buf page;

	buf_init(&page);
	fixture_read(&page, FIXTURE_BUNDLED);
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add_byte(out, '\f');
		buf_addf(out, "第%zu版\n\n", i + 1);
		buf_add(out, buf_str(&page));
	}
	buf_release(&page);
}

static void add_json(struct buf *out, const struct issue *issue)
{
	const struct export_options options = { 0 };

	assert_null(export_write(out, issue, selection_all(issue), EXPORT_JSON,
	                         &options));
}

/* What is there stays where it is. */
static void assert_grew(const struct issue *issue,
                        const struct passage *passages, size_t count)
{
	assert_true(issue->passage_count >= count);
	for (size_t i = 0; i < count; i++)
		assert_ptr_equal(issue->passages[i].text.ptr,
		                 passages[i].text.ptr);
}

static struct issue *load_in_steps(struct str text)
{
	struct loader *loader = load_begin_bytes(text, "a", NULL);
	const struct issue *issue = load_issue(loader);
	struct passage *before = NULL;
	size_t count = 0;

	do {
		assert_grew(issue, before, count);
		assert_true(load_share(loader) >= 0 && load_share(loader) <= 1);
		count = issue->passage_count;
		free(before);
		before = mem_alloc(count * sizeof *before);
		if (count)
			memcpy(before, issue->passages, count * sizeof *before);
	} while (load_step(loader));
	free(before);
	assert_true(load_is_done(loader));
	assert_false(load_step(loader));
	return load_finish(loader);
}

static void assert_same_in_steps(struct str text)
{
	struct issue *once = load_bytes(text, "a", NULL);
	struct issue *steps = load_in_steps(text);
	struct buf a, b;

	buf_init(&a);
	buf_init(&b);
	add_json(&a, once);
	add_json(&b, steps);
	assert_string_equal(a.ptr, b.ptr);
	assert_null(issue_validate(steps));
	buf_release(&a);
	buf_release(&b);
	issue_free(once);
	issue_free(steps);
}

static void steps_give_the_same(void **state)
{
	const struct seeds seeds = fixture_seeds(21);
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t i = 0; fixture_files()[i]; i++) {
		buf_clear(&text);
		fixture_read(&text, fixture_files()[i]);
		assert_same_in_steps(buf_str(&text));
	}
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		buf_clear(&text);
		fixture_generate(&text, seed);
		assert_same_in_steps(buf_str(&text));
	}
	buf_clear(&text);
	add_pages(&text, 80);
	assert_same_in_steps(buf_str(&text));
	buf_release(&text);
	assert_same_in_steps(STR(""));
	assert_same_in_steps(STR("\n\n\f\n\n"));
}

/* The first page does not wait for the last; what is read is sound. */
static void the_first_page_is_there_first(void **state)
{
	const size_t pages = 100;
	struct buf text;
	struct loader *loader;
	const struct issue *issue;

	(void)state;
	buf_init(&text);
	add_pages(&text, pages);
	loader = load_begin_bytes(buf_str(&text), "a", NULL);
	issue = load_issue(loader);
	while (!issue->pages_read)
		assert_true(load_step(loader));
	assert_int_equal(issue->pages_read, 1);
	assert_true(issue->page_count < pages);
	assert_true(issue->pages[0].articles.end > 0);
	assert_null(issue_validate(issue));
	assert_false(load_is_done(loader));
	assert_true(load_share(loader) < 0.1);
	load_abandon(loader);
	buf_release(&text);
}

static void convert(struct buf *out, struct str text, const char *encoding)
{
	iconv_t handle = iconv_open(encoding, "UTF-8");
	size_t room_bytes = 4 * text.len, left = room_bytes;
	char *room = mem_alloc(room_bytes), *to = room;
	char *from = (char *)(uintptr_t)text.ptr;

	assert_true(handle != (iconv_t)-1);
	assert_true(iconv(handle, &from, &text.len, &to, &left) == 0);
	iconv_close(handle);
	buf_add(out, (struct str){ room, room_bytes - left });
	free(room);
}

/* Lines of all lengths, more than a block of them, and one that is longer. */
static void add_lines(struct buf *out, const char *end)
{
	static const size_t long_chars = 100000;

	for (size_t i = 0; i < 4000; i++) {
		for (size_t c = 0; c < i % 23; c++)
			buf_add_c(out, c % 3 ? "报" : "a");
		buf_add_c(out, end);
		for (size_t c = 0; i == 2000 && c < long_chars; c++)
			buf_add_c(out, "栏");
	}
}

/* The lines of the file, whatever they were cut into. */
static void join_lines(struct buf *out, const struct issue *issue)
{
	buf_clear(out);
	for (size_t l = 0; l < issue->line_count; l++) {
		if (l && issue->lines[l].number != issue->lines[l - 1].number)
			buf_add_byte(out, '\n');
		buf_add(out, issue->lines[l].text);
		assert_true(issue->lines[l].text.len <= FORM_TEXT_LINE_BYTES);
	}
}

static void blocks_lose_nothing_of_a_line(void **state)
{
	static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE",
		                                 "UTF-16BE" };
	static const char *const ends[] = { "\n", "\r\n", "\r" };
	struct buf text, bytes, want, got;

	(void)state;
	buf_init(&text);
	buf_init(&bytes);
	buf_init(&want);
	buf_init(&got);
	add_lines(&want, "\n");
	want.len--; /* what ends a line is not of it */
	for (size_t i = 0; i < ARRAY_LEN(encodings) * ARRAY_LEN(ends);
	     i += (size_t)fixture_stride()) {
		const char *encoding = encodings[i % ARRAY_LEN(encodings)];
		const struct load_options how = { .encoding = encoding };
		struct issue *issue;

		buf_clear(&text);
		buf_clear(&bytes);
		add_lines(&text, ends[i / ARRAY_LEN(encodings)]);
		convert(&bytes, buf_str(&text), encoding);
		issue = load_bytes(buf_str(&bytes), "a", &how);
		assert_int_equal(issue->files[0].lost_bytes, 0);
		join_lines(&got, issue);
		assert_true(str_equal(buf_str(&got), buf_str(&want)));
		issue_free(issue);
	}
	buf_release(&text);
	buf_release(&bytes);
	buf_release(&want);
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_give_the_same),
		cmocka_unit_test(the_first_page_is_there_first),
		cmocka_unit_test(blocks_lose_nothing_of_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
