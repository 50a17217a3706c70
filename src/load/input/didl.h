/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DIDL_H
#define LOAD_INPUT_DIDL_H

#include "load/input/mets_parts.h"
#include "load/input/xml.h"

#include <stdbool.h>

/*
 * An issue as the Koninklijke Bibliotheek delivers it (Delpher): a file didl.xml in MPEG-21
 * DIDL, which names the ALTO files of the pages and says of each article what kind it
 * is of, its title, and its blocks on each page.  Items are pages (…:p001) and articles
 * (…:a0001); articles inside of pages are the same once more and are passed over.
 * Blocks are paragraphs, but for those that are the title, word by word.
 */

/* Is a file that begins with `head` DIDL? */
bool didl_sniff(struct str head);

/* Reads a file; false as alto_read(). */
bool didl_read(struct mets *mets, struct str bytes, struct xml_damage *damage);

#endif
