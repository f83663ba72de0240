// Pango, Cairo, HarfBuzz, FreeType and fontconfig as one module, so that their shared types agree;
// and zlib, which Cairo brings along, to write PNG files faster than Cairo does.
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hb-ft.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <zlib.h>
