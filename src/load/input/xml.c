/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "load/input/xml_text.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BLOCK_BYTES ((size_t)1024 * 1024)

/* From version 2.9 on the functions that count in `unsigned long' are deprecated. */
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
# define xml_line_of   XML_GetCurrentLineNumber64
# define xml_column_of XML_GetCurrentColumnNumber64
#else
# define xml_line_of   XML_GetCurrentLineNumber
# define xml_column_of XML_GetCurrentColumnNumber
#endif

/* A file that is being read. */
struct xml_reader {
	XML_Parser parser;
	const struct xml_handler *handler;
	void *context;
	struct str bytes;
	size_t parsed; /* bytes [0, parsed) are read */
	size_t depth;
	const char *limit;    /* the limit that was reached, or NULL */
	bool parser_alone;    /* leaves are read by the parser, too */
	struct xml_leaf leaf; /* the last one */
	struct xml_attribute *attributes; /* owned; of the last element */
	size_t count, cap;
};

static void xml_stop(struct xml_reader *reader, const char *limit)
{
	if (!reader->limit)
		reader->limit = limit;
	XML_StopParser(reader->parser, XML_FALSE);
}

/* Sets the attributes of an element; false: one is too long. */
static bool xml_take_attributes(struct xml_reader *reader,
                                const char **attributes)
{
	bool fits = true;

	reader->count = 0;
	for (size_t i = 0; attributes[i]; i += 2) {
		struct xml_attribute *taken = ARRAY_ADD(
			reader->attributes, reader->count, reader->cap);

		taken->name = xml_local_name(str_from(attributes[i]));
		taken->value = str_from(attributes[i + 1]);
		fits = fits && taken->value.len <= XML_ATTRIBUTE_BYTES;
	}
	return fits;
}

static void XMLCALL xml_begin(void *data, const char *name,
                              const char **attributes)
{
	struct xml_reader *reader = data;
	struct xml_element element = { .name = xml_local_name(str_from(name)) };

	if (reader->limit)
		return;
	if (++reader->depth > XML_DEPTH_MOST) {
		xml_stop(reader, N_("its elements stand in each other too "
		                    "deep"));
	} else if (!xml_take_attributes(reader, attributes)) {
		xml_stop(reader, N_("an attribute is too long"));
	} else {
		element.attributes = reader->attributes;
		element.count = reader->count;
		reader->handler->begin(reader->context, &element);
	}
}

static void XMLCALL xml_end(void *data, const char *name)
{
	struct xml_reader *reader = data;

	if (reader->limit)
		return;
	reader->depth--;
	reader->handler->end(reader->context, xml_local_name(str_from(name)));
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

/* A document type may give attributes to elements. */
static void XMLCALL xml_attribute_list(void *data, const char *element,
                                       const char *name, const char *type,
                                       const char *value, int is_required)
{
	struct xml_reader *reader = data;

	(void)element, (void)name, (void)type, (void)value, (void)is_required;
	reader->parser_alone = true;
}

/* Hands the bytes before `end` to the parser. */
static bool xml_parse_to(struct xml_reader *reader, size_t end)
{
	while (reader->parsed < end) {
		size_t start = reader->parsed;
		size_t bytes =
			end - start < BLOCK_BYTES ? end - start : BLOCK_BYTES;

		reader->parsed += bytes;
		if (XML_Parse(reader->parser, reader->bytes.ptr + start,
		              (int)bytes, XML_FALSE) != XML_STATUS_OK)
			return false;
	}
	return true;
}

/* Does white space alone stand between what is read and byte `end`? */
static bool xml_is_blank_to(const struct xml_reader *reader, size_t end)
{
	size_t at = reader->parsed;

	while (at < end && xml_is_blank(reader->bytes.ptr[at]))
		at++;
	return at == end;
}

/* May what stands before the leaf at `at` be handed over now?  A parser holds some
 * marks back until it knows what follows. */
static bool xml_may_part(const struct xml_reader *reader, size_t at)
{
	char before = at ? reader->bytes.ptr[at - 1] : '\0';

	return before == '>' || before == ' ' || before == '\t' ||
	       (before == '\n' &&
	        (at < 2 || reader->bytes.ptr[at - 2] != '\r'));
}

/* Reads the leaf at `at`, and before it all that stands there.  The bytes of the leaf; 0:
 * the parser has to read it; NPOS: the file is damaged. */
static size_t xml_read_leaf(struct xml_reader *reader, size_t at)
{
	const struct xml_element *element = &reader->leaf.element;
	size_t bytes;

	if (reader->parser_alone || !xml_may_part(reader, at))
		return 0;
	bytes = xml_leaf_read(&reader->leaf,
	                      str_slice(reader->bytes, at, reader->bytes.len));
	if (!bytes || bytes > XML_ATTRIBUTE_BYTES)
		return 0;
	if (!xml_is_blank_to(reader, at) && !xml_parse_to(reader, at))
		return NPOS;
	if (!reader->depth || reader->depth == XML_DEPTH_MOST ||
	    reader->parser_alone)
		return 0;
	reader->handler->begin(reader->context, element);
	reader->handler->end(reader->context, element->name);
	reader->parsed = at + bytes;
	return bytes;
}

/* The byte behind the comment, section of text or instruction at `at`; 0: there is
 * none. */
static size_t xml_behind_section(struct str text, size_t at)
{
	static const struct {
		struct str open, close;
	} sections[] = {
		{ { "<!--", 4 }, { "-->", 3 } },
		{ { "<![CDATA[", 9 }, { "]]>", 3 } },
		{ { "<?", 2 }, { "?>", 2 } },
	};
	struct str rest = str_slice(text, at, text.len);

	for (size_t i = 0; i < ARRAY_LEN(sections); i++) {
		size_t end;

		if (!str_starts(rest, sections[i].open))
			continue;
		end = str_find(text, sections[i].close,
		               at + sections[i].open.len);
		return end == NPOS ? text.len : end + sections[i].close.len;
	}
	return 0;
}

/* Reads what is a leaf in place, and all else by the parser. */
static bool xml_parse(struct xml_reader *reader)
{
	struct str text = reader->bytes;
	const char *open;
	size_t next;

	for (size_t at = 0; at < text.len &&
	                    (open = memchr(text.ptr + at, '<', text.len - at));
	     at = next) {
		at = (size_t)(open - text.ptr);
		next = xml_behind_section(text, at);
		if (next)
			continue;
		next = xml_read_leaf(reader, at);
		if (next == NPOS)
			return false;
		next = next ? at + next : at + 1;
	}
	return xml_parse_to(reader, text.len) &&
	       XML_Parse(reader->parser, "", 0, XML_TRUE) == XML_STATUS_OK;
}

/* Reads the file; false, and *damage is set, when it is damaged.  The place of the damage
 * is right where the parser is alone. */
static bool xml_read_by(struct xml_reader *reader, struct xml_damage *damage)
{
	bool whole;

	reader->parser = XML_ParserCreate("UTF-8");
	if (!reader->parser)
		mem_none();
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, xml_begin, xml_end);
	XML_SetCharacterDataHandler(reader->parser, xml_text);
	XML_SetEntityDeclHandler(reader->parser, xml_entity);
	XML_SetAttlistDeclHandler(reader->parser, xml_attribute_list);
	XML_SetParamEntityParsing(reader->parser,
	                          XML_PARAM_ENTITY_PARSING_NEVER);
	whole = xml_parse(reader);
	if (!whole)
		*damage = (struct xml_damage){
			xml_line_of(reader->parser),
			xml_column_of(reader->parser) + 1,
			reader->limit ? _(reader->limit)
				      : XML_ErrorString(XML_GetErrorCode(
						reader->parser)),
		};
	XML_ParserFree(reader->parser);
	free(reader->attributes);
	return whole;
}

static void xml_ignore_begin(void *context, const struct xml_element *element)
{
	(void)context, (void)element;
}

static void xml_ignore_end(void *context, struct str name)
{
	(void)context, (void)name;
}

bool xml_read(struct str bytes, const struct xml_handler *handler,
              void *context, struct xml_damage *damage)
{
	static const struct xml_handler ignore = { xml_ignore_begin,
		                                   xml_ignore_end, NULL };
	struct xml_reader reader = { .handler = handler,
		                     .context = context,
		                     .bytes = bytes };
	struct xml_reader again = { .handler = &ignore,
		                    .bytes = bytes,
		                    .parser_alone = true };

	if (xml_read_by(&reader, damage))
		return true;
	xml_read_by(&again, damage);
	return false;
}

/* Behind a byte order mark and white space. */
static struct str xml_without_blanks(struct str bytes)
{
	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_slice(bytes, 3, bytes.len);
	while (bytes.len && xml_is_blank(bytes.ptr[0]))
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

bool xml_has_root(struct str head, const char *name)
{
	struct xml_text xml = { .text = head };
	bool is_utf16 = xml_text_is_utf16(head);
	struct str root;
	bool has;

	if (is_utf16)
		xml_text_init(&xml, head);
	root = xml_root(xml.text);
	has = root.len == strlen(name) &&
	      !strncasecmp(root.ptr, name, root.len);
	if (is_utf16)
		xml_text_release(&xml);
	return has;
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
