/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/json.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "export/citation.h"
#include "export/format.h"
#include "export/provenance.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"

#include <math.h>
#include <stdlib.h>

#define TREE_PART .7 /* of the work; the rest is to print it */

/* The JSON format, which baolan(1) documents.  A key whose value is unknown is present
 * with null. */

static void json_add_run(void *to, size_t first, size_t last)
{
	json_tree_add(to, json_tree_pair(first, last));
}

static json_t *json_lines_of(const struct issue *issue,
                             const struct passage *passage)
{
	json_t *lines = json_tree_array();

	export_line_runs(issue, passage, json_add_run, lines);
	return lines;
}

static size_t json_page_number(const struct issue *issue, size_t page)
{
	return issue->pages[page].number;
}

/* Adds the paper and the date of a page. */
static void json_add_imprint(json_t *object, const char *paper_key,
                             const struct issue *issue, size_t page)
{
	json_tree_set(object, paper_key,
	              json_tree_text_or_null(issue_page_title(issue, page)));
	json_tree_set(object, "date",
	              json_tree_text_or_null(issue_page_date(issue, page)));
}

/* { "role", "text", "page", "lines" }; without "role" if `role` is NULL. */
static json_t *json_passage(const struct issue *issue,
                            const struct passage *passage, const char *role)
{
	json_t *object = json_tree_object();

	if (role)
		json_tree_set(object, "role", json_tree_text(str_from(role)));
	json_tree_set(object, "text", json_tree_text(passage->text));
	json_tree_set(object, "page",
	              json_tree_number(json_page_number(issue, passage->page)));
	json_tree_set(object, "lines", json_lines_of(issue, passage));
	return object;
}

static json_t *json_jump(const struct issue *issue,
                         const struct passage *passage)
{
	const struct jump *jump = passage->jump;
	const struct line *line = &issue->lines[passage->spans[0].line];
	json_t *object = json_tree_object();

	json_tree_set(object, "text", json_tree_text(passage->text));
	json_tree_set(object, "page",
	              jump->label.len ? json_tree_text_or_null(jump->label)
	              : jump->page    ? json_tree_number(jump->page)
	                              : json_null());
	json_tree_set(object, "direction",
	              json_tree_text(str_from(
			      jump->direction == JUMP_TO ? "to" : "from")));
	json_tree_set(object, "line", json_tree_number(line->number));
	json_tree_set(object, "article",
	              jump->article == NPOS
	                      ? json_null()
	                      : json_tree_number(jump->article + 1));
	return object;
}

static json_t *json_note(const struct issue *issue, const struct note *note)
{
	json_t *object = json_tree_object();
	json_t *lines = json_tree_array();

	json_add_run(lines, issue->lines[note->lines.start].number,
	             issue->lines[note->lines.end - 1].number);
	json_tree_set(object, "what", json_tree_text(note->what));
	json_tree_set(object, "confidence", json_real(note->confidence));
	json_tree_set(object, "page",
	              json_tree_number(json_page_number(issue, note->page)));
	json_tree_set(object, "lines", lines);
	return object;
}

/* The key of the list in an article's object that holds passages of a role. */
static const char *json_list_of(enum role role)
{
	if (role_is_headline(role))
		return "headline_lines";
	if (role == ROLE_QUOTE)
		return "quotes";
	return role == ROLE_JUMP ? "jumps" : "paragraphs";
}

static json_t *json_citation(const struct issue *issue, size_t article)
{
	struct buf text;
	json_t *citation;

	buf_init(&text);
	citation_add(&text, issue, article);
	citation = json_tree_text_or_null(buf_str(&text));
	buf_release(&text);
	return citation;
}

/* Adds what is known of an article as a whole. */
static void json_add_facts(json_t *object, const struct issue *issue,
                           size_t index)
{
	const struct article *article = &issue->articles[index];
	struct seam seam;

	json_tree_set(object, "id", json_tree_number(index + 1));
	json_tree_set(object, "page",
	              json_tree_number(json_page_number(issue, article->page)));
	json_tree_set(object, "kind",
	              json_tree_text(str_from(kind_name(article->kind))));
	if (article->continues)
		json_tree_set(object, "continues",
		              json_tree_number(article->continues));
	if (article->unassigned)
		json_tree_set(object, "unassigned", json_true());
	if (article->continued)
		json_tree_set(object, "continued",
		              json_tree_number(article->continued));
	if (parts_seam(issue, index, &seam))
		json_tree_set(object, "runs_on", json_true());
	json_tree_set(object, "headline",
	              json_tree_text_or_null(article->headline));
	json_tree_set(object, "byline",
	              json_tree_text_or_null(article->byline));
	json_tree_set(object, "citation", json_citation(issue, index));
	json_tree_set(
		object, "label",
		json_tree_text_or_null(issue->pages[article->page].label));
	json_add_imprint(object, "paper", issue, article->page);
	json_tree_set(object, "dateline",
	              json_tree_text_or_null(article->dateline));
}

static json_t *json_article(const struct issue *issue, size_t index)
{
	static const char *const lists[] = { "headline_lines", "paragraphs",
		                             "quotes", "jumps", "notes" };
	const struct article *article = &issue->articles[index];
	json_t *object = json_tree_object();

	json_add_facts(object, issue, index);
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		json_tree_set(object, lists[i], json_tree_array());
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		const struct passage *passage = &issue->passages[i];
		const char *role = passage->role == ROLE_QUOTE
		                           ? NULL
		                           : role_name(passage->role);

		json_tree_add(
			json_object_get(object, json_list_of(passage->role)),
			passage->jump ? json_jump(issue, passage)
				      : json_passage(issue, passage, role));
	}
	for (size_t i = 0; i < article->note_count; i++)
		json_tree_add(json_object_get(object, "notes"),
		              json_note(issue, &article->notes[i]));
	return object;
}

/* Points, to an eighth of one, which a JSON number has exactly. */
static json_t *json_points(float points)
{
	return json_real(round((double)points * 8) / 8);
}

static json_t *json_points_or_null(float points)
{
	return points > 0 ? json_points(points) : json_null();
}

/* [x, y, w, h] around the lines of a block, or NULL where they have no places. */
static json_t *json_box(const struct issue *issue, const struct block *block)
{
	struct line_box around = { 0 };
	json_t *box;

	for (size_t c = 0; c < block->column_count; c++)
		issue_box_lines(issue, block->columns[c], &around);
	if (around.width_pt <= 0)
		return NULL;
	box = json_tree_array();
	json_tree_add(box, json_points(around.left_pt));
	json_tree_add(box, json_points(around.top_pt));
	json_tree_add(box, json_points(around.width_pt));
	json_tree_add(box, json_points(around.height_pt));
	return box;
}

static json_t *json_block(const struct issue *issue, const struct block *block)
{
	json_t *object = json_tree_object();
	json_t *columns = json_tree_array(), *box = json_box(issue, block);

	for (size_t i = 0; i < block->column_count; i++)
		json_add_run(columns,
		             issue->lines[block->columns[i].start].number,
		             issue->lines[block->columns[i].end - 1].number);
	json_tree_set(object, "article", json_tree_number(block->article + 1));
	json_tree_set(object, "part",
	              json_tree_text(str_from(part_name(block->part))));
	json_tree_set(object, "columns", columns);
	if (block->is_table)
		json_tree_set(object, "table", json_true());
	json_tree_set(object, "measure_em",
	              block->measure_em > 0 ? json_real(block->measure_em)
	                                    : json_null());
	if (box)
		json_tree_set(object, "box", box);
	return object;
}

static json_t *json_page(const struct issue *issue, const struct page *page)
{
	json_t *object = json_tree_object();
	json_t *furniture = json_tree_array(), *blocks = json_tree_array();

	for (size_t i = page->furniture.start; i < page->furniture.end; i++) {
		const struct passage *passage = &issue->passages[i];

		json_tree_add(
			furniture,
			json_passage(issue, passage, role_name(passage->role)));
	}
	for (size_t i = 0; i < page->block_count; i++)
		json_tree_add(blocks, json_block(issue, &page->blocks[i]));
	json_tree_set(object, "number", json_tree_number(page->number));
	json_tree_set(object, "label", json_tree_text_or_null(page->label));
	json_add_imprint(object, "title", issue, (size_t)(page - issue->pages));
	json_tree_set_known(object, "volume", page->volume);
	json_tree_set_known(object, "issue_number", page->issue_number);
	json_tree_set(object, "width", json_points_or_null(page->width_pt));
	json_tree_set(object, "height", json_points_or_null(page->height_pt));
	json_tree_set_known(object, "articles_by",
	                    page->by_library ? STR("library") : STR(""));
	json_tree_set(object, "furniture", furniture);
	json_tree_set(object, "blocks", blocks);
	return object;
}

static json_t *json_number_or_null(size_t number)
{
	return number ? json_tree_number(number) : json_null();
}

static json_t *json_diagnostics(const struct issue *issue)
{
	json_t *list = json_tree_array();

	for (size_t i = 0; i < issue->diags.count; i++) {
		const struct diag *diag = &issue->diags.items[i];
		json_t *object = json_tree_object();

		json_tree_set(object, "page", json_number_or_null(diag->page));
		json_tree_set(object, "line", json_number_or_null(diag->line));
		json_tree_set(object, "column",
		              json_number_or_null(diag->column));
		json_tree_set(
			object, "level",
			json_tree_text(str_from(diag_level_name(diag->level))));
		json_tree_set(object, "text",
		              json_tree_text(str_from(diag->text)));
		json_tree_add(list, object);
	}
	return list;
}

json_t *export_json_name(struct str name)
{
	struct buf safe;
	json_t *string;

	if (utf8_is_valid(name))
		return json_tree_text(name);
	buf_init(&safe);
	neutralise(&safe, name);
	string = json_tree_text(buf_str(&safe));
	buf_release(&safe);
	return string;
}

/* Appends JSON text with hostile characters escaped.  They occur in strings alone, so
 * the text means the same. */
static void json_add_escaped(struct buf *out, struct str json)
{
	for (size_t at = 0; at < json.len;) {
		uint32_t c;
		size_t len = utf8_next(json, at, &c);

		if (c == '\n' || !char_is_hostile(c))
			buf_add(out, str_slice(json, at, at + len));
		else if (c < 0x10000)
			buf_addf(out, "\\u%04x", (unsigned)c);
		else
			buf_addf(out, "\\u%04x\\u%04x",
			         (unsigned)(0xd7c0 + (c >> 10)),
			         (unsigned)(0xdc00 | (c & 0x3ff)));
		at += len;
	}
}

void export_json_write(struct buf *out, json_t *root)
{
	char *text = json_tree_print(root);

	json_add_escaped(out, str_from(text));
	buf_add_byte(out, '\n');
	free(text);
	json_decref(root);
}

static json_t *json_sources(const struct issue *issue)
{
	json_t *sources = json_tree_array();

	for (size_t i = 0; i < issue->file_count; i++) {
		const struct file *file = &issue->files[i];
		json_t *object = json_tree_object();

		json_tree_set(object, "name", export_json_name(file->name));
		json_tree_set(object, "sha256",
		              json_tree_text_or_null(file->sha256));
		json_tree_set(object, "encoding",
		              json_tree_text_or_null(file->encoding));
		json_tree_set(object, "lost_bytes",
		              json_tree_number(file->lost_bytes));
		json_tree_add(sources, object);
	}
	return sources;
}

/* Each part of an article is an object. */
static json_t *json_articles(const struct issue *issue, struct selection pick,
                             const struct export_options *options)
{
	json_t *articles = json_tree_array();
	struct selections parts = { 0 };

	selections_add_parts(&parts, issue, pick);
	pick = selections_pick(&parts);
	for (size_t i = 0; i < pick.count; i++) {
		json_tree_add(articles,
		              json_article(issue, selection_at(pick, i)));
		export_tell(options, i + 1, pick.count, TREE_PART);
	}
	selections_release(&parts);
	return articles;
}

char *export_json(struct buf *out, const struct issue *issue,
                  struct selection pick, const struct export_options *options)
{
	json_t *root = json_tree_object();
	json_t *files = json_tree_array(), *pages = json_tree_array();

	for (size_t i = 0; i < issue->file_count; i++)
		json_tree_add(files, export_json_name(issue->files[i].name));
	for (size_t i = 0; i < issue->page_count; i++)
		json_tree_add(pages, json_page(issue, &issue->pages[i]));
	json_tree_set(root, "baolan", json_integer(1));
	json_tree_set(root, "title", json_tree_text_or_null(issue->title));
	json_tree_set(root, "date", json_tree_text_or_null(issue->date));
	json_tree_set(root, "files", files);
	json_tree_set(root, "sources", json_sources(issue));
	json_tree_set(root, "pages", pages);
	json_tree_set(root, "articles", json_articles(issue, pick, options));
	json_tree_set(root, "diagnostics", json_diagnostics(issue));
	export_json_write(out, root);
	return NULL;
}
