internal import CPangoCairo
import Geometry

/// Pango over a font set of our own: the faces of the catalogue and nothing else.
///
/// The fontconfig patterns are written by hand, one family name a file, so that no file is scanned
/// (1.4 ms for a core face, 3.8 ms for a full one, and a catalogue has some twenty), no cache folder
/// is needed, and a face is found by its name alone. Hinting is off and positions are not rounded, so advances are exact.
final class PrivateFontMap {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer

  /// Makes a map for files, each with the index of the font in it; their order names them.
  init(files: [(path: String, index: Int)]) {
    PrivateFontMap.hideSystemFonts
    let config = FcConfigCreate()
    // A file that is not there fails to load, but leaves the application's font set behind it,
    // which has no constructor of its own.
    FcConfigAppFontAddFile(config, "")
    let set = FcConfigGetFonts(config, FcSetApplication)
    for (number, file) in files.enumerated() {
      FcFontSetAdd(set, PrivateFontMap.pattern(number: number, path: file.path, index: file.index))
    }
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    FcConfigDestroy(config)
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
    // Pango 1.50 does not let go of the set-up by itself.
    pango_fc_font_map_set_config(OpaquePointer(map), nil)
    g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// The font of a file at a size; nil where Pango cannot open it.
  func font(number: Int, size: Length) -> PangoFontHandle? {
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, PrivateFontMap.family(number))
    pango_font_description_set_absolute_size(description, Double(size.units))
    guard let font = pango_font_map_load_font(map, context, description) else { return nil }
    return PangoFontHandle(font)
  }

  private static func family(_ number: Int) -> String { "banxin-\(number)" }

  private static func pattern(number: Int, path: String, index: Int) -> OpaquePointer? {
    let pattern = FcPatternCreate()
    FcPatternAddString(pattern, FC_FAMILY, family(number))
    FcPatternAddString(pattern, FC_FILE, path)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(index))
    // Pango passes over fonts without a format that it knows; which of them it is does not matter.
    FcPatternAddString(pattern, FC_FONTFORMAT, "CFF")
    FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
    FcPatternAddBool(pattern, FC_SCALABLE, 1)
    FcPatternAddBool(pattern, FC_OUTLINE, 1)
    // Which characters a font has is asked of HarfBuzz; Pango only needs the field to be there.
    let characters = FcCharSetCreate()
    FcPatternAddCharSet(pattern, FC_CHARSET, characters)
    FcCharSetDestroy(characters)
    return pattern
  }

  /// Gives the process an empty fontconfig set-up, once, before Pango starts a thread that would
  /// read that of the system.
  private static let hideSystemFonts: Void = {
    let nothing = FcConfigCreate()
    FcConfigSetCurrent(nothing)
    FcConfigDestroy(nothing)
  }()
}

/// A Pango font with its owner.
final class PangoFontHandle {
  let font: UnsafeMutablePointer<PangoFont>

  init(_ font: UnsafeMutablePointer<PangoFont>) { self.font = font }

  deinit { g_object_unref(font) }
}
