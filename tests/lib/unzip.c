/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unzip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#define END_BYTES    22
#define ENTRY_BYTES  46
#define HEADER_BYTES 30
#define FACTS_BYTES  26 /* that the two headers of a file say alike */

static unsigned unzip_number(struct str zip, size_t at, int bytes)
{
	unsigned value = 0;

	assert_true(at + (size_t)bytes <= zip.len);
	for (int i = bytes; i-- > 0;)
		value = value << 8 | (unsigned char)zip.ptr[at + (size_t)i];
	return value;
}

size_t unzip_count(struct str zip)
{
	size_t end = zip.len - END_BYTES;

	assert_true(zip.len >= END_BYTES);
	assert_int_equal(unzip_number(zip, end, 4), 0x06054b50);
	assert_int_equal(unzip_number(zip, end + 8, 2),
	                 unzip_number(zip, end + 10, 2));
	assert_int_equal(unzip_number(zip, end + 12, 4) +
	                         unzip_number(zip, end + 16, 4),
	                 end);
	return unzip_number(zip, end + 10, 2);
}

void unzip_begin(struct str zip, size_t *entry)
{
	*entry = unzip_number(zip, zip.len - END_BYTES + 16, 4);
}

static void unzip_inflate(struct str packed, struct buf *out, size_t bytes)
{
	z_stream stream = { .next_in = (Bytef *)packed.ptr,
		            .avail_in = (uInt)packed.len,
		            .next_out = (Bytef *)buf_room(out, bytes + 1),
		            .avail_out = (uInt)bytes + 1 };

	assert_int_equal(inflateInit2(&stream, -MAX_WBITS), Z_OK);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.avail_in, 0);
	out->len += stream.total_out;
	inflateEnd(&stream);
}

struct unzipped unzip_next(struct str zip, size_t *entry)
{
	size_t at = *entry, local = unzip_number(zip, at + 42, 4);
	size_t packed_bytes = unzip_number(zip, at + 20, 4);
	size_t bytes = unzip_number(zip, at + 24, 4);
	size_t name_bytes = unzip_number(zip, at + 28, 2);
	size_t data = local + HEADER_BYTES + name_bytes;
	struct unzipped file = { .name = { zip.ptr + at + ENTRY_BYTES,
		                           name_bytes } };
	struct str packed;

	buf_init(&file.bytes);
	assert_int_equal(unzip_number(zip, at, 4), 0x02014b50);
	assert_int_equal(unzip_number(zip, local, 4), 0x04034b50);
	assert_memory_equal(zip.ptr + at + 6, zip.ptr + local + 4, FACTS_BYTES);
	packed = str_slice(zip, data, data + packed_bytes);
	assert_true(str_equal(file.name,
	                      str_slice(zip, local + HEADER_BYTES, data)));
	if (unzip_number(zip, at + 10, 2) == 0)
		buf_add(&file.bytes, packed);
	else
		unzip_inflate(packed, &file.bytes, bytes);
	assert_int_equal(file.bytes.len, bytes);
	assert_int_equal(unzip_number(zip, at + 16, 4),
	                 crc32_z(0, (Bytef *)file.bytes.ptr, bytes));
	*entry = at + ENTRY_BYTES + name_bytes;
	return file;
}
