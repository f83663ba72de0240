import Exporting
import Foundation

/// A document that a program asks for: the report with its pictures in, pages out.
struct RenderRequest: Decodable {
  /// A file in a request: its words, or its bytes in base 64.
  struct File: Decodable {
    var name: String
    var text: String?
    var base64: String?

    /// The bytes; a fault where neither or no base 64 is given.
    func bytes() throws(Fault) -> Data {
      if let text { return Data(text.utf8) }
      guard let base64, let data = Data(base64Encoded: base64) else {
        throw .malformed("\"\(name)\" has neither text nor base 64", "“\(name)”没有内容")
      }
      return data
    }
  }

  /// What the answer calls it, in a batch.
  var id: String?
  var report: File
  /// Name of the layout; a report may name one itself.
  var layout: String?
  /// `pdf`, `png` or `svg`.
  var format: String?
  /// The press that a PDF file is made for.
  var press: String?
  var pictures: [File]?
  var set: [String: String]?
  var dpi: Double?
  var proof: Bool?

  /// Takes the fields of a form.
  init(form: Multipart) throws(Fault) {
    var report: File?
    var pictures: [File] = []
    var set: [String: String] = [:]
    for piece in form.pieces {
      let text = String(decoding: piece.data, as: UTF8.self)
      switch piece.name {
      case "report":
        report = File(
          name: piece.fileName ?? "a.txt", text: nil,
          base64: piece.data.base64EncodedString())
      case "picture", "pictures":
        pictures.append(
          File(
            name: piece.fileName ?? "\(pictures.count + 1).jpg", text: nil,
            base64: piece.data.base64EncodedString()))
      case "layout": layout = text
      case "format": format = text
      case "press": press = text
      case "dpi": dpi = Double(text)
      case "proof": proof = text == "true"
      case let name where name.hasPrefix("set."): set[String(name.dropFirst(4))] = text
      default:
        throw .malformed("there is no field \"\(piece.name)\"", "没有“\(piece.name)”这一项")
      }
    }
    guard let report else { throw .malformed("the form has no report", "表单中没有 report") }
    self.report = report
    self.pictures = pictures
    self.set = set
  }

  /// Most pictures of one report.
  private static let mostPictures = 100

  /// Writes the files into a folder; the order that makes the pages there.
  func order(in folder: String) throws(Fault) -> DeskOrder {
    let format = format ?? "pdf"
    guard ["pdf", "png", "svg"].contains(format) else {
      throw .malformed("the format is pdf, png or svg", "format 只有 pdf、png、svg")
    }
    guard (10...600).contains(dpi ?? 150) else {
      throw .malformed("dpi lies in 10…600", "dpi 应在 10 到 600 之间")
    }
    let layout = layout ?? ""
    guard !layout.contains("/"), !layout.hasPrefix(".") else {
      throw .malformed("the layout is a name", "layout 应是版式名")
    }
    guard (pictures ?? []).count <= Self.mostPictures else {
      throw .malformed("too many pictures", "图片太多")
    }
    let name = try Self.plain(report.name)
    var order = DeskOrder(input: "\(folder)/\(name)")
    try Self.write(try report.bytes(), to: order.input)
    for picture in pictures ?? [] {
      let name = try Self.plain(picture.name)
      try Self.write(try picture.bytes(), to: "\(folder)/pictures/\(name)")
      // A report names its pictures beside itself; the others lie in a folder of their own.
      order.photos = "\(folder)/pictures"
    }
    order.layout = layout
    order.output = "\(folder)/out/page.\(format)"
    order.press = press
    order.proof = proof ?? false
    order.dpi = dpi ?? 150
    order.set = set ?? [:]
    return order
  }

  /// The last part of a name, which has to be one.
  private static func plain(_ name: String) throws(Fault) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    guard !last.isEmpty, !last.hasPrefix("."), last.utf8.count <= 200,
      last.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw .malformed("\"\(name)\" is no name of a file", "“\(name)”不能作文件名") }
    return last
  }

  private static func write(_ data: Data, to path: String) throws(Fault) {
    let url = URL(fileURLWithPath: path)
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: data) else {
      throw .internalFault
    }
  }
}

/// A chart that a program asks for.
struct ChartRequest: Decodable {
  /// The specification as text: JSON or YAML.
  var spec: String
  var format: String?
  var theme: String?
  var scale: Double?
  var size: String?

  func chart(in folder: String) throws(Fault) -> DeskChart {
    let format = format ?? "svg"
    guard ["pdf", "png", "svg"].contains(format) else {
      throw .malformed("the format is pdf, png or svg", "format 只有 pdf、png、svg")
    }
    guard (0.5...20).contains(scale ?? 2) else {
      throw .malformed("scale lies in 0.5…20", "scale 应在 0.5 到 20 之间")
    }
    let path = "\(folder)/chart.vl.yaml"
    guard FileManager.default.createFile(atPath: path, contents: Data(spec.utf8)) else {
      throw .internalFault
    }
    return DeskChart(
      path: path, folder: "\(folder)/out", format: format, theme: theme ?? "zh-print",
      scale: scale ?? 2, size: size)
  }
}
