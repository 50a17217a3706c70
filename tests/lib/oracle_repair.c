/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "cli/diagnostics.h"
#include "issue/issue.h"
#include "load/correct/corrections.h"
#include "load/load.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define DIAGS_MOST 64 /* without a place in the issue */

/* What is corrected: heads, teasers, a caption, a quotation, a letter, a tail on
 * another page, lines that are alike. */
static const char paper[] = "第1版\n"
			    "\n"
			    "导读\n"
			    "社区食堂开到家门口 [2版]\n"
			    "老街修好了下水道 [2版]\n"
			    "\n"
			    "春天来到河边\n"
			    "全区春季植树活动在河边举行\n"
			    "——今年要种三万棵\n"
			    "\n"
			    "　　本报讯（记者王明）昨天上午，\n"
			    "全区春季植树活动在河边举行，三百\n"
			    "多名干部群众种下松树、柳树和杨树\n"
			    "一千二百棵。区领导参加活动，并看\n"
			    "望了常年守护林地的工人。\n"
			    "　　“种一棵树，就是给孩子留一片\n"
			    "阴凉。”一位老人说。\n"
			    "　　活动由区园林局组织，各街道报\n"
			    "名踊跃。　　　（下转第2版）\n"
			    "\n"
			    "给孩子留一片阴凉\n"
			    "\n"
			    "图为居民在河边种树。李红摄\n"
			    "\n"
			    "　　同\n"
			    "　　同\n"
			    "\n"
			    "\f第2版\n"
			    "\n"
			    "（上接第1版）园林局介绍，今年全\n"
			    "区计划种树三万棵，新建口袋公园十\n"
			    "处，让居民出门五百米就能见到绿\n"
			    "地。\n"
			    "\n"
			    "社区食堂开到家门口\n"
			    "\n"
			    "　　本报讯　社区食堂昨天开张，六\n"
			    "十岁以上的居民用餐打八折，头一天\n"
			    "就来了二百多人，大家都说饭菜好。\n"
			    "　　一是菜多。\n"
			    "　　二是价低。\n"
			    "　　同\n"
			    "\n"
			    "致全体居民的一封信\n"
			    "\n"
			    "各位居民：\n"
			    "　　老街的下水道修好了，谢谢大家\n"
			    "的耐心。\n"
			    "　　此致\n"
			    "敬礼！\n"
			    "　　　　　　　老街居委会\n"
			    "　　　　　　　三月五日\n"
			    "\n"
			    "责任编辑　陈和\n";

static char *said(const char *what)
{
	return mem_dup(what, str_from(what).len);
}

static char *check_diags(const struct issue *issue)
{
	size_t placeless = 0;

	for (size_t i = 0; i < issue->diags.count; i++) {
		const struct diag *diag = &issue->diags.items[i];
		struct str text = str_from(diag->text);

		placeless += !diag->line;
		if (diag->page > issue->page_count)
			return said("a warning of a page that is not there");
		if (u8_check((const uint8_t *)text.ptr, text.len))
			return said("a warning that is not UTF-8");
	}
	return placeless > DIAGS_MOST ? said("warnings without end") : NULL;
}

/* What the command line prints of them. */
static char *check_printed(const struct issue *issue)
{
	struct buf lines;
	char *wrong = NULL;

	buf_init(&lines);
	diagnostics_add(&lines, issue, true);
	if (lines.len && lines.ptr[lines.len - 1] != '\n')
		wrong = said("diagnostics that end inside a line");
	else if (memchr(lines.ptr, '\033', lines.len))
		wrong = said("diagnostics that a terminal obeys");
	buf_release(&lines);
	return wrong;
}

/* No correction loses a byte of the text, and all are told in bounds. */
static char *check_issue(struct corrections *corrections)
{
	const struct load_options how = { .corrections = corrections };
	struct issue *issue = load_bytes(STR(paper), "paper", &how);
	char *wrong = oracle_issue(issue, STR(paper));

	if (!wrong)
		wrong = check_diags(issue);
	if (!wrong)
		wrong = check_printed(issue);
	for (size_t i = 0; i < corrections->count && !wrong; i++) {
		const struct correction *correction = &corrections->items[i];

		if ((correction->line != NPOS &&
		     correction->line >= issue->line_count) ||
		    (correction->to_line != NPOS &&
		     correction->to_line >= issue->line_count))
			wrong = said("a line that is not there");
	}
	issue_free(issue);
	return wrong;
}

/* The file, as lines that end. */
static void add_lines(struct buf *out, struct str bytes)
{
	buf_add(out, bytes);
	if (bytes.len && !str_ends(bytes, STR("\n")))
		buf_add_byte(out, '\n');
}

static char *check_text(const struct corrections *corrections,
                        const struct buf *want)
{
	struct buf got;
	bool same;

	buf_init(&got);
	corrections_print(corrections, &got);
	same = str_equal(buf_str(&got), buf_str(want));
	buf_release(&got);
	return same ? NULL : said("the file is another one than it should be");
}

/* Something is said of an issue whose file was empty when it was opened: it stands
 * behind all that the file holds now, and is taken back first. */
static char *check_merge(struct str bytes)
{
	struct corrections corrections = { 0 };
	struct issue *issue = load_bytes(STR(paper), "paper", NULL);
	struct buf want;
	char *wrong;
	size_t start;

	buf_init(&want);
	add_lines(&want, bytes);
	start = want.len;
	corrections_add(&corrections, issue, CORRECTION_ATTACH,
	                issue->line_count - 1, 0);
	corrections_print(&corrections, &want);
	if (corrections_merge(&corrections, bytes) != (bytes.len > 0))
		wrong = said("what others wrote is not noticed");
	else
		wrong = check_text(&corrections, &want);
	corrections_saved(&corrections);
	if (!wrong && corrections_merge(&corrections, buf_str(&want)))
		wrong = said("others wrote what was written here");
	corrections_undo(&corrections);
	if (!wrong && corrections_merge(&corrections, buf_str(&want)))
		wrong = said("what was taken back is there again");
	want.len = start;
	if (!wrong)
		wrong = check_text(&corrections, &want);
	corrections_release(&corrections);
	buf_release(&want);
	issue_free(issue);
	return wrong;
}

/* When all is taken back what is left is all that was not understood. */
static char *check_undo(struct corrections *corrections)
{
	struct buf want;
	char *wrong;

	buf_init(&want);
	for (size_t i = 0; i < corrections->count; i++)
		if (corrections->items[i].kind == CORRECTION_NONE) {
			buf_add(&want, correction_text(&corrections->items[i]));
			buf_add_byte(&want, '\n');
		}
	while (corrections_undo(corrections))
		continue;
	wrong = check_text(corrections, &want);
	buf_release(&want);
	return wrong;
}

char *oracle_repair_bytes(struct str bytes)
{
	struct corrections corrections = { 0 };
	struct buf want;
	char *wrong;

	buf_init(&want);
	add_lines(&want, bytes);
	corrections_parse(&corrections, bytes);
	wrong = check_text(&corrections, &want);
	if (!wrong)
		wrong = check_issue(&corrections);
	if (!wrong)
		wrong = check_merge(bytes);
	if (!wrong)
		wrong = check_undo(&corrections);
	corrections_release(&corrections);
	buf_release(&want);
	return wrong;
}
