/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_MASTHEAD_H
#define LAYOUT_FACSIMILE_MASTHEAD_H

struct facsimile;

/*
 * What stands above all articles of a page: the name of the paper, the day, the folio.  In a small
 * window they would take half of it, so there they stand behind each other, on as few rows as
 * they need, with a rule below.
 */

/* Takes the lines of the masthead out of the plan's lines, which have their places, if the window
 * is small; sets plan->body_t0.  Many lines, and those of a page without articles, are none. */
void facsimile_take_masthead(struct facsimile *plan);

/* Sets these lines at the top of the sheet, whose columns end at cell `end`, and plan->top_rows,
 * with the row of the rule.  No line stands in two screens. */
void facsimile_set_masthead(struct facsimile *plan, int end);

/* Sets the rule below them, as wide as the sheet, when all else is set. */
void facsimile_rule_masthead(const struct facsimile *plan);

#endif
