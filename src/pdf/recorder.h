/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PDF_RECORDER_H
#define PDF_RECORDER_H

#include "pdf/poppler_compat.h"
#include "pdf/writer.h"

#include <OutputDev.h>

#include <map>
#include <utility>
#include <vector>

/*
 * A device that draws nothing: what it is to draw on a page becomes records (version 1,
 * as baolan-pdf(1) has them).  No text is put into an order, and no picture decoded unless
 * its pixels are asked for.
 */
class Recorder : public OutputDev
{
      public:
	/* `pixels`: what pictures show is recorded, too. */
	Recorder(Writer &records, bool pixels)
	    : writer(records), with_pixels(pixels)
	{
	}

	/* Of a page so many are recorded. */
	static constexpr int CHARACTERS_MOST = 200000;
	static constexpr int SHAPES_MOST = 20000;
	/* Paint that lets so much through is not seen. */
	static constexpr double OPACITY_LEAST = .04;

	/* Fonts get new numbers on each page. */
	void begin_page();
	/* Records what is left, and `E limit' for what was too much. */
	void end_page();
	/* Whether the rest of the page would not be recorded, or takes too long. */
	bool is_full();

	bool upsideDown() override
	{
		return true;
	}
	bool useDrawChar() override
	{
		return true;
	}
	bool interpretType3Chars() override
	{
		return false;
	}
	bool useTilingPatternFill() override
	{
		return true;
	}
	bool useShadedFills(int) override
	{
		return true;
	}

	void drawChar(GfxState *state, double x, double y, double dx, double dy,
	              double origin_x, double origin_y, CharCode code,
	              int code_bytes, const Unicode *text, int count) override;
	void beginActualText(GfxState *state, CompatText text) override;
	void endActualText(GfxState *state) override;

	void stroke(GfxState *state) override;
	void fill(GfxState *state) override;
	void eoFill(GfxState *state) override;
	bool tilingPatternFill(GfxState *state, Gfx *gfx, Catalog *catalog,
	                       GfxTilingPattern *pattern, CompatMatrix matrix,
	                       int x0, int y0, int x1, int y1, double x_step,
	                       double y_step) override;
	bool functionShadedFill(GfxState *state,
	                        GfxFunctionShading *shading) override;
	bool axialShadedFill(GfxState *state, GfxAxialShading *shading,
	                     double from, double to) override;
	bool radialShadedFill(GfxState *state, GfxRadialShading *shading,
	                      double from, double to) override;
	bool
	gouraudTriangleShadedFill(GfxState *state,
	                          GfxGouraudTriangleShading *shading) override;
	bool patchMeshShadedFill(GfxState *state,
	                         GfxPatchMeshShading *shading) override;

	void drawImage(GfxState *state, Object *reference, Stream *stream,
	               int width, int height, GfxImageColorMap *colours,
	               bool interpolate, const int *mask_colours,
	               bool is_inline) override;
	void drawImageMask(GfxState *state, Object *reference, Stream *stream,
	                   int width, int height, bool invert, bool interpolate,
	                   bool is_inline) override;

	void beginTransparencyGroup(GfxState *state, CompatBox box,
	                            GfxColorSpace *colours, bool isolated,
	                            bool knockout, bool is_soft_mask) override;
	void endTransparencyGroup(GfxState *state) override;

      private:
	/* What holds for the characters behind an `A' record. */
	struct Style {
		int font = 0, size_cents = 0, render = 0;
		unsigned rgb = 0;
		bool operator==(const Style &) const = default;
	};
	struct Vector {
		double x, y;
	};
	/* A glyph on the page: where it begins, how far the next one is, and from its
	 * foot to its head; its character, by its font, if it is a single one. */
	struct Glyph {
		Style style;
		Vector origin, advance, up;
		Unicode code = 0;
	};
	struct Box {
		double x0, y0, x1, y1;
	};

	int font_number(const GfxFont &font);
	Style style_of(GfxState *state, double em);
	bool place(GfxState *state, Vector position, Vector advance,
	           Vector offset, Glyph *glyph);
	void print_style(const Style &style);
	void print(unsigned code, const Glyph &glyph);
	void print_spread(const Unicode *text, std::size_t count,
	                  const Glyph *glyphs, std::size_t glyph_count);
	void print_actual();
	void print_shape(const char *kind, const Box &box, double width,
	                 unsigned rgb, bool straight);
	void path(GfxState *state, bool is_stroke);
	bool fill_clip(GfxState *state);
	bool picture(GfxState *state, Box *box);
	class Reduced;
	bool wants_pixels(const Box &box, int width, int height);
	void print_pixels(GfxState *state, const Box &box,
	                  const Reduced &picture);
	void picture_pixels(GfxState *state, const Box &box, Stream *stream,
	                    int width, int height, GfxImageColorMap *colours);
	void mask_pixels(GfxState *state, const Box &box, Stream *stream,
	                 int width, int height, bool inverted);
	bool count_shape();

	static unsigned rgb_of(const GfxRGB &colour);
	static Vector advance_to(const Glyph &first, const Glyph &last);
	static bool outline(GfxState *state, const GfxSubpath &path,
	                    bool closes, Box *box);
	static Box clip_of(GfxState *state);
	static bool cut(Box *box, const Box &clip, double margin);
	static void skip_inline(Stream *stream, int height, long row_bits);

	Writer &writer;
	const bool with_pixels;
	int reduced = 0; /* pictures of the page */
	int characters = 0, shapes = 0, last_font = 0;
	double page_began_seconds = 0;
	unsigned full_calls = 0;
	bool too_long = false, space_waits = false;
	Style printed;
	/* The numbers of the fonts of the page, by their objects in the file. */
	std::map<std::pair<int, int>, int> fonts;

	/* The marked content with /ActualText, and how deep others are inside. */
	int actual_depth = 0;
	bool actual_counts = false; /* it is not too long to be believed */
	std::vector<Unicode> actual_text;
	std::vector<Glyph> actual_glyphs;

	/* Open transparency groups, and which of them are soft masks. */
	std::vector<bool> groups;
	int soft_masks = 0;
};

#endif
