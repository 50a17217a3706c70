/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/foreign.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "load/input/xml.h"
#include "text/neutralise.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define PANDOC  "pandoc --to=plain --wrap=none --output=page.txt %s"
#define OCR     "tesseract %s page -l chi_sim"
#define PICTURE N_("a picture")
#define ARCHIVE N_("an archive")

struct foreign {
	const char *
		magic; /* bytes at offset `at`, or the name of the root element */
	size_t magic_bytes, at;
	const char *
		begins; /* the bytes at offset 0, where that is another place; or NULL */
	bool is_root;
	const char *kind;
	const char *command; /* that gives its text; %s is the file */
	const char *
		example; /* a file name for the command where its own cannot be typed */
};

#define BYTES(magic)                magic, sizeof(magic) - 1, 0, NULL, false
#define BYTES_AT(magic, at)         magic, sizeof(magic) - 1, at, NULL, false
#define BYTES_TOO(magic, at, first) magic, sizeof(magic) - 1, at, first, false
#define ROOT(name)                  name, sizeof(name) - 1, 0, NULL, true

/* The first row that fits decides. */
static const struct foreign kinds[] = {
	{ BYTES("%!PS"), N_("a PostScript file"), "ps2ascii %s page.txt",
	  "page.ps" },
	{ BYTES("{\\rtf"), N_("a document in RTF"), PANDOC, "page.rtf" },
	{ BYTES_AT("mimetypeapplication/epub", 30), N_("an EPUB"), PANDOC,
	  "page.epub" },
	{ BYTES_AT("mimetypeapplication/vnd.oasis", 30),
	  N_("a document in OpenDocument"), PANDOC, "page.odt" },
	{ BYTES_AT("[Content_Types].xml", 30), N_("a document of Word"), PANDOC,
	  "page.docx" },
	{ BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), N_("a document of Word"),
	  "catdoc %s >page.txt", "page.doc" },
	{ BYTES("AT&TFORM"), N_("a DjVu file"), "djvutxt %s page.txt",
	  "page.djvu" },
	{ ROOT("mets"), N_("a METS file, whose text is in ALTO files"),
	  "baolan *.xml", NULL },
	{ BYTES("\xff\xd8\xff"), PICTURE, OCR, "page.jpg" },
	{ BYTES("\x89PNG\r\n\x1a\n"), PICTURE, OCR, "page.png" },
	{ BYTES("GIF87a"), PICTURE, OCR, "page.gif" },
	{ BYTES("GIF89a"), PICTURE, OCR, "page.gif" },
	{ BYTES("II*\0"), PICTURE, OCR, "page.tif" },
	{ BYTES("MM\0*"), PICTURE, OCR, "page.tif" },
	{ BYTES_TOO("WEBPVP8", 8, "RIFF"), PICTURE, OCR, "page.webp" },
	{ BYTES("\0\0\0\x0cjP  \r\n"), PICTURE, OCR, "page.jp2" },
	/* Two letters alone can begin any text. */
	{ BYTES_TOO("\0\0\0\0", 6, "BM"), PICTURE, OCR, "page.bmp" },
	{ BYTES("BZh91AY&SY"), N_("compressed"), "bzip2 -dc %s | baolan",
	  "page.txt.bz2" },
	{ BYTES("\xfd"
	        "7zXZ\0"),
	  N_("compressed"), "xz -dc %s | baolan", "page.txt.xz" },
	{ BYTES("\x28\xb5\x2f\xfd"), N_("compressed"), "zstd -dc %s | baolan",
	  "page.txt.zst" },
	{ BYTES("PK\3\4"), ARCHIVE, "unzip %s", "pages.zip" },
	{ BYTES("7z\xbc\xaf\x27\x1c"), ARCHIVE, "7z x %s", "pages.7z" },
	{ BYTES("Rar!\x1a\x07"), ARCHIVE, "unrar x %s", "pages.rar" },
	{ BYTES_AT("ustar", 257), ARCHIVE, "tar -xf %s", "pages.tar" },
};

/* The bytes behind a byte order mark and white space. */
static struct str without_blanks(struct str bytes)
{
	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_slice(bytes, 3, bytes.len);
	while (bytes.len && strchr(" \t\r\n", bytes.ptr[0]) && bytes.ptr[0])
		bytes = str_slice(bytes, 1, bytes.len);
	return bytes;
}

static bool has_magic(const struct foreign *kind, struct str bytes)
{
	struct str own = { kind->magic, kind->magic_bytes };

	return bytes.len >= kind->at + own.len &&
	       str_equal(str_slice(bytes, kind->at, kind->at + own.len), own) &&
	       (!kind->begins || str_starts(bytes, str_from(kind->begins)));
}

static bool foreign_is_of(const struct foreign *kind, struct str head,
                          struct str root)
{
	if (kind->is_root)
		return root.len == kind->magic_bytes &&
		       !strncasecmp(root.ptr, kind->magic, root.len);
	return has_magic(kind, head);
}

/* The kind of file that begins with `head`, or NULL. */
static const struct foreign *foreign_find(struct str head)
{
	struct str root;

	/* No kind begins with white space, and some files have it before them. */
	head = without_blanks(head);
	root = xml_root(head);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (foreign_is_of(&kinds[i], head, root))
			return &kinds[i];
	return NULL;
}

enum form_claim foreign_sniff(struct str head)
{
	return foreign_find(head) ? FORM_CERTAIN : FORM_NO;
}

/* Can the name stand in a command as it is? */
static bool is_plain(const char *name)
{
	char *safe = neutralised(name);
	bool plain = !strcmp(safe, name) && name[0] != '-';

	for (const char *at = name; *at && plain; at++)
		plain = (unsigned char)*at >= 0x80 || strchr("._/+-", *at) ||
		        (*at >= '0' && *at <= '9') ||
		        (*at >= 'a' && *at <= 'z') ||
		        (*at >= 'A' && *at <= 'Z');
	free(safe);
	return plain;
}

void foreign_add_command(struct buf *out, const char *text, const char *name,
                         const char *example)
{
	struct str command = str_from(text);
	size_t hole = str_find(command, STR("%s"), 0);

	if (hole == NPOS) {
		buf_add(out, command);
		return;
	}
	buf_add(out, str_slice(command, 0, hole));
	buf_add_c(out, is_plain(name) ? name : example);
	buf_add(out, str_slice(command, hole + 2, command.len));
}

char *foreign_advice(struct str head, const char *name)
{
	const struct foreign *foreign = foreign_find(head);
	char *safe =
		neutralised(strcmp(name, "-") ? name : _("standard input"));
	struct buf command, text;

	assert(foreign);
	buf_init(&command);
	foreign_add_command(&command, foreign->command, name, foreign->example);
	buf_init(&text);
	/* TRANSLATORS: name of a file, what it is, a command */
	buf_addf(&text, _("'%s' is %s; to get its text: %s"), safe,
	         _(foreign->kind), command.ptr);
	buf_release(&command);
	free(safe);
	return buf_steal(&text);
}

const char *foreign_kind(struct str head)
{
	const struct foreign *foreign = foreign_find(head);

	assert(foreign);
	return _(foreign->kind);
}
