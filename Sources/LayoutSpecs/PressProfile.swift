public import Diagnostics
public import Geometry

/// What a press asks of a page: `layouts/_shared/press-*.yaml`.
///
/// The numbers are those of table 2 of the press checklist (GWG 2015 and plants' own); every one of
/// them is a finding of preflight.
public struct PressProfile: Hashable, Sendable {
  /// The name in the file name, such as `newsprint`.
  public var name: String
  /// What it is, in a few words.
  public var title: Wording
  /// The printing condition that the file is made for.
  public var condition: PressCondition
  /// Limits of ink.
  public var ink: InkLimits
  /// Limits of type.
  public var text: TextLimits
  /// Limits of lines.
  public var lines: LineLimits
  /// Limits of pictures.
  public var pictures: PictureLimits
  /// Bleed and marks.
  public var sheet: SheetSettings

  /// Makes a profile.
  public init(
    name: String, title: Wording, condition: PressCondition, ink: InkLimits, text: TextLimits,
    lines: LineLimits, pictures: PictureLimits, sheet: SheetSettings
  ) {
    self.name = name
    self.title = title
    self.condition = condition
    self.ink = ink
    self.text = text
    self.lines = lines
    self.pictures = pictures
    self.sheet = sheet
  }
}

/// The printing condition of an output intent.
public struct PressCondition: Hashable, Sendable {
  /// Which standard plants of this kind ask for.
  public enum Standard: String, Hashable, Sendable, CaseIterable {
    case pdfx4 = "pdfx-4"
    case none
  }

  /// Its name in the registry, such as `CGATS TR 002`.
  public var identifier: String
  /// Its name for people.
  public var name: String
  /// Where the identifier is registered.
  public var registry: String
  /// The ICC profile, relative to the resources folder, or absolute.
  public var profile: String
  /// The standard that files are held to.
  public var standard: Standard

  /// Makes a condition.
  public init(
    identifier: String, name: String, registry: String, profile: String, standard: Standard
  ) {
    self.identifier = identifier
    self.name = name
    self.registry = registry
    self.profile = profile
    self.standard = standard
  }
}

/// Limits of ink, in percent (INK-4; `tac-over-limit`, `rich-black-text`, `spot-inks`).
public struct InkLimits: Hashable, Sendable {
  /// Largest sum of inks, mean over any 15 mm².
  public var limit: Double
  /// The sum at which paper tears or inks set off.
  public var hard: Double
  /// Largest sum of black text that has other inks under it.
  public var richBlack: Double
  /// How many spot inks there may be.
  public var spots: Int

  /// Makes limits.
  public init(limit: Double, hard: Double, richBlack: Double, spots: Int) {
    self.limit = limit
    self.hard = hard
    self.richBlack = richBlack
    self.spots = spots
  }
}

/// Smallest type (`small-text`, `small-reversed-text`, `small-text-many-inks`).
public struct TextLimits: Hashable, Sendable {
  /// In one ink.
  public var least: Length
  /// White on an ink.
  public var reversed: Length
  /// In more than two inks.
  public var manyInks: Length

  /// Makes limits.
  public init(least: Length, reversed: Length, manyInks: Length) {
    self.least = least
    self.reversed = reversed
    self.manyInks = manyInks
  }
}

/// Thinnest lines (INK-6; `hairline`, `thin-line-many-inks`, `black-line-knockout`).
public struct LineLimits: Hashable, Sendable {
  /// In one ink.
  public var least: Length
  /// In several inks.
  public var manyInks: Length
  /// White on an ink.
  public var reversed: Length
  /// Black lines thinner than this print over what is under them.
  public var overprintUnder: Length

  /// Makes limits.
  public init(least: Length, manyInks: Length, reversed: Length, overprintUnder: Length) {
    self.least = least
    self.manyInks = manyInks
    self.reversed = reversed
    self.overprintUnder = overprintUnder
  }
}

/// Resolutions at the placed size, in pixels an inch (INK-5; `image-resolution`).
public struct PictureLimits: Hashable, Sendable {
  /// How colours outside the press's reach are brought into it.
  public enum Intent: String, Hashable, Sendable, CaseIterable {
    case perceptual
    case relative = "relative-bpc"
  }

  /// What a picture is reduced to.
  public var target: Double
  /// From where a picture is reduced.
  public var over: Double
  /// Below this a picture is an error.
  public var least: Double
  /// Below this a picture is a warning.
  public var low: Double
  /// Above this pixels are wasted.
  public var wasteful: Double
  /// Below this 1-bit art is an error.
  public var bitmapLeast: Double
  /// Below this 1-bit art is a warning.
  public var bitmapLow: Double
  /// How colours are brought in.
  public var intent: Intent

  /// Makes limits.
  public init(
    target: Double, over: Double, least: Double, low: Double, wasteful: Double,
    bitmapLeast: Double, bitmapLow: Double, intent: Intent
  ) {
    self.target = target
    self.over = over
    self.least = least
    self.low = low
    self.wasteful = wasteful
    self.bitmapLeast = bitmapLeast
    self.bitmapLow = bitmapLow
    self.intent = intent
  }
}

/// Bleed and printer's marks (INK-7; `registration-colour`).
public struct SheetSettings: Hashable, Sendable {
  /// Which marks stand outside the trim.
  public enum Marks: String, Hashable, Sendable, CaseIterable { case none, crop, full }

  /// Paint beyond the trim.
  public var bleed: Length
  /// The marks.
  public var marks: Marks
  /// From the trim to the marks; at least the bleed.
  public var offset: Length
  /// Length of a crop mark.
  public var mark: Length
  /// Weight of the marks.
  public var weight: Length

  /// Makes settings.
  public init(bleed: Length, marks: Marks, offset: Length, mark: Length, weight: Length) {
    self.bleed = bleed
    self.marks = marks
    self.offset = offset
    self.mark = mark
    self.weight = weight
  }
}
