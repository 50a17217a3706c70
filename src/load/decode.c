/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/decode.h"

#include "load/charset.h"
#include "load/detect.h"

#include <string.h>

bool decode_knows(const char *encoding)
{
	struct charset charset;

	return charset_is_either_utf16(encoding) ||
	       charset_by_name(&charset, encoding);
}

static struct charset choose_charset(struct str bytes, const char *encoding)
{
	struct charset charset;

	if (encoding && charset_is_either_utf16(encoding))
		return *detect_utf16(bytes);
	if (encoding && charset_by_name(&charset, encoding))
		return charset;
	return *detect_charset(bytes);
}

/* Of carriage returns that no newline follows. */
static size_t count_lone_returns(struct str text)
{
	const char *end = text.ptr + text.len, *at = text.ptr;
	size_t count = 0;

	while (at < end && (at = memchr(at, '\r', (size_t)(end - at)))) {
		at++;
		count += at == end || *at != '\n';
	}
	return count;
}

static size_t count_newlines(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == '\n';
	return count;
}

/* An editor takes carriage returns for the ends of lines only in a file of such
 * lines; elsewhere they stay in their line, so that the numbers agree. */
static void end_lines(struct buf *text)
{
	size_t lone = count_lone_returns(buf_str(text));
	char *end = text->ptr + text->len;

	if (!lone || lone <= count_newlines(buf_str(text)))
		return;
	for (char *at = text->ptr; at < end; at++)
		if (*at == '\r' && (at + 1 == end || at[1] != '\n'))
			*at = '\n';
}

void decode(struct decoded *decoded, struct str bytes, const char *encoding)
{
	struct charset charset = choose_charset(bytes, encoding);

	*decoded = (struct decoded){ .encoding = charset.name };
	buf_init(&decoded->text);
	if (charset.mark.len && str_starts(bytes, charset.mark))
		bytes = str_slice(bytes, charset.mark.len, bytes.len);
	decoded->lost_bytes = charset_convert(&charset, &decoded->text, bytes);
	end_lines(&decoded->text);
}

void decoded_release(struct decoded *decoded)
{
	buf_release(&decoded->text);
}
