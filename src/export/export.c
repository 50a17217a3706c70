/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "export/format.h"

#include <string.h>
#include <strings.h>

/* A format is a row here and a file of its own. */
static const struct {
	const char *name;
	const char *extensions[3]; /* the first is the usual one */
	char *(*write)(struct buf *out, const struct issue *issue,
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

char *export_write(struct buf *out, const struct issue *issue,
                   struct selection pick, enum export_format format,
                   const struct export_options *options)
{
	return formats[format].write(out, issue, pick, options);
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
