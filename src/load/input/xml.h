/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_XML_H
#define LOAD_INPUT_XML_H

#include "base/str.h"
#include "load/input/xml_leaf.h"

#include <stdbool.h>
#include <stddef.h>

struct diags;

/*
 * A reader of XML, by expat: a file becomes a sequence of calls.  Nothing outside the
 * file is loaded, neither an entity nor a document type; a file that declares entities
 * of its own ends there, so no entity grows.  Names are without their prefix, whatever
 * the namespace.
 */

/* Elements stand in each other at most so deep, and an attribute has at most so many
 * bytes; a file with more ends there. */
#define XML_DEPTH_MOST      64
#define XML_ATTRIBUTE_BYTES ((size_t)64 * 1024)

/* An element is valid until the call returns. */
struct xml_handler {
	void (*begin)(void *context, const struct xml_element *element);
	void (*end)(void *context, struct str name);
	/* Text of the element that is open, in pieces of any length; may be NULL.
	 * White space that stands alone before an empty element may be left out. */
	void (*text)(void *context, struct str text);
};

/* Why and where a file is no XML, or is not read on. */
struct xml_damage {
	size_t line, column; /* 1-based */
	const char *what;    /* static */
};

/* Reads a file, which is UTF-8 (xml_text.h).  False when it is damaged: the calls are those for what stands before
 * the damage, and elements may not have ended. */
bool xml_read(struct str bytes, const struct xml_handler *handler,
              void *context, struct xml_damage *damage);

/* The name of the root element of a file that begins with `head`; empty: there is
 * none, or it begins behind the head. */
struct str xml_root(struct str head);

/* Is that its name, in any letter case?  The head may be UTF-16, too. */
bool xml_has_root(struct str head, const char *name);

/* Says on page `page` (1-based, 0: none) that its file is damaged. */
void xml_tell_damage(struct diags *diags, size_t page,
                     const struct xml_damage *damage);

#endif
