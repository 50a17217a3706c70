/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_json.h"

#include "base/json_tree.h"
#include "base/mem.h"
#include "load/input/line_sink.h"

#include <stdlib.h>

#define HEAD_BYTES     64  /* in which an export says what it is */
#define MEASURE_MAX_EM 200 /* no column of a page is wider */

enum form_claim form_json_sniff(struct str head)
{
	size_t most = head.len < HEAD_BYTES ? head.len : HEAD_BYTES;

	head = str_trim(str_slice(head, 0, most));
	return str_starts(head, STR("{")) &&
	                       str_find(head, STR("\"baolan\""), 0) != NPOS
	               ? FORM_LIKELY
	               : FORM_NO;
}

/* A printed column of a page, as the export has it. */
struct json_column {
	json_int_t first, last; /* numbers of its lines */
	double measure_em;
};

/* The id of an article, and its index among the stated ones. */
struct json_id {
	json_int_t id;
	size_t stated;
};

/* An export that is being read. */
struct json_reader {
	struct line_sink *sink;
	const json_t *root;
	const json_t *page; /* the entry of "pages" of the open page, or NULL */
	size_t next_page;   /* the entries before it are used up */
	struct json_column
		*columns; /* owned; of that page, by their first lines */
	size_t column_count, column_cap;
	struct json_id *ids; /* owned; of the articles so far */
	size_t id_count, id_cap;
};

static struct str form_json_text(const json_t *object, const char *key)
{
	const json_t *text = json_object_get(object, key);

	return (struct str){ json_string_value(text),
		             json_string_length(text) };
}

static enum role role_named(struct str name, enum role otherwise)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (str_equal(name, str_from(role_name((enum role)role))))
			return (enum role)role;
	return otherwise;
}

static enum role form_json_role_of(const json_t *passage, enum role otherwise)
{
	return role_named(form_json_text(passage, "role"), otherwise);
}

/* The longest of the lines not `seen` that `headline` begins with; `count`: none. */
static size_t next_line(const json_t *lines, struct str headline, uint32_t seen)
{
	size_t count = json_array_size(lines), best = count, len = 0;

	for (size_t i = 0; i < count; i++) {
		struct str text =
			form_json_text(json_array_get(lines, i), "text");

		if (!(seen >> i & 1) && text.len > len &&
		    str_starts(headline, text)) {
			best = i;
			len = text.len;
		}
	}
	return best;
}

/* "headline" has the lines as they were printed; that of a teaser has the first
 * alone, and the others follow as they stand. */
static struct head_order printed_order(const json_t *article)
{
	const json_t *lines = json_object_get(article, "headline_lines");
	struct str headline = form_json_text(article, "headline");
	size_t count = json_array_size(lines);
	struct head_order order = { .count = 0 };
	bool moved = false;
	uint32_t seen = 0;

	while (count <= HEADS_MOST && order.count < count) {
		size_t next = next_line(lines, headline, seen), len;

		for (size_t i = 0; next == count && !headline.len && i < count;
		     i++)
			if (!(seen >> i & 1))
				next = i;
		if (next == count)
			return (struct head_order){ .count = 0 };
		len = form_json_text(json_array_get(lines, next), "text").len;
		len = len < headline.len ? len + 1 : headline.len;
		headline = str_slice(headline, len, headline.len);
		seen |= (uint32_t)1 << next;
		moved = moved || next != order.count;
		order.at[order.count++] = (uint8_t)next;
	}
	return moved ? order : (struct head_order){ .count = 0 };
}

static size_t count_bylines(const json_t *paragraphs)
{
	size_t i = 0;

	while (i < json_array_size(paragraphs) &&
	       form_json_role_of(json_array_get(paragraphs, i), ROLE_BODY) ==
	               ROLE_BYLINE)
		i++;
	return i;
}

/* Adds a text as a line of the issue, its line breaks as spaces: true, and *line is
 * the index; false for a text without a character. */
static bool json_add_line(struct json_reader *reader, struct str text,
                          size_t *line)
{
	struct line_sink *sink = reader->sink;
	struct buf copy;

	if (!str_trim(text).len)
		return false;
	buf_init(&copy);
	for (size_t i = 0; i < text.len; i++)
		buf_add_byte(&copy, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
	*line = line_sink_add(sink, issue_keep(sink->issue, buf_str(&copy)));
	sink->number++;
	buf_release(&copy);
	return true;
}

/* The width of the column in which the first line of a passage was printed; 0: not
 * known. */
static double json_measure_of(const struct json_reader *reader,
                              const json_t *passage)
{
	const json_t *run =
		json_array_get(json_object_get(passage, "lines"), 0);
	json_int_t line = json_integer_value(json_array_get(run, 0));
	size_t at;

	ARRAY_FIND(at, reader->column_count, reader->columns[at].first <= line);
	return at && line <= reader->columns[at - 1].last
	               ? reader->columns[at - 1].measure_em
	               : 0;
}

/* Adds passages [from, to) of a list of the last article. */
static void json_add_list(struct json_reader *reader, const json_t *list,
                          enum role role, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < json_array_size(list); i++) {
		const json_t *passage = json_array_get(list, i);
		size_t line;

		if (json_add_line(reader, form_json_text(passage, "text"),
		                  &line))
			stated_articles_add(&reader->sink->stated,
			                    form_json_role_of(passage, role),
			                    line,
			                    json_measure_of(reader, passage));
	}
}

/* The page of an article. */
static struct stated_page json_page_of(const struct json_reader *reader,
                                       const json_t *article)
{
	json_int_t page = json_integer_value(json_object_get(article, "page"));
	/* In older exports all articles are of one paper. */
	bool own = json_object_get(article, "paper") != NULL;

	return (struct stated_page){
		.number = page > 0 ? (size_t)page : 1,
		.label = form_json_text(article, "label"),
		.title = own ? form_json_text(article, "paper")
		             : form_json_text(reader->root, "title"),
		.date = form_json_text(own ? article : reader->root, "date"),
	};
}

static bool is_same_page(const struct stated_page *one,
                         const struct stated_page *other)
{
	return one->number == other->number &&
	       str_equal(one->title, other->title) &&
	       str_equal(one->date, other->date);
}

/* A name that a page is called by; one with control characters is none. */
static struct str json_keep_name(struct json_reader *reader, struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < ' ')
			return STR("");
	return issue_keep(reader->sink->issue, name);
}

static void json_turn_page(struct json_reader *reader,
                           const struct stated_page *page)
{
	line_sink_turn_page(
		reader->sink,
		&(struct stated_page){
			.number = page->number,
			.label = json_keep_name(reader, page->label),
			.title = json_keep_name(reader, page->title),
			.date = json_keep_name(reader, page->date),
		});
}

/* The role of a passage of furniture; "date" is that of an edition there. */
static enum role furniture_role(const json_t *passage)
{
	struct str name = form_json_text(passage, "role");

	for (int role = ROLE_MASTHEAD; role < ROLE_COUNT; role++)
		if (str_equal(name, str_from(role_name((enum role)role))))
			return (enum role)role;
	return ROLE_FURNITURE;
}

static int compare_columns(const void *a, const void *b)
{
	const struct json_column *one = a, *other = b;

	return (one->first > other->first) - (one->first < other->first);
}

/* Reads the columns of the blocks of the open page, each as wide as a column can be. */
static void json_read_columns(struct json_reader *reader)
{
	const json_t *blocks = json_object_get(reader->page, "blocks");
	const json_t *block, *column;
	size_t b, c;

	reader->column_count = 0;
	json_array_foreach(blocks, b, block)
	{
		double measure_em =
			json_number_value(json_object_get(block, "measure_em"));

		if (!(measure_em >= 1 && measure_em <= MEASURE_MAX_EM))
			continue;
		json_array_foreach(json_object_get(block, "columns"), c,
		                   column) *
			ARRAY_ADD(reader->columns, reader->column_count,
		                  reader->column_cap) = (struct json_column){
			json_integer_value(json_array_get(column, 0)),
			json_integer_value(json_array_get(column, 1)),
			measure_em,
		};
	}
	if (reader->column_count)
		qsort(reader->columns, reader->column_count,
		      sizeof *reader->columns, compare_columns);
}

/* Finds the entry of a page.  Entries are in the order of the pages, and there may be
 * pages without articles among them. */
static void json_find_page(struct json_reader *reader,
                           const struct stated_page *page)
{
	const json_t *pages = json_object_get(reader->root, "pages");

	reader->page = NULL;
	for (size_t i = reader->next_page;
	     i < json_array_size(pages) && !reader->page; i++) {
		const json_t *entry = json_array_get(pages, i);
		struct stated_page own = {
			.number = (size_t)json_integer_value(
				json_object_get(entry, "number")),
			.title = form_json_text(entry, "title"),
			.date = form_json_text(entry, "date"),
		};

		if (!is_same_page(&own, page))
			continue;
		reader->page = entry;
		reader->next_page = i + 1;
	}
	json_read_columns(reader);
	reader->sink->places.width_pt = (float)json_number_value(
		json_object_get(reader->page, "width"));
	reader->sink->places.height_pt = (float)json_number_value(
		json_object_get(reader->page, "height"));
}

/* Adds the furniture of the open page, which has its articles. */
static void json_add_furniture(struct json_reader *reader)
{
	const json_t *list = json_object_get(reader->page, "furniture");
	const json_t *passage;
	size_t i, line;

	json_array_foreach(
		list, i,
		passage) if (json_add_line(reader,
	                                   form_json_text(passage, "text"),
	                                   &line))
		stated_articles_add_furniture(&reader->sink->stated,
	                                      furniture_role(passage), line);
}

/* The passages of an article, in the order of issue.h. */
static void json_add_article(struct json_reader *reader, const json_t *article)
{
	const json_t *paragraphs = json_object_get(article, "paragraphs");
	size_t bylines = count_bylines(paragraphs);
	struct head_order printed = printed_order(article);

	stated_articles_begin(
		&reader->sink->stated, reader->sink->issue->page_count - 1,
		stated_kind_named(form_json_text(article, "kind")), &printed);
	json_add_list(reader, json_object_get(article, "headline_lines"),
	              ROLE_HEAD, 0, SIZE_MAX);
	json_add_list(reader, paragraphs, ROLE_BODY, 0, bylines);
	json_add_list(reader, json_object_get(article, "quotes"), ROLE_QUOTE, 0,
	              SIZE_MAX);
	json_add_list(reader, paragraphs, ROLE_BODY, bylines, SIZE_MAX);
	json_add_list(reader, json_object_get(article, "jumps"), ROLE_JUMP, 0,
	              SIZE_MAX);
}

/* The last article, `article` in the file, goes on from the one with the id that it names.
 * Exports of whole issues have their articles by their ids. */
static void json_link_article(struct json_reader *reader, const json_t *article)
{
	struct stated_articles *stated = &reader->sink->stated;
	const json_t *continues = json_object_get(article, "continues");
	json_int_t earlier = json_integer_value(continues);
	size_t at;

	ARRAY_FIND(at, reader->id_count, reader->ids[at].id < earlier);
	if (continues && at < reader->id_count && reader->ids[at].id == earlier)
		stated_articles_continue(stated, reader->ids[at].stated);
	*ARRAY_ADD(reader->ids, reader->id_count, reader->id_cap) =
		(struct json_id){ json_integer_value(
					  json_object_get(article, "id")),
		                  stated->article_count - 1 };
}

static void json_add_articles(struct json_reader *reader)
{
	const json_t *articles = json_object_get(reader->root, "articles");
	struct stated_page page = { 0 };
	const json_t *article;
	size_t i;

	json_array_foreach(articles, i, article)
	{
		struct stated_page own = json_page_of(reader, article);

		if (!i || !is_same_page(&own, &page)) {
			json_add_furniture(reader);
			json_turn_page(reader, &own);
			json_find_page(reader, &own);
		}
		page = own;
		json_add_article(reader, article);
		json_link_article(reader, article);
	}
	json_add_furniture(reader);
}

bool form_json_read_file(struct line_sink *sink, struct str bytes)
{
	json_t *root = json_tree_read(bytes);
	struct json_reader reader = { .sink = sink, .root = root };
	bool is_export = json_is_integer(json_object_get(root, "baolan"));

	if (is_export)
		json_add_articles(&reader);
	free(reader.columns);
	free(reader.ids);
	json_decref(root);
	return is_export;
}
