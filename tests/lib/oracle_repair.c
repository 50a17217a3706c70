/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"
#include "load/repair.h"

#include <stdlib.h>
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

/* No correction loses a byte of the text, and all are told in bounds. */
static char *check_issue(struct repairs *repairs)
{
	const struct load_options how = { .repairs = repairs };
	struct issue *issue = load_bytes(STR(paper), "paper", &how);
	char *wrong = oracle_issue(issue, STR(paper));

	if (!wrong)
		wrong = check_diags(issue);
	for (size_t i = 0; i < repairs->count && !wrong; i++) {
		const struct repair *repair = &repairs->items[i];

		if ((repair->line != NPOS &&
		     repair->line >= issue->line_count) ||
		    (repair->to_line != NPOS &&
		     repair->to_line >= issue->line_count))
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

static char *check_text(const struct repairs *repairs, const struct buf *want)
{
	struct buf got;
	bool same;

	buf_init(&got);
	repairs_print(repairs, &got);
	same = str_equal(buf_str(&got), buf_str(want));
	buf_release(&got);
	return same ? NULL : said("the file is another one than it should be");
}

/* Something is said of an issue whose file was empty when it was opened: it stands
 * behind all that the file holds now, and is taken back first. */
static char *check_merge(struct str bytes)
{
	struct repairs repairs = { 0 };
	struct issue *issue = load_bytes(STR(paper), "paper", NULL);
	struct buf want;
	char *wrong;
	size_t start;

	buf_init(&want);
	add_lines(&want, bytes);
	start = want.len;
	repairs_add(&repairs, issue, REPAIR_ATTACH, issue->line_count - 1, 0);
	repairs_print(&repairs, &want);
	if (repairs_merge(&repairs, bytes) != (bytes.len > 0))
		wrong = said("what others wrote is not noticed");
	else
		wrong = check_text(&repairs, &want);
	repairs_saved(&repairs);
	if (!wrong && repairs_merge(&repairs, buf_str(&want)))
		wrong = said("others wrote what was written here");
	repairs_undo(&repairs);
	if (!wrong && repairs_merge(&repairs, buf_str(&want)))
		wrong = said("what was taken back is there again");
	want.len = start;
	if (!wrong)
		wrong = check_text(&repairs, &want);
	repairs_release(&repairs);
	buf_release(&want);
	issue_free(issue);
	return wrong;
}

/* When all is taken back what is left is all that was not understood. */
static char *check_undo(struct repairs *repairs)
{
	struct buf want;
	char *wrong;

	buf_init(&want);
	for (size_t i = 0; i < repairs->count; i++)
		if (repairs->items[i].kind == REPAIR_NONE) {
			buf_add(&want, repair_text(&repairs->items[i]));
			buf_add_byte(&want, '\n');
		}
	while (repairs_undo(repairs))
		continue;
	wrong = check_text(repairs, &want);
	buf_release(&want);
	return wrong;
}

char *oracle_repair_bytes(struct str bytes)
{
	struct repairs repairs = { 0 };
	struct buf want;
	char *wrong;

	buf_init(&want);
	add_lines(&want, bytes);
	repairs_parse(&repairs, bytes);
	wrong = check_text(&repairs, &want);
	if (!wrong)
		wrong = check_issue(&repairs);
	if (!wrong)
		wrong = check_merge(bytes);
	if (!wrong)
		wrong = check_undo(&repairs);
	repairs_release(&repairs);
	buf_release(&want);
	return wrong;
}
