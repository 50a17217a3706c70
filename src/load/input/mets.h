/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_METS_H
#define LOAD_INPUT_METS_H

#include "load/input/mets_parts.h"
#include "load/input/xml.h"

#include <stdbool.h>

/* Is a file that begins with `head` METS? */
bool mets_sniff(struct str head);

/* Reads a file; false as alto_read(). */
bool mets_read(struct mets *mets, struct str bytes, struct xml_damage *damage);
void mets_release(struct mets *mets);

#endif
