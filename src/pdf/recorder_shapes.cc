/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths and pictures become shapes. */
#include "pdf/recorder.h"

#include <GfxState.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>

namespace
{

/* Of tiles and shadings, which have many colours. */
constexpr unsigned GREY = 0xc0c0c0;

} // namespace

unsigned Recorder::rgb_of(const GfxRGB &colour)
{
	return static_cast<unsigned>(colToByte(colour.r)) << 16 |
	       static_cast<unsigned>(colToByte(colour.g)) << 8 |
	       static_cast<unsigned>(colToByte(colour.b));
}

/* Whether one more shape is recorded. */
bool Recorder::count_shape()
{
	return !soft_masks && shapes <= SHAPES_MOST && ++shapes <= SHAPES_MOST;
}

void Recorder::print_shape(const char *kind, const Box &box, double width,
                           unsigned rgb, bool straight)
{
	writer.begin(kind)
		.length(box.x0)
		.length(box.y0)
		.length(box.x1)
		.length(box.y1)
		.length(width)
		.colour(rgb)
		.number(straight)
		.end();
}

Recorder::Box Recorder::clip_of(GfxState *state)
{
	Box clip;

	state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
	return clip;
}

/* Cuts a box at the clip; false if it is `margin` points or more outside, as a line on
 * the edge of the clip is half seen. */
bool Recorder::cut(Box *box, const Box &clip, double margin)
{
	if (clip.x0 > clip.x1 || clip.y0 > clip.y1 ||
	    box->x0 > clip.x1 + margin || box->x1 < clip.x0 - margin ||
	    box->y0 > clip.y1 + margin || box->y1 < clip.y0 - margin)
		return false;
	box->x0 = std::clamp(box->x0, clip.x0, clip.x1);
	box->x1 = std::clamp(box->x1, clip.x0, clip.x1);
	box->y0 = std::clamp(box->y0, clip.y0, clip.y1);
	box->y1 = std::clamp(box->y1, clip.y0, clip.y1);
	return true;
}

/* The box of a sub-path, and whether all its edges are parallel to those of the page; of
 * an area the edge that closes it is one of them. */
bool Recorder::outline(GfxState *state, const GfxSubpath &path, bool closes,
                       Box *box)
{
	/* An edge may be so much askew, in points. */
	constexpr double ASKEW_MOST = .5;
	const int count = path.getNumPoints();
	Vector first = {}, before = {}, point;
	bool straight = true;

	auto is_askew = [](Vector a, Vector b) {
		return std::fabs(a.x - b.x) > ASKEW_MOST &&
		       std::fabs(a.y - b.y) > ASKEW_MOST;
	};
	for (int i = 0; i < count; i++) {
		state->transform(path.getX(i), path.getY(i), &point.x,
		                 &point.y);
		if (!i) {
			first = before = point;
			*box = { point.x, point.y, point.x, point.y };
		}
		if (path.getCurve(i) || is_askew(before, point))
			straight = false;
		*box = { std::min(box->x0, point.x), std::min(box->y0, point.y),
			 std::max(box->x1, point.x),
			 std::max(box->y1, point.y) };
		before = point;
	}
	return straight && !(closes && is_askew(before, first));
}

void Recorder::path(GfxState *state, bool is_stroke)
{
	constexpr double MARGIN = 1;
	const Box clip = clip_of(state);
	const GfxPath &path = *state->getPath();
	const double width = is_stroke ? state->getTransformedLineWidth() : 0;
	GfxRGB colour;

	if ((is_stroke ? state->getStrokeOpacity() : state->getFillOpacity()) <
	    OPACITY_LEAST)
		return;
	if (is_stroke)
		state->getStrokeRGB(&colour);
	else
		state->getFillRGB(&colour);
	for (int i = 0; i < path.getNumSubpaths(); i++) {
		const GfxSubpath &part = *path.getSubpath(i);
		Box box = {};
		bool straight = outline(state, part, !is_stroke, &box);

		if (part.getNumPoints() >= 2 && cut(&box, clip, MARGIN) &&
		    count_shape())
			print_shape(is_stroke ? "L" : "F", box, width,
			            rgb_of(colour), straight);
	}
}

void Recorder::stroke(GfxState *state)
{
	path(state, true);
}

void Recorder::fill(GfxState *state)
{
	path(state, false);
}

void Recorder::eoFill(GfxState *state)
{
	path(state, false);
}

/* All that the clip leaves, as an area of one colour. */
bool Recorder::fill_clip(GfxState *state)
{
	const Box box = clip_of(state);

	if (box.x0 <= box.x1 && box.y0 <= box.y1 && count_shape())
		print_shape("F", box, 0, GREY, true);
	return true;
}

/* A pattern whose one tile covers the area may be a picture: it is drawn as such. */
bool Recorder::tilingPatternFill(GfxState *state, Gfx *, Catalog *,
                                 GfxTilingPattern *, CompatMatrix, int x0,
                                 int y0, int x1, int y1, double, double)
{
	return (x1 - x0 > 1 || y1 - y0 > 1) && fill_clip(state);
}

bool Recorder::functionShadedFill(GfxState *state, GfxFunctionShading *)
{
	return fill_clip(state);
}

bool Recorder::axialShadedFill(GfxState *state, GfxAxialShading *, double,
                               double)
{
	return fill_clip(state);
}

bool Recorder::radialShadedFill(GfxState *state, GfxRadialShading *, double,
                                double)
{
	return fill_clip(state);
}

bool Recorder::gouraudTriangleShadedFill(GfxState *state,
                                         GfxGouraudTriangleShading *)
{
	return fill_clip(state);
}

bool Recorder::patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *)
{
	return fill_clip(state);
}

/* A picture fills the unit square of user space.  False: it is not recorded. */
bool Recorder::picture(GfxState *state, Box *shown)
{
	const auto &matrix = state->getCTM();
	Box &box = *shown;

	box = { matrix[4] + std::min(matrix[0], 0.) + std::min(matrix[2], 0.),
		matrix[5] + std::min(matrix[1], 0.) + std::min(matrix[3], 0.),
		matrix[4] + std::max(matrix[0], 0.) + std::max(matrix[2], 0.),
		matrix[5] + std::max(matrix[1], 0.) + std::max(matrix[3], 0.) };

	if (!cut(&box, clip_of(state), 0) || box.x0 == box.x1 ||
	    box.y0 == box.y1 || !count_shape())
		return false;
	writer.begin("I")
		.length(box.x0)
		.length(box.y0)
		.length(box.x1)
		.length(box.y1)
		.end();
	return true;
}

/* The bytes of an inline picture stand among the operators of the page, which go on
 * behind them. */
void Recorder::skip_inline(Stream *stream, int height, long row_bits)
{
	const long bytes = height * ((row_bits + 7) / 8);

	if (!compat_rewind(stream))
		return;
	for (long i = 0; i < bytes && stream->getChar() != EOF; i++)
		;
	stream->close();
}

void Recorder::drawImage(GfxState *state, Object *, Stream *stream, int width,
                         int height, GfxImageColorMap *colours, bool,
                         const int *, bool is_inline)
{
	Box box;
	const bool shown = picture(state, &box);

	if (!is_inline && shown && colours && colours->isOk() &&
	    wants_pixels(box, width, height))
		picture_pixels(state, box, stream, width, height, colours);
	if (is_inline && colours)
		skip_inline(stream, height,
		            static_cast<long>(width) *
		                    colours->getNumPixelComps() *
		                    colours->getBits());
}

void Recorder::drawImageMask(GfxState *state, Object *, Stream *stream,
                             int width, int height, bool inverted, bool,
                             bool is_inline)
{
	Box box;

	if (picture(state, &box) && !is_inline &&
	    wants_pixels(box, width, height))
		mask_pixels(state, box, stream, width, height, inverted);
	if (is_inline)
		skip_inline(stream, height, width);
}
