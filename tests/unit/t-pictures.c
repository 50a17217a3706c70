/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/pictures.h"

#include "../lib/fake_pdf.h"
#include "issue/issue.h"
#include "load/load.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BEGIN "printf 'baolan-pdf\\t1\\nD\\t2\\n'\n"
#define PAGE(n)                                                                \
 "printf 'P\\t" #n "\\t60000\\t80000\\t\\nN\\t1\\t4\\t0\\t0\\tSong\\n"         \
 "A\\t1\\t1000\\t000000\\t0\\n'\n"
#define CHAR    "printf '62a5\\t10000\\t20000\\t1000\\n'\n"
#define PICTURE "printf 'I\\t10000\\t30000\\t50000\\t70000\\n'\n"
#define PIXELS  "printf 'B\\t2\\t3\\nR\\tff000000ff00\\nR\\t0000ffffff00\\n'\n"
#define END     "printf '.\\n'\n"

/* Two pages; what pictures show comes for the second, if it is asked for alone. */
#define SCRIPT                                                                 \
 "[ \"$1\" = --pictures=2 ] || {\n" BEGIN PAGE(1) CHAR PAGE(2)                 \
	 CHAR PICTURE END "exit\n}\n" BEGIN PAGE(2) CHAR PICTURE PIXELS END

static struct loader *load_all(const struct fake_pdf *fake, bool wants)
{
	const struct load_options how = { .pdf_helper = fake->path,
		                          .wants_pictures = wants };
	struct loader *loader =
		load_begin_bytes(STR("%PDF-1.4\n"), "paper.pdf", &how);

	while (load_step(loader))
		continue;
	return loader;
}

static struct page_pictures pictures_of(const struct loader *loader,
                                        size_t page)
{
	struct pictures_job *job = pictures_begin(loader, page);
	struct page_pictures pictures;

	assert_non_null(job);
	while (pictures_step(job))
		continue;
	pictures_end(job, &pictures);
	assert_true(fake_pdf_no_child());
	return pictures;
}

static void a_page_is_read_again_for_its_pictures(void **state)
{
	static const uint32_t want[] = { 0xff0000, 0x00ff00, 0x0000ff,
		                         0xffff00, 0xffffff, 0xffffff };
	struct page_pictures pictures;
	struct loader *loader;
	struct fake_pdf fake;

	(void)state;
	fake_pdf_init(&fake, SCRIPT);
	loader = load_all(&fake, true);
	pictures = pictures_of(loader, 0);
	assert_int_equal(pictures.count, 0);
	pictures = pictures_of(loader, 1);
	assert_int_equal(pictures.count, 1);
	assert_float_equal(pictures.items[0].left_pt, 100, .01);
	assert_float_equal(pictures.items[0].height_pt, 400, .01);
	assert_int_equal(pictures.items[0].pixels.cols, 2);
	assert_int_equal(pictures.items[0].pixels.rows, 3);
	assert_memory_equal(pictures.items[0].pixels.rgb, want, sizeof want);
	page_pictures_release(&pictures);
	load_abandon(loader);
	fake_pdf_release(&fake);
}

/* A page that lies on its side: its lines run down, so it is turned against the clock. */
static void pictures_are_turned_with_their_page(void **state)
{
	static const uint32_t want[] = { 0x00ff00, 0xffff00, 0xffffff,
		                         0xff0000, 0x0000ff, 0xffffff };
	struct page_pictures pictures;
	struct loader *loader;
	struct fake_pdf fake;

	(void)state;
	fake_pdf_init(&fake,
	              BEGIN PAGE(1) "printf '62\\t10000\\t20000\\t0\\t500"
	                            "\\t1000\\t0\\n'\n" PICTURE PIXELS END);
	loader = load_all(&fake, true);
	pictures = pictures_of(loader, 0);
	assert_int_equal(pictures.count, 1);
	assert_float_equal(pictures.items[0].left_pt, 300, .01);
	assert_float_equal(pictures.items[0].top_pt, 100, .01);
	assert_int_equal(pictures.items[0].pixels.cols, 3);
	assert_int_equal(pictures.items[0].pixels.rows, 2);
	assert_memory_equal(pictures.items[0].pixels.rgb, want, sizeof want);
	page_pictures_release(&pictures);
	load_abandon(loader);
	fake_pdf_release(&fake);
}

static void pages_without_kept_bytes_have_none(void **state)
{
	struct loader *loader;
	struct fake_pdf fake;

	(void)state;
	fake_pdf_init(&fake, SCRIPT);
	loader = load_all(&fake, false);
	assert_null(pictures_begin(loader, 1));
	load_abandon(loader);
	loader = load_begin_bytes(
		STR("text\n"), "a.txt",
		&(struct load_options){ .pdf_helper = fake.path,
	                                .wants_pictures = true });
	while (load_step(loader))
		continue;
	assert_null(pictures_begin(loader, 0));
	load_abandon(loader);
	fake_pdf_release(&fake);
}

static void the_process_may_be_given_up_or_fail(void **state)
{
	struct page_pictures pictures;
	struct loader *loader;
	struct fake_pdf fake;
	struct pictures_job *job;

	(void)state;
	fake_pdf_init(&fake, SCRIPT);
	loader = load_all(&fake, true);
	fake_pdf_set(&fake, BEGIN PAGE(2) CHAR "exec sleep 1000\n");
	job = pictures_begin(loader, 1);
	for (int i = 0; i < 3; i++)
		assert_true(pictures_step(job));
	pictures_end(job, NULL);
	assert_true(fake_pdf_no_child());
	fake_pdf_set(&fake, BEGIN PAGE(2) CHAR PICTURE PIXELS "kill -9 $$\n");
	pictures = pictures_of(loader, 1);
	assert_int_equal(pictures.count, 1);
	page_pictures_release(&pictures);
	fake_pdf_set(&fake, "exit 1\n");
	pictures = pictures_of(loader, 1);
	assert_int_equal(pictures.count, 0);
	load_abandon(loader);
	fake_pdf_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_read_again_for_its_pictures),
		cmocka_unit_test(pictures_are_turned_with_their_page),
		cmocka_unit_test(pages_without_kept_bytes_have_none),
		cmocka_unit_test(the_process_may_be_given_up_or_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
