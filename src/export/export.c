/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "export/format.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <string.h>
#include <strings.h>
#include <unistr.h>

/* A format is a row here and a file of its own. */
static const struct {
	const char *name;
	const char *extensions[3]; /* the first is the usual one */
	void (*write)(struct buf *out, const struct issue *issue,
	              struct selection pick,
	              const struct export_options *options);
} formats[EXPORT_FORMAT_COUNT] = {
	[EXPORT_TEXT] = { "text", { "txt" }, export_text },
	[EXPORT_MARKDOWN] = { "markdown",
	                      { "md", "markdown" },
	                      export_markdown },
	[EXPORT_HTML] = { "html", { "html", "htm" }, export_html },
	[EXPORT_EPUB] = { "epub", { "epub" }, export_epub },
	[EXPORT_JSON] = { "json", { "json" }, export_json },
};

void export_write(struct buf *out, const struct issue *issue,
                  struct selection pick, enum export_format format,
                  const struct export_options *options)
{
	formats[format].write(out, issue, pick, options);
}

void export_tell(const struct export_options *options, size_t done, size_t all,
                 double part)
{
	if (options && options->tell)
		options->tell(options->told, (double)done / (double)all * part);
}

bool export_is_binary(enum export_format format)
{
	return format == EXPORT_EPUB;
}

enum export_format export_format_named(const char *name)
{
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		if (!strcmp(name, formats[i].name))
			return (enum export_format)i;
	return EXPORT_FORMAT_COUNT;
}

const char *export_format_name(enum export_format format)
{
	return formats[format].name;
}

const char *export_extension(enum export_format format)
{
	return formats[format].extensions[0];
}

/* A dot at the head hides a file; numbers and other scripts are of a name:
 * 2020.02.19, 第1版.要闻. */
const char *export_ending(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	bool has_letter = false;

	if (!dot || dot == name)
		return NULL;
	for (const char *at = dot + 1; *at; at++) {
		bool is_letter = (*at >= 'a' && *at <= 'z') ||
		                 (*at >= 'A' && *at <= 'Z');

		if (!is_letter && (*at < '0' || *at > '9'))
			return NULL;
		has_letter = has_letter || is_letter;
	}
	return has_letter ? dot : NULL;
}

enum export_format export_format_for(const char *path)
{
	const char *ending = export_ending(path);

	if (!ending)
		return EXPORT_TEXT;
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		for (size_t e = 0; e < 3 && formats[i].extensions[e]; e++)
			if (!strcasecmp(ending + 1, formats[i].extensions[e]))
				return (enum export_format)i;
	return EXPORT_FORMAT_COUNT;
}

void export_add_endings(struct buf *out)
{
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		buf_addf(out, "%s.%s", i ? ", " : "",
		         export_extension((enum export_format)i));
}

/* For what no code point was given: who keyed an old paper means something by it,
 * and it does a terminal no harm. */
static bool is_private(ucs4_t c)
{
	/* The last two of each plane are no characters. */
	return (c >= 0xe000 && c <= 0xf8ff) ||
	       (c >= 0xf0000 && (c & 0xffff) < 0xfffe);
}

void export_visible(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		int len = u8_mbtouc(&c, (const uint8_t *)text.ptr + at,
		                    text.len - at);

		if (c != '\t' && !is_private(c) && char_is_hostile(c))
			buf_addf(out, "<U+%04X>", (unsigned)c);
		else
			buf_add(out, str_slice(text, at, at + (size_t)len));
		at += (size_t)len;
	}
}

void export_line_runs(const struct issue *issue, const struct passage *passage,
                      void (*add)(void *to, size_t first, size_t last),
                      void *to)
{
	size_t first = 0, last = 0;

	for (size_t i = 0; i < passage->span_count; i++) {
		size_t line = issue->lines[passage->spans[i].line].number;

		if (first && (line == last || line == last + 1)) {
			last = line;
			continue;
		}
		if (first)
			add(to, first, last);
		first = last = line;
	}
	if (first)
		add(to, first, last);
}

struct str export_printed_line(const struct issue *issue,
                               const struct passage *passage, size_t i,
                               size_t *next)
{
	const struct span *first = &passage->spans[i];
	struct str text = issue->lines[first->line].text;
	size_t end = first->at;
	struct str rest;

	for (; i < passage->span_count && passage->spans[i].line == first->line;
	     i++)
		end = passage->spans[i].at + passage->spans[i].end -
		      passage->spans[i].start;
	*next = i;
	/* The hyphen of a broken word is of the line, not of the passage. */
	rest = str_trim(str_slice(text, end, text.len));
	if (str_equal(rest, STR("-")) || str_equal(rest, STR("\u2010")))
		end = (size_t)(rest.ptr - text.ptr) + rest.len;
	return str_slice(text, first->at, end);
}
