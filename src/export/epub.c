/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "export/language.h"
#include "export/provenance.h"
#include "export/xhtml.h"
#include "export/zip.h"
#include "issue/issue.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A book by EPUB 3.3 (W3C): a zip of one document an article, with a table of
 * contents. */

#define DATE_CHARS 64
#define EPOCH_MOST ((size_t)253402300799) /* the last second of the year 9999 */
#define ID_CHARS   32 /* of the digest, in the identifier of the book */

_Static_assert(ID_CHARS == 32, "a UUID has 32 hexadecimal digits");

static const char container[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" "
	"xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"<rootfiles><rootfile full-path=\"book/package.opf\" "
	"media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
	"</container>\n";

static const char head_end[] =
	"<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n"
	"</head>\n<body>\n";

/* A book while it is written. */
struct book {
	const struct issue *issue;
	struct selection pick;
	const struct export_options *options;
	const char *language;
	struct zip_writer zip;
	time_t made;
	int error; /* errno of the first file that could not be added, or 0 */
};

/* The time of writing, or SOURCE_DATE_EPOCH where a reproducible build sets it: all
 * else in a book comes from the issue.  What is no number counts as 0, the year 1970. */
static time_t epub_time_of_making(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");

	return fixed ? (time_t)number_read(str_from(fixed), EPOCH_MOST)
	             : time(NULL);
}

/* Puts `bytes` into the book as the file `name`.  Nothing more is put in after a
 * failure. */
static void epub_put(struct book *book, const char *name, struct str bytes,
                     bool stored)
{
	if (!book->error && !zip_add(&book->zip, str_from(name), bytes, stored))
		book->error = errno;
}

/* Puts what `page` holds into the book, and releases it. */
static void epub_put_page(struct book *book, const char *name, struct buf *page)
{
	epub_put(book, name, buf_str(page), false);
	buf_release(page);
}

static void epub_put_article(struct book *book, size_t article)
{
	struct str headline = book->issue->articles[article].headline;
	struct buf page, name;

	buf_init(&page);
	buf_init(&name);
	buf_addf(&name, "book/a%zu.xhtml", article + 1);
	xhtml_begin(&page, book->language, headline.len ? headline : STR("-"));
	buf_add_c(&page, head_end);
	xhtml_add_article(&page, book->issue, article, book->options);
	buf_add_c(&page, "</body>\n</html>\n");
	epub_put_page(book, name.ptr, &page);
	buf_release(&name);
}

/* Appends the headline of an article, or its number. */
static void epub_add_entry(struct buf *out, const struct issue *issue,
                           size_t article)
{
	const struct article *own = &issue->articles[article];

	if (own->headline.len)
		xhtml_add_text(out, own->headline);
	else
		buf_addf(out, _("Article %zu"), article + 1);
}

/* The table of contents: pages, and their articles. */
static void epub_put_contents(struct book *book)
{
	const struct issue *issue = book->issue;
	size_t page = NPOS;
	struct buf out;

	buf_init(&out);
	xhtml_begin(&out, book->language, str_from(_("Contents")));
	buf_add_c(&out, head_end);
	buf_addf(&out,
	         "<nav xmlns:epub=\"http://www.idpf.org/2007/ops\" "
	         "epub:type=\"toc\">\n<h1>%s</h1>\n<ol>\n",
	         _("Contents"));
	for (size_t i = 0; i < book->pick.count; i++) {
		size_t article = selection_at(book->pick, i);

		if (issue->articles[article].page != page) {
			buf_add_c(&out, page == NPOS ? "" : "</ol></li>\n");
			page = issue->articles[article].page;
			buf_addf(&out, "<li><span>");
			buf_addf(&out, _("Page %zu"),
			         issue->pages[page].number);
			buf_add_c(&out, "</span><ol>\n");
		}
		buf_addf(&out, "<li><a href=\"a%zu.xhtml\">", article + 1);
		epub_add_entry(&out, issue, article);
		buf_add_c(&out, "</a></li>\n");
	}
	buf_add_c(&out, page == NPOS ? "" : "</ol></li>\n");
	/* EPUB asks for at least one entry: a list may have no articles. */
	buf_addf(&out, "<li><a href=\"sources.xhtml\">%s</a></li>\n",
	         _("Sources"));
	buf_add_c(&out, "</ol>\n</nav>\n</body>\n</html>\n");
	epub_put_page(book, "book/contents.xhtml", &out);
}

static void epub_put_sources(struct book *book)
{
	struct buf out;

	buf_init(&out);
	xhtml_begin(&out, book->language, str_from(_("Sources")));
	buf_add_c(&out, head_end);
	buf_addf(&out, "<h1>%s</h1>\n", _("Sources"));
	xhtml_add_digests(&out, book->issue, book->pick);
	buf_add_c(&out, "</body>\n</html>\n");
	epub_put_page(book, "book/sources.xhtml", &out);
}

/* Appends a UUID made of the digest of the first file (RFC 9562, version 8), so that
 * exports of one issue are one book. */
static void epub_add_identifier(struct buf *out, const struct issue *issue)
{
	static const size_t ends[] = { 8, 12, 16, 20, ID_CHARS };
	char id[ID_CHARS + 1] = "00000000000000000000000000000000";
	size_t at = 0;

	if (issue->file_count && issue->files[0].sha256.len >= ID_CHARS)
		memcpy(id, issue->files[0].sha256.ptr, ID_CHARS);
	id[12] = '8';
	id[16] = 'a';
	buf_add_c(out, "urn:uuid:");
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		buf_add_c(out, i ? "-" : "");
		buf_add(out, (struct str){ id + at, ends[i] - at });
		at = ends[i];
	}
}

static void epub_add_time(struct buf *out, time_t time)
{
	char text[DATE_CHARS];
	struct tm utc;

	if (gmtime_r(&time, &utc) &&
	    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc))
		buf_add_c(out, text);
}

static void epub_add_known(struct buf *out, const char *element,
                           struct str text)
{
	if (!text.len)
		return;
	buf_addf(out, "<%s>", element);
	xhtml_add_text(out, text);
	buf_addf(out, "</%s>\n", element);
}

static void epub_add_metadata(struct buf *out, const struct book *book)
{
	const struct issue *issue = book->issue;
	struct buf title;

	buf_init(&title);
	xhtml_add_title(&title, issue, book->pick);
	buf_add_c(out, "<metadata "
	               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
	               "<dc:identifier id=\"id\">");
	epub_add_identifier(out, issue);
	buf_add_c(out, "</dc:identifier>\n<dc:title>");
	xhtml_add_text(out, title.len ? buf_str(&title) : STR("-"));
	buf_addf(out, "</dc:title>\n<dc:language>%s</dc:language>\n",
	         book->language);
	epub_add_known(out, "dc:date", export_date(issue, book->pick));
	epub_add_known(out, "dc:publisher", export_paper(issue, book->pick));
	buf_add_c(out, "<meta property=\"dcterms:modified\">");
	epub_add_time(out, book->made);
	buf_add_c(out, "</meta>\n</metadata>\n");
	buf_release(&title);
}

static void epub_put_package(struct book *book)
{
	struct buf out;

	buf_init(&out);
	buf_addf(&out,
	         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	         "<package xmlns=\"http://www.idpf.org/2007/opf\" "
	         "version=\"3.0\" unique-identifier=\"id\" xml:lang=\"%s\">\n",
	         book->language);
	epub_add_metadata(&out, book);
	buf_add_c(&out, "<manifest>\n"
	                "<item id=\"contents\" href=\"contents.xhtml\" "
	                "media-type=\"application/xhtml+xml\" "
	                "properties=\"nav\"/>\n"
	                "<item id=\"sources\" href=\"sources.xhtml\" "
	                "media-type=\"application/xhtml+xml\"/>\n"
	                "<item id=\"style\" href=\"style.css\" "
	                "media-type=\"text/css\"/>\n");
	for (size_t i = 0; i < book->pick.count; i++)
		buf_addf(&out,
		         "<item id=\"a%zu\" href=\"a%zu.xhtml\" "
		         "media-type=\"application/xhtml+xml\"/>\n",
		         selection_at(book->pick, i) + 1,
		         selection_at(book->pick, i) + 1);
	buf_addf(&out, "</manifest>\n<spine%s>\n",
	         book->options->upright ? " page-progression-direction=\"rtl\""
	                                : "");
	buf_add_c(&out, "<itemref idref=\"contents\"/>\n");
	for (size_t i = 0; i < book->pick.count; i++)
		buf_addf(&out, "<itemref idref=\"a%zu\"/>\n",
		         selection_at(book->pick, i) + 1);
	buf_add_c(&out, "<itemref idref=\"sources\"/>\n</spine>\n</package>\n");
	epub_put_page(book, "book/package.opf", &out);
}

static void epub_put_all(struct book *book)
{
	/* OCF 4.3: it is the first, and is not compressed. */
	epub_put(book, "mimetype", STR("application/epub+zip"), true);
	epub_put(book, "META-INF/container.xml", str_from(container), false);
	epub_put_package(book);
	epub_put_contents(book);
	epub_put(book, "book/style.css",
	         str_from(xhtml_style(book->options->upright)), false);
	for (size_t i = 0; i < book->pick.count; i++) {
		epub_put_article(book, selection_at(book->pick, i));
		export_tell(book->options, i + 1, book->pick.count, 1);
	}
	epub_put_sources(book);
}

char *export_epub(struct buf *out, const struct issue *issue,
                  struct selection pick, const struct export_options *options)
{
	struct book book = { .issue = issue,
		             .pick = pick,
		             .options = options,
		             .language = export_language(issue, pick),
		             .made = epub_time_of_making() };
	const char *reason;
	size_t start = out->len;

	zip_init(&book.zip, out);
	epub_put_all(&book);
	if (!book.error && !zip_finish(&book.zip))
		book.error = errno;
	zip_release(&book.zip);
	if (!book.error)
		return NULL;
	if (out->len > start) {
		out->len = start;
		out->ptr[start] = '\0';
	}
	reason = i18n_reason(book.error);
	return mem_dup(reason, strlen(reason));
}
