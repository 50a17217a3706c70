/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_GROW_H
#define UI_GROW_H

struct document;
struct session;

/*
 * A document whose input is still coming, as of a slow pipe.  What is loaded of an issue
 * never changes, so more input makes another issue, which takes the place of the former
 * one.  Places are found again by their words (state/kept_place.h), so the cursor, the
 * views with their places, the way back, marks, hits and filters stay.
 */

/* Gives the document another session, whose issue has more of the text; returns the former
 * session, for the caller to close. */
struct session *grow_document(struct document *document,
                              struct session *session);

#endif
