/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "load/input/detect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "texts.h"

static const struct {
	const char *charset, *text;
} texts[] = {
	{ "CP949",
	  "강변시는 십칠일 새 도서관 건설 계획을 발표했다. 총공사비는 약 백억 원으로, 내년\n"
	  "봄에 착공해 삼 년 뒤 문을 열 예정이다. 시장은 기자회견에서 \"시민이 모일 수 있는\n"
	  "장소로 만들고 싶다\"고 말했다.\n" },
	{ "CP949",
	  "市는 圖書館을 새로 짓기로 했다. 내년 봄에 시작하는 공사에는 모두 삼 년이 걸린다.\n" },
	{ "windows-1251",
	  "Город объявил о строительстве новой библиотеки. Работы начнутся весной\n"
	  "и продлятся три года. «Мы ждали этого долго», — сказала учительница.\n" },
	{ "KOI8-R",
	  "Город объявил о строительстве новой библиотеки. Работы начнутся весной\n"
	  "и продлятся три года.\n" },
	{ "windows-1252",
	  "La ville a annoncé la construction d\u2019une bibliothèque\u00a0; les\n"
	  "travaux, très attendus, commenceront après l\u2019été et où l\u2019on sait.\n" },
	{ "windows-1252",
	  "Die Stadt baut eine Bücherei. Die Arbeiten dauern drei Jahre und müssen\n"
	  "größtenteils im Frühling beginnen, sagte der Bürgermeister.\n" },
	{ "windows-1252",
	  "La ciudad construirá una biblioteca. Las obras empezarán mañana según el\n"
	  "alcalde, que pidió perdón a los niños.\n" },
	{ "windows-1252",
	  "A cidade vai construir uma biblioteca. As obras começarão na primavera e\n"
	  "não durarão mais de três anos, disse o presidente da câmara.\n" },
	{ "windows-1252",
	  "La città costruirà una biblioteca. I lavori, più lunghi perché delicati,\n"
	  "cominceranno già in primavera.\n" },
	{ "windows-1252",
	  "Byen bygger et nyt bibliotek. Arbejdet begynder til foråret og varer tre\n"
	  "år, siger borgmesteren, der håber på større tilskud.\n" },
	{ "windows-1252",
	  "Staden bygger ett nytt bibliotek. Arbetet börjar på våren och tar tre år,\n"
	  "säger borgmästaren som hoppas på större bidrag.\n" },
	{ "windows-1250",
	  "Miasto ogłosiło budowę nowej biblioteki. Prace zaczną się wiosną i potrwają\n"
	  "trzy lata. Mieszkańcy długo na to czekali, powiedział burmistrz.\n" },
	{ "ISO-8859-2",
	  "Miasto ogłosiło budowę nowej biblioteki. Prace zaczną się wiosną i potrwają\n"
	  "trzy lata. Mieszkańcy śpią spokojnie, powiedział burmistrz.\n" },
	{ "windows-1250",
	  "Město oznámilo stavbu nové knihovny. Práce začnou na jaře a potrvají tři\n"
	  "roky. Příští týden bude řeč o škole.\n" },
	{ "windows-1250",
	  "A város új könyvtár építését jelentette be. A munka tavasszal kezdődik és\n"
	  "három évig tart; a fővárosból is jönnek, mondta a tűzoltók vezetője.\n" },
	{ "windows-1254",
	  "Şehir yeni bir kütüphane yapılacağını duyurdu. Çalışmalar ilkbaharda\n"
	  "başlayacak ve üç yıl sürecek, dedi belediye başkanı.\n" },
	{ "UTF-32LE", "区领导检查防汛工作\n春季植树活动在河边举行\n" },
	{ "UTF-32BE", "区领导检查防汛工作\n春季植树活动在河边举行\n" },
	{ "ISO-2022-JP",
	  "青山市は十七日、新しい図書館の建設計画を発表した。\n総工費は約百億円。\n" },
	{ "ISO-2022-KR", "강변시는 십칠일 새 도서관 건설 계획을 발표했다.\n" },
};

static void texts_of_languages_are_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct str text = str_from(texts[i].text);
		struct buf encoded = encode(texts[i].charset, text);

		assert_decodes(buf_str(&encoded), NULL, texts[i].charset, text,
		               0);
		buf_release(&encoded);
	}
}

static void marks_of_utf32_come_before_those_of_utf16(void **state)
{
	(void)state;
	assert_decodes(STR("\xff\xfe\0\0\xa5\x62\0\0\x0a\0\0\0"), NULL,
	               "UTF-32LE", STR("报\n"), 0);
	assert_decodes(STR("\0\0\xfe\xff\0\0\x62\xa5\0\0\0\x0a"), NULL,
	               "UTF-32BE", STR("报\n"), 0);
	assert_decodes(STR("\xff\xfe\xa5\x62\x0a\0"), NULL, "UTF-16LE",
	               STR("报\n"), 0);
}

static void hz_is_read(void **state)
{
	(void)state;
	assert_decodes(STR("A ~{4:<>V2Jw~} b\n~{;n6/~} ~~ ~{TZ:S~}\n"), NULL,
	               "HZ", STR("A 春季植树 b\n活动 ~ 在河\n"), 0);
	/* An escape that is left open ends with its line. */
	assert_decodes(STR("~{4:<>V2Jw~} ~{;n6/\nplain\n"), NULL, "HZ",
	               STR("春季植树 活动\nplain\n"), 0);
	/* Programs write these, too. */
	assert_decodes(STR("a ~{b} c ~{d} ~{e f~} ~{\n"), NULL, "UTF-8",
	               STR("a ~{b} c ~{d} ~{e f~} ~{\n"), 0);
}

static void the_euro_of_windows_is_in_gbk(void **state)
{
	struct buf gbk = encode("GB18030", STR("春季植树活动捐款"));

	(void)state;
	buf_add_c(&gbk, "\x80"
	                "3500\n");
	assert_decodes(buf_str(&gbk), NULL, "GB18030",
	               STR("春季植树活动捐款€3500\n"), 0);
	buf_release(&gbk);
}

/* Bytes that are words in two encodings: either may be meant, and that is told. */
static void the_runner_up_is_named(void **state)
{
	struct buf page =
		encode("GB18030", STR("区领导检查防汛工作，春季植树"));
	struct detected detected = detect_charset(buf_str(&page));

	(void)state;
	assert_string_equal(detected.charset->name, "GB18030");
	assert_null(detected.runner_up);
	detected = detect_charset(STR("\xc4\xe3\xba\xc3"));
	assert_non_null(detected.runner_up);
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_of_languages_are_told_apart),
		cmocka_unit_test(marks_of_utf32_come_before_those_of_utf16),
		cmocka_unit_test(hz_is_read),
		cmocka_unit_test(the_euro_of_windows_is_in_gbk),
		cmocka_unit_test(the_runner_up_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
