/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_XML_LEAF_H
#define LOAD_INPUT_XML_LEAF_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Leaves of XML: tags of empty elements, <SP HPOS="5"/>.  A page of ALTO is a hundred
 * thousand of them, and a parser, which copies each name and value and looks it up,
 * takes longer for them than all the rest of the loader.  A leaf that has nothing to
 * be decoded is read in place.
 */

struct xml_attribute {
	struct str name; /* without a prefix */
	/* A byte that is part of no number stands behind it. */
	struct str value;
};

/* An element that begins. */
struct xml_element {
	struct str name; /* without a prefix */
	const struct xml_attribute *attributes;
	size_t count;
};

/* The most attributes of a leaf that is read here. */
#define XML_LEAF_ATTRIBUTES 24

struct xml_leaf {
	struct xml_element element; /* borrows from the text, and from below */
	struct xml_attribute attributes[XML_LEAF_ATTRIBUTES];
};

/*
 * Reads the leaf that `text`, UTF-8 or not, begins with.  The number of its bytes; 0:
 * it is no leaf, or one that only a parser can read: names beyond ASCII, references
 * (&amp;), line breaks in values, blanks around an equals sign, anything that is no XML.
 */
size_t xml_leaf_read(struct xml_leaf *leaf, struct str text);

/* Is `c` white space, by XML? */
static inline bool xml_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* `name` behind its prefix. */
struct str xml_local_name(struct str name);

/* The value of an attribute; empty where the element does not have it. */
struct str xml_attribute(const struct xml_element *element, const char *name);

/* The values of `count` attributes at once, as above. */
void xml_attributes(const struct xml_element *element, const struct str *names,
                    struct str *values, size_t count);

/* The number that a value of an attribute is; 0 where it is none, or one beyond
 * XML_NUMBER_MOST. */
#define XML_NUMBER_MOST 1e9
double xml_number(struct str value);

#endif
