/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_alto.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/alto.h"
#include "load/input/line_sink.h"
#include "load/input/mets.h"
#include "load/input/xml_text.h"
#include "load/lines/char_class.h"

#include <stdlib.h>
#include <unictype.h>

enum form_claim form_alto_sniff(struct str head)
{
	return xml_has_root(head, "alto") ? FORM_CERTAIN : FORM_NO;
}

/* A file whose lines are added. */
struct alto_form {
	struct line_sink *sink;
	struct alto alto;
	/* The line added last, of the issue and of the file; NPOS: none yet. */
	size_t issue_line, alto_line;
};

/* Says how sure the words of line `l` of the file are, which is the last one added. */
static void form_alto_add_sureness(const struct alto_form *form, size_t l)
{
	const struct alto *alto = &form->alto;
	size_t i;

	if (alto->lines[l].sureness == SURENESS_UNKNOWN)
		return;
	line_sink_set_sureness(form->sink, form->issue_line,
	                       alto->lines[l].sureness);
	ARRAY_FIND(i, alto->unsure_count, alto->unsure[i].line < l);
	for (; i < alto->unsure_count && alto->unsure[i].line == l; i++)
		line_sink_add_unsure(
			form->sink,
			(struct unsure_word){ (uint32_t)form->issue_line,
		                              (uint32_t)alto->unsure[i].start,
		                              (uint32_t)alto->unsure[i].end });
}

static void form_alto_add_line(struct alto_form *form, size_t l)
{
	struct line_sink *sink = form->sink;
	struct issue *issue = sink->issue;
	const struct alto_line *line = &form->alto.lines[l];
	enum line_join join;

	if (form->issue_line != NPOS && line->begins_in_word) {
		join = form->alto.lines[form->alto_line].join;
		if (join && line->join_before)
			join = line->join_before;
		issue->lines[form->issue_line].join = join;
	}
	form->issue_line = line_sink_add(sink, issue_keep(issue, line->text));
	line_sink_place(sink, form->issue_line, &line->box);
	form_alto_add_sureness(form, l);
	form->alto_line = l;
	sink->number++;
}

/* The size and the marks of page `page` of the file (ordinal, from 1) are those of the
 * page that is open. */
static void form_alto_add_page(struct alto_form *form, size_t page)
{
	const struct alto_places *from = &form->alto.places;
	struct page_places *to = &form->sink->places;

	if (!page || page > from->page_count)
		return;
	to->width_pt = from->pages[page - 1].width_pt;
	to->height_pt = from->pages[page - 1].height_pt;
	for (size_t m = 0; m < from->mark_count; m++)
		if (from->marks[m].page == page)
			page_places_add_mark(to, &from->marks[m].mark);
}

/* The lines of a file that states no articles. */
static void form_alto_add_lines(struct alto_form *form)
{
	const struct alto_line *lines = form->alto.lines;

	if (!form->alto.count)
		form_alto_add_page(form, 1);
	for (size_t l = 0; l < form->alto.count; l++) {
		bool begins_page = !l || lines[l].page != lines[l - 1].page;

		if (l && begins_page)
			line_sink_break_page(form->sink);
		if (begins_page)
			form_alto_add_page(form, lines[l].page);
		else if (l && lines[l].block != lines[l - 1].block)
			line_sink_add(form->sink, STR(""));
		form_alto_add_line(form, l);
	}
}

/* A page file of a package whose articles METS states. */
struct package_page {
	struct alto_form *form;
	struct mets *mets;
	size_t page;   /* index, of the issue */
	bool *is_used; /* owned; of each line of the file: it was added */
	size_t article, passage; /* that are open, or NPOS */
};

/* Article `index` of the METS file begins on this page, or goes on there; an index
 * behind the last is that of text in no article. */
static void form_alto_begin_article(struct package_page *page, size_t index)
{
	struct stated_articles *stated = &page->form->sink->stated;
	struct mets_article *article;

	if (index == page->mets->article_count) {
		stated_articles_begin(stated, page->page, KIND_OTHER, NULL);
		stated_articles_set_unassigned(stated);
		return;
	}
	article = &page->mets->articles[index];
	stated_articles_begin(stated, page->page, article->kind, NULL);
	if (article->last_part != NPOS)
		stated_articles_continue(stated, article->last_part);
	article->last_part = stated->article_count - 1;
}

/* The first line adds its passage, the others extend it. */
static void form_alto_add_stated(struct package_page *page,
                                 const struct mets_area *area, size_t l)
{
	struct line_sink *sink = page->form->sink;
	struct stated_articles *stated = &sink->stated;
	bool is_first = page->passage != area->passage;

	page->is_used[l] = true;
	if (area->article != page->article && area->article != NPOS)
		form_alto_begin_article(page, area->article);
	is_first = is_first || area->article != page->article;
	page->article = area->article;
	page->passage = area->passage;
	if (is_first)
		page->form->issue_line = NPOS;
	form_alto_add_line(page->form, l);
	l = page->form->issue_line;
	if (area->article == NPOS)
		stated_articles_add_furniture(stated, area->role, l);
	else if (is_first)
		stated_articles_add(stated, area->role, l, 0);
	else
		stated_articles_extend(stated, l);
}

static struct range form_alto_lines_of(const struct alto *alto,
                                       const struct mets_area *area)
{
	struct range lines = alto_find(alto, area->begin);

	if (area->end.len) {
		struct range last = alto_find(alto, area->end);

		if (last.end > lines.end)
			lines.end = last.end;
	}
	return lines;
}

/* Takes the letters and digits of `text` off the head of *title; false where that has
 * others. */
static bool form_alto_take_words(struct str *title, struct str text)
{
	size_t at = 0, left = 0;

	while (at < text.len) {
		unsigned c = char_at(text, at, &at), of_title = 0;

		if (!uc_is_alnum(c))
			continue;
		while (left < title->len && !uc_is_alnum(of_title))
			of_title = char_at(*title, left, &left);
		if (of_title != c)
			return false;
	}
	*title = str_slice(*title, left, title->len);
	return true;
}

static bool form_alto_has_words(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (uc_is_alnum(char_at(text, at, &at)))
			return true;
	return false;
}

/* The first areas of an article from area `first` on are its headline where they are its
 * title and no more. */
static void form_alto_find_head(struct package_page *page, size_t first)
{
	struct mets_area *areas = page->mets->areas;
	struct mets_article *article =
		&page->mets->articles[areas[first].article];
	struct str title = article->title;
	size_t end = first;

	article->title = (struct str){ 0 };
	while (title.len && end < page->mets->area_count &&
	       areas[end].article == areas[first].article &&
	       str_equal(areas[end].file, areas[first].file)) {
		const struct alto *alto = &page->form->alto;
		struct range lines = form_alto_lines_of(alto, &areas[end++]);

		for (size_t l = lines.start; l < lines.end; l++)
			if (!form_alto_take_words(&title, alto->lines[l].text))
				return;
		if (form_alto_has_words(title))
			continue;
		for (size_t i = first; i < end; i++)
			areas[i].role = ROLE_HEAD;
		return;
	}
}

/* The lines of an area that are of no area before it. */
static void form_alto_add_area(struct package_page *page,
                               const struct mets_area *area)
{
	const struct alto *alto = &page->form->alto;
	struct range lines = form_alto_lines_of(alto, area);

	for (size_t l = lines.start; l < lines.end; l++)
		if (!page->is_used[l])
			form_alto_add_stated(page, area, l);
}

/* Blocks that METS has in no article: those in a margin are furniture, the others are
 * articles of one block. */
static void form_alto_add_rest(struct package_page *page)
{
	const struct alto *alto = &page->form->alto;
	size_t block = NPOS;
	bool is_told = false;

	for (size_t l = 0; l < alto->count; l++) {
		const struct alto_line *line = &alto->lines[l];
		struct mets_area area = { .article = NPOS,
			                  .passage = NPOS - 1,
			                  .role = ROLE_FURNITURE };

		if (page->is_used[l])
			continue;
		if (!line->in_margin) {
			area.role = ROLE_BODY;
			area.article = page->mets->article_count;
			if (line->block != block)
				page->article = NPOS;
			is_told = true;
		}
		block = line->block;
		form_alto_add_stated(page, &area, l);
	}
	if (is_told)
		line_sink_tell(page->form->sink, SINK_NOTE_NO_ARTICLE,
		               DIAG_NOTE,
		               _("Text that the library has put in no article "
		                 "stands as articles of a block each."));
}

/* The number that a label is; 0: it is none. */
static size_t form_alto_number(struct str label)
{
	size_t number = 0;

	for (size_t i = 0; i < label.len; i++) {
		if (label.ptr[i] < '0' || label.ptr[i] > '9' || i == 4)
			return 0;
		number = number * 10 + (size_t)(label.ptr[i] - '0');
	}
	return number;
}

/* The number of the page as METS has it, or as it is printed by ALTO, or by its order. */
static void form_alto_turn_page(const struct alto_form *form)
{
	struct line_sink *sink = form->sink;
	const struct mets *mets = sink->mets;
	struct str label = mets->pages[sink->mets_page].label;
	size_t number;

	if (!label.len)
		label = form->alto.page_label;
	number = form_alto_number(label);
	line_sink_turn_page(
		sink, &(struct stated_page){
			      .number = number ? number : sink->mets_page + 1,
			      .label = number ? STR("")
	                                      : issue_keep(sink->issue, label),
			      .title = issue_keep(sink->issue, mets->title),
			      .date = issue_keep(sink->issue, mets->date),
		      });
}

/* The number that is printed on the page of a file without METS. */
static void form_alto_name_page(const struct alto_form *form)
{
	struct issue *issue = form->sink->issue;
	struct page *page = &issue->pages[issue->page_count - 1];
	size_t number = form_alto_number(form->alto.page_label);

	if (number)
		page->number = number;
	else
		page->label = issue_keep(issue, form->alto.page_label);
}

static void form_alto_add_articles(struct alto_form *form)
{
	struct line_sink *sink = form->sink;
	struct mets *mets = sink->mets;
	struct str file = mets->pages[sink->mets_page].id;
	struct package_page page = { .form = form,
		                     .mets = mets,
		                     .page = sink->issue->page_count - 1,
		                     .article = NPOS,
		                     .passage = NPOS };

	form_alto_add_page(form, 1);
	page.is_used = mem_alloc(form->alto.count + 1);
	for (size_t i = 0; i < mets->area_count; i++) {
		const struct mets_area *area = &mets->areas[i];

		if (!str_equal(area->file, file))
			continue;
		if (area->article != NPOS &&
		    mets->articles[area->article].title.len)
			form_alto_find_head(&page, i);
		form_alto_add_area(&page, area);
	}
	form_alto_add_rest(&page);
	free(page.is_used);
	sink->issue->pages[page.page].by_library = true;
}

/* Reads the page of a file; what is odd about it is told. */
static void form_alto_read(struct alto_form *form, struct str bytes)
{
	struct line_sink *sink = form->sink;
	struct diags *diags = &sink->issue->diags;
	struct xml_text xml;
	struct xml_damage damage;

	xml_text_init(&xml, bytes);
	xml_text_tell(&xml, diags, sink->issue->page_count);
	line_sink_set_encoding(sink, xml.encoding, xml.lost_bytes);
	if (!alto_read(&form->alto, xml.text, &damage))
		xml_tell_damage(diags, sink->issue->page_count, &damage);
	xml_text_release(&xml);
}

bool form_alto_read_file(struct line_sink *sink, struct str bytes)
{
	struct alto_form form = { .sink = sink,
		                  .issue_line = NPOS,
		                  .alto_line = NPOS };

	/* A page file of a package that is missing is an empty page. */
	if (bytes.len)
		form_alto_read(&form, bytes);
	if (sink->mets)
		form_alto_turn_page(&form);
	else
		form_alto_name_page(&form);
	if (sink->mets && sink->mets->area_count && bytes.len)
		form_alto_add_articles(&form);
	else
		form_alto_add_lines(&form);
	alto_release(&form.alto);
	return true;
}
