/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/zip.h"

#include "base/mem.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <zlib.h>

#define ZIP_LOCAL_FILE    0x04034b50
#define ZIP_CENTRAL_FILE  0x02014b50
#define ZIP_DIRECTORY_END 0x06054b50
#define ZIP_NEEDS_VERSION 20            /* 2.0: deflate */
#define ZIP_UNIX          (3 << 8 | 20) /* made on Unix, by version 2.0 */
#define ZIP_UTF8_NAMES    (1 << 11)     /* of the general flags */
#define ZIP_STORED        0
#define ZIP_DEFLATED      8
#define ZIP_FIRST_DAY     0x21 /* 1 January 1980 */
#define ZIP_FILE_MODE     ((uint32_t)0100644 << 16)
#define ZIP_FILES_MOST    65534 /* 65535 says that ZIP64 has the number */
#define ZIP_BYTES_MOST    ((size_t)0xfffffffe)

#define ZIP_FACTS_BYTES     26 /* of zip_add_facts() */
#define ZIP_PACKED_IN_FACTS 14 /* where the size of the packed bytes stands */

#define ZIP_RAW_WINDOW (-MAX_WBITS) /* deflate without a header of zlib */
#define ZIP_MEM_LEVEL  8            /* zlib's default */
#define ZIP_FEED_BYTES ((size_t)1 << 30)

static void zip_add_16(struct buf *out, unsigned value)
{
	buf_add_byte(out, (char)(value & 0xff));
	buf_add_byte(out, (char)(value >> 8 & 0xff));
}

static void zip_add_32(struct buf *out, size_t value)
{
	zip_add_16(out, (unsigned)(value & 0xffff));
	zip_add_16(out, (unsigned)(value >> 16 & 0xffff));
}

static void zip_set_32(char *at, size_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(value >> 8 * i & 0xff);
}

static bool zip_has_no_room(void)
{
	errno = EFBIG;
	return false;
}

void zip_init(struct zip_writer *zip, struct buf *out)
{
	*zip = (struct zip_writer){ .out = out, .start = out->len };
	buf_init(&zip->directory);
}

void zip_release(struct zip_writer *zip)
{
	buf_release(&zip->directory);
}

/* What a local header and an entry of the directory say alike: version to extract to
 * the length of the extra field.  The size of the packed bytes is not known yet. */
static void zip_add_facts(struct buf *out, struct str name, struct str bytes,
                          bool stored)
{
	zip_add_16(out, ZIP_NEEDS_VERSION);
	zip_add_16(out, ZIP_UTF8_NAMES);
	zip_add_16(out, stored ? ZIP_STORED : ZIP_DEFLATED);
	zip_add_16(out, 0);
	zip_add_16(out, ZIP_FIRST_DAY);
	zip_add_32(out, crc32_z(0, (const Bytef *)bytes.ptr, bytes.len));
	zip_add_32(out, 0);
	zip_add_32(out, bytes.len);
	zip_add_16(out, (unsigned)name.len);
	zip_add_16(out, 0); /* no extra field */
}

static void zip_add_entry(struct zip_writer *zip, struct str name, size_t facts,
                          size_t local)
{
	struct buf *out = &zip->directory;

	zip_add_32(out, ZIP_CENTRAL_FILE);
	zip_add_16(out, ZIP_UNIX);
	buf_add(out, (struct str){ zip->out->ptr + facts, ZIP_FACTS_BYTES });
	zip_add_16(out, 0); /* no comment */
	zip_add_16(out, 0); /* of the first part */
	zip_add_16(out, 0);
	zip_add_32(out, ZIP_FILE_MODE);
	zip_add_32(out, local);
	buf_add(out, name);
}

/* Appends `bytes` deflated. */
static void zip_deflate(struct buf *out, struct str bytes)
{
	z_stream stream = { .next_in = (Bytef *)bytes.ptr };
	size_t left = bytes.len;
	int status = Z_OK;

	if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
	                 ZIP_RAW_WINDOW, ZIP_MEM_LEVEL,
	                 Z_DEFAULT_STRATEGY) != Z_OK)
		mem_none();
	while (status != Z_STREAM_END) {
		size_t room = left / 2 + 4096;

		if (room > ZIP_FEED_BYTES)
			room = ZIP_FEED_BYTES;
		if (!stream.avail_in) {
			stream.avail_in =
				(uInt)(left < ZIP_FEED_BYTES ? left
			                                     : ZIP_FEED_BYTES);
			left -= stream.avail_in;
		}
		stream.next_out = (Bytef *)buf_room(out, room);
		stream.avail_out = (uInt)room;
		status = deflate(&stream, left ? Z_NO_FLUSH : Z_FINISH);
		assert(status != Z_STREAM_ERROR);
		out->len += room - stream.avail_out;
	}
	deflateEnd(&stream);
}

bool zip_add(struct zip_writer *zip, struct str name, struct str bytes,
             bool stored)
{
	struct buf *out = zip->out;
	size_t local = out->len - zip->start;
	size_t facts, packed;

	assert(name.len <= UINT16_MAX);
	if (zip->file_count == ZIP_FILES_MOST || local > ZIP_BYTES_MOST ||
	    bytes.len > ZIP_BYTES_MOST)
		return zip_has_no_room();
	zip_add_32(out, ZIP_LOCAL_FILE);
	facts = out->len;
	zip_add_facts(out, name, bytes, stored);
	buf_add(out, name);
	packed = out->len;
	if (stored)
		buf_add(out, bytes);
	else
		zip_deflate(out, bytes);
	if (out->len - packed > ZIP_BYTES_MOST)
		return zip_has_no_room();
	zip_set_32(out->ptr + facts + ZIP_PACKED_IN_FACTS, out->len - packed);
	zip_add_entry(zip, name, facts, local);
	zip->file_count++;
	return true;
}

bool zip_finish(struct zip_writer *zip)
{
	struct buf *out = zip->out;
	size_t directory = out->len - zip->start;

	if (directory > ZIP_BYTES_MOST || zip->directory.len > ZIP_BYTES_MOST)
		return zip_has_no_room();
	buf_add(out, buf_str(&zip->directory));
	zip_add_32(out, ZIP_DIRECTORY_END);
	zip_add_16(out, 0); /* the only part */
	zip_add_16(out, 0);
	zip_add_16(out, (unsigned)zip->file_count);
	zip_add_16(out, (unsigned)zip->file_count);
	zip_add_32(out, zip->directory.len);
	zip_add_32(out, directory);
	zip_add_16(out, 0); /* no comment */
	return true;
}
