/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "base/utf8.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "issue/validate.h"
#include "load/correct/corrections.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Issues whose pages are placed, from the records of their characters to articles, and
 * what becomes of them when a person corrects something.
 */

#define EM 1000 /* hundredths of a point */

/* The font of a page has the page's number. */
static void add_type(struct buf *records, int em)
{
	int pages = 0;

	for (size_t at = 0;
	     (at = str_find(buf_str(records), STR("\nP\t"), at)) != NPOS; at++)
		pages++;
	buf_addf(records, "A\t%d\t%d\t000000\t0\n", pages, em);
}

/* Sets a line of Han text from (x, y), its baseline. */
static void add_line(struct buf *records, int em, int x, int y,
                     const char *text)
{
	struct str rest = str_from(text);
	uint32_t code;

	add_type(records, em);
	for (size_t i = 0; i < rest.len; x += em) {
		i += utf8_next(rest, i, &code);
		buf_addf(records, "%x\t%d\t%d\t%d\n", code, x, y, em);
	}
}

static void add_lines(struct buf *records, int x, int y,
                      const char *const *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_line(records, EM,
		         x + (strncmp(lines[i], "　", 3) ? 0 : 2 * EM),
		         y + (int)i * 1500,
		         lines[i] + (strncmp(lines[i], "　", 3) ? 0 : 3));
}

static const char *const ship_left[] = {
	"　昨日下午第一艘新船下水",   "两岸观者约有数千人老周说他",
	"撑了三十年的船头一回见到这", "样大的一艘。",
	"　新船长六十余丈自铺龙骨以", "至今日下水历时凡两年又三个",
};
static const char *const ship_right[] = {
	"月据船厂中人言下月当可试航",
	"由本埠驶往天津沿途停泊三处",
	"票价尚未议定。",
	"　试航之日拟请各界登船参观",
	"先期向船厂领取凭券可也。",
};
static const char *const market[] = {
	"　老街口的夜市昨晚开张摊位", "共有八十余处卖的多是吃食和",
	"旧书人山人海直到深夜方散。", "　街坊说从前这里入夜便无行",
	"人如今灯火通明热闹非凡了。",
};

/* A page of two articles: of two columns and of one, with a running head. */
static void add_page(struct buf *records)
{
	buf_add_c(records, "baolan-pdf\t1\nD\t1\nP\t1\t60000\t50000\t\n"
	                   "N\t1\t4\t0\t0\tSong\n");
	/* Parts of a running head stand a quarter of an em apart. */
	add_line(records, EM, 4000, 1500, "第2版");
	add_line(records, EM, 7250, 1500, "石桥日报");
	add_line(records, 3 * EM, 4000, 8000, "新船昨日下水");
	add_lines(records, 4000, 12000, ship_left, 6);
	add_lines(records, 19000, 12000, ship_right, 5);
	add_line(records, 2 * EM, 38000, 8000, "夜市开张");
	add_lines(records, 38000, 12000, market, 5);
	buf_add_c(records, ".\n");
}

static struct issue *load_page(struct corrections *corrections)
{
	const struct load_options options = { .corrections = corrections };
	struct issue *issue;
	struct buf records;
	char *wrong;

	buf_init(&records);
	add_page(&records);
	issue = load_bytes(buf_str(&records), "page.records", &options);
	wrong = issue_validate(issue);
	if (wrong)
		fail_msg("%s", wrong);
	buf_release(&records);
	return issue;
}

static size_t line_of(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->line_count; i++)
		if (str_starts(issue->lines[i].text, str_from(text)))
			return i;
	fail_msg("no line %s", text);
	return NPOS;
}

/* "head 新船; body 昨日 | head …": the roles and first three characters of passages,
 * articles parted by bars. */
static void describe(struct buf *out, const struct issue *issue)
{
	for (size_t a = 0; a < issue->article_count; a++) {
		struct range own = issue->articles[a].passages;

		buf_add_c(out, a ? " | " : "");
		for (size_t p = own.start; p < own.end; p++) {
			const struct passage *passage = &issue->passages[p];
			size_t end = 0;

			for (int i = 0; i < 3 && end < passage->text.len; i++) {
				uint32_t code;

				end += utf8_next(passage->text, end, &code);
			}
			buf_addf(out, "%s%s ", p > own.start ? "; " : "",
			         role_name(passage->role));
			buf_add(out, str_slice(passage->text, 0, end));
		}
	}
}

static void expect(const struct issue *issue, const char *want)
{
	struct buf got;

	buf_init(&got);
	describe(&got, issue);
	assert_string_equal(got.ptr ? got.ptr : "", want);
	buf_release(&got);
}

/* The page as it is, and corrected once. */
static void expect_corrected(enum correction_kind kind, const char *line,
                             const char *to, const char *want)
{
	struct corrections corrections = { 0 };
	struct issue *issue = load_page(NULL);

	corrections_add(&corrections, issue, kind, line_of(issue, line),
	                to ? line_of(issue, to) : NPOS);
	issue_free(issue);
	issue = load_page(&corrections);
	expect(issue, want);
	issue_free(issue);
	corrections_release(&corrections);
}

static void a_placed_page_has_articles(void **state)
{
	struct issue *issue = load_page(NULL);
	const struct page *page = &issue->pages[0];

	(void)state;
	expect(issue, "head 新船昨; body 昨日下; body 新船长; body 试航之"
	              " | head 夜市开; body 老街口; body 街坊说");
	assert_int_equal(page->number, 2);
	assert_true(str_equal(page->title, STR("石桥日报")));
	assert_int_equal(page->furniture.end - page->furniture.start, 1);
	assert_int_equal(issue->articles[0].kind, KIND_NEWS);
	issue_free(issue);
}

static void blocks_have_the_columns_as_printed(void **state)
{
	struct issue *issue = load_page(NULL);
	const struct page *page = &issue->pages[0];
	size_t bodies = 0;

	(void)state;
	for (size_t b = 0; b < page->block_count; b++) {
		const struct block *block = &page->blocks[b];

		if (block->part != PART_BODY || block->article != 0)
			continue;
		bodies++;
		assert_int_equal(block->column_count, 2);
		assert_int_equal(
			block->columns[0].end - block->columns[0].start, 6);
		assert_int_equal(
			block->columns[1].end - block->columns[1].start, 5);
		assert_true(block->measure_em > 12 && block->measure_em < 14);
	}
	assert_int_equal(bodies, 1);
	issue_free(issue);
}

static void what_a_person_says_of_lines_holds(void **state)
{
	(void)state;
	expect_corrected(CORRECTION_PARAGRAPH, "撑了三十年", NULL,
	                 "head 新船昨; body 昨日下; body 撑了三; body 新船长; "
	                 "body 试航之 | head 夜市开; body 老街口; body 街坊说");
	expect_corrected(CORRECTION_JOIN, "新船长六十", NULL,
	                 "head 新船昨; body 昨日下; body 试航之"
	                 " | head 夜市开; body 老街口; body 街坊说");
	expect_corrected(CORRECTION_HEAD, "试航之日", NULL,
	                 "head 新船昨; body 昨日下; body 新船长; "
	                 "subhead 试航之; body 先期向"
	                 " | head 夜市开; body 老街口; body 街坊说");
	expect_corrected(CORRECTION_NOHEAD, "夜市开张", NULL,
	                 "head 新船昨; body 昨日下; body 新船长; body 试航之"
	                 "; body 夜市开; body 老街口; body 街坊说");
}

static void what_a_person_says_of_articles_holds(void **state)
{
	(void)state;
	expect_corrected(CORRECTION_ARTICLE, "新船长六十", NULL,
	                 "head 新船昨; body 昨日下"
	                 " | head 夜市开; body 老街口; body 街坊说"
	                 " | body 新船长; body 试航之");
	expect_corrected(CORRECTION_NOARTICLE, "夜市开张", NULL,
	                 "head 新船昨; body 昨日下; body 新船长; body 试航之");
	expect_corrected(CORRECTION_ATTACH, "夜市开张", "昨日下午",
	                 "head 新船昨; body 昨日下; body 新船长; body 试航之; "
	                 "subhead 夜市开; body 老街口; body 街坊说");
	expect_corrected(CORRECTION_ATTACH, "街坊说从前", "昨日下午",
	                 "head 新船昨; body 昨日下; body 新船长; body 试航之; "
	                 "body 街坊说 | head 夜市开; body 老街口");
}

static const char *const harbour[] = {
	"　港口昨日开工新建码头一座", "长八十丈可泊大船四艘工程师",
	"说木桩由山中运来石料则取自", "本地水深三丈余冬季亦不结冰",
	"　码头之后拟设货栈三所一俟",
};
static const char *const harbour_rest[] = {
	"图样绘成即可招工闻已有商家",
	"数户愿出资合办。",
	"　将来船货到埠可直达车站较",
	"前省去一日之程云。",
};

/* Two articles of which the second has a headline that is set as its text is, over two
 * columns.  Its second column begins with a paragraph. */
static void add_plain_head(struct buf *records)
{
	buf_add_c(records, "baolan-pdf\t1\nD\t1\nP\t1\t76000\t50000\t\n"
	                   "N\t1\t4\t0\t0\tSong\n");
	add_line(records, EM, 4000, 1500, "第2版");
	add_line(records, EM, 7250, 1500, "石桥日报");
	add_line(records, 3 * EM, 4000, 8000, "新船昨日下水");
	add_lines(records, 4000, 12000, ship_left, 6);
	add_lines(records, 19000, 12000, ship_right, 5);
	add_line(records, EM, 36000, 12000, "老街口夜市昨晚开张");
	add_lines(records, 34000, 13500, market, 5);
	add_lines(records, 49000, 12000, harbour, 5);
	buf_add_c(records, ".\n");
}

/* A line is said to be a headline: the columns under and beside it go to it. */
static void a_headline_takes_its_columns(void **state)
{
	struct corrections corrections = { 0 };
	const struct load_options options = { .corrections = &corrections };
	struct issue *issue;
	struct buf records;

	(void)state;
	buf_init(&records);
	add_plain_head(&records);
	issue = load_bytes(buf_str(&records), "page.records", NULL);
	expect(issue, "head 新船昨; body 昨日下; body 新船长; body 试航之; "
	              "body 老街口; body 老街口; body 街坊说; "
	              "body 港口昨; body 码头之");
	corrections_add(&corrections, issue, CORRECTION_HEAD,
	                line_of(issue, "老街口夜市"), NPOS);
	issue_free(issue);
	issue = load_bytes(buf_str(&records), "page.records", &options);
	expect(issue, "head 新船昨; body 昨日下; body 新船长; body 试航之"
	              " | head 老街口; body 老街口; body 街坊说; "
	              "body 港口昨; body 码头之");
	issue_free(issue);
	corrections_release(&corrections);
	buf_release(&records);
}

/* A page with a running head; what stands on it is added behind. */
static void begin_page(struct buf *records, int number, const char *folio)
{
	buf_addf(records, "P\t%d\t60000\t50000\t\nN\t%d\t4\t0\t0\tSong\n",
	         number, number);
	add_line(records, EM, 4000, 1500, folio);
	add_line(records, EM, 7250, 1500, "石桥日报");
}

/* The text about the harbour ends on page 1 with a jump, and goes on on page 2. */
static void an_article_goes_on_on_the_next_page(void **state)
{
	struct issue *issue;
	struct buf records;

	(void)state;
	buf_init(&records);
	buf_add_c(&records, "baolan-pdf\t1\nD\t2\n");
	begin_page(&records, 1, "第1版");
	add_line(&records, 3 * EM, 4000, 8000, "码头昨日开工");
	add_lines(&records, 4000, 12000, harbour, 5);
	add_line(&records, EM, 10000, 12000 + 5 * 1500, "（下转第2版）");
	add_line(&records, 2 * EM, 38000, 8000, "夜市开张");
	add_lines(&records, 38000, 12000, market, 5);
	begin_page(&records, 2, "第2版");
	add_line(&records, EM, 4000, 8500, "（上接第1版）");
	add_lines(&records, 4000, 10000, harbour_rest, 4);
	add_line(&records, 2 * EM, 38000, 8000, "新船下水");
	add_lines(&records, 38000, 12000, ship_left, 4);
	buf_add_c(&records, ".\n");
	issue = load_bytes(buf_str(&records), "pages.records", NULL);
	expect(issue, "head 码头昨; body 港口昨; body 码头之; jump （下转"
	              " | head 夜市开; body 老街口; body 街坊说"
	              " | head 新船下; body 昨日下"
	              " | body 图样绘; body 将来船; jump （上接");
	assert_int_equal(parts_next(issue, 0), 3);
	assert_true(issue->articles[0].runs_on);
	assert_int_equal(
		parts_passage_before(issue, issue->articles[3].passages.start),
		2);
	assert_int_equal(issue->whole_count, 3);
	issue_free(issue);
	buf_release(&records);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_placed_page_has_articles),
		cmocka_unit_test(blocks_have_the_columns_as_printed),
		cmocka_unit_test(what_a_person_says_of_lines_holds),
		cmocka_unit_test(what_a_person_says_of_articles_holds),
		cmocka_unit_test(an_article_goes_on_on_the_next_page),
		cmocka_unit_test(a_headline_takes_its_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
