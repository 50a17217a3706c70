/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/gunzip.h"

#include "base/mem.h"

#include <errno.h>
#include <zlib.h>

#define BLOCK_BYTES ((size_t)64 * 1024)
#define GZIP_WINDOW (MAX_WBITS + 16) /* with the header of gzip */

/* Fills `out` from the stream; zlib's status. */
static int gunzip_block(z_stream *stream, struct buf *out)
{
	char *room = buf_room(out, BLOCK_BYTES);
	int status;

	stream->next_out = (Bytef *)room;
	stream->avail_out = BLOCK_BYTES;
	status = inflate(stream, Z_NO_FLUSH);
	out->len += BLOCK_BYTES - stream->avail_out;
	out->ptr[out->len] = '\0';
	return status;
}

static bool gunzip_all(z_stream *stream, struct buf *out, size_t limit_bytes)
{
	int status = Z_OK;

	while (status == Z_OK && out->len <= limit_bytes) {
		status = gunzip_block(stream, out);
		if (status == Z_STREAM_END && stream->avail_in)
			status = inflateReset(stream);
	}
	return out->len <= limit_bytes;
}

bool gunzip_is(struct str bytes)
{
	return str_starts(bytes, STR("\x1f\x8b\x08"));
}

bool gunzip(struct buf *bytes, size_t limit_bytes)
{
	z_stream stream = { .next_in = (Bytef *)bytes->ptr };
	struct buf out;
	bool fits;

	if (!gunzip_is(buf_str(bytes)))
		return true;
	if (bytes->len > UINT32_MAX) {
		errno = EFBIG;
		return false;
	}
	stream.avail_in = (uInt)bytes->len;
	if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
		mem_none();
	buf_init(&out);
	fits = gunzip_all(&stream, &out, limit_bytes);
	inflateEnd(&stream);
	buf_release(bytes);
	*bytes = out;
	if (!fits)
		errno = EFBIG;
	return fits;
}
