/// A sheet that a printer has, in millimetres.
public struct PrinterPaper: Hashable, Sendable {
  /// Its name in IPP (PWG 5101.1), such as `iso_a4_210x297mm`.
  public var name: String
  /// Width, upright.
  public var width: Double
  /// Height, upright.
  public var height: Double
  /// What the printer leaves blank at the left, top, right and bottom.
  public var margins: (left: Double, top: Double, right: Double, bottom: Double) {
    get { (left, top, right, bottom) }
    set { (left, top, right, bottom) = newValue }
  }
  private var left = 0.0
  private var top = 0.0
  private var right = 0.0
  private var bottom = 0.0

  /// Makes a sheet without margins.
  public init(name: String, width: Double, height: Double) {
    self.name = name
    self.width = width
    self.height = height
  }

  /// Whether a page of a size, upright or lying, is this sheet to half a millimetre.
  public func holds(width: Double, height: Double) -> Bool {
    func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 0.5 }
    return isNear(width, self.width) && isNear(height, self.height)
      || isNear(height, self.width) && isNear(width, self.height)
  }

  /// Its name as people say it: A4, A3, 16开, or its size.
  public var title: String {
    for (name, width, height) in Self.known where holds(width: width, height: height) {
      return name
    }
    return "\(Int(width.rounded())) × \(Int(height.rounded())) mm"
  }

  /// A name in IPP without what is said of its edges.
  static func plain(_ name: String) -> String {
    let ending = "_borderless"
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }

  /// The size in millimetres of a sheet that people name; nil for an unknown name.
  public static func size(named name: String) -> (width: Double, height: Double)? {
    known.first { $0.0.lowercased() == name.lowercased() }.map { ($0.1, $0.2) }
  }

  private static let known: [(String, Double, Double)] = [
    ("A5", 148, 210), ("A4", 210, 297), ("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841),
    ("A6", 105, 148), ("B5", 176, 250), ("B5 (JIS)", 182, 257), ("B4 (JIS)", 257, 364),
    ("16开", 184, 260), ("8开", 260, 368), ("Letter", 215.9, 279.4), ("Legal", 215.9, 355.6),
  ]
}

/// A printer and what it can do, as it says itself.
public struct Printer: Hashable, Sendable {
  /// The name by which it is addressed.
  public var name: String
  /// What people call it, or where it stands; empty where nobody has said.
  public var info: String
  /// Whether it is taken where none is named.
  public var isDefault: Bool
  /// Whether it prints on both sides.
  public var isDuplex: Bool
  /// Whether it has colours.
  public var hasColour: Bool
  /// The sheets that it takes.
  public var papers: [PrinterPaper]
  /// Why it does not print now, in IPP's words such as `media-empty`; empty where it does.
  public var reasons: [String]
  /// Whether it was added to this machine's printers; otherwise the network has it.
  public var isAdded = true
  /// Whether it was stopped.
  public var isStopped: Bool

  /// The names of the sheets that lie in its trays; empty where it does not say.
  public var loaded: Set<String> = []

  /// Whether a tray says that it holds a sheet; a sheet without blank edges is the same paper.
  public func isLoaded(_ paper: PrinterPaper) -> Bool {
    loaded.contains { name in
      name == paper.name || PrinterPaper.plain(name) == PrinterPaper.plain(paper.name)
    }
  }

  /// The sheet for a page of a size in millimetres, upright or lying: one of that size, else the
  /// smallest that holds it.
  public func paper(width: Double, height: Double) -> PrinterPaper? {
    if let own = papers.first(where: { $0.holds(width: width, height: height) }) { return own }
    let (short, long) = (min(width, height), max(width, height))
    return papers.filter {
      min($0.width, $0.height) >= short - 0.5 && max($0.width, $0.height) >= long - 0.5
    }.min { $0.width * $0.height < $1.width * $1.height }
  }
}
