/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The helper that reads PDF: its records, and what it does with files that are hostile,
 * damaged or locked. */
#include "../lib/fixture.h"
#include "../lib/pdf_run.h"

#include "base/mem.h"
#include "base/str.h"
#include "pdf/box.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <zlib.h>

#include <cmocka.h>

static void read_pdf(struct buf *out, const char *name)
{
	struct buf file;

	buf_init(&file);
	buf_init(out);
	buf_addf(&file, "tests/data/pdf/%s.pdf", name);
	fixture_read(out, file.ptr);
	buf_release(&file);
}

static void assert_says(const struct pdf_run *run, const char *line)
{
	if (!pdf_run_says(run, line))
		fail_msg("no '%s' in: %.2000s", line, run->output.ptr);
}

/* Runs the helper on a page of that content. */
static void run_page(struct pdf_run *run, struct str content, const char *form)
{
	struct buf pdf;

	buf_init(&pdf);
	pdf_make(&pdf, "", content, form);
	run->input = buf_str(&pdf);
	pdf_run(run);
	buf_release(&pdf);
}

static void assert_records(const char *name, const char *password)
{
	struct pdf_run run = { .password = password };
	struct buf pdf, golden;
	char *wrong;

	read_pdf(&pdf, name);
	run.input = buf_str(&pdf);
	pdf_run(&run);
	buf_init(&golden);
	buf_addf(&golden, "pdf/%s.records", name);
	wrong = golden_differs(golden.ptr, buf_str(&run.output));
	if (wrong)
		fail_msg("%s", wrong);
	assert_true(pdf_run_exited(&run, 0));
	pdf_run_release(&run);
	buf_release(&golden);
	buf_release(&pdf);
}

static void text_is_recorded(void **state)
{
	(void)state;
	assert_records("text", NULL);
}

static void shapes_are_recorded(void **state)
{
	(void)state;
	assert_records("shapes", NULL);
}

/* Vertical type, a page that is turned and cropped, labels, a page that is none. */
/* Of one page, when they are asked for: as they are seen, inline ones and small ones
 * not. */
static void pictures_are_reduced(void **state)
{
	struct pdf_run run = { .option = "--pictures=1" };
	struct buf pdf;

	(void)state;
	read_pdf(&pdf, "shapes");
	run.input = buf_str(&pdf);
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 0));
	/* Turned by a quarter, so its second column is on top. */
	assert_non_null(strstr(run.output.ptr, "I\t7000\t20000\t10000\t22000\n"
	                                       "B\t2\t1\nR\t313131333333\n"));
	assert_non_null(strstr(run.output.ptr, "I\t8000\t24000\t10000\t26000\n"
	                                       "B\t2\t2\nR\t303030313131\n"
	                                       "R\t323232333333\n"));
	assert_null(strstr(run.output.ptr, "13000\t22000\nB"));
	pdf_run_release(&run);
	buf_release(&pdf);
}

static void pages_are_recorded(void **state)
{
	(void)state;
	assert_records("pages", NULL);
}

/* An old Chinese file, whose encoding only the tables of poppler-data know: with them
 * the box lets them be read, without them no character is known. */
static void old_encodings_are_read(void **state)
{
	struct pdf_run run = { 0 };
	struct buf pdf;

	(void)state;
	read_pdf(&pdf, "gbk");
	run.input = buf_str(&pdf);
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 0));
	if (!pdf_run_says(&run, "fffd\t2000\t3000\t1000"))
		assert_records("gbk", NULL);
	pdf_run_release(&run);
	buf_release(&pdf);
}

static void what_is_locked_is_read_and_told(void **state)
{
	(void)state;
	assert_records("owner", NULL);
	assert_records("owner", "not the password");
}

static void passwords_open(void **state)
{
	(void)state;
	assert_records("user", "开门");
	assert_records("user", "owner\n");
	assert_records("latin", "café");
}

static void without_the_password_it_is_told(void **state)
{
	static const char *const passwords[] = { NULL, "", "wrong" };
	struct buf pdf;

	(void)state;
	read_pdf(&pdf, "user");
	for (size_t i = 0; i < ARRAY_LEN(passwords); i++) {
		struct pdf_run run = { .input = buf_str(&pdf),
			               .password = passwords[i] };

		pdf_run(&run);
		assert_true(pdf_run_exited(&run, 1));
		assert_string_equal(run.output.ptr,
		                    "baolan-pdf\t1\nE\tencrypted\n");
		pdf_run_release(&run);
	}
	buf_release(&pdf);
}

static void a_pipe_is_read_as_a_file(void **state)
{
	struct pdf_run file = { 0 }, pipe = { .piped = true };
	struct buf pdf;

	(void)state;
	read_pdf(&pdf, "pages");
	/* More than a pipe holds, and than is read at first. */
	memset(buf_room(&pdf, 3 << 20), '\n', 3 << 20);
	pdf.len += 3 << 20;
	file.input = pipe.input = buf_str(&pdf);
	pdf_run(&file);
	pdf_run(&pipe);
	assert_true(pdf_run_exited(&file, 0) && pdf_run_exited(&pipe, 0));
	assert_string_equal(file.output.ptr, pipe.output.ptr);
	pdf_run_release(&file);
	pdf_run_release(&pipe);
	buf_release(&pdf);
}

static void it_begins_with_any_page(void **state)
{
	struct pdf_run run = { .option = "--first-page=3" };
	struct buf pdf;

	(void)state;
	read_pdf(&pdf, "pages");
	run.input = buf_str(&pdf);
	pdf_run(&run);
	assert_non_null(strstr(run.output.ptr, "D\t4\nP\t3\t"));
	assert_says(&run, "P\t4\t0\t0\t");
	pdf_run_release(&run);
	buf_release(&pdf);
}

static void no_pdf_is_told(void **state)
{
	struct buf text, random;
	uint32_t seed = 1;

	(void)state;
	read_pdf(&text, "text");
	buf_init(&random);
	for (int i = 0; i < 100000; i++)
		buf_add_byte(&random, (char)fixture_random(&seed, 256));
	const struct str files[] = { STR(""), STR("%PDF-1.7\n"),
		                     STR("%PDF-1.7\ntrailer << /Root 1 0 R >>"),
		                     buf_str(&random),
		                     str_slice(buf_str(&text), 0, 100) };

	for (size_t i = 0; i < 2 * ARRAY_LEN(files); i++) {
		struct pdf_run run = { .input = files[i / 2],
			               .piped = i % 2 == 1 };

		pdf_run(&run);
		assert_true(pdf_run_exited(&run, 1));
		assert_string_equal(run.output.ptr,
		                    "baolan-pdf\t1\nE\tdamaged\n");
		pdf_run_release(&run);
	}
	buf_release(&random);
	buf_release(&text);
}

/* Without its table of objects a file can be read. */
static void a_file_without_its_end_is_read(void **state)
{
	struct pdf_run run = { 0 };
	struct buf pdf;
	size_t end;

	(void)state;
	read_pdf(&pdf, "text");
	end = str_find(buf_str(&pdf), STR("startxref"), 0);
	run.input = str_slice(buf_str(&pdf), 0, end);
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 0));
	assert_says(&run, "5317\t2000\t3000\t2000");
	pdf_run_release(&run);
	buf_release(&pdf);
}

/* A row of characters, again and again: one more than is recorded. */
static void characters_are_limited(void **state)
{
	struct pdf_run run = { 0 };
	struct buf content;

	(void)state;
	buf_init(&content);
	buf_add_c(&content, "BT /H 1 Tf\n");
	for (int i = 0; i < 2001; i++) {
		buf_add_c(&content, "1 0 0 1 0 50 Tm (");
		for (int c = 0; c < 100; c++)
			buf_add_c(&content, "i");
		buf_add_c(&content, ") Tj\n");
	}
	buf_add_c(&content, "ET\n");
	run_page(&run, buf_str(&content), "");
	assert_true(pdf_run_exited(&run, 0));
	assert_says(&run, "E\tlimit\tcharacters");
	assert_says(&run, ".");
	pdf_run_release(&run);
	buf_release(&content);
}

/* What comes behind too many shapes is read. */
static void shapes_are_limited(void **state)
{
	struct pdf_run run = { 0 };
	struct buf content;

	(void)state;
	buf_init(&content);
	for (int i = 0; i < 20001; i++)
		buf_addf(&content, "%d 10 1 1 re f\n", i % 200);
	buf_add_c(&content, "BT /H 10 Tf 50 50 Td (a) Tj ET\n");
	run_page(&run, buf_str(&content), "");
	assert_true(pdf_run_exited(&run, 0));
	assert_says(&run, "61\t5000\t15000\t556");
	assert_says(&run, "E\tlimit\tshapes");
	pdf_run_release(&run);
	buf_release(&content);
}

/* 2^40 lines: forms in forms in forms. */
static void growing_pages_end(void **state)
{
	struct pdf_run run = { 0 };

	(void)state;
	run_page(&run, STR("/X40 Do"),
	         "BT /H 1 Tf 10 50 Td (all of it all of it all of it all of it "
	         "all of it all of it all of it all of it all of it) Tj ET");
	assert_true(pdf_run_exited(&run, 0));
	/* Machines differ in what they meet first. */
	assert_true(pdf_run_says(&run, "E\tlimit\tcharacters") ||
	            pdf_run_says(&run, "E\tlimit\ttime"));
	pdf_run_release(&run);
}

static void endless_pages_end(void **state)
{
	struct pdf_run run = { 0 };

	(void)state;
	run_page(&run, STR("/X0 Do"), "/X0 Do /X1 Do BT /H 9 Tf (a) Tj ET");
	assert_true(pdf_run_exited(&run, 0) || pdf_run_exited(&run, 3));
	assert_true(pdf_run_is_whole(&run));
	pdf_run_release(&run);
}

static void deflate_into(struct buf *out, struct str bytes, int last)
{
	z_stream stream = { .next_in = (unsigned char *)(uintptr_t)bytes.ptr,
		            .avail_in = (unsigned)bytes.len };
	char room[1 << 14];

	assert_int_equal(deflateInit(&stream, Z_BEST_COMPRESSION), Z_OK);
	do {
		stream.next_out = (unsigned char *)room;
		stream.avail_out = sizeof room;
		deflate(&stream, last);
		buf_add(out,
		        (struct str){ room, sizeof room - stream.avail_out });
	} while (!stream.avail_out);
	deflateEnd(&stream);
}

/*
 * A page of 16 GiB of zeros, in a file of less than 1 MB: twice deflated.  A stream that
 * was flushed can go on with itself, without its head of two bytes.
 */
static void make_bomb(struct buf *pdf)
{
	enum {
		HEAD_BYTES = 2,
		DOUBLINGS = 14
	};
	static const char zeros[1 << 20];
	struct buf once, twice;

	buf_init(&once);
	buf_init(&twice);
	deflate_into(&once, (struct str){ zeros, sizeof zeros }, Z_FULL_FLUSH);
	for (int i = 0; i < DOUBLINGS; i++) {
		buf_room(&once, once.len);
		buf_add(&once, str_slice(buf_str(&once), HEAD_BYTES, once.len));
	}
	deflate_into(&twice, buf_str(&once), Z_FINISH);
	pdf_make(pdf, "/Filter [/FlateDecode /FlateDecode]", buf_str(&twice),
	         "");
	assert_true(pdf->len < 1000000);
	buf_release(&once);
	buf_release(&twice);
}

static void a_bomb_ends_with_a_message(void **state)
{
	struct pdf_run run = { .hurries = true };
	struct buf pdf;

	(void)state;
	buf_init(&pdf);
	make_bomb(&pdf);
	run.input = buf_str(&pdf);
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 3));
	assert_says(&run, "P\t1\t20000\t20000\t");
	assert_says(&run, "E\tlimit\ttime");
	pdf_run_release(&run);
	buf_release(&pdf);
}

#ifndef BOX_MEMORY_IS_FREE
/* Each `q' keeps the state of the page: there are 4 million. */
static void much_memory_ends_with_a_message(void **state)
{
	enum {
		STATES = 4000000
	};
	struct pdf_run run = { 0 };
	struct buf content;

	(void)state;
	buf_init(&content);
	buf_add_c(&content, "0 0 9 9 re f\n");
	for (int i = 0; i < STATES; i++)
		buf_add_c(&content, "q\n");
	run_page(&run, buf_str(&content), "");
	assert_true(pdf_run_exited(&run, 3));
	assert_says(&run, "F\t0\t19100\t900\t20000\t0\t000000\t1");
	assert_says(&run, "E\tlimit\tmemory");
	pdf_run_release(&run);
	buf_release(&content);
}
#endif

/* The file has no bytes but its size. */
static void large_files_are_refused(void **state)
{
	struct pdf_run run = { .size_bytes = ((uint64_t)512 << 20) + 1 };

	(void)state;
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 1));
	assert_string_equal(run.output.ptr, "baolan-pdf\t1\nE\tlimit\tbytes\n");
	pdf_run_release(&run);
}

/* Some bytes changed, some left out, at places that a seed says. */
static void mutate(struct buf *out, struct str pdf, uint32_t *seed)
{
	uint32_t changes = 1 + fixture_random(seed, 20);

	buf_init(out);
	buf_add(out, pdf);
	while (changes--) {
		uint32_t at = fixture_random(seed, (uint32_t)out->len);

		out->ptr[at] = (char)fixture_random(seed, 256);
	}
	if (!fixture_random(seed, 4))
		out->len -= fixture_random(seed, (uint32_t)out->len);
}

/* Whatever the file, the helper ends, and what it wrote is records.  A fault of the
 * library may end it by a signal; that is what the process is for. */
static void mutations_end(void **state)
{
	static const char *const names[] = { "text",  "shapes", "pages",
		                             "owner", "gbk",    "latin" };
	const struct seeds seeds = fixture_seeds(300);
	uint32_t seed = 20260101 + seeds.first;

	(void)state;
	for (uint32_t i = seeds.first; i < seeds.end; i++) {
		struct pdf_run run = { 0 };
		struct buf pdf, mutation;

		read_pdf(&pdf, names[i % ARRAY_LEN(names)]);
		mutate(&mutation, buf_str(&pdf), &seed);
		run.input = buf_str(&mutation);
		pdf_run(&run);
		assert_true(pdf_run_exited(&run, 0) ||
		            pdf_run_exited(&run, 1) ||
		            pdf_run_exited(&run, 3) || WIFSIGNALED(run.status));
		assert_true(run.output.len == 0 || pdf_run_is_whole(&run));
		if (WIFSIGNALED(run.status))
			print_message("mutation %u: signal %d\n", i,
			              WTERMSIG(run.status));
		pdf_run_release(&run);
		buf_release(&mutation);
		buf_release(&pdf);
	}
}

static void the_box_is_told(void **state)
{
	struct pdf_run run = { .option = "--box" };

	(void)state;
	pdf_run(&run);
	assert_true(pdf_run_exited(&run, 0));
	assert_non_null(strstr(run.output.ptr, "no-new-privileges\tyes\n"));
	assert_says(&run, "limits\tyes");
	assert_non_null(strstr(run.output.ptr, "\nlandlock\t"));
	assert_non_null(strstr(run.output.ptr, "\nseccomp\t"));
	pdf_run_release(&run);
}

static void options_are_checked(void **state)
{
	static const char *const wrong[] = {
		"--what",         "file.pdf",        "--first-page=",
		"--first-page=0", "--first-page=1x", "--password-fd=-2"
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct pdf_run run = { .option = wrong[i] };

		pdf_run(&run);
		assert_true(pdf_run_exited(&run, 2));
		assert_int_equal(run.output.len, 0);
		pdf_run_release(&run);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_recorded),
		cmocka_unit_test(shapes_are_recorded),
		cmocka_unit_test(pictures_are_reduced),
		cmocka_unit_test(pages_are_recorded),
		cmocka_unit_test(old_encodings_are_read),
		cmocka_unit_test(what_is_locked_is_read_and_told),
		cmocka_unit_test(passwords_open),
		cmocka_unit_test(without_the_password_it_is_told),
		cmocka_unit_test(a_pipe_is_read_as_a_file),
		cmocka_unit_test(it_begins_with_any_page),
		cmocka_unit_test(no_pdf_is_told),
		cmocka_unit_test(a_file_without_its_end_is_read),
		cmocka_unit_test(characters_are_limited),
		cmocka_unit_test(shapes_are_limited),
		cmocka_unit_test(growing_pages_end),
		cmocka_unit_test(endless_pages_end),
		cmocka_unit_test(a_bomb_ends_with_a_message),
#ifndef BOX_MEMORY_IS_FREE
		cmocka_unit_test(much_memory_ends_with_a_message),
#endif
		cmocka_unit_test(large_files_are_refused),
		cmocka_unit_test(mutations_end),
		cmocka_unit_test(the_box_is_told),
		cmocka_unit_test(options_are_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
