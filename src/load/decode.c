/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/decode.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uniconv.h>
#include <unistr.h>

#define REPLACEMENT "\ufffd"

bool decode_knows(const char *encoding)
{
	iconv_t handle = iconv_open("UTF-8", encoding);

	if (handle == (iconv_t)-1)
		return false;
	iconv_close(handle);
	return true;
}

/* As UTF-8; each byte that is none becomes U+FFFD. */
static void decode_utf8(struct decoded *decoded, struct str bytes)
{
	const uint8_t *start = (const uint8_t *)bytes.ptr;
	size_t at = 0;

	decoded->encoding = "UTF-8";
	while (at < bytes.len) {
		const uint8_t *bad = u8_check(start + at, bytes.len - at);
		size_t good = bad ? (size_t)(bad - start) : bytes.len;

		buf_add(&decoded->text, str_slice(bytes, at, good));
		if (good == bytes.len)
			break;
		buf_add_c(&decoded->text, REPLACEMENT);
		decoded->lost_bytes++;
		at = good + 1;
	}
}

static size_t lost_as_utf8(struct str bytes)
{
	const uint8_t *start = (const uint8_t *)bytes.ptr, *bad;
	size_t lost = 0, at = 0;

	while (at < bytes.len && (bad = u8_check(start + at, bytes.len - at))) {
		lost++;
		at = (size_t)(bad - start) + 1;
	}
	return lost;
}

/* By a table of the system; what it cannot decode becomes U+FFFD. */
static bool decode_by_name(struct decoded *decoded, struct str bytes,
                           const char *encoding,
                           enum iconv_ilseq_handler handler)
{
	size_t len = 0, at = 0;
	uint8_t *text = u8_conv_from_encoding(encoding, handler, bytes.ptr,
	                                      bytes.len, NULL, NULL, &len);
	struct str done = { (char *)text, len };

	if (!text)
		return false;
	decoded->encoding = encoding;
	buf_add(&decoded->text, done);
	while ((at = str_find(done, STR(REPLACEMENT), at)) != NPOS) {
		decoded->lost_bytes++;
		at++;
	}
	free(text);
	return true;
}

static size_t high_bytes(struct str bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes.len; i++)
		count += (unsigned char)bytes.ptr[i] >= 0x80;
	return count;
}

static bool starts_with_bytes(struct str bytes, const char *mark, size_t len)
{
	return str_starts(bytes, (struct str){ mark, len });
}

void decode(struct decoded *decoded, struct str bytes, const char *encoding)
{
	size_t lost;

	*decoded = (struct decoded){ 0 };
	buf_init(&decoded->text);
	if (encoding &&
	    decode_by_name(decoded, bytes, encoding, iconveh_question_mark))
		return;
	if (starts_with_bytes(bytes, "\xef\xbb\xbf", 3))
		bytes = str_slice(bytes, 3, bytes.len);
	else if (starts_with_bytes(bytes, "\xff\xfe", 2) &&
	         decode_by_name(decoded, str_slice(bytes, 2, bytes.len),
	                        "UTF-16LE", iconveh_question_mark))
		return;
	else if (starts_with_bytes(bytes, "\xfe\xff", 2) &&
	         decode_by_name(decoded, str_slice(bytes, 2, bytes.len),
	                        "UTF-16BE", iconveh_question_mark))
		return;
	lost = lost_as_utf8(bytes);
	if (lost > high_bytes(bytes) / 4 && !memchr(bytes.ptr, 0, bytes.len) &&
	    decode_by_name(decoded, bytes, "GB18030", iconveh_error))
		return;
	decode_utf8(decoded, bytes);
}

void decoded_release(struct decoded *decoded)
{
	buf_release(&decoded->text);
}
