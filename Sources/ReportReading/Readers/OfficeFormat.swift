/// What files of older and other office programs have to become before they are read.
public enum OfficeFormat: String, Hashable, Sendable, CaseIterable {
  case workbook = "xlsx"
  case text = "docx"

  /// Endings of files that become one; those of newer programs are read as they are.
  public var endings: [String] {
    switch self {
    case .workbook: ["xls", "xlt", "ods", "fods", "et", "ett", "xlsb", "dbf"]
    case .text: ["doc", "dot", "wps", "wpt", "odt", "fodt", "rtf", "html", "htm"]
    }
  }

  /// The format that a file of an ending, in lower case, has to become; nil where it is read as it is.
  public init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// Whether bytes are a container of the newer kind, as WPS writes them under its own endings, and no
  /// open document, which says so at its start.
  public static func isPackage(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      && !bytes.dropFirst(30).starts(with: Array("mimetype".utf8))
  }

  /// Whether a file of an ending, in lower case, is read as it is: a container of the newer kind, or
  /// under the name of an old workbook a web page or a text in columns, as many systems export them.
  public static func isReadable(_ bytes: [UInt8], ending: String) -> Bool {
    if isPackage(bytes) { return true }
    guard ["xls", "xlt", "et"].contains(ending), !bytes.isEmpty else { return false }
    let opening = bytes.prefix(4096)
    let isMarked = opening.starts(with: [0xFF, 0xFE]) || opening.starts(with: [0xFE, 0xFF])
    let isXML = String(decoding: opening.prefix(8), as: UTF8.self).contains("<?xml")
    return (isMarked || !opening.contains(0)) && !isXML
  }

  /// The ending by which an office program knows a file: WPS keeps the old formats of Word and Excel
  /// under names of its own.
  public func ending(of bytes: [UInt8], named ending: String) -> String {
    let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isCompound, ["et", "ett", "wps", "wpt"].contains(ending) else { return ending }
    return self == .workbook ? "xls" : "doc"
  }
}
