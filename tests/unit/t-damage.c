/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with a damaged byte is still a page in its encoding, in whatever language. */
#include "../lib/converters.h"
#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "texts.h"

struct sample {
	const char *language;
	const char *charset; /* another that has all of it, or NULL */
	const char *text;
};

static const struct sample samples[] = {
	{ "Russian", NULL,
	  "В субботу жители города посадили у реки сто двадцать лип.\n" },
	{ "Ukrainian", NULL,
	  "Учора в місті відкрили новий міст, який будували п’ять років.\n" },
	{ "Greek", NULL,
	  "Το νέο γυμνάσιο άνοιξε χθες και οι μαθητές ήρθαν νωρίς.\n" },
	{ "Korean", NULL,
	  "새 도서관이 어제 문을 열어 많은 시민이 찾았다고 시가 밝혔다.\n" },
	{ "Thai", NULL, "ห้องสมุดใหม่เปิดเมื่อวานนี้และมีคนมามาก\n" },
	{ "Hindi", NULL, "नगर में कल नया पुस्तकालय खुला और बहुत लोग आए।\n" },
	{ "Arabic", NULL, "افتتحت المدينة أمس مكتبة جديدة قرب النهر.\n" },
	{ "Hebrew", NULL, "אתמול נפתחה בעיר ספרייה חדשה ליד הנהר.\n" },
	{ "Vietnamese", NULL,
	  "Hôm qua thành phố đã mở một thư viện mới cạnh bờ sông.\n" },
	{ "Polish", NULL,
	  "Wczoraj otwarto nową bibliotekę, którą budowano sześć lat; "
	  "zwiedziło ją już tysiąc osób.\n" },
	{ "Turkish", NULL,
	  "Dün şehirde yeni kütüphane açıldı; çocuklar için güzel bir köşe "
	  "var.\n" },
	{ "French", "windows-1252",
	  "La fête a été reçue avec joie près du fleuve ; où l’on dansa "
	  "jusqu’à l’aube, le maire était présent.\n" },
	{ "German", "windows-1252",
	  "Die Bürger möchten größere Gärten; für die Bäume am Fluß fehlt "
	  "nur noch das Geld.\n" },
	{ "Spanish", "windows-1252",
	  "El niño cantó una canción en la plaza y después habló con el "
	  "señor alcalde; ¿quién será?\n" },
	{ "Italian", "windows-1252",
	  "La città è più verde: così ha detto il sindaco, perché non si può "
	  "aspettare ancora.\n" },
	{ "English", "windows-1252",
	  "“It’s done”, said the mayor — “and it wasn’t cheap”.\n" },
	{ "simplified Chinese", "GB18030",
	  "新图书馆昨日开放，许多市民前来参观，馆长说周末也开门。\n" },
	{ "traditional Chinese", "Big5-HKSCS",
	  "新圖書館昨日開放，許多市民前來參觀，館長說週末也開門。\n" },
	{ "Japanese", "EUC-JP",
	  "新しい図書館が昨日開館し、多くの市民が訪れたと市が発表した。\n" },
	{ "Japanese", "Shift_JIS",
	  "新しい図書館が昨日開館し、多くの市民が訪れたと市が発表した。\n" },
};

enum how {
	OVERWRITTEN,
	INSERTED,
	REMOVED,
	HOW_COUNT
};

static const unsigned char damage[] = { 0x00, 0x01, 0x07, 0x08,
	                                0x0e, 0x1a, 0x80, 0xff };

/* `text` with damage at byte `at`; release it. */
static struct buf damaged(struct str text, enum how how, size_t at,
                          unsigned char byte)
{
	struct buf bytes;

	buf_init(&bytes);
	buf_add(&bytes, str_slice(text, 0, at));
	if (how != REMOVED)
		buf_add_byte(&bytes, (char)byte);
	buf_add(&bytes,
	        str_slice(text, how == INSERTED ? at : at + 1, text.len));
	return bytes;
}

static void assert_stays(const struct sample *sample, struct str bytes,
                         const char *want, size_t lost_most)
{
	struct decoded decoded;

	decode(&decoded, bytes, NULL);
	if (strcmp(decoded.encoding, want))
		fail_msg("%s in %s is taken for %s: %.*s", sample->language,
		         want, decoded.encoding, (int)decoded.text.len,
		         decoded.text.ptr);
	if (decoded.lost_bytes > lost_most)
		fail_msg("%s in %s: %zu bytes are lost", sample->language, want,
		         decoded.lost_bytes);
	decoded_release(&decoded);
}

/* With damage at each byte of the first `first_bytes`; a byte is removed once. */
static void assert_stays_when_damaged(const struct sample *sample,
                                      struct str text, size_t first_bytes,
                                      const char *want, size_t lost_most)
{
	for (int how = 0; how < HOW_COUNT; how++)
		for (size_t i = 0; i < (how == REMOVED ? 1 : ARRAY_LEN(damage));
		     i++)
			for (size_t at = 0; at < first_bytes;
			     at += (size_t)fixture_stride()) {
				struct buf bytes = damaged(text, (enum how)how,
				                           at, damage[i]);

				assert_stays(sample, buf_str(&bytes), want,
				             lost_most);
				buf_release(&bytes);
			}
}

static void utf8_stays_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
		struct str text = str_from(samples[i].text);

		assert_stays(&samples[i], text, "UTF-8", 0);
		assert_stays_when_damaged(&samples[i], text, text.len, "UTF-8",
		                          4);
	}
}

/* As long as a page, with damage in every other line. */
static void a_page_of_utf8_stays_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
		struct buf page;
		size_t lines = 200;

		buf_init(&page);
		for (size_t n = 0; n < lines; n++) {
			if (n % 2)
				buf_add_c(&page, n % 4 == 1 ? "\xff" : "\x07");
			buf_add_c(&page, samples[i].text);
		}
		assert_stays(&samples[i], buf_str(&page), "UTF-8", lines / 4);
		buf_release(&page);
	}
}

/* Where a byte of a pair is gone, the rest of its line is noise; the other lines
 * decide. */
static void other_encodings_stay_what_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
		struct buf bytes, page;

		if (!samples[i].charset)
			continue;
		bytes = encode(samples[i].charset, str_from(samples[i].text));
		assert_stays(&samples[i], buf_str(&bytes), samples[i].charset,
		             0);
		buf_init(&page);
		for (int line = 0; line < 6; line++)
			buf_add(&page, buf_str(&bytes));
		assert_stays_when_damaged(&samples[i], buf_str(&page),
		                          bytes.len, samples[i].charset,
		                          bytes.len);
		buf_release(&page);
		buf_release(&bytes);
	}
}

/* A degree sign is none of Chinese, and a word of Chinese none of the West. */
static void a_few_bytes_in_english(void **state)
{
	(void)state;
	assert_decodes(STR("It was 25\xb0"
	                   "C and 30\xb0"
	                   "C in the shade.\n"),
	               NULL, "windows-1252",
	               STR("It was 25°C and 30°C in the shade.\n"), 0);
	assert_decodes(STR("Trees planted in \xb4\xba\xb3\xc7 last week.\n"),
	               NULL, "GB18030",
	               STR("Trees planted in 春城 last week.\n"), 0);
	assert_decodes(STR("caf\xe9 caf\xc3\xa9 caf\xc3\xa9\n"), NULL, "UTF-8",
	               STR("caf" BAD " café café\n"), 1);
}

/* One NUL in a page is damage; many are no text. */
static void a_nul_makes_no_binary_file(void **state)
{
	static const struct {
		int every; /* line has so many NULs */
		int first;
		bool is_binary;
	} cases[] = { { 0, 0, false }, { 0, 1, false }, { 4, 4, true } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		bool told = false;
		struct buf page;

		buf_init(&page);
		for (int line = 0; line < 40; line++) {
			buf_add_c(&page, samples[0].text);
			for (int n = line ? cases[i].every : cases[i].first; n;
			     n--)
				buf_add_byte(&page, '\0');
		}
		issue = load_bytes(buf_str(&page), "page.txt", NULL);
		for (size_t d = 0; d < issue->diags.count; d++)
			told = told ||
			       strstr(issue->diags.items[d].text, "binary");
		assert_int_equal(told, cases[i].is_binary);
		issue_free(issue);
		buf_release(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utf8_stays_utf8),
		cmocka_unit_test(a_page_of_utf8_stays_utf8),
		cmocka_unit_test(other_encodings_stay_what_they_are),
		cmocka_unit_test(a_few_bytes_in_english),
		cmocka_unit_test(a_nul_makes_no_binary_file),
	};

	return cmocka_run_group_tests(tests, converters_open,
	                              converters_close) < 0;
}
