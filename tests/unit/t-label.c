/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/label.h"

#include "../lib/fixture.h"
#include "../lib/labelled_page.h"
#include "base/mem.h"
#include "load/label/line_cost.h"
#include "load/lines/line_end.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAGE_EM 14

/* Two paragraphs that show the column width, of 5 and 4 lines. */
#define TEXT                                                                                                   \
 "¶城南的渡口上个月换了新船，一次能坐四十个人。船工老周说，过去赶集的日子" \
 "要跑七趟，如今三趟就够了，中午还能回家吃饭。\n"                                        \
 "¶镇里还要添一间听书的屋子，给眼睛不好的老人用。屋子在一楼，门口不设台"    \
 "阶，轮椅可以直接推进去。\n"
#define TEXT_LABELS "FMMMLFMML"

/* What is wrong with the labels of a page, line by line, and fails the test. */
static void fail_labels(const struct flow_page *page, const char *want,
                        const struct labelled *labels)
{
	fprintf(stderr, "%zu lines, labels wanted: %zu\n", page->flow.count,
	        strlen(want));
	for (size_t i = 0; i < page->flow.count; i++) {
		enum label wanted = i < strlen(want) ? label_of_letter(want[i])
		                                     : LABEL_COUNT;

		fprintf(stderr, "%s '%.*s': %s, wanted: %s\n",
		        labels[i].label == wanted ? "      " : "WRONG:",
		        (int)page->flow.items[i]->text.len,
		        page->flow.items[i]->text.ptr,
		        label_name(labels[i].label), label_name(wanted));
	}
	fail_msg("labels differ, see above");
}

/* The lines of a page have these labels (label_letter()). */
static void assert_line_labels(const char *lines, const char *want)
{
	struct flow_page page;
	struct labelled *labels;
	bool same;

	flow_page_init(&page, fixture_lines(lines));
	labels = flow_page_label(&page);
	same = page.flow.count == strlen(want);
	for (size_t i = 0; i < page.flow.count && same; i++)
		same = label_letter(labels[i].label) == want[i];
	if (!same)
		fail_labels(&page, want, labels);
	free(labels);
	flow_page_release(&page);
}

/* The same of a page that is set to PAGE_EM. */
static void assert_labels(const char *text, const char *want)
{
	struct buf set;

	buf_init(&set);
	fixture_set(&set, text, PAGE_EM);
	assert_line_labels(set.ptr, want);
	buf_release(&set);
}

static void paragraphs_have_first_and_last_lines(void **state)
{
	(void)state;
	assert_labels(TEXT, TEXT_LABELS);
	assert_labels(TEXT "¶雨天不再打滑。\n" TEXT,
	              TEXT_LABELS "S" TEXT_LABELS);
	assert_labels(TEXT "\n" TEXT, TEXT_LABELS TEXT_LABELS);
}

static void headlines_stand_above_their_texts(void **state)
{
	(void)state;
	assert_labels("城南渡口换上新船\n" TEXT, "H" TEXT_LABELS);
	assert_labels("一次能坐四十个人\n城南渡口换上新船\n" TEXT,
	              "HH" TEXT_LABELS);
	assert_labels("城南渡口换上新船\n本报记者 张三\n" TEXT,
	              "HB" TEXT_LABELS);
	assert_labels("城南渡口换上新船\n" TEXT "\n石桥镇的新图书室\n" TEXT,
	              "H" TEXT_LABELS "H" TEXT_LABELS);
}

/* A page in an alphabet: no indents, a byline of two lines right under the head, and
 * a quotation at the end of a text. */
static void bylines_have_ranks(void **state)
{
	(void)state;
	assert_line_labels("Ferry comes back in May\n"
	                   "By Nora Moe\n"
	                   "Courier Staff Writer\n"
	                   "\n"
	                   "The harbor council voted on Tuesday to\n"
	                   "bring back the ferry to the north shore,\n"
	                   "which has not run since the winter.\n"
	                   "\n"
	                   "Four boats a day will leave from May, ten\n"
	                   "in the summer holidays.\n"
	                   "\n"
	                   "A season ticket costs ninety dollars and\n"
	                   "children travel free, said the chairman.\n",
	                   "HBBFMLFLFL");
}

/* The cost of the second of two lines. */
static double second_line_cost(const char *lines, enum label label)
{
	const struct prior_counts none = { 0 };
	struct line_features first, second;
	struct flow_page page;
	struct priors priors;
	double cost;

	flow_page_init(&page, fixture_lines(lines));
	priors_set(&priors, BLANK_IS_SIGN, true, &none);
	first = line_features_of(page.flow.items[0]);
	second = line_features_of(page.flow.items[1]);
	line_features_look_back(&second, page.flow.items[1], &first);
	cost = line_cost(page.flow.items[1], &second, &priors, label, PAGE_EM);
	flow_page_release(&page);
	return cost;
}

/* In a script with capitals a line that begins with a small letter goes on with the one
 * before it; behind the end of a sentence a capital says nothing. */
static void small_letters_go_on(void **state)
{
#define SMALL   "the council\nran for the harbor"
#define CAPITAL "the council\nRan for the harbor"
#define BEHIND  "the council.\nRan for the harbor"
	(void)state;
	assert_true(second_line_cost(SMALL, LABEL_FIRST) >
	            second_line_cost(CAPITAL, LABEL_FIRST) + 1);
	assert_true(second_line_cost(SMALL, LABEL_MIDDLE) <
	            second_line_cost(CAPITAL, LABEL_MIDDLE) - .5);
	assert_true(second_line_cost(BEHIND, LABEL_MIDDLE) <
	            second_line_cost(CAPITAL, LABEL_MIDDLE));
	assert_true(second_line_cost(BEHIND, LABEL_FIRST) >
	            second_line_cost(CAPITAL, LABEL_FIRST));
#undef BEHIND
#undef CAPITAL
#undef SMALL
}

/* Blank lines that part sentences are of column breaks: then a full stop with room behind
 * it ends a paragraph without one, too. */
static void broken_sentences_speak_for_columns(void **state)
{
	(void)state;
	assert_line_labels("　　城南的渡口上个月换了新船\n"
	                   "一次能坐四十个人，船工老周说\n"
	                   "\n过去赶集的日子要跑七趟，现在\n"
	                   "三趟就够了。\n"
	                   "　　镇里还要添一间听书的屋子\n"
	                   "给眼睛不好的老人用，屋子设在\n"
	                   "\n一楼，门口不设台阶，轮椅可以\n"
	                   "直接推进去。\n"
	                   "\n　　渡口两岸的石阶也重新铺过\n"
	                   "雨天不再打滑，岸边立了水位牌\n"
	                   "水涨到红线就停航。\n",
	                   "FMMLFMMLFML");
}

/* A line that is too wide for its column stays in its paragraph, wherever it is, and
 * whatever makes it so. */
static void wide_lines_stay_in_paragraphs(void **state)
{
	static const char *const odd[] = {
		"https://www.example.com/a/b",
		"(cid:12345)",
		"&nbsp;&nbsp;",
		"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
		"שלום שלום",
		"ＡＢＣＤＥＦ",
	};
	struct buf set, lines;

	(void)state;
	buf_init(&set);
	buf_init(&lines);
	fixture_set(&set, "城南渡口换上新船\n\n" TEXT TEXT, PAGE_EM);
	for (size_t i = 0; i < ARRAY_LEN(odd); i++)
		for (size_t at = 1, line = 1; at < set.len; at++) {
			if (set.ptr[at - 1] != '\n' || line++ == 2)
				continue;
			buf_clear(&lines);
			buf_add(&lines, str_slice(buf_str(&set), 0, at + 3));
			buf_add_c(&lines, odd[i]);
			buf_add(&lines,
			        str_slice(buf_str(&set), at + 3, set.len));
			assert_line_labels(lines.ptr,
			                   "H" TEXT_LABELS TEXT_LABELS);
		}
	buf_release(&lines);
	buf_release(&set);
}

static void small_parts_stand_behind_texts(void **state)
{
	(void)state;
	assert_labels("城南渡口换上新船\n" TEXT "（下转第2版）\n",
	              "H" TEXT_LABELS "J");
	assert_labels("城南渡口换上新船\n" TEXT "（丹翁）\n",
	              "H" TEXT_LABELS "N");
	/* and a headline behind them; 喝 is no family name */
	assert_labels("城南渡口换上新船\n" TEXT "下街居民 孙望舒\n"
	              "老桥继续封闭\n" TEXT,
	              "H" TEXT_LABELS "NH" TEXT_LABELS);
	assert_labels("城南渡口换上新船\n" TEXT "三千居民 喝上水\n" TEXT,
	              "H" TEXT_LABELS "U" TEXT_LABELS);
}

static void letters_have_their_parts(void **state)
{
	(void)state;
	assert_labels("给全镇居民的一封信\n"
	              "各位居民：\n" TEXT "此致\n敬礼！\n石桥镇供水站\n"
	              "2021年12月4日\n",
	              "HA" TEXT_LABELS "CCGD");
}

static void heads_stand_inside_texts(void **state)
{
	(void)state;
	/* between two paragraphs of a text */
	assert_labels("城南渡口换上新船\n" TEXT "（一）三趟就够了\n" TEXT
	              "（二）船票不涨价\n" TEXT,
	              "H" TEXT_LABELS "U" TEXT_LABELS "U" TEXT_LABELS);
}

static void heads_stand_inside_paragraphs(void **state)
{
	(void)state;
	assert_line_labels("城南的渡口上个月换了新船，一\n"
	                   "次能坐四十个人。船工老周说，\n"
	                   "过去赶集的日子要跑七趟，如今\n"
	                   "\n三趟就够了\n\n"
	                   "三趟就够了，中午还能回家吃饭\n"
	                   "，下午再接着开船，天黑以前收\n"
	                   "工，明天一早还要出门。\n",
	                   "FMMIMML");
}

/* Under 上接 a headline is repeated, and its text begins in mid sentence. */
static void headlines_are_resumed(void **state)
{
	(void)state;
	assert_line_labels("（上接第1版）\n城南渡口换上新船\n"
	                   "次能坐四十个人。船工老周说，\n"
	                   "过去赶集的日子要跑七趟，如今\n"
	                   "三趟就够了。\n"
	                   "　　三趟就够了，中午还能回家\n"
	                   "吃饭，下午再接着开船，天黑以\n"
	                   "前收工，明天一早还要出门。\n",
	                   "JRMMLFML");
}

static void poems_have_verses(void **state)
{
	(void)state;
	assert_line_labels("城南渡口的早晨\n\n"
	                   "雾在水面上慢慢地散开去了，\n"
	                   "新船还静静地没有靠岸，\n"
	                   "石阶一级一级地往下低，\n"
	                   "等着一只空的篮子走上来；\n"
	                   "老周把缆绳绕在木桩上，\n"
	                   "对岸有人喊着他的名字，\n"
	                   "声音到这里就湿了，\n"
	                   "日头这时才照见对岸的柳树。\n",
	                   "HVVVVVVVV");
}

static void quotes_stand_between_paragraphs(void **state)
{
	(void)state;
	assert_labels("城南渡口换上新船\n" TEXT
	              "\n“如今三趟就够了，\n中午还能回家吃饭。”\n\n" TEXT,
	              "H" TEXT_LABELS "QQ" TEXT_LABELS);
}

/* Sentences of a line each are no pull quote unless the text has their words. */
static void sentences_that_stand_nowhere_else_are_paragraphs(void **state)
{
	(void)state;
	assert_labels("城南渡口换上新船\n" TEXT
	              "\n天黑开灯。\n出门关灯。\n灯坏报修。\n\n" TEXT,
	              "H" TEXT_LABELS "SSS" TEXT_LABELS);
}

/* A column that breaks in mid sentence leaves a blank line in a paragraph. */
static void a_blank_line_is_one_sign_of_many(void **state)
{
	struct buf set, parted;
	size_t rows = 0;

	(void)state;
	buf_init(&set);
	buf_init(&parted);
	fixture_set(&set, TEXT TEXT, PAGE_EM);
	for (size_t at = 0; at < set.len; at++) {
		buf_add_byte(&parted, set.ptr[at]);
		if (set.ptr[at] == '\n' && ++rows == 3)
			buf_add_byte(&parted, '\n');
	}
	assert_line_labels(parted.ptr, TEXT_LABELS TEXT_LABELS);
	buf_release(&parted);
	buf_release(&set);
}

/* Appends lines of so many ideographs each, without a mark. */
static void add_lines(struct buf *page, const size_t *lengths, size_t count)
{
	static const char *const chars[] = { "城", "南", "渡", "口", "换",
		                             "上", "新", "船", "石", "桥" };

	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < lengths[i]; k++)
			buf_add_c(page, chars[(i * 7 + k) % ARRAY_LEN(chars)]);
		buf_add_byte(page, '\n');
	}
}

/* No paragraph of this page ends in a full stop.  That is unlikely, until those
 * whose last lines are short are counted; then a full last line ends one, too. */
static void a_page_teaches_how_its_paragraphs_end(void **state)
{
	static const size_t lengths[] = {
		20, 22, 22, 22, 8,  20, 22, 22, 22, 9, 20, 22, 22, 22, 7,
		20, 22, 22, 22, 22, 20, 22, 22, 22, 8, 20, 22, 22, 22, 5,
	};
	struct buf page;

	(void)state;
	buf_init(&page);
	add_lines(&page, lengths, ARRAY_LEN(lengths));
	assert_line_labels(page.ptr, "FMMMLFMMMLFMMML"
	                             "FMMMLFMMMLFMMML");
	buf_release(&page);
}

/* On a page that was keyed by hand, as one that does not keep 禁则 is, blank lines
 * part all paragraphs, and nothing else does: a sentence that ends early in a line
 * ends no paragraph. */
static void the_model_of_blank_lines_is_chosen(void **state)
{
	static const char *const keyed =
		"城南的渡口上个月换了新船一次\n，能坐四十个人船工老周说过去\n"
		"赶集的日子要跑七趟。\n"
		"\n镇里还要添一间听书的屋子给眼\n睛不好的老人用它在一楼。\n"
		"门口不设台阶轮椅可以直接推进\n，去桌子也比别处低。\n"
		"\n渡口两岸的石阶也重新铺过雨天\n不再打滑岸边立了水位牌水涨到\n"
		"红线就停航。\n"
		"\n图书室的钥匙由五户人家轮流保\n管谁有空谁开门孩子们放学以后\n"
		"就有了去处。\n";

	(void)state;
	assert_line_labels(keyed, "FMLFMMLFMLFML");
}

/* Labels with a column width have one, near that which was set; others none. */
static void widths_are_those_of_the_columns(void **state)
{
	struct flow_page page;
	struct labelled *labels;
	struct buf set;

	(void)state;
	buf_init(&set);
	fixture_set(&set, "城南渡口换上新船\n" TEXT, PAGE_EM);
	flow_page_init(&page, fixture_lines(set.ptr));
	labels = flow_page_label(&page);
	for (size_t i = 0; i < page.flow.count; i++) {
		bool with_width = labels[i].label < LABELS_WITH_WIDTH;
		double want_em = with_width ? PAGE_EM : 0;

		if (fabs(labels[i].measure_em - want_em) > with_width)
			fail_msg("line %zu, %s: column width %g em for %g", i,
			         label_name(labels[i].label),
			         labels[i].measure_em, want_em);
	}
	free(labels);
	flow_page_release(&page);
	buf_release(&set);
}

/* What the user says of a line holds, however unlikely it is. */
static void the_users_word_holds(void **state)
{
	static const struct {
		enum user_label user_label;
		const char *letters; /* one of these labels it has to get */
	} cases[] = {
		{ USER_LABEL_PARAGRAPH, "FS" },
		{ USER_LABEL_JOINED, "FMLS" },
		{ USER_LABEL_HEAD, "IHRU" },
		{ USER_LABEL_NO_HEAD, "FMLSABNGCDJVQ" },
	};
	struct buf set;

	(void)state;
	buf_init(&set);
	fixture_set(&set, "城南渡口换上新船\n" TEXT, PAGE_EM);
	for (size_t c = 0; c < ARRAY_LEN(cases); c++)
		for (size_t i = 0; i <= strlen(TEXT_LABELS); i++) {
			struct flow_page page;
			struct labelled *labels;

			flow_page_init(&page, fixture_lines(set.ptr));
			page.lines.items[i].user_label = cases[c].user_label;
			labels = flow_page_label(&page);
			if (!strchr(cases[c].letters,
			            label_letter(labels[i].label)))
				fail_msg("line %zu is a %s, one of %s was said",
				         i, label_name(labels[i].label),
				         cases[c].letters);
			free(labels);
			flow_page_release(&page);
		}
	buf_release(&set);
}

/* The least page there is, and one line more. */
static void small_pages_are_labelled(void **state)
{
	(void)state;
	assert_labels("城南渡口换上新船，一次能坐四十个人。\n", "S");
	assert_labels("城南渡口换上新船\n", "H");
	assert_labels("城南渡口换上新船\n一次能坐四十个人，老周说够了。\n",
	              "HS");
}

/* A line that is exactly as wide as a column is hardly one of a poem. */
static void narrow_columns_are_no_poems(void **state)
{
	struct printed_line line = { .text = STR("城南渡口上個月換") };
	struct line_features features = line_features_of(&line);
	struct priors priors;
	double short_cost;

	(void)state;
	priors_set(&priors, BLANK_IS_SIGN, false, &(struct prior_counts){ 0 });
	short_cost = line_cost(&line, &features, &priors, LABEL_VERSE, 8);
	features.fills = true;
	assert_true(line_cost(&line, &features, &priors, LABEL_VERSE, 8) >
	            short_cost);
}

/* The cost of the last line of a paragraph in a column of 6 em. */
static double last_line_cost(const char *text, bool loose)
{
	struct printed_line line = { .text = str_from(text),
		                     .hi_em = 6,
		                     .end = line_end_of(str_from(text),
		                                        false) };
	struct line_features features = line_features_of(&line);
	struct priors priors;

	features.loose = loose;
	priors_set(&priors, BLANK_IS_SIGN, false, &(struct prior_counts){ 0 });
	return line_cost(&line, &features, &priors, LABEL_LAST, 6) -
	       priors.last_end[line.end];
}

/* A full line without a mark ends a paragraph where 禁则 is not kept at best. */
static void full_lines_end_with_a_mark(void **state)
{
	(void)state;
	assert_true(last_line_cost("渡口换上新船", false) >
	            last_line_cost("渡口换上船。", false));
	assert_true(last_line_cost("渡口换上新船", false) >
	            last_line_cost("渡口换上新船", true));
}

/* Names in quotation marks are of a headline, not of writers. */
static void quoted_words_are_no_bylines(void **state)
{
	(void)state;
	assert_labels("本报记者六问“海湾夜校”\n\n" TEXT, "H" TEXT_LABELS);
	assert_labels("海湾夜校\n本报记者 王五\n\n" TEXT, "HB" TEXT_LABELS);
}

static void heads_run_downwards(void **state)
{
	(void)state;
	assert_labels("海湾镇\n\n新\n船\n，\n来\n了\n\n" TEXT,
	              "HHHHHH" TEXT_LABELS);
	assert_labels(TEXT "新\n船\n来\n了\n" TEXT,
	              TEXT_LABELS "HHHH" TEXT_LABELS);
}

/* What is a byline or a signed text is learnt from the rest of the page. */
static void a_page_teaches_where_writers_are_named(void **state)
{
#define UNDER         "新船\n（王五）\n" TEXT
#define UNDER_LABELS  "HB" TEXT_LABELS
#define BEHIND        TEXT "（王五）\n"
#define BEHIND_LABELS TEXT_LABELS "N"
	(void)state;
	assert_labels(UNDER UNDER UNDER UNDER,
	              UNDER_LABELS UNDER_LABELS UNDER_LABELS UNDER_LABELS);
	assert_labels(BEHIND BEHIND BEHIND BEHIND,
	              BEHIND_LABELS BEHIND_LABELS BEHIND_LABELS BEHIND_LABELS);
}

/* Program text that was broken by the number of characters: whether a line could have held
 * the next word is exact, so a short line is a headline, or the end of a paragraph. */
static void counted_lines_tell_headlines(void **state)
{
	(void)state;
	assert_line_labels("Chain of the ferry breaks\n"
	                   "The ferry at the south landing is\n"
	                   "out of service for a fortnight,\n"
	                   "because its chain broke in the\n"
	                   "middle of the river with twenty\n"
	                   "sheep and a doctor aboard.\n"
	                   "They were towed in by fishermen,\n"
	                   "who asked for nothing but a hot\n"
	                   "dinner.\n"
	                   "\n"
	                   "Bread of the old mill\n"
	                   "The mill on the hill is grinding\n"
	                   "again, and its first flour will\n"
	                   "be sold on Saturday at the fair,\n"
	                   "where the miller bakes bread for\n"
	                   "all who have come.\n",
	                   "HFMMMLFMLHFMMML");
}

/* In an alphabet a greeting has its words; other lines that end in a colon are text. */
static void a_colon_is_no_greeting(void **state)
{
	(void)state;
	assert_line_labels("Men to be sent home\n"
	                   "The paper announced yesterday the\n"
	                   "order in which they are to go, as\n"
	                   "it was decided at the council the\n"
	                   "day before by a large majority of\n"
	                   "its members.\n"
	                   "The order of the first is this:\n"
	                   "Those of the older classes by the\n"
	                   "virtue of the letter that defined\n"
	                   "it, and others from the northern\n"
	                   "departments.\n"
	                   "The men of the armies that stand\n"
	                   "in the field until autumn, unless\n"
	                   "they are in a hospital.\n",
	                   "HFMMMLFMMMLFML");
	assert_line_labels("Letters\n"
	                   "Monsieur le rédacteur,\n"
	                   "Votre journal annonce que le pont\n"
	                   "sera fermé pendant une quinzaine;\n"
	                   "personne ne nous en a prévenus et\n"
	                   "nos charrettes attendent au quai.\n",
	                   "HAFMML");
}

/* Where 、 ends sentences a line that has one is text: here the column becomes wider behind
 * a picture. */
static void sentences_are_no_headlines(void **state)
{
	(void)state;
	assert_line_labels("渡口換船\n\n（青石）\n\n"
	                   "城南的渡口上月換了新船、一次能坐四\n"
	                   "十人、船工老周說、過去趕集的日子要\n"
	                   "跑七趟、如今三趟就夠了、中午還能回\n"
	                   "家吃飯、鎮裏還要添一間聽書的屋子、\n"
	                   "給老人用、屋子在一樓、門口\n"
	                   "不設台階、輪椅可以直接推進\n"
	                   "去、老人聽書不收錢、茶水自\n"
	                   "帶、每日午後開門、到天黑為止、遠處\n"
	                   "來的人另有住處、先到先得、不必預先\n"
	                   "寫信、\n\n"
	                   "茶園說書\n\n（寒松）\n\n"
	                   "東門外的茶園新請了一位說書先生、頭\n"
	                   "一晚就坐滿了、後到的人只好站在窗外\n"
	                   "聽、園主說下月還要添二十張凳子、\n",
	                   "HBFMMMMMMMMLHBFML");
	/* no headline begins with a mark that closes */
	assert_labels(TEXT "、如今三趟\n" TEXT, "FMMMLFMMLSFMMMLFMML");
}

/* In an alphabet a line that ends in a colon with room behind it is a paragraph, as the page
 * shows at other such lines. */
static void colons_announce_where_there_is_room(void **state)
{
	(void)state;
	assert_line_labels("La récolte\n"
	                   "Composition du premier convoi :\n"
	                   "Le prix du pain a encore monté. Les\n"
	                   "boulangers disent que la farine est\n"
	                   "chère : un sac coûte le double de\n"
	                   "l’an dernier, et les moulins ne\n"
	                   "tournent plus le dimanche.\n"
	                   "Le maire a répondu :\n"
	                   "Les visiteurs trouveront la porte\n"
	                   "ouverte dès huit heures. Les jardins\n"
	                   "ont été refaits par les élèves de\n"
	                   "l’école, qui ont planté deux cents\n"
	                   "arbres en une semaine.\n"
	                   "La lettre finit par ces mots : Nous\n"
	                   "ne quitterons pas l’île avant que\n"
	                   "les bateaux soient venus. Elle fut\n"
	                   "signée par quarante pêcheurs et par\n"
	                   "leurs femmes.\n"
	                   "Voici le texte de la dépêche :\n"
	                   "Rien ne restait du moulin, et la\n"
	                   "rivière avait emporté la route\n"
	                   "basse. Les familles sont logées à\n"
	                   "l’école jusqu’au printemps.\n",
	                   "HSFMMMLSFMMMLFMMMLSFMML");
}

/* Where the next word had no room the sentence may go on. */
static void full_lines_go_on_behind_a_colon(void **state)
{
	(void)state;
	assert_line_labels("Roads of the valley\n"
	                   "The letter ends with these words: We shall\n"
	                   "not leave the island before the boats have\n"
	                   "come. It was signed by forty fishermen and\n"
	                   "by their wives, and was sent to the capital.\n"
	                   "Three villages have asked for a doctor:\n"
	                   "Ashby, Thornton and Wells. None of them has\n"
	                   "had one since the war, and the nearest lives\n"
	                   "a day away from the valley.\n"
	                   "The judge asked why the barn had not been\n"
	                   "locked. The answer was short: \"There was\n"
	                   "nothing in it.\" The farmer was let go, and\n"
	                   "the case is closed.\n"
	                   "The rule is simple: who comes first is\n"
	                   "served first. Nobody may send a servant, and\n"
	                   "children are not counted. The office closes\n"
	                   "when the bell has rung.\n"
	                   "The mayor answered:\n"
	                   "The price of bread went up again. Bakers say\n"
	                   "that flour is dear: a sack costs twice what\n"
	                   "it did last year, and the mills do not grind\n"
	                   "on Sundays any more.\n",
	                   "HFMMLFMMLFMMLFMMLSFMML");
}

/* A paragraph that only announces what follows is short: where a line is one, and ends in a
 * colon, the two signs go together. */
static void a_line_that_announces_is_a_paragraph(void **state)
{
	(void)state;
	assert_line_labels("Harbour Dues\n"
	                   "The council heard the report of the harbour\n"
	                   "master on Monday and put off its decision on\n"
	                   "the new dues until the boats are back from\n"
	                   "the northern grounds.\n"
	                   "Boats that pay nothing :\n"
	                   "Those of less than four tons that land their\n"
	                   "fish at the old quay, and those of the pilots\n"
	                   "and of the lifeboat.\n"
	                   "Boats that pay half the dues of the port :\n"
	                   "Those of the members of the society, and all\n"
	                   "that come in for shelter and leave again with\n"
	                   "the next tide.\n",
	                   "HFMMLSFMLSFML");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counted_lines_tell_headlines),
		cmocka_unit_test(sentences_are_no_headlines),
		cmocka_unit_test(a_colon_is_no_greeting),
		cmocka_unit_test(paragraphs_have_first_and_last_lines),
		cmocka_unit_test(headlines_stand_above_their_texts),
		cmocka_unit_test(bylines_have_ranks),
		cmocka_unit_test(small_letters_go_on),
		cmocka_unit_test(broken_sentences_speak_for_columns),
		cmocka_unit_test(wide_lines_stay_in_paragraphs),
		cmocka_unit_test(small_parts_stand_behind_texts),
		cmocka_unit_test(letters_have_their_parts),
		cmocka_unit_test(heads_stand_inside_texts),
		cmocka_unit_test(heads_stand_inside_paragraphs),
		cmocka_unit_test(headlines_are_resumed),
		cmocka_unit_test(poems_have_verses),
		cmocka_unit_test(quotes_stand_between_paragraphs),
		cmocka_unit_test(
			sentences_that_stand_nowhere_else_are_paragraphs),
		cmocka_unit_test(a_blank_line_is_one_sign_of_many),
		cmocka_unit_test(a_page_teaches_how_its_paragraphs_end),
		cmocka_unit_test(the_model_of_blank_lines_is_chosen),
		cmocka_unit_test(widths_are_those_of_the_columns),
		cmocka_unit_test(narrow_columns_are_no_poems),
		cmocka_unit_test(full_lines_end_with_a_mark),
		cmocka_unit_test(quoted_words_are_no_bylines),
		cmocka_unit_test(heads_run_downwards),
		cmocka_unit_test(a_page_teaches_where_writers_are_named),
		cmocka_unit_test(the_users_word_holds),
		cmocka_unit_test(small_pages_are_labelled),
		cmocka_unit_test(colons_announce_where_there_is_room),
		cmocka_unit_test(full_lines_go_on_behind_a_colon),
		cmocka_unit_test(a_line_that_announces_is_a_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
