/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/records.h"

#include "../lib/record_pages.h"
#include "base/mem.h"
#include "text/plain_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD       "baolan-pdf\t1\n"
#define PAGE       "P\t1\t60000\t80000\tA1\n"
#define FONT       "N\t1\t4\t0\t0\tABCDEF+SongTi\n"
#define LOOK       "A\t1\t1000\t102030\t0\n"
#define BEGIN      HEAD "D\t1\n" PAGE FONT LOOK
#define NEAR(a, b) assert_float_equal((a), (b), .006)

static void read_text(struct record_pages *pages, const char *text)
{
	record_pages_init(pages, str_from(text));
}

/* The characters of the first page, as text. */
static char *chars_of(const char *text)
{
	struct record_pages pages;
	struct buf out;

	buf_init(&out);
	read_text(&pages, text);
	for (size_t i = 0; pages.count && i < pages.items[0].count; i++) {
		const struct page_char *c = &pages.items[0].chars[i];

		assert_int_equal(c->order, i);
		buf_add_c(&out, c->space ? " " : "");
		buf_add_uc(&out, c->code);
	}
	record_pages_release(&pages);
	return buf_steal(&out);
}

static void assert_chars(const char *text, const char *want)
{
	char *chars = chars_of(text);

	assert_string_equal(chars, want);
	free(chars);
}

static void a_page_has_its_facts(void **state)
{
	struct record_pages pages;
	const struct page_chars *page;

	(void)state;
	read_text(&pages, BEGIN "62a5\t1000\t2000\t1000\n"
	                        "L\t100\t500\t200\t50\t10\t0000ff\t1\n"
	                        "F\t0\t0\t100\t100\t0\tffffff\t0\n"
	                        "I\t0\t0\t5000\t4000\n.\n");
	assert_int_equal(pages.count, 1);
	page = &pages.items[0];
	assert_int_equal(page->number, 1);
	NEAR(page->width_pt, 600);
	NEAR(page->height_pt, 800);
	assert_true(str_equal(page->label, STR("A1")));
	assert_int_equal(page->count, 1);
	assert_int_equal(page->chars[0].code, 0x62a5);
	assert_int_equal(page->chars[0].rgb, 0x102030);
	NEAR(page->chars[0].em_pt, 10);
	NEAR(page->chars[0].baseline_pt, 20);
	NEAR(page->chars[0].box.x0, 10);
	NEAR(page->chars[0].box.x1, 20);
	NEAR(page->chars[0].box.y0, 11.2);
	NEAR(page->chars[0].box.y1, 21.2);
	assert_int_equal(page->shape_count, 3);
	assert_int_equal(page->shapes[0].kind, SHAPE_STROKE);
	NEAR(page->shapes[0].box.y0, .5); /* the smaller one comes first */
	NEAR(page->shapes[0].box.y1, 5);
	NEAR(page->shapes[0].width_pt, .1);
	assert_int_equal(page->shapes[0].rgb, 0xff);
	assert_true(page->shapes[0].straight);
	assert_int_equal(page->shapes[1].kind, SHAPE_FILL);
	assert_false(page->shapes[1].straight);
	assert_int_equal(page->shapes[2].kind, SHAPE_PICTURE);
	record_pages_release(&pages);
}

/* A line that runs down, one that runs up, and letters that lean. */
static void characters_are_turned(void **state)
{
	struct record_pages pages;
	const struct page_char *chars;

	(void)state;
	read_text(&pages, BEGIN "61\t1000\t2000\t0\t500\t1000\t0\n"
	                        "61\t1000\t2000\t0\t-500\t-1000\t0\n"
	                        "61\t1000\t2000\t500\t0\t300\t-1000\n");
	chars = pages.items[0].chars;
	assert_int_equal(chars[0].turn, TURN_DOWN);
	NEAR(chars[0].box.x0, 8.8);
	NEAR(chars[0].box.x1, 18.8);
	NEAR(chars[0].box.y0, 20);
	NEAR(chars[0].box.y1, 25);
	NEAR(chars[0].em_pt, 10);
	assert_int_equal(chars[1].turn, TURN_UP);
	NEAR(chars[1].box.x0, 1.2);
	NEAR(chars[1].box.x1, 11.2);
	NEAR(chars[1].box.y0, 15);
	NEAR(chars[1].box.y1, 20);
	assert_int_equal(chars[2].turn, TURN_NONE);
	NEAR(chars[2].em_pt, 10.44);
	record_pages_release(&pages);
}

static void white_space_is_of_the_character_behind(void **state)
{
	(void)state;
	assert_chars(BEGIN "61\t0\t100\t100\n_\n62\t200\t100\t100\n"
	                   "63\t300\t100\t100\n3000\t400\t100\t100\n"
	                   "64\t500\t100\t100\na0\t500\t100\t100\n"
	                   "65\t500\t100\t100\n",
	             "a bc d e");
	/* That of a page before is not of this one. */
	assert_chars(HEAD "_\n" PAGE LOOK "61\t0\t100\t100\n", "a");
}

static void characters_without_ink_are_dropped(void **state)
{
	(void)state;
	assert_chars(BEGIN "ad\t0\t100\t100\n200b\t0\t100\t100\n"
	                   "feff\t0\t100\t100\n0a\t0\t100\t100\n"
	                   "85\t0\t100\t100\nd800\t0\t100\t100\n"
	                   "ffffff\t0\t100\t100\n110000\t0\t100\t100\n"
	                   "fffd\t0\t100\t100\n10ffff\t0\t100\t100\n"
	                   "5e74\t0\t100\t100\n",
	             " \ufffd\U0010ffff年");
}

/* A soft hyphen is drawn where no other character stands at its place. */
static void soft_hyphens_are_hyphens_where_they_are_drawn(void **state)
{
	(void)state;
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t30\n"
	                   "62\t101\t100\t100\n",
	             "ab");
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t30\n"
	                   "62\t0\t200\t100\n",
	             "a-b");
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t30\n"
	                   "62\t130\t100\t100\n",
	             "a-b");
	/* The hyphen of the line end stands where the soft one is. */
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t30\n"
	                   "2010\t100\t100\t30\n62\t0\t200\t100\n",
	             "a\u2010b");
	/* The last of a page, one without width, one behind white space. */
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t30\n.\n", "a-");
	assert_chars(BEGIN "61\t0\t100\t100\nad\t100\t100\t0\n.\n", "a");
	assert_chars(BEGIN "61\t0\t100\t100\n_\nad\t200\t100\t30\n"
	                   "62\t200\t100\t100\n",
	             "a b");
}

/* The pixels of the first picture, row by row in hexadecimal; "-": it has none. */
static void assert_pixels(const char *text, const char *want)
{
	const struct pixels *pixels = NULL;
	struct records records;
	struct page_chars page;
	struct buf out;

	records_init(&records);
	records_want_pixels(&records);
	records_feed(&records, str_from(text));
	records_end(&records);
	assert_true(records_next_page(&records, &page));
	buf_init(&out);
	if (page.shape_count)
		pixels = page.shapes[0].pixels;
	for (int i = 0; pixels && i < pixels->cols * pixels->rows; i++)
		buf_addf(&out, "%s%06x", i % pixels->cols ? "" : "/",
		         pixels->rgb[i]);
	if (!pixels)
		buf_add_c(&out, "-");
	assert_string_equal(buf_str(&out).ptr, want);
	buf_release(&out);
	page_chars_release(&page);
	records_release(&records);
}

static void pictures_have_pixels(void **state)
{
	struct record_pages pages;

	(void)state;
#define PICTURE BEGIN "I\t0\t0\t5000\t4000\n"
	assert_pixels(PICTURE "B\t2\t2\nR\t0102030a0b0c\nR\tffffff000000\n.\n",
	              "/0102030a0b0c/ffffff000000");
	/* Rows and pixels that do not come, or are none, are white; more are passed
	 * over, and so is what is not known. */
	assert_pixels(PICTURE "B\t2\t2\nR\t010203xx\nZ\n.\n",
	              "/010203ffffff/ffffffffffff");
	assert_pixels(PICTURE "B\t1\t1\nR\t010203040506\nR\t000000\n.\n",
	              "/010203");
	/* A picture has pixels once; of no size, too many or none, it has none. */
	assert_pixels(PICTURE "B\t1\t1\nR\t010203\nB\t1\t1\nR\t0a0a0a\n",
	              "/010203");
	assert_pixels(PICTURE "B\t0\t2\nR\t010203\n", "-");
	assert_pixels(PICTURE "B\t161\t2\nR\t010203\n", "-");
	assert_pixels(PICTURE "B\t2\nR\t010203\n", "-");
	assert_pixels(PICTURE "R\t010203\n", "-");
	/* They are those of a picture right before. */
	assert_pixels(BEGIN "F\t0\t0\t5\t5\t0\t000000\t1\nB\t1\t1\nR\t010203\n",
	              "-");
	assert_pixels(BEGIN "B\t1\t1\nR\t010203\n", "-");
	/* Who does not want them has none. */
	read_text(&pages, PICTURE "B\t1\t1\nR\t010203\n");
	assert_null(pages.items[0].shapes[0].pixels);
	record_pages_release(&pages);
}

static void forms_of_characters_become_plain(void **state)
{
	static const uint32_t cases[][2] = {
		{ 0x2f00, 0x4e00 },
		{ 0x2fd5, 0x9fa0 },
		{ 0x2e8c, 0x5c0f },
		{ 0x2ef3, 0x9f9f },
		{ 0x2e9a, 0x2e9a },
		{ 0xf900, 0x8c48 },
		{ 0xfa0e, 0xfa0e },
		{ 0xfe11, 0x3001 },
		{ 0xfe10, 0xff0c },
		{ 0xfe41, 0x300c },
		{ 0x2f800, 0x4e3d },
		{ 0x2fa1d, 0x2a600 },
		{ 0x4e00, 0x4e00 },
		{ 'a', 'a' },
		{ 0xff0c, 0xff0c },
		{ 0x10ffff, 0x10ffff },
		/* bullets of Symbol and Wingdings */
		{ 0xf0b7, 0x2022 },
		{ 0xf02d, 0x2212 },
		{ 0xf0fe, 0x2611 },
		{ 0xf0b6, 0xf0b6 },
		{ 0xf0ff, 0xf0ff },
		{ 0xf100, 0xf100 },
		{ 0, 0 },
	};
	struct record_pages pages;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(plain_form(cases[i][0]), cases[i][1]);
	assert_chars(BEGIN "2f00\t0\t100\t100\nfe12\t0\t100\t100\n", "一。");
	read_text(&pages, BEGIN "2f00\t0\t100\t100\n");
	assert_true(pages.items[0].is_made_plain);
	record_pages_release(&pages);
	read_text(&pages, BEGIN "4e00\t0\t100\t100\n");
	assert_false(pages.items[0].is_made_plain);
	record_pages_release(&pages);
}

static void ligatures_become_letters_side_by_side(void **state)
{
	struct record_pages pages;
	const struct page_char *chars;

	(void)state;
	read_text(&pages, BEGIN "_\nfb03\t1000\t2000\t900\n");
	assert_int_equal(pages.items[0].count, 3);
	chars = pages.items[0].chars;
	assert_int_equal(chars[2].code, 'i');
	NEAR(chars[1].box.x0, 13);
	NEAR(chars[2].box.x0, 16);
	NEAR(chars[2].box.x1, 19);
	assert_true(chars[0].space);
	assert_false(chars[1].space);
	record_pages_release(&pages);
}

static void fonts_of_one_name_are_one_face(void **state)
{
	struct record_pages pages;
	const struct page_chars *page;

	(void)state;
	read_text(&pages, HEAD
	          "N\t1\t4\t0\t0\tABCDEF+Song\nN\t2\t4\t0\t0\tGHIJKL+Song\n"
	          "N\t3\t262148\t0\t0\tSong\nN\t4\t4\t6\t0\tSong\n"
	          "N\t5\t4\t0\t0\tFZ-DaHei\nN\t6\t4\t0\t0\tABC+Song\n"
	          "N\t7\t0\t0\t0\tA\\134\\303\\251\n" PAGE
	          "A\t1\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t2\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t3\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t4\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t5\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t6\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t7\t900\t000000\t0\n61\t0\t100\t100\n"
	          "A\t99\t900\t000000\t0\n61\t0\t100\t100\n"
	          "P\t2\t60000\t80000\t\nA\t2\t900\t000000\t0\n"
	          "61\t0\t100\t100\n");
	page = &pages.items[0];
	assert_int_equal(page->chars[0].face, page->chars[1].face);
	assert_int_not_equal(page->chars[1].face, page->chars[2].face);
	assert_int_equal(page->chars[2].face, page->chars[3].face);
	assert_true(page->faces[page->chars[3].face].bold);
	assert_true(page->faces[page->chars[4].face].bold);
	assert_true(str_equal(page->faces[page->chars[4].face].name,
	                      STR("FZ-DaHei")));
	assert_true(str_equal(page->faces[page->chars[5].face].name,
	                      STR("ABC+Song")));
	assert_true(str_equal(page->faces[page->chars[6].face].name,
	                      STR("A\\\303\251")));
	assert_int_equal(page->faces[page->chars[7].face].name.len, 0);
	assert_int_equal(page->face_count, 6);
	assert_int_equal(pages.items[1].face_count, 1);
	assert_int_equal(pages.items[1].chars[0].face, 0);
	record_pages_release(&pages);
}

static void render_modes_are_bold_and_hidden(void **state)
{
	static const bool bold[] = { 0, 1, 1, 0, 0, 1, 1, 0 };

	(void)state;
	for (size_t mode = 0; mode < ARRAY_LEN(bold); mode++) {
		struct record_pages pages;
		struct buf text;

		buf_init(&text);
		buf_addf(&text, "%sA\t1\t900\t000000\t%zu\n61\t0\t100\t100\n",
		         BEGIN, mode);
		read_text(&pages, text.ptr);
		assert_int_equal(pages.items[0].chars[0].bold, bold[mode]);
		assert_int_equal(pages.items[0].chars[0].hidden, mode == 3);
		record_pages_release(&pages);
		buf_release(&text);
	}
}

/* What is out of range, cut, or not known does nothing. */
static void odd_records_are_passed_over(void **state)
{
	static const char *const odd[] = {
		"61\t0\t100\n",
		"61\t0\t100\tx\n",
		"61\t0\t100\t1.5\n",
		"61\t10000001\t100\t1\n",
		"61\t-10000001\t0\t1\n",
		"61\t99999999999999\t0\t1\n",
		"61\t0\t\t1\n",
		"61\t0\t1\t1\t2\n",
		"61\n",
		"6\t0\t0\t1\n",
		"6A\t0\t0\t1\n",
		"1234567\t0\t0\t1\n",
		"\n",
		"\t\t\t\n",
		"Z\t1\t2\n",
		"AA\n",
		"L\t0\t0\t1\t1\t1\t0\n",
		"F\t0\t0\t1\t1\t-1\t000000\t1\n",
		"F\t0\t0\t1\t1\t1\tg\t1\n",
		"L\t0\t0\t1\t1\t1\t000000\t2\n",
		"I\t0\t0\t1\n",
		"A\t1\t-\t000000\t0\n",
		"A\t1\t900\t000000\t8\n",
		"A\t0\t900\t000000\t0\n",
		"N\t0\t0\t0\t0\tX\n",
		"N\t-1\t0\t0\t0\tX\n",
		"N\t1\t0\t0\t0\tOther\n",
		"N\n",
		"D\t0\n",
		"D\t20001\n",
		"E\n",
		"E\tother\n",
		"\xff\xfe\x80\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
		struct record_pages pages;
		struct buf text;

		buf_init(&text);
		buf_addf(&text, "%s%s61\t0\t100\t100\n", BEGIN, odd[i]);
		read_text(&pages, text.ptr);
		assert_int_equal(pages.count, 1);
		assert_int_equal(pages.items[0].count, 1);
		assert_int_equal(pages.items[0].shape_count, 0);
		NEAR(pages.items[0].chars[0].em_pt, 10);
		assert_true(
			str_equal(pages.items[0].faces[0].name, STR("SongTi")));
		record_pages_release(&pages);
		buf_release(&text);
	}
}

static void fields_behind_those_known_are_passed_over(void **state)
{
	(void)state;
	assert_chars(BEGIN "61\t0\t100\t100\t0\t0\t-900\tx\ty\tz\t1\t2\t3\t4\n",
	             "a");
}

static void a_line_that_is_too_long_is_passed_over(void **state)
{
	struct record_pages pages;
	struct buf text;

	(void)state;
	buf_init(&text);
	buf_add_c(&text, BEGIN "61\t0\t100\t100\n62\t0\t100\t100\t");
	for (size_t i = 0; i < 10000; i++)
		buf_add_byte(&text, '0');
	buf_add_c(&text, "\n63\t0\t100\t100\n");
	read_text(&pages, text.ptr);
	assert_int_equal(pages.items[0].count, 2);
	assert_int_equal(pages.items[0].chars[1].code, 'c');
	record_pages_release(&pages);
	buf_release(&text);
}

static void pages_have_growing_numbers(void **state)
{
	static const size_t want[] = { 1, 2, 7, 8, 9 };
	struct record_pages pages;

	(void)state;
	read_text(&pages, HEAD "P\t1\t100\t100\t\nP\t1\t100\t100\t\n"
	                       "P\t7\t100\t100\t\nP\tx\t100\t100\t\n"
	                       "P\t9999999\t100\t100\t\xff\n");
	assert_int_equal(pages.count, ARRAY_LEN(want));
	for (size_t i = 0; i < pages.count; i++)
		assert_int_equal(pages.items[i].number, want[i]);
	assert_int_equal(pages.items[4].label.len, 0);
	record_pages_release(&pages);
}

/* The characters of a page without a size are not those of the page before. */
static void a_page_without_a_size_is_damaged(void **state)
{
	struct record_pages pages;

	(void)state;
	read_text(&pages, BEGIN "61\t0\t100\t100\nP\t2\t0\t0\t\nE\tpage\n"
	                        "62\t0\t100\t100\nI\t0\t0\t1\t1\n"
	                        "P\t3\t-1\t99999999\t\n61\t0\t100\t100\n");
	assert_int_equal(pages.count, 3);
	assert_int_equal(pages.items[0].count, 1);
	assert_false(pages.items[0].is_damaged);
	for (size_t i = 1; i < 3; i++) {
		assert_true(pages.items[i].is_damaged);
		assert_int_equal(pages.items[i].count, 0);
		assert_int_equal(pages.items[i].shape_count, 0);
		NEAR(pages.items[i].width_pt, 0);
	}
	record_pages_release(&pages);
}

static void limits_cut_a_page(void **state)
{
	struct record_pages pages;
	struct buf text;

	(void)state;
	buf_init(&text);
	buf_add_c(&text, BEGIN);
	for (size_t i = 0; i < RECORDS_CHARS + 10; i++)
		buf_add_c(&text, "61\t0\t0\t0\n");
	buf_add_c(&text, "P\t2\t100\t100\t\n");
	for (size_t i = 0; i < RECORDS_SHAPES + 10; i++)
		buf_add_c(&text, "I\t0\t0\t0\t0\n");
	buf_add_c(&text, "P\t3\t100\t100\t\nE\tlimit\n");
	read_text(&pages, text.ptr);
	assert_int_equal(pages.count, 3);
	assert_int_equal(pages.items[0].count, RECORDS_CHARS);
	assert_int_equal(pages.items[1].shape_count, RECORDS_SHAPES);
	for (size_t i = 0; i < 3; i++)
		assert_true(pages.items[i].is_cut);
	record_pages_release(&pages);
	buf_release(&text);
}

static void too_many_pages_are_not_read(void **state)
{
	struct record_pages pages;
	struct buf text;

	(void)state;
	buf_init(&text);
	buf_add_c(&text, HEAD);
	for (size_t i = 0; i < RECORDS_PAGES + 10; i++)
		buf_add_c(&text, "P\t0\t100\t100\t\n61\t0\t0\t0\n");
	read_text(&pages, text.ptr);
	assert_int_equal(pages.count, RECORDS_PAGES);
	assert_int_equal(pages.items[RECORDS_PAGES - 1].count, 1);
	record_pages_release(&pages);
	buf_release(&text);
}

/* What becomes of a document. */
static void documents_say_what_they_are(void **state)
{
	static const struct {
		const char *text;
		bool other, whole, encrypted, damaged;
		size_t total, pages;
	} cases[] = {
		{ "", 0, 0, 0, 0, 0, 0 },
		{ "baolan-pdf\t2\nP\t1\t1\t1\t\n", 1, 0, 0, 0, 0, 0 },
		{ "hello\nP\t1\t1\t1\t\n", 1, 0, 0, 0, 0, 0 },
		{ HEAD "E\tencrypted\n", 0, 0, 1, 0, 0, 0 },
		{ HEAD "E\tdamaged\n", 0, 0, 0, 1, 0, 0 },
		{ HEAD "D\t2\nP\t1\t9\t9\t\n", 0, 0, 0, 0, 2, 1 },
		{ HEAD "D\t1\nP\t1\t9\t9\t\n.\nP\t2\t9\t9\t\n", 0, 1, 0, 0, 1,
		  1 },
		{ HEAD "P\t1\t9\t9\t\nP\t2\t9", 0, 0, 0, 0, 0, 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct records records;
		struct page_chars page;
		size_t pages = 0;

		records_init(&records);
		records_feed(&records, str_from(cases[i].text));
		records_end(&records);
		for (; records_next_page(&records, &page); pages++)
			page_chars_release(&page);
		assert_int_equal(records.is_other, cases[i].other);
		assert_int_equal(records.is_whole, cases[i].whole);
		assert_int_equal(records.is_encrypted, cases[i].encrypted);
		assert_int_equal(records.is_damaged, cases[i].damaged);
		assert_int_equal(records.page_total, cases[i].total);
		assert_int_equal(pages, cases[i].pages);
		records_release(&records);
	}
}

/* Fed byte by byte, a page is given once the next one begins. */
static void pages_are_given_as_they_come(void **state)
{
	struct str text = STR(BEGIN "61\t0\t100\t100\nP\t2\t900\t900\t\n");
	struct records records;
	struct page_chars page;

	(void)state;
	records_init(&records);
	for (size_t i = 0; i < text.len; i++) {
		assert_false(records_next_page(&records, &page));
		records_feed(&records, str_slice(text, i, i + 1));
	}
	assert_true(records_next_page(&records, &page));
	assert_int_equal(page.count, 1);
	page_chars_release(&page);
	assert_false(records_next_page(&records, &page));
	records_end(&records);
	assert_true(records_next_page(&records, &page));
	assert_int_equal(page.number, 2);
	page_chars_release(&page);
	assert_false(records_next_page(&records, &page));
	records_release(&records);
}

/* A character without a size gets one. */
static void every_character_has_a_size(void **state)
{
	struct record_pages pages;

	(void)state;
	read_text(&pages, HEAD PAGE "61\t0\t0\t700\n61\t0\t0\t0\n"
	                            "61\t0\t0\t0\t0\t0\t0\n");
	assert_int_equal(pages.items[0].count, 3);
	NEAR(pages.items[0].chars[0].em_pt, 7);
	for (size_t i = 0; i < 3; i++)
		assert_true(pages.items[0].chars[i].em_pt > 0);
	record_pages_release(&pages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_has_its_facts),
		cmocka_unit_test(characters_are_turned),
		cmocka_unit_test(white_space_is_of_the_character_behind),
		cmocka_unit_test(characters_without_ink_are_dropped),
		cmocka_unit_test(soft_hyphens_are_hyphens_where_they_are_drawn),
		cmocka_unit_test(pictures_have_pixels),
		cmocka_unit_test(forms_of_characters_become_plain),
		cmocka_unit_test(ligatures_become_letters_side_by_side),
		cmocka_unit_test(fonts_of_one_name_are_one_face),
		cmocka_unit_test(render_modes_are_bold_and_hidden),
		cmocka_unit_test(odd_records_are_passed_over),
		cmocka_unit_test(fields_behind_those_known_are_passed_over),
		cmocka_unit_test(a_line_that_is_too_long_is_passed_over),
		cmocka_unit_test(pages_have_growing_numbers),
		cmocka_unit_test(a_page_without_a_size_is_damaged),
		cmocka_unit_test(limits_cut_a_page),
		cmocka_unit_test(too_many_pages_are_not_read),
		cmocka_unit_test(documents_say_what_they_are),
		cmocka_unit_test(pages_are_given_as_they_come),
		cmocka_unit_test(every_character_has_a_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
