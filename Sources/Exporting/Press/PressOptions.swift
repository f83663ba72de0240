import Geometry
import Prepress

/// The PDF/X standard that a press file claims, as the command line names it.
public enum PressClaim: String, Hashable, Sendable, CaseIterable {
  case x4 = "4"
  case x1a = "1a"

  var standard: PressStandard { self == .x4 ? .x4 : .x1a }
}

/// How pages are arranged on sheets, as the command line names it.
public enum SheetArrangement: String, Hashable, Sendable, CaseIterable {
  /// Two pages side by side: two 四开 pages on a 对开 sheet.
  case twoUp = "2up"
  /// Two by two.
  case fourUp = "4up"
  /// As many as a sheet holds, to be cut; on office printers only.
  case slips
  /// A stitched section: 4 | 1, 2 | 3.
  case saddle
  /// Pieces of a large page.
  case tiles
}

/// What `--press` asks for.
public struct PressOptions: Hashable, Sendable {
  /// Name of the profile in `layouts/_shared/press-*.yaml`.
  public var profile: String
  /// The standard of the file.
  public var claim: PressClaim
  /// One file a page, as plate making wants it.
  public var isSplit = false
  /// Everything on the black plate.
  public var isGrayscale = false
  /// Writes a file that has errors, too; the manifest then says that it is not ready.
  public var isForced = false
  /// The marks, where they are not those of the profile: `none`, `crop`, `full`.
  public var marks: String?
  /// Pages on sheets.
  public var sheets = SheetOptions()
  /// Whether pages are put on sheets for an office printer and nothing is done for a press.
  public var isForOffice: Bool { profile.isEmpty && !isArchive }
  /// PDF/A-2u with PDF/UA-1 tags in a screen's colours, for reading and keeping; no press.
  public var isArchive = false
  /// A picture of the ink on each page, too.
  public var hasHeatMap = false
  /// A picture of each page as it will look on the press's paper, too.
  public var hasSoftProof = false

  /// Makes options.
  public init(profile: String, claim: PressClaim = .x4) {
    self.profile = profile
    self.claim = claim
  }

  /// How a press's sheets are arranged, which takes its own margins and marks.
  var scheme: ImpositionScheme? {
    switch sheets.arrangement {
    case nil, .slips: nil
    case .twoUp: .grid(columns: 2, rows: 1)
    case .fourUp: .grid(columns: 2, rows: 2)
    case .saddle: .saddle(creep: .millimetres(sheets.creep))
    case .tiles:
      .tiles(size: sheets.paper ?? Self.usualTile, overlap: .millimetres(sheets.overlap))
    }
  }

  private static let usualTile = Size(width: .millimetres(297), height: .millimetres(420))
}
