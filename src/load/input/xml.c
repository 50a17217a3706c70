/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)1024 * 1024)

/* A file that is being read. */
struct xml_reader {
	XML_Parser parser;
	const struct xml_handler *handler;
	void *context;
	size_t depth;
	const char *limit; /* the limit that was reached, or NULL */
};

/* Without its prefix. */
static struct str xml_local_name(const char *name)
{
	const char *colon = strchr(name, ':');

	return str_from(colon ? colon + 1 : name);
}

static void xml_stop(struct xml_reader *reader, const char *limit)
{
	if (!reader->limit)
		reader->limit = limit;
	XML_StopParser(reader->parser, XML_FALSE);
}

static bool xml_is_too_long(const char *const *attributes)
{
	for (size_t i = 0; attributes[i]; i++)
		if (strlen(attributes[i]) > XML_ATTRIBUTE_BYTES)
			return true;
	return false;
}

static void XMLCALL xml_begin(void *data, const char *name,
                              const char **attributes)
{
	struct xml_reader *reader = data;
	const char *const *const values = (const char *const *)attributes;
	struct xml_element element = { xml_local_name(name), values };

	if (reader->limit)
		return;
	if (++reader->depth > XML_DEPTH_MOST)
		xml_stop(reader, N_("its elements stand in each other too "
		                    "deep"));
	else if (xml_is_too_long(values))
		xml_stop(reader, N_("an attribute is too long"));
	else
		reader->handler->begin(reader->context, &element);
}

static void XMLCALL xml_end(void *data, const char *name)
{
	struct xml_reader *reader = data;

	if (reader->limit)
		return;
	reader->depth--;
	reader->handler->end(reader->context, xml_local_name(name));
}

static void XMLCALL xml_text(void *data, const char *text, int bytes)
{
	struct xml_reader *reader = data;

	if (!reader->limit && reader->handler->text)
		reader->handler->text(reader->context,
		                      (struct str){ text, (size_t)bytes });
}

static void XMLCALL xml_entity(void *data, const char *name, int is_parameter,
                               const char *value, int bytes, const char *base,
                               const char *system, const char *public,
                               const char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)bytes;
	(void)base, (void)system, (void)public, (void)notation;
	xml_stop(data, N_("it declares an entity"));
}

static bool xml_parse(struct xml_reader *reader, struct str bytes)
{
	for (size_t at = 0;; at += BLOCK_BYTES) {
		struct str block = str_slice(
			bytes, at < bytes.len ? at : bytes.len,
			bytes.len - at > BLOCK_BYTES ? at + BLOCK_BYTES
						     : bytes.len);
		bool last = at + block.len >= bytes.len;

		if (XML_Parse(reader->parser, block.ptr, (int)block.len,
		              last) != XML_STATUS_OK)
			return false;
		if (last)
			return true;
	}
}

bool xml_read(struct str bytes, const struct xml_handler *handler,
              void *context, struct xml_damage *damage)
{
	struct xml_reader reader = { .parser = XML_ParserCreate(NULL),
		                     .handler = handler,
		                     .context = context };
	bool whole;

	if (!reader.parser)
		mem_none();
	XML_SetUserData(reader.parser, &reader);
	XML_SetElementHandler(reader.parser, xml_begin, xml_end);
	XML_SetCharacterDataHandler(reader.parser, xml_text);
	XML_SetEntityDeclHandler(reader.parser, xml_entity);
	XML_SetParamEntityParsing(reader.parser,
	                          XML_PARAM_ENTITY_PARSING_NEVER);
	whole = xml_parse(&reader, bytes);
	if (!whole)
		*damage = (struct xml_damage){
			XML_GetCurrentLineNumber(reader.parser),
			XML_GetCurrentColumnNumber(reader.parser) + 1,
			reader.limit ? _(reader.limit)
				     : XML_ErrorString(
					       XML_GetErrorCode(reader.parser)),
		};
	XML_ParserFree(reader.parser);
	return whole;
}

struct str xml_attribute(const struct xml_element *element, const char *name)
{
	for (size_t i = 0; element->attributes[i]; i += 2)
		if (str_equal(xml_local_name(element->attributes[i]),
		              str_from(name)))
			return str_from(element->attributes[i + 1]);
	return (struct str){ "", 0 };
}

/* Behind a byte order mark and white space. */
static struct str xml_without_blanks(struct str bytes)
{
	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_slice(bytes, 3, bytes.len);
	while (bytes.len && bytes.ptr[0] && strchr(" \t\r\n", bytes.ptr[0]))
		bytes = str_slice(bytes, 1, bytes.len);
	return bytes;
}

/* The first byte behind the declaration, comment or document type that stands at the
 * head of `text`, or NPOS.  A document type may have declarations of its own in
 * brackets. */
static size_t xml_behind_mark(struct str text)
{
	struct str close =
		str_starts(text, STR("<!--")) ? STR("-->") : STR(">");
	size_t end = str_find(text, close, 0);
	size_t open = str_find(text, STR("["), 0);

	if (str_starts(text, STR("<!DOCTYPE")) && open < end) {
		end = str_find(text, STR("]"), open);
		end = end == NPOS ? NPOS : str_find(text, close, end);
	}
	return end == NPOS ? NPOS : end + close.len;
}

struct str xml_root(struct str head)
{
	struct str text = xml_without_blanks(head);
	size_t end;

	while (str_starts(text, STR("<?")) || str_starts(text, STR("<!"))) {
		size_t at = xml_behind_mark(text);

		if (at == NPOS)
			return (struct str){ 0 };
		text = xml_without_blanks(str_slice(text, at, text.len));
	}
	if (!str_starts(text, STR("<")))
		return (struct str){ 0 };
	text = str_slice(text, 1, text.len);
	for (end = 0; end < text.len && !strchr(" \t\r\n/>", text.ptr[end]);)
		if (text.ptr[end++] == ':') {
			text = str_slice(text, end, text.len);
			end = 0;
		}
	return str_slice(text, 0, end);
}

void xml_tell_damage(struct diags *diags, size_t page,
                     const struct xml_damage *damage)
{
	/* A diagnostic of a line is told on demand alone; this one is of the file. */
	diags_add(diags, (struct diag){ .level = DIAG_ERROR, .page = page },
	          /* TRANSLATORS: line and column of a file, reason */
	          _("The XML is damaged at line %zu, column %zu (%s); what "
	            "stands before it was read."),
	          damage->line, damage->column, damage->what);
}
