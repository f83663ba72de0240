public import DisplayList
public import Geometry
public import LayoutSpecs

/// The standard that a finished file claims.
public enum PressStandard: String, Hashable, Sendable, CaseIterable {
  /// PDF/X-4: CMYK, PDF 1.6, transparency allowed (ISO 15930-7).
  case x4
  /// PDF/X-1a:2003: CMYK, PDF 1.4, no transparency (ISO 15930-4).
  case x1a
  /// PDF/A-2u with PDF/UA-1 tags, in the colours of a screen (ISO 19005-2, ISO 14289-1).
  case archive
}

/// The boxes of a page, from the top left corner of its sheet (`no-trimbox`, `trim-outside-bleed`).
public struct PageBoxes: Hashable, Sendable {
  /// The whole sheet, marks included.
  public var media: Size
  /// What is printed with paint beyond the trim.
  public var bleed: Rect
  /// The finished page.
  public var trim: Rect

  /// Makes boxes.
  public init(media: Size, bleed: Rect, trim: Rect) {
    self.media = media
    self.bleed = bleed
    self.trim = trim
  }

  /// A page that is its own sheet: no bleed, no marks.
  public init(page size: Size) {
    let whole = Rect(origin: .zero, size: size)
    self.init(media: size, bleed: whole, trim: whole)
  }
}

/// What a drawn file is finished for.
public struct PressSettings: Sendable {
  /// The claim.
  public var standard: PressStandard
  /// The press; nil for an archive file.
  public var profile: PressProfile?
  /// The press's ICC profile.
  public var icc: [UInt8]
  /// The same bytes as zlib packs them, where many files share them; nil packs them for this one.
  public var packedProfile: [UInt8]?
  /// Which ink each colour of the drawn file stands for.
  public var inks: InkMap
  /// The boxes of each page.
  public var boxes: [PageBoxes]
  /// Title, author and the date of the job.
  public var metadata: DocumentMetadata
  /// The language of the text.
  public var language: String
  /// Whether the press has one plate: placed drawings follow.
  public var isGrayscale = false
  /// The tagged stretches of each page, for an archive file.
  public var structure: [[TaggedSegment]] = []
  /// The document whose links, outline and page labels an archive file gets; nil for none.
  public var navigation: PagedDocument?

  /// Makes settings.
  public init(
    standard: PressStandard, profile: PressProfile?, icc: [UInt8], inks: InkMap,
    boxes: [PageBoxes], metadata: DocumentMetadata, language: String = "zh-CN"
  ) {
    self.standard = standard
    self.profile = profile
    self.icc = icc
    self.inks = inks
    self.boxes = boxes
    self.metadata = metadata
    self.language = language
  }
}
