internal import CPangoCairo
import Typesetting

/// One font of one file, opened by HarfBuzz: what characters it has and how large its glyphs are.
///
/// The file is mapped, not read, so opening one of 30 MB takes as long as one of 4 MB (0.1 ms).
final class FontFile {
  /// Why a file cannot be opened.
  enum Failure: Error { case missing, broken }

  /// Size of the em in the font's own units.
  let unitsPerEm: Int
  /// The glyph of the space, used for characters that have no shape.
  let space: UInt32
  private let face: OpaquePointer
  private let font: OpaquePointer

  init(path: String, index: Int) throws(Failure) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .missing }
    defer { hb_blob_destroy(blob) }
    guard index >= 0, index < Int(hb_face_count(blob)),
      let face = hb_face_create(blob, UInt32(index))
    else { throw .broken }
    guard hb_face_get_glyph_count(face) > 1, let font = hb_font_create(face) else {
      hb_face_destroy(face)
      throw .broken
    }
    self.face = face
    self.font = font
    unitsPerEm = Int(hb_face_get_upem(face))
    var glyph: hb_codepoint_t = 0
    space = hb_font_get_nominal_glyph(font, 0x20, &glyph) != 0 ? glyph : 0
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// Whether a character can be set with this font.
  func covers(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    if hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 { return true }
    // HarfBuzz makes the other spaces from U+0020.
    return space != 0 && scalar.properties.generalCategory == .spaceSeparator
  }

  /// The ink of a glyph in font units: left, top, right, bottom; y grows upwards.
  func ink(of glyph: UInt32) -> (left: Int, top: Int, right: Int, bottom: Int)? {
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { return nil }
    let left = Int(extents.x_bearing)
    let top = Int(extents.y_bearing)
    return (left, top, left + Int(extents.width), top + Int(extents.height))
  }

  /// The em box of Chinese characters: the BASE table, else the typographic ascent and descent where
  /// they make one em, else the 0.88 and 0.12 of nearly every Chinese font.
  var metrics: FontMetrics {
    let em = Double(unitsPerEm)
    var bottom: hb_position_t = 0
    let script = hb_script_to_iso15924_tag(HB_SCRIPT_HAN)
    if hb_ot_layout_get_baseline(
      font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT, HB_DIRECTION_LTR, script, 0,
      &bottom) != 0
    {
      return FontMetrics(emTop: 1 + Double(bottom) / em, emBottom: Double(bottom) / em)
    }
    if let typographic = table("OS/2"), typographic.count >= 72 {
      let ascent = Int(Int16(truncatingIfNeeded: typographic.bigEndian16(at: 68)))
      let descent = Int(Int16(truncatingIfNeeded: typographic.bigEndian16(at: 70)))
      if ascent - descent == unitsPerEm {
        return FontMetrics(emTop: Double(ascent) / em, emBottom: Double(descent) / em)
      }
    }
    return FontMetrics(emTop: 0.88, emBottom: -0.12)
  }

  /// A short digest of the file: the check sum that its `head` table carries, and the glyph count.
  var digest: String {
    guard let head = table("head"), head.count >= 12 else { return "" }
    let sum = UInt32(head.bigEndian16(at: 8)) << 16 | UInt32(head.bigEndian16(at: 10))
    return "\(String(sum, radix: 16))-\(hb_face_get_glyph_count(face))"
  }

  /// The PostScript name, by which programs find a font whatever they call its family; nil without one.
  var postScriptName: String? {
    var count: UInt32 = 64
    var name = [CChar](repeating: 0, count: Int(count))
    guard
      hb_ot_name_get_utf8(face, hb_ot_name_id_t(Self.postScriptNumber), nil, &count, &name) > 0
    else { return nil }
    return String(decoding: name.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The number of the PostScript name in the table of names; no name is longer than 63 letters.
  private static let postScriptNumber: UInt32 = 6

  /// All characters that the font has a glyph for, rising.
  var characters: [UInt32] {
    guard let set = hb_set_create() else { return [] }
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var result: [UInt32] = []
    result.reserveCapacity(Int(hb_set_get_population(set)))
    var scalar = hb_codepoint_t.max
    while hb_set_next(set, &scalar) != 0 { result.append(scalar) }
    return result
  }

  private func table(_ name: String) -> [UInt8]? {
    guard let blob = hb_face_reference_table(face, hb_tag_from_string(name, -1)) else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    return UnsafeRawBufferPointer(start: data, count: Int(length)).map { $0 }
  }
}

extension [UInt8] {
  /// The number in two bytes, high byte first.
  fileprivate func bigEndian16(at offset: Int) -> UInt16 {
    UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
  }
}
