/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/decode.h"

#include "load/charset.h"
#include "load/detect.h"

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

void decode(struct decoded *decoded, struct str bytes, const char *encoding)
{
	struct charset charset = choose_charset(bytes, encoding);

	*decoded = (struct decoded){ .encoding = charset.name };
	buf_init(&decoded->text);
	if (charset.mark.len && str_starts(bytes, charset.mark))
		bytes = str_slice(bytes, charset.mark.len, bytes.len);
	decoded->lost_bytes = charset_convert(&charset, &decoded->text, bytes);
}

void decoded_release(struct decoded *decoded)
{
	buf_release(&decoded->text);
}
