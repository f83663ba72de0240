import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Everything a shaper said once: glyphs of single characters and of Western words, by voice and
/// size, and where the ink of marks lies.
///
/// A class because one worker's composers share it; not `Sendable`, as the shaper is not.
final class GlyphLibrary {
  let shaper: any TextShaper
  private let widths: PunctuationWidths
  let region: CompositionProfile.Region
  let direction: RunDirection
  private(set) var faces: [FontFaceID] = []
  private var faceIndex: [FontFaceID: UInt16] = [:]
  private var slots: [SlotKey: Int] = [:]
  private var voices: [Voice] = []
  // Paragraphs of one style follow each other.
  private var lastStyle: CharacterStyle?
  private var lastVoice: Voice?

  init(shaper: any TextShaper, profile: CompositionProfile, direction: RunDirection) {
    self.shaper = shaper
    self.direction = direction
    widths = PunctuationWidths(profile, direction)
    region = profile.region
  }

  private struct SlotKey: Hashable {
    var role: FontRole
    var size: Length
    var halfWidthDigits: Bool
  }

  /// The cache of a style's voice and size.
  func voice(of style: CharacterStyle) -> Voice {
    if let lastStyle, lastStyle == style, let lastVoice { return lastVoice }
    let voice = find(style)
    lastStyle = style
    lastVoice = voice
    return voice
  }

  private func find(_ style: CharacterStyle) -> Voice {
    let key = SlotKey(
      role: style.role, size: style.size, halfWidthDigits: style.halfWidthDigits)
    if let slot = slots[key] { return voices[slot] }
    let voice = Voice(
      role: style.role, size: style.size, halfWidthDigits: style.halfWidthDigits, library: self)
    slots[key] = voices.count
    voices.append(voice)
    return voice
  }

  func index(of face: FontFaceID) -> UInt16 {
    if let index = faceIndex[face] { return index }
    let index = UInt16(faces.count)
    faces.append(face)
    faceIndex[face] = index
    return index
  }

  func shape(of kind: CharacterClass, _ value: UInt32) -> MarkShape? {
    widths.shape(of: kind, value)
  }
}
