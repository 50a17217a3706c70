/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_PAGE_XML_H
#define LOAD_INPUT_FORM_PAGE_XML_H

#include "load/input/form.h"

/*
 * A page in PAGE (page_xml.h).  One that says of its lines which article they are of has
 * these, as they are: headings are their headlines, lines of a region a paragraph;
 * headers, footers and page numbers are furniture, other text in no article stands in one
 * of its own, with a doubt.  Else the page is placed as a scan (scanned_lines.h), with its
 * headings as heads; or, in Chinese and Japanese and without places, its lines are read as
 * text is, with a blank line between two regions.
 */
enum form_claim form_page_xml_sniff(struct str head);
bool form_page_xml_read_file(struct line_sink *sink, struct str bytes);

#endif
