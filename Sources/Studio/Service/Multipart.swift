import Foundation

/// The parts of a `multipart/form-data` body (RFC 7578).
struct Multipart {
  struct Piece {
    var name: String
    var fileName: String?
    var data: Data
  }

  private(set) var pieces: [Piece] = []

  /// Most parts of one body.
  private static let most = 200

  /// Takes a body apart; a body that is not of the type's form is a fault.
  init(_ body: Data, type: String) throws(Fault) {
    guard let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty,
      boundary.utf8.count <= 70
    else { throw .malformed("the multipart body names no boundary", "multipart 缺少 boundary") }
    let mark = Data("--\(boundary)".utf8)
    let blank = Data("\r\n\r\n".utf8)
    guard body.starts(with: mark) else { throw Self.broken }
    var place = body.startIndex + mark.count
    while body[place...].starts(with: Data("\r\n".utf8)) {
      let start = place + 2
      guard let end = body.range(of: Data("\r\n".utf8) + mark, in: start..<body.endIndex),
        let head = body.range(of: blank, in: start..<end.lowerBound), pieces.count < Self.most
      else { throw Self.broken }
      let lines = String(decoding: body[start..<head.lowerBound], as: UTF8.self)
        .components(separatedBy: "\r\n")
      guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
        let name = Self.parameter("name", of: line)
      else { throw Self.broken }
      pieces.append(
        Piece(
          name: name, fileName: Self.parameter("filename", of: line),
          data: body.subdata(in: head.upperBound..<end.lowerBound)))
      place = end.upperBound
    }
    guard body[place...].starts(with: Data("--".utf8)) else { throw Self.broken }
  }

  private static let broken = Fault.malformed("the multipart body is broken", "multipart 请求体不完整")

  /// `name="value"` or `name=value` of a header.
  static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      let value = pair[1]
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count >= 2
        ? String(value.dropFirst().dropLast()) : value
    }
    return nil
  }
}
