public import Diagnostics
import DisplayList

/// Turns a drawn PDF into one that a plant takes: bytes to bytes.
///
/// Inks for preview colours, pictures as prepared, page boxes, output intent, metadata, identifier
/// and version. The same input gives the same bytes.
public struct PDFFinisher: Sendable {
  private let settings: PressSettings

  /// Makes a finisher for one press or for the archive.
  public init(_ settings: PressSettings) { self.settings = settings }

  /// Finishes a drawn file; `pictures` are those that its stand-ins name.
  public func finish(
    _ drawn: [UInt8], pictures: [PreparedArt] = []
  ) throws(Rejection) -> [UInt8] {
    let file = try PDFFile(drawn)
    var walk = PageFinisher(file: file, settings: settings, pictures: pictures)
    for (index, page) in file.pages.enumerated() { walk.finish(page, number: index + 1) }
    if !walk.problems.isEmpty { throw Rejection(walk.problems) }
    for (page, boxes) in zip(file.pages, settings.boxes) { boxes.write(to: page) }
    FontCompletion.complete(file)
    let identifier = ContentHash.uuid(of: drawn)
    try OutputIntent(settings).write(to: file)
    DocumentInfo(settings, identifier: identifier).write(to: file)
    defer { withExtendedLifetime(walk.sources) {} }
    if settings.standard == .archive { try StructureCompletion(settings).complete(file) }
    return try file.write(version: settings.standard.version)
  }
}

extension PressStandard {
  /// The PDF version that the standard rests on (`version-over-1.6`).
  var version: String {
    switch self {
    case .x4: "1.6"
    case .x1a: "1.4"
    case .archive: "1.7"
    }
  }

  /// Whether colours become inks of a press.
  var isPress: Bool { self != .archive }
}
