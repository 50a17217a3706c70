/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/json_export.h"

#include "base/json_tree.h"
#include "issue/markdown_dialect.h"

#define HEAD_BYTES 64 /* in which an export says what it is */

bool json_export_may_be(struct str bytes)
{
	size_t most = bytes.len < HEAD_BYTES ? bytes.len : HEAD_BYTES;
	struct str head = str_trim(str_slice(bytes, 0, most));

	return str_starts(head, STR("{")) &&
	       str_find(head, STR("\"baolan\""), 0) != NPOS;
}

static struct str text_of(const json_t *object, const char *key)
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

static enum role json_export_role_of(const json_t *passage, enum role otherwise)
{
	return role_named(text_of(passage, "role"), otherwise);
}

/* Appends passages [from, to) of a list. */
static void add_list(struct buf *out, const json_t *list, enum role role,
                     size_t from, size_t to)
{
	for (size_t i = from; i < to && i < json_array_size(list); i++) {
		const json_t *passage = json_array_get(list, i);
		struct str text = text_of(passage, "text");

		/* Marks around nothing would be text. */
		if (str_trim(text).len)
			frames_add_passage(
				out, json_export_role_of(passage, role), text);
	}
}

/* The longest of the lines not `seen` that `headline` begins with; `count`: none. */
static size_t next_line(const json_t *lines, struct str headline, uint32_t seen)
{
	size_t count = json_array_size(lines), best = count, len = 0;

	for (size_t i = 0; i < count; i++) {
		struct str text = text_of(json_array_get(lines, i), "text");

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
static struct head_order order_of(const json_t *article)
{
	const json_t *lines = json_object_get(article, "headline_lines");
	struct str headline = text_of(article, "headline");
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
		len = text_of(json_array_get(lines, next), "text").len;
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
	       json_export_role_of(json_array_get(paragraphs, i), ROLE_BODY) ==
	               ROLE_BYLINE)
		i++;
	return i;
}

/* In the order of an article (issue.h). */
static void json_export_add_article(struct buf *out, const json_t *root,
                                    const json_t *article)
{
	json_int_t page = json_integer_value(json_object_get(article, "page"));
	const json_t *paragraphs = json_object_get(article, "paragraphs");
	size_t bylines = count_bylines(paragraphs);
	/* Exports of before have one paper for all. */
	bool own = json_object_get(article, "paper") != NULL;
	struct article_frame frame = {
		.kind = text_of(article, "kind"),
		.page = page > 0 ? (size_t)page : 1,
		.printed = order_of(article),
		.label = text_of(article, "label"),
		.paper = own ? text_of(article, "paper")
		             : text_of(root, "title"),
		.date = text_of(own ? article : root, "date"),
	};

	frames_add_article(out, &frame);
	add_list(out, json_object_get(article, "headline_lines"), ROLE_HEAD, 0,
	         SIZE_MAX);
	add_list(out, paragraphs, ROLE_BODY, 0, bylines);
	add_list(out, json_object_get(article, "quotes"), ROLE_QUOTE, 0,
	         SIZE_MAX);
	add_list(out, paragraphs, ROLE_BODY, bylines, SIZE_MAX);
	add_list(out, json_object_get(article, "jumps"), ROLE_JUMP, 0,
	         SIZE_MAX);
}

bool json_export_take(struct buf *bytes)
{
	const json_t *article;
	struct buf text;
	json_t *root;
	size_t i;

	root = json_tree_read(buf_str(bytes));
	if (!json_is_integer(json_object_get(root, "baolan"))) {
		json_decref(root);
		return false;
	}
	buf_init(&text);
	json_array_foreach(json_object_get(root, "articles"), i, article)
		json_export_add_article(&text, root, article);
	json_decref(root);
	buf_release(bytes);
	*bytes = text;
	return true;
}
