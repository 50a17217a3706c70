/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TEXTS_H
#define TESTS_UNIT_TEXTS_H

/* Texts to write in many encodings, and what is asked of their decoding.  After
 * the headers that cmocka needs. */

#include "../lib/fixture.h"
#include "base/str.h"
#include "load/input/decode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniconv.h>

#define BAD "\ufffd"

static const char traditional[] =
	"【本報訊】青溪縣政府昨日宣布，連接舊城區與港口的輕便鐵路將於下月初正式\n"
	"通車。縣長林義豐在典禮上表示，這條鐵路全長十二公里，沿途設有九個車站，每\n"
	"日開行六十四班列車，預計可為兩岸居民節省半小時的路程。\n"
	"\n"
	"工程處指出，整個計畫歷時三年，其間曾遇上兩次颱風，部分橋樑的基礎必須重新\n"
	"打造，所幸沒有人員受傷。為了保護河邊的濕地，施工單位特別把路線向東移動了\n"
	"五十公尺，並且在鐵橋兩側裝設隔音牆，「讓水鳥與旅客都能安靜地過河」。\n"
	"\n"
	"對於票價問題，縣議員陳淑惠質疑，學生與長者的優惠不夠明確。交通局長回應說，\n"
	"學生憑證件可享半價，六十五歲以上的民眾則一律免費；至於外地遊客，車站內備\n"
	"有一日券，售價八十元。他強調，營運首年難免虧損，但長遠來看，沿線的觀光與\n"
	"商業發展將帶來更多收入。\n"
	"\n"
	"記者實地走訪發現，沿線商家對通車充滿期待。在市場賣了三十年豆腐的張老闆說：\n"
	"「以前客人要繞過整座山頭才到得了這裡，現在只要十分鐘。」不過，也有住戶擔心\n"
	"夜間列車的聲響會影響睡眠，希望當局能夠調整末班車的時間。\n"
	"\n"
	"氣象臺預測，通車當日天氣晴朗，氣溫介於攝氏十八至二十四度之間。主辦單位準備\n"
	"了龍獅表演、樂隊演奏以及攝影比賽，歡迎鄉親扶老攜幼前來觀賞，共同見證這歷史\n"
	"性的一刻。\n";

/* The same numbers on each machine. */
static inline uint32_t draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)(*seed >> 8) * below >> 24);
}

/* The bundled page; release it. */
static inline void read_page(struct buf *text)
{
	buf_init(text);
	fixture_read(text, FIXTURE_BUNDLED);
}

/* `text` written in `charset`, which has all of it; release it. */
static inline struct buf encode(const char *charset, struct str text)
{
	size_t len = 0;
	char *bytes = u8_conv_to_encoding(charset, iconveh_error,
	                                  (const uint8_t *)text.ptr, text.len,
	                                  NULL, NULL, &len);
	struct buf encoded;

	if (!bytes)
		fail_msg("cannot write this text in %s", charset);
	buf_init(&encoded);
	buf_add(&encoded, (struct str){ bytes, len });
	free(bytes);
	return encoded;
}

static inline void assert_decodes(struct str bytes, const char *encoding,
                                  const char *want_encoding, struct str want,
                                  size_t want_lost)
{
	struct decoded decoded;

	decode(&decoded, bytes, encoding);
	if (strcmp(decoded.encoding, want_encoding))
		fail_msg("taken for %s, is %s", decoded.encoding,
		         want_encoding);
	if (!str_equal(buf_str(&decoded.text), want))
		fail_msg("%s: got '%.*s', want '%.*s'", want_encoding,
		         (int)decoded.text.len, decoded.text.ptr, (int)want.len,
		         want.ptr);
	assert_int_equal(decoded.lost_bytes, want_lost);
	decoded_release(&decoded);
}

#endif
