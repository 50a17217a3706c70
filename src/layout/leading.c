/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/leading.h"

#include "layout/sheet.h"

/* Rows of the leaded sheet for each row. */
#define ROWS 2

/* The row that a row becomes: the lower one of the two. */
static int leading_row(int row)
{
	return row * ROWS + ROWS - 1;
}

static void leading_move_gap(struct gap *gap)
{
	gap->row = leading_row(gap->row);
}

static void leading_move_slugs(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->slug_count; i++)
		sheet->slugs[i].row = leading_row(sheet->slugs[i].row);
	for (size_t i = 0; i < sheet->strip_count; i++) {
		struct strip *strip = &sheet->strips[i];

		strip->row = leading_row(strip->row);
		strip->rows = strip->rows ? strip->rows * ROWS - 1 : 0;
	}
}

static void leading_move_rules(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->rule_count; i++) {
		struct rule *rule = &sheet->rules[i];

		rule->row = leading_row(rule->row);
		if (rule->vertical)
			rule->length = rule->length * ROWS - 1;
	}
	for (size_t i = 0; i < sheet->frame_count; i++) {
		struct frame *frame = &sheet->frames[i];

		frame->row = leading_row(frame->row);
		frame->rows = frame->rows * ROWS - 1;
	}
	for (size_t i = 0; i < sheet->box_count; i++) {
		struct box *box = &sheet->boxes[i];

		box->row = leading_row(box->row);
		box->rows = box->rows * ROWS - 1;
	}
}

void leading_add(struct sheet *sheet)
{
	leading_move_slugs(sheet);
	leading_move_rules(sheet);
	leading_move_gap(&sheet->below_head);
	leading_move_gap(&sheet->below_end);
	sheet->rows *= ROWS;
	sheet->turn_rows *= ROWS;
}
