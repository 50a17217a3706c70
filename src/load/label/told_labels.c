/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/told_labels.h"

#include "load/label/labels.h"

#include <stdbool.h>

/* Does the label agree with what the user said of the line? */
static bool told_by_user(enum user_label user_label, enum label label)
{
	switch (user_label) {
	case USER_LABEL_NONE:
		return true;
	case USER_LABEL_PARAGRAPH:
		return label_begins_paragraph(label);
	case USER_LABEL_JOINED:
		/* Such a line may look like a first one: units.c joins it all
		 * the same, and the line before it need not look unfinished. */
		return label_is_paragraph(label);
	case USER_LABEL_HEAD:
		return label_is_head(label);
	case USER_LABEL_NO_HEAD:
		return !label_is_head(label);
	}
	return true;
}

/* Does the label agree with what the line is by the signs of OCR? */
static bool told_by_ocr(enum ocr_label ocr, enum label label)
{
	switch (ocr) {
	case OCR_HEAD:
	case OCR_HEAD_MORE:
		return label_is_head(label) && label != LABEL_INSET;
	case OCR_BEGINS:
		return !label_is_head(label) && !label_continues(label);
	case OCR_TEXT:
		return !label_is_head(label);
	default:
		return true;
	}
}

/* A person's word counts before that. */
static bool told_label(const struct printed_line *line, enum label label)
{
	return line->user_label == USER_LABEL_NONE
	               ? told_by_ocr(line->ocr, label)
	               : told_by_user(line->user_label, label);
}

uint32_t told_labels(const struct printed_line *line)
{
	uint32_t told = 0;

	for (int label = 0; label < LABEL_COUNT; label++)
		if (told_label(line, (enum label)label))
			told |= (uint32_t)1 << label;
	return told;
}
