import Diagnostics
public import Geometry
import Prepress
import Printing

/// How pages come on the sheets of an office printer.
public struct SheetOptions: Hashable, Sendable {
  /// Pages together on a sheet, or a page on several; nil puts each on a sheet of its own.
  public var arrangement: SheetArrangement?
  /// How far each inner sheet of a stitched section moves to the spine, in mm.
  public var creep = 0.0
  /// The sheet; nil makes it as large as the pages on it.
  public var paper: Size?
  /// How far tiles overlap, in mm.
  public var overlap = 10.0
  /// How many times larger than in the file a page is printed, where the file holds it at a tenth of
  /// its size.
  public var enlargement = 1.0

  /// Makes options.
  public init() {}

  /// What office printers leave blank at each edge, at most.
  static let usualMargin = Length.millimetres(5)

  var scheme: SheetScheme {
    switch arrangement {
    case nil: .single
    case .twoUp: .grid(columns: 2, rows: 1)
    case .fourUp: .grid(columns: 2, rows: 2)
    case .slips: .slips
    case .saddle: .saddle(creep: .millimetres(creep))
    case .tiles: .tiles(overlap: .millimetres(overlap))
    }
  }

  /// The size of a sheet that people name: A4, 16开, or 297x420 in millimetres.
  public static func size(named name: String) -> Size? {
    if let known = PrinterPaper.size(named: name) {
      return Size(width: .millimetres(known.width), height: .millimetres(known.height))
    }
    let sides = name.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" })
      .compactMap { Double($0) }
    guard sides.count == 2, sides.allSatisfy({ (50...5000).contains($0) }) else { return nil }
    return Size(width: .millimetres(sides[0]), height: .millimetres(sides[1]))
  }
}

/// Puts the pages of a PDF file on sheets at their size.
struct OfficeSheets {
  let options: SheetOptions
  /// The sheet with what a printer leaves blank; nil for one as large as what lies on it.
  let paper: SheetPaper?

  init(_ options: SheetOptions, paper: SheetPaper?) {
    (self.options, self.paper) = (options, paper)
  }

  /// Sheets for whatever printer: those that marks stand on leave an edge blank.
  init(_ options: SheetOptions) {
    self.options = options
    let usual = SheetOptions.size(named: options.arrangement == .tiles ? "A3" : "A4")
    let needsPaper = options.arrangement == .tiles || options.arrangement == .slips
    paper = (options.paper ?? (needsPaper ? usual : nil)).map {
      SheetPaper(size: $0, sides: SheetOptions.usualMargin, ends: SheetOptions.usualMargin)
    }
  }

  /// The sheets of a file, and the file of the sheets.
  func arrange(
    _ pdf: [UInt8], name: String
  ) throws(Rejection) -> (sheets: [PlannedSheet], pdf: [UInt8]) {
    let sheets = try plan(try PageSizes.of(pdf, name: name), name: name)
    let bytes = try SheetWriter(sheets, enlargement: options.enlargement).write(pdf, name: name)
    return (sheets, bytes)
  }

  /// The sheets of pages of these sizes.
  func plan(_ sizes: [Size], name: String) throws(Rejection) -> [PlannedSheet] {
    let enlarged = sizes.map { size in
      Size(
        width: size.width.scaled(by: options.enlargement),
        height: size.height.scaled(by: options.enlargement))
    }
    do throws(SheetPlanner.TooLarge) {
      return try SheetPlanner(paper: paper).plan(enlarged, options.scheme)
    } catch {
      throw Rejection(SheetProblems.tooLarge(error.needed, error.sheet))
    }
  }
}

/// What keeps pages from their sheets.
enum SheetProblems {
  static func tooLarge(_ needed: Size, _ sheet: Size) -> Diagnostic {
    let over = (
      max(needed.width, needed.height).millimetres - max(sheet.width, sheet.height).millimetres,
      min(needed.width, needed.height).millimetres - min(sheet.width, sheet.height).millimetres
    )
    let most = Int(max(over.0, over.1).rounded(.up))
    return Diagnostic(
      .error, "sheets.too-large",
      Wording(
        "\(words(needed)) do not go on a sheet of \(words(sheet)): \(most) mm too much, and pages are not scaled",
        "版面要 \(words(needed))，纸只有 \(words(sheet))，超出 \(most) 毫米，又不缩放"),
      hints: [
        Wording(
          "name a larger sheet with --paper, or print in pieces with --impose tiles",
          "用 --paper 指定更大的纸，或用 --impose tiles 分片印出再拼接")
      ])
  }

  static func words(_ size: Size) -> String {
    "\(Int(size.width.millimetres.rounded())) × \(Int(size.height.millimetres.rounded())) mm"
  }
}
