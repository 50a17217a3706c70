/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Glyphs become characters. */
#include "pdf/recorder.h"

#include <GfxFont.h>
#include <GfxState.h>

#include <algorithm>
#include <cmath>

namespace
{

/* Text that is told by /ActualText is a word or a paragraph, not a page. */
constexpr std::size_t ACTUAL_MOST = 4096;
constexpr int RENDER_INVISIBLE = 3;
constexpr unsigned NO_CHARACTER = 0xfffd;

/* White space of Unicode, and the controls that are used as such. */
bool is_space(unsigned code)
{
	return code == 0x20 || code == 0xa0 || (code >= 0x09 && code <= 0x0d) ||
	       code == 0x85 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200a) || code == 0x2028 ||
	       code == 0x2029 || code == 0x202f || code == 0x205f ||
	       code == 0x3000;
}

/* A code point that Unicode does not have, or a control, says nothing. */
unsigned character_of(unsigned code)
{
	bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
	bool surrogate = code >= 0xd800 && code < 0xe000;

	return control || surrogate || code > 0x10ffff ? NO_CHARACTER : code;
}

/*
 * How high an em is in the units of text space.  1 by definition; but a font whose
 * glyphs are drawn (Type 3) may have any unit, and then the box of all its glyphs tells.
 */
double em_of(const GfxFont &font)
{
	/* A box around all glyphs of a font is higher than its em. */
	constexpr double BOX_EMS = 1.25;
	double box;

	if (font.getType() != fontType3)
		return 1;
	box = std::fabs((font.getFontBBox()[3] - font.getFontBBox()[1]) *
	                font.getFontMatrix()[3]);
	return box > 0 && (box < .5 || box > 2.5) ? box / BOX_EMS : 1;
}

/* 1 where lines run downwards.  Some versions have a type for it. */
int writing_mode(const GfxFont &font)
{
	return static_cast<int>(font.getWMode());
}

/* What the file calls a font, else what the font calls itself; of a drawn font versions of
 * poppler know one or the other. */
std::string_view name_of(const GfxFont &font)
{
	if (font.getName())
		return *font.getName();
	if (font.getEmbeddedFontName())
		return font.getEmbeddedFontName()->c_str();
	return "";
}

} // namespace

int Recorder::font_number(const GfxFont &font)
{
	auto [at, is_new] = fonts.insert(
		{ { font.getID()->num, font.getID()->gen }, last_font + 1 });

	if (is_new) {
		last_font++;
		writer.begin("N")
			.number(last_font)
			.number(font.getFlags())
			.number(font.getWeight())
			.number(writing_mode(font))
			.escaped(name_of(font))
			.end();
	}
	return at->second;
}

Recorder::Style Recorder::style_of(GfxState *state, double em)
{
	bool outline = (state->getRender() & 3) == 1;
	double opacity =
		outline ? state->getStrokeOpacity() : state->getFillOpacity();
	Style style;
	GfxRGB colour;

	if (outline)
		state->getStrokeRGB(&colour);
	else
		state->getFillRGB(&colour);
	style.font = font_number(*state->getFont());
	style.size_cents = in_cents(em);
	style.rgb = rgb_of(colour);
	style.render =
		opacity < OPACITY_LEAST ? RENDER_INVISIBLE : state->getRender();
	return style;
}

/* Where a glyph stands on the page; false if nothing of it can be seen.  `offset` leads
 * from the origin of horizontal text to that of vertical text.  Up is at right angles to
 * the base line, also in type that is slanted. */
bool Recorder::place(GfxState *state, Vector position, Vector advance,
                     Vector offset, Glyph *glyph)
{
	const GfxFont &font = *state->getFont();
	const auto &matrix = state->getTextMat();
	double size = state->getFontSize() * em_of(font), em, length;
	Vector base, up, clip0, clip1, middle;

	state->transformDelta(matrix[0] * size * state->getHorizScaling(),
	                      matrix[1] * size * state->getHorizScaling(),
	                      &base.x, &base.y);
	state->transformDelta(matrix[2] * size, matrix[3] * size, &up.x, &up.y);
	length = std::hypot(base.x, base.y);
	if (length > 0) {
		em = (up.x * base.y - up.y * base.x) / length;
		up = { em * base.y / length, -em * base.x / length };
	}
	em = std::hypot(up.x, up.y);
	if (!(em > 0))
		return false;
	state->transform(position.x - offset.x, position.y - offset.y,
	                 &glyph->origin.x, &glyph->origin.y);
	state->transformDelta(advance.x, advance.y, &glyph->advance.x,
	                      &glyph->advance.y);
	if (writing_mode(font))
		glyph->advance = base;
	glyph->up = up;
	glyph->style = style_of(state, em);
	state->getClipBBox(&clip0.x, &clip0.y, &clip1.x, &clip1.y);
	middle = { glyph->origin.x + glyph->advance.x / 2 + up.x / 3,
		   glyph->origin.y + glyph->advance.y / 2 + up.y / 3 };
	return glyph->style.render == RENDER_INVISIBLE ||
	       (middle.x > clip0.x - em / 4 && middle.x < clip1.x + em / 4 &&
	        middle.y > clip0.y - em / 4 && middle.y < clip1.y + em / 4);
}

void Recorder::drawChar(GfxState *state, double x, double y, double dx,
                        double dy, double origin_x, double origin_y,
                        CharCode code, int code_bytes, const Unicode *text,
                        int count)
{
	double space = state->getCharSpace(), space_x, space_y;
	Glyph glyph;

	if (soft_masks || !state->getFont() || characters > CHARACTERS_MOST)
		return;
	/* What is set between characters is no part of one. */
	if (code == 0x20 && code_bytes == 1)
		space += state->getWordSpace();
	state->textTransformDelta(space * state->getHorizScaling(), 0, &space_x,
	                          &space_y);
	if (!place(state, { x, y }, { dx - space_x, dy - space_y },
	           { origin_x, origin_y }, &glyph))
		return;
	glyph.code = count == 1 ? *text : 0;
	if (actual_depth && actual_counts) {
		if (actual_glyphs.size() < CHARACTERS_MOST)
			actual_glyphs.push_back(glyph);
	} else if (count <= 0) {
		print(NO_CHARACTER, glyph);
	} else {
		print_spread(text, static_cast<std::size_t>(count), &glyph, 1);
	}
}

void Recorder::beginActualText(GfxState *, CompatText text)
{
	if (actual_depth++)
		return;
	actual_text = compat_code_points(text);
	actual_counts = actual_text.size() <= ACTUAL_MOST;
	actual_glyphs.clear();
}

void Recorder::endActualText(GfxState *)
{
	if (actual_depth && !--actual_depth && actual_counts)
		print_actual();
}

/* From the origin of a glyph to the end of the last one that stands in its line: what a
 * character takes that several glyphs show. */
Recorder::Vector Recorder::advance_to(const Glyph &first, const Glyph &last)
{
	const Vector way = { last.origin.x + last.advance.x - first.origin.x,
		             last.origin.y + last.advance.y - first.origin.y };
	const double em2 = first.up.x * first.up.x + first.up.y * first.up.y;
	const double rise = way.x * first.up.x + way.y * first.up.y;
	const double along = way.x * first.advance.x + way.y * first.advance.y;

	return std::fabs(rise) < em2 / 2 && along > 0 ? way : first.advance;
}

/* Spreads a text over the glyphs that show it.  As many characters as glyphs have a glyph
 * each; more share the glyphs, fewer take several of them. */
void Recorder::print_spread(const Unicode *text, std::size_t count,
                            const Glyph *glyphs, std::size_t glyph_count)
{
	for (std::size_t i = 0; i < count && glyph_count; i++) {
		const std::size_t at = i * glyph_count / count;
		const std::size_t end = (i + 1) * glyph_count / count;
		/* The characters of glyph `at' are from..to. */
		const std::size_t from =
			(at * count + glyph_count - 1) / glyph_count;
		const std::size_t to =
			((at + 1) * count + glyph_count - 1) / glyph_count;
		const double share =
			to > from + 1 ? 1. / static_cast<double>(to - from) : 1;
		const double before = static_cast<double>(i - from);
		Glyph glyph = glyphs[at];

		if (end > at + 1)
			glyph.advance = advance_to(glyph, glyphs[end - 1]);
		glyph.advance = { glyph.advance.x * share,
			          glyph.advance.y * share };
		glyph.origin.x += glyph.advance.x * before;
		glyph.origin.y += glyph.advance.y * before;
		print(text[i], glyph);
	}
}

/* Prints what the glyphs mean.  Where text and glyphs begin or end with the same
 * characters each is at its glyph, so a word is cut by a line end where it was. */
void Recorder::print_actual()
{
	const std::vector<Unicode> &text = actual_text;
	const std::vector<Glyph> &glyphs = actual_glyphs;
	const std::size_t both = std::min(text.size(), glyphs.size());
	std::size_t head = 0, tail = 0;

	while (head < both && text[head] == glyphs[head].code)
		head++;
	while (tail < both - head &&
	       text[text.size() - 1 - tail] ==
	               glyphs[glyphs.size() - 1 - tail].code)
		tail++;
	/* Characters without a glyph share that of a neighbour. */
	if (head + tail == glyphs.size() && head + tail < text.size())
		(head ? head : tail) -= both > 0;
	print_spread(text.data(), head, glyphs.data(), head);
	print_spread(text.data() + head, text.size() - head - tail,
	             glyphs.data() + head, glyphs.size() - head - tail);
	print_spread(text.data() + text.size() - tail, tail,
	             glyphs.data() + glyphs.size() - tail, tail);
	actual_glyphs.clear();
}

void Recorder::print_style(const Style &style)
{
	if (style == printed)
		return;
	printed = style;
	writer.begin("A")
		.number(style.font)
		.number(style.size_cents)
		.colour(style.rgb)
		.number(style.render)
		.end();
}

void Recorder::print(unsigned code, const Glyph &glyph)
{
	const double em = std::hypot(glyph.up.x, glyph.up.y);

	if (is_space(code)) {
		space_waits = true;
		return;
	}
	if (++characters > CHARACTERS_MOST)
		return;
	print_style(glyph.style);
	if (space_waits)
		writer.begin("_").end();
	space_waits = false;
	writer.begin_character(character_of(code))
		.length(glyph.origin.x)
		.length(glyph.origin.y)
		.length(glyph.advance.x);
	if (glyph.up.y > 0 || std::fabs(glyph.up.x) >= .05 * em)
		writer.length(glyph.advance.y)
			.length(glyph.up.x)
			.length(glyph.up.y);
	writer.end();
}
