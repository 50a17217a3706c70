/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/json_issue.h"

#include "base/mem.h"
#include "issue/frames.h"

#include <jansson.h>

#define HEAD_BYTES 64 /* in which an export says what it is */

bool json_issue_may_be(struct str bytes)
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

/* Appends the passages of a list: those of role `only`, or all others for
 * ROLE_COUNT. */
static void add_list(struct buf *out, const json_t *article, const char *key,
                     enum role role, enum role only)
{
	const json_t *passage;
	size_t i;

	json_array_foreach(json_object_get(article, key), i, passage)
	{
		enum role own = role_named(text_of(passage, "role"), role);
		struct str text = text_of(passage, "text");
		bool wanted =
			only == ROLE_COUNT ? own != ROLE_BYLINE : own == only;

		/* Marks around nothing would be text. */
		if (wanted && str_trim(text).len)
			frames_add_passage(out, own, text);
	}
}

/* In the order of an article (issue.h). */
static void add_article(struct buf *out, const json_t *article)
{
	json_int_t page = json_integer_value(json_object_get(article, "page"));

	frames_add_article(out, text_of(article, "kind"),
	                   page > 0 ? (size_t)page : 1);
	add_list(out, article, "headline_lines", ROLE_HEAD, ROLE_COUNT);
	add_list(out, article, "paragraphs", ROLE_BODY, ROLE_BYLINE);
	add_list(out, article, "quotes", ROLE_QUOTE, ROLE_COUNT);
	add_list(out, article, "paragraphs", ROLE_BODY, ROLE_COUNT);
	add_list(out, article, "jumps", ROLE_JUMP, ROLE_COUNT);
}

bool json_issue_take(struct buf *bytes)
{
	const json_t *article;
	struct buf text;
	json_t *root;
	size_t i;

	root = json_loadb(bytes->ptr, bytes->len, JSON_ALLOW_NUL, NULL);
	if (!json_is_integer(json_object_get(root, "baolan"))) {
		json_decref(root);
		return false;
	}
	buf_init(&text);
	json_array_foreach(json_object_get(root, "articles"), i, article)
		add_article(&text, article);
	json_decref(root);
	buf_release(bytes);
	*bytes = text;
	return true;
}
