/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/citation.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "export/passage_text.h"
#include "issue/issue.h"

#include <stdlib.h>
#include <string.h>

#define NAMES_MOST  16
#define NAMES_TOLD  3 /* GB/T 7714-2015, 8.1.2 */
#define HAN_BYTES   3 /* of a character of a Chinese name, in UTF-8 */
#define NAME_CHARS  4
#define LONG_NAME   "·" /* 阿依古丽·买买提 has as many as it likes */
#define LATIN_CHARS 40

/* What stands before names in a byline, the longer before what it begins with. */
static const char *const offices[] = {
	"本报特约记者", "本报见习记者", "本报实习生", "本报评论员",
	"本报通讯员",   "本报记者",     "本刊记者",   "特约记者",
	"见习记者",     "实习记者",     "特派记者",   "本報記者",
	"特約記者",     "本報訊",       "通讯员",     "通訊員",
	"实习生",       "實習生",       "评论员",     "評論員",
	"记者",         "記者",         "撰文",       "摄影",
	"攝影",         "图文",         "报道",       "報導",
	"報道",         "整理",         "编译",       "作者",
	"本报",         "By ",          "BY ",        "by ",
};

static const char *const marks[] = {
	"　", "、", "，", "：", "（", "）", "／", "/", ",", ":",  "(",  ")",
	"□",  "■",  "○",  "●",  "◎",  "◇",  "◆",  "△", "▲", "【", "】", "\t",
};

/* A word alone that says what a person did. */
static const char *const deeds[] = { "文", "图", "圖", "摄", "文图", "图文" };

/* Behind a slash and before these stands a place: 記者范采真／澄灣報導. */
static const char *const places[] = { "报道", "報導", "報道" };

struct names {
	struct buf text[NAMES_MOST];
	size_t count;
	bool certain;
	bool half;  /* the last one is one character, so far */
	bool slash; /* stands before the next word */
};

static size_t begins_with(struct str text, const char *const *words,
                          size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(text, str_from(words[i])))
			return strlen(words[i]);
	return 0;
}

static bool citation_is_latin(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!utf8_is_ascii(text.ptr[i]))
			return false;
	return text.len > 0;
}

static bool is_name(struct str word)
{
	size_t chars = utf8_count(word);

	if (citation_is_latin(word))
		return chars > 1 && chars <= LATIN_CHARS;
	return str_find(word, STR(LONG_NAME), 0) != NPOS ||
	       (chars > 1 && chars <= NAME_CHARS &&
	        word.len == chars * HAN_BYTES);
}

/* A word of a byline.  方　砚 is one name, set wide. */
static void citation_take_word(struct names *names, struct str word)
{
	bool is_half = word.len == HAN_BYTES && !citation_is_latin(word);

	for (size_t i = 0; i < ARRAY_LEN(deeds); i++)
		if (str_equal(word, str_from(deeds[i])))
			return;
	if (names->half && is_half) {
		buf_add(&names->text[names->count - 1], word);
		names->half = false;
		return;
	}
	if (names->half || names->count == NAMES_MOST ||
	    (!is_half && !is_name(word))) {
		names->certain = false;
		return;
	}
	buf_init(&names->text[names->count]);
	buf_add(&names->text[names->count++], word);
	names->half = is_half;
}

/* The bytes at the head of `rest` that part words; 0: it goes on with a word. */
static size_t parting(struct str rest, bool latin)
{
	size_t bytes = begins_with(rest, marks, ARRAY_LEN(marks));

	if (!bytes)
		bytes = begins_with(rest, offices, ARRAY_LEN(offices));
	if (!bytes && latin && str_starts(rest, STR(" and ")))
		bytes = strlen(" and ");
	if (!bytes && !latin && str_starts(rest, STR(" ")))
		bytes = 1;
	return bytes;
}

static void read_names(struct names *names, struct str text)
{
	bool latin = citation_is_latin(text);

	for (size_t start = 0, at = 0; at <= text.len;) {
		struct str rest = str_slice(text, at, text.len);
		size_t bytes = parting(rest, latin);
		struct str word = str_trim(str_slice(text, start, at));
		bool place = names->slash &&
		             begins_with(rest, places, ARRAY_LEN(places));

		if (!bytes && rest.len) {
			at++;
			continue;
		}
		if (word.len && !place)
			citation_take_word(names, word);
		if (word.len || bytes)
			names->slash = str_starts(rest, STR("/")) ||
			               str_starts(rest, STR("／"));
		at = start = at + (bytes ? bytes : 1);
	}
	names->certain &= !names->half && names->count > 0;
}

bool citation_add_authors(struct buf *out, struct str byline)
{
	struct names names = { .certain = true };

	read_names(&names, byline);
	for (size_t i = 0; i < names.count; i++) {
		if (names.certain && i < NAMES_TOLD) {
			buf_add_c(out, i ? ", " : "");
			buf_add(out, buf_str(&names.text[i]));
		}
		buf_release(&names.text[i]);
	}
	if (names.certain && names.count > NAMES_TOLD)
		buf_add_c(out, citation_is_latin(byline) ? ", et al." : ", 等");
	return names.certain;
}

/* Its bylines as they were printed: spaces part the names. */
static void add_bylines(struct buf *out, const struct issue *issue,
                        const struct article *article)
{
	for (size_t p = article->passages.start; p < article->passages.end;
	     p++) {
		const struct passage *passage = &issue->passages[p];

		for (size_t i = 0;
		     passage->role == ROLE_BYLINE && i < passage->span_count;) {
			if (out->len)
				buf_add_byte(out, ' ');
			buf_add(out, str_trim(export_printed_line(
					     issue, passage, i, &i)));
		}
	}
}

/* 第2版 and 2版 are 2, A06 is A06. */
static struct str page_of(struct str label)
{
	static const char before[] = "第", behind[] = "版";

	if (str_starts(label, STR(before)))
		label = str_slice(label, sizeof before - 1, label.len);
	if (str_ends(label, STR(behind)))
		label = str_slice(label, 0, label.len - (sizeof behind - 1));
	return str_trim(label);
}

/* The head itself, without kicker and deck, as a title is cited. */
static void citation_add_title(struct buf *out, const struct issue *issue,
                               const struct article *article)
{
	size_t before = out->len;

	for (size_t p = article->passages.start; p < article->passages.end;
	     p++) {
		if (issue->passages[p].role != ROLE_HEAD)
			continue;
		if (out->len > before)
			buf_add_byte(out, ' ');
		buf_add(out, issue->passages[p].text);
	}
	if (out->len == before)
		buf_add(out, article->headline);
}

bool citation_add(struct buf *out, const struct issue *issue, size_t article)
{
	const struct article *own = &issue->articles[article];
	struct str page = page_of(issue->pages[own->page].label);
	struct str paper = issue_page_title(issue, own->page);
	struct str date = issue_page_date(issue, own->page);
	struct buf bylines;

	if (!own->headline.len || !paper.len)
		return false;
	buf_init(&bylines);
	add_bylines(&bylines, issue, own);
	if (bylines.len && citation_add_authors(out, buf_str(&bylines)))
		buf_add_c(out, str_ends(buf_str(out), STR(".")) ? " " : ". ");
	buf_release(&bylines);
	citation_add_title(out, issue, own);
	buf_add_c(out, "[N]. ");
	buf_add(out, paper);
	if (date.len)
		buf_add_c(out, ", ");
	buf_add(out, date);
	if (page.len) {
		buf_add_byte(out, '(');
		buf_add(out, page);
		buf_add_byte(out, ')');
	}
	buf_add_byte(out, '.');
	return true;
}
