internal import CPangoCairo
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// A stretch of a run that one font covers, as Pango takes it, and the way back from bytes to
/// scalars.
struct RunShape {
  private let run: StyledRun
  private var bytes: [UInt8] = []
  private var scalarOfByte: [Int] = []

  init(_ run: StyledRun, range: Range<Int>) {
    self.run = run
    bytes.reserveCapacity(range.count * 3)
    scalarOfByte.reserveCapacity(range.count * 3)
    for index in range {
      for byte in run.scalars[index].utf8 {
        bytes.append(byte)
        scalarOfByte.append(index)
      }
    }
  }

  /// Shapes the stretch and adds its glyphs to `result`.
  func append(
    to result: inout ShapedRun, font: PangoFontHandle, space: UInt32, face: FontFaceID
  ) {
    guard let glyphs = pango_glyph_string_new() else { return }
    defer { pango_glyph_string_free(glyphs) }
    shape(into: glyphs, font: font)
    for index in 0..<Int(glyphs.pointee.num_glyphs) {
      let info = glyphs.pointee.glyphs[index]
      let cluster = scalarOfByte[Int(glyphs.pointee.log_clusters[index])]
      if info.glyph == 0 || info.glyph & RunShape.unknown != 0 {
        if result.missing.last != cluster { result.missing.append(cluster) }
        continue
      }
      result.glyphs.append(convert(info, cluster: cluster, space: space, face: face))
    }
  }

  private func convert(
    _ info: PangoGlyphInfo, cluster: Int, space: UInt32, face: FontFaceID
  ) -> ShapedGlyph {
    let geometry = info.geometry
    let along = Length(units: Int(geometry.x_offset))
    let across = Length(units: Int(geometry.y_offset))
    // Pango turns the plane of a vertical run by a quarter: x runs down the page there.
    let isVertical = run.direction == .vertical
    return ShapedGlyph(
      id: info.glyph == RunShape.empty ? space : info.glyph,
      advance: Length(units: Int(geometry.width)),
      dx: isVertical ? -across : along, dy: isVertical ? along : across,
      cluster: cluster, face: face)
  }

  private func shape(into glyphs: UnsafeMutablePointer<PangoGlyphString>, font: PangoFontHandle) {
    var analysis = PangoAnalysis()
    analysis.font = font.font
    analysis.gravity = UInt8(
      (run.direction == .vertical ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH).rawValue)
    switch run.script {
    case .han(let region):
      analysis.script = UInt8(PANGO_SCRIPT_HAN.rawValue)
      analysis.language = pango_language_from_string(region.rawValue)
    case .latin:
      analysis.script = UInt8(PANGO_SCRIPT_LATIN.rawValue)
      analysis.language = pango_language_from_string("en")
    }
    let attribute = run.features.isEmpty ? nil : features()
    defer { if let attribute { pango_attribute_destroy(attribute) } }
    analysis.extra_attrs = attribute.map { g_slist_prepend(nil, $0) }
    defer { g_slist_free(analysis.extra_attrs) }
    bytes.withUnsafeBytes { raw in
      let text = raw.assumingMemoryBound(to: CChar.self).baseAddress
      pango_shape_full(text, Int32(raw.count), nil, 0, &analysis, glyphs)
    }
  }

  private func features() -> UnsafeMutablePointer<PangoAttribute>? {
    let words = run.features.map { $0.contains("=") ? $0 : $0 + "=1" }
    let attribute = pango_attr_font_features_new(words.joined(separator: ", "))
    attribute?.pointee.start_index = 0
    attribute?.pointee.end_index = UInt32.max
    return attribute
  }

  /// `PANGO_GLYPH_UNKNOWN_FLAG` and `PANGO_GLYPH_EMPTY`, macros that Swift does not import.
  private static let unknown: UInt32 = 0x1000_0000
  private static let empty: UInt32 = 0x0FFF_FFFF
}

extension InkExtent {
  /// The ink of glyphs shaped at one unit of length a font unit.
  init(of glyphs: [ShapedGlyph], in file: FontFile) {
    let em = Double(file.unitsPerEm)
    var pen = 0
    var box: (left: Int, top: Int, right: Int, bottom: Int)?
    for glyph in glyphs {
      if let ink = file.ink(of: glyph.id), ink.left != ink.right {
        let x = pen + glyph.dx.units
        let y = -glyph.dy.units
        box = (
          min(box?.left ?? .max, x + ink.left), max(box?.top ?? .min, y + ink.top),
          max(box?.right ?? .min, x + ink.right), min(box?.bottom ?? .max, y + ink.bottom)
        )
      }
      pen += glyph.advance.units
    }
    let ink = box ?? (0, 0, 0, 0)
    self.init(
      advance: Double(pen) / em, left: Double(ink.left) / em, right: Double(ink.right) / em,
      top: Double(ink.top) / em, bottom: Double(ink.bottom) / em)
  }
}
