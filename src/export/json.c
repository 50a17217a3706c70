/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "base/mem.h"
#include "export/citation.h"
#include "text/neutralise.h"

#include <jansson.h>
#include <stdlib.h>
#include <unistr.h>

/* The whole-issue JSON of the headless contract.  A key whose value is not
 * known is there with null. */

static json_t *string_or_null(struct str text)
{
	return text.len ? json_stringn(text.ptr, text.len) : json_null();
}

static json_t *pair(size_t first, size_t last)
{
	return json_pack("[I,I]", (json_int_t)first, (json_int_t)last);
}

static void add_run(void *to, size_t first, size_t last)
{
	json_array_append_new(to, pair(first, last));
}

static json_t *lines_of(const struct issue *issue,
                        const struct passage *passage)
{
	json_t *lines = json_array();

	export_line_runs(issue, passage, add_run, lines);
	return lines;
}

static size_t page_number(const struct issue *issue, size_t page)
{
	return issue->pages[page].number;
}

/* { "role", "text", "page", "lines" }, without a role when it is NULL. */
static json_t *passage_json(const struct issue *issue,
                            const struct passage *passage, const char *role)
{
	json_t *object = json_object();

	if (role)
		json_object_set_new(object, "role", json_string(role));
	json_object_set_new(object, "text",
	                    json_stringn(passage->text.ptr, passage->text.len));
	json_object_set_new(
		object, "page",
		json_integer((json_int_t)page_number(issue, passage->page)));
	json_object_set_new(object, "lines", lines_of(issue, passage));
	return object;
}

static json_t *jump_json(const struct issue *issue,
                         const struct passage *passage)
{
	const struct jump *jump = passage->jump;
	const struct line *line = &issue->lines[passage->spans[0].line];
	json_t *object = json_object();

	json_object_set_new(object, "text",
	                    json_stringn(passage->text.ptr, passage->text.len));
	json_object_set_new(object, "page",
	                    jump->label.len ? string_or_null(jump->label)
	                    : jump->page ? json_integer((json_int_t)jump->page)
	                                 : json_null());
	json_object_set_new(
		object, "direction",
		json_string(jump->direction == JUMP_TO ? "to" : "from"));
	json_object_set_new(object, "line",
	                    json_integer((json_int_t)line->number));
	json_object_set_new(
		object, "article",
		jump->article == NPOS
			? json_null()
			: json_integer((json_int_t)jump->article + 1));
	return object;
}

static json_t *note_json(const struct issue *issue, const struct note *note)
{
	json_t *object = json_object();
	json_t *lines = json_array();

	add_run(lines, issue->lines[note->lines.start].number,
	        issue->lines[note->lines.end - 1].number);
	json_object_set_new(object, "what",
	                    json_stringn(note->what.ptr, note->what.len));
	json_object_set_new(object, "confidence", json_real(note->confidence));
	json_object_set_new(
		object, "page",
		json_integer((json_int_t)page_number(issue, note->page)));
	json_object_set_new(object, "lines", lines);
	return object;
}

/* The key of an article's object that holds passages of this role. */
static const char *list_of(enum role role)
{
	if (role_is_headline(role))
		return "headline_lines";
	if (role == ROLE_QUOTE)
		return "quotes";
	return role == ROLE_JUMP ? "jumps" : "paragraphs";
}

static json_t *citation_json(const struct issue *issue, size_t article)
{
	struct buf text;
	json_t *citation;

	buf_init(&text);
	citation_add(&text, issue, article);
	citation = string_or_null(buf_str(&text));
	buf_release(&text);
	return citation;
}

static json_t *article_json(const struct issue *issue, size_t index)
{
	static const char *const lists[] = { "headline_lines", "paragraphs",
		                             "quotes", "jumps", "notes" };
	const struct article *article = &issue->articles[index];
	json_t *object = json_object();

	json_object_set_new(object, "id", json_integer((json_int_t)index + 1));
	json_object_set_new(
		object, "page",
		json_integer((json_int_t)page_number(issue, article->page)));
	json_object_set_new(object, "kind",
	                    json_string(kind_name(article->kind)));
	json_object_set_new(object, "headline",
	                    string_or_null(article->headline));
	json_object_set_new(object, "byline", string_or_null(article->byline));
	json_object_set_new(object, "citation", citation_json(issue, index));
	json_object_set_new(object, "dateline",
	                    string_or_null(article->dateline));
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		json_object_set_new(object, lists[i], json_array());
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		const struct passage *passage = &issue->passages[i];
		const char *role = passage->role == ROLE_QUOTE
		                           ? NULL
		                           : role_name(passage->role);

		json_array_append_new(
			json_object_get(object, list_of(passage->role)),
			passage->jump ? jump_json(issue, passage)
				      : passage_json(issue, passage, role));
	}
	for (size_t i = 0; i < article->note_count; i++)
		json_array_append_new(json_object_get(object, "notes"),
		                      note_json(issue, &article->notes[i]));
	return object;
}

static json_t *block_json(const struct issue *issue, const struct block *block)
{
	json_t *object = json_object();
	json_t *columns = json_array();

	for (size_t i = 0; i < block->column_count; i++)
		add_run(columns, issue->lines[block->columns[i].start].number,
		        issue->lines[block->columns[i].end - 1].number);
	json_object_set_new(object, "article",
	                    json_integer((json_int_t)block->article + 1));
	json_object_set_new(object, "part",
	                    json_string(part_name(block->part)));
	json_object_set_new(object, "columns", columns);
	json_object_set_new(object, "measure_em",
	                    block->measure_em > 0 ? json_real(block->measure_em)
	                                          : json_null());
	return object;
}

static json_t *page_json(const struct issue *issue, const struct page *page)
{
	json_t *object = json_object();
	json_t *furniture = json_array(), *blocks = json_array();

	for (size_t i = page->furniture.start; i < page->furniture.end; i++) {
		const struct passage *passage = &issue->passages[i];

		json_array_append_new(
			furniture,
			passage_json(issue, passage, role_name(passage->role)));
	}
	for (size_t i = 0; i < page->block_count; i++)
		json_array_append_new(blocks,
		                      block_json(issue, &page->blocks[i]));
	json_object_set_new(object, "number",
	                    json_integer((json_int_t)page->number));
	json_object_set_new(object, "label", string_or_null(page->label));
	json_object_set_new(object, "furniture", furniture);
	json_object_set_new(object, "blocks", blocks);
	return object;
}

static json_t *number_or_null(size_t number)
{
	return number ? json_integer((json_int_t)number) : json_null();
}

static json_t *diagnostics_json(const struct issue *issue)
{
	json_t *list = json_array();

	for (size_t i = 0; i < issue->diags.count; i++) {
		const struct diag *diag = &issue->diags.items[i];
		json_t *object = json_object();

		json_object_set_new(object, "page", number_or_null(diag->page));
		json_object_set_new(object, "line", number_or_null(diag->line));
		json_object_set_new(object, "column",
		                    number_or_null(diag->column));
		json_object_set_new(object, "level",
		                    json_string(diag_level_name(diag->level)));
		json_object_set_new(object, "text", json_string(diag->text));
		json_array_append_new(list, object);
	}
	return list;
}

/* Names of files are bytes; what is no UTF-8 in them cannot be in JSON. */
static json_t *name_json(struct str name)
{
	json_t *string = json_stringn(name.ptr, name.len);
	struct buf safe;

	if (string)
		return string;
	buf_init(&safe);
	neutralise(&safe, name);
	string = json_stringn(safe.ptr, safe.len);
	buf_release(&safe);
	return string;
}

/* Appends JSON text; what must not reach a terminal stands in strings alone, so
 * that it can be written as \u202e and is read back as it was. */
static void add_escaped(struct buf *out, struct str json)
{
	for (size_t at = 0; at < json.len;) {
		ucs4_t c;
		int len = u8_mbtouc(&c, (const uint8_t *)json.ptr + at,
		                    json.len - at);

		if (c == '\n' || !char_is_hostile(c))
			buf_add(out, str_slice(json, at, at + (size_t)len));
		else if (c < 0x10000)
			buf_addf(out, "\\u%04x", (unsigned)c);
		else
			buf_addf(out, "\\u%04x\\u%04x",
			         (unsigned)(0xd7c0 + (c >> 10)),
			         (unsigned)(0xdc00 | (c & 0x3ff)));
		at += (size_t)len;
	}
}

static json_t *sources_json(const struct issue *issue)
{
	json_t *sources = json_array();

	for (size_t i = 0; i < issue->file_count; i++) {
		const struct file *file = &issue->files[i];
		json_t *object = json_object();

		json_object_set_new(object, "name", name_json(file->name));
		json_object_set_new(object, "sha256",
		                    string_or_null(file->sha256));
		json_object_set_new(object, "encoding",
		                    string_or_null(file->encoding));
		json_object_set_new(object, "lost_bytes",
		                    json_integer((json_int_t)file->lost_bytes));
		json_array_append_new(sources, object);
	}
	return sources;
}

void export_json(struct buf *out, const struct issue *issue, struct pick pick,
                 const struct export_options *options)
{
	json_t *root = json_object();
	json_t *files = json_array(), *pages = json_array();
	json_t *articles = json_array();
	char *text;

	(void)options;
	for (size_t i = 0; i < issue->file_count; i++)
		json_array_append_new(files, name_json(issue->files[i].name));
	for (size_t i = 0; i < issue->page_count; i++)
		json_array_append_new(pages,
		                      page_json(issue, &issue->pages[i]));
	for (size_t i = 0; i < pick.count; i++)
		json_array_append_new(articles,
		                      article_json(issue, pick_at(pick, i)));
	json_object_set_new(root, "baolan", json_integer(1));
	json_object_set_new(root, "title", string_or_null(issue->title));
	json_object_set_new(root, "date", string_or_null(issue->date));
	json_object_set_new(root, "files", files);
	json_object_set_new(root, "sources", sources_json(issue));
	json_object_set_new(root, "pages", pages);
	json_object_set_new(root, "articles", articles);
	json_object_set_new(root, "diagnostics", diagnostics_json(issue));
	text = json_dumps(root, JSON_INDENT(1));
	add_escaped(out, str_from(text));
	buf_add_byte(out, '\n');
	free(text);
	json_decref(root);
}
