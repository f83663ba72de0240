import Exporting
import Foundation

/// Files to hand out: exports, verdicts on foreign files, pictures.
extension Desk {
  /// What was exported.
  struct Exported: Codable {
    var files: [String]
    /// Whether a press file may go to the plant; nil for what is no press file.
    var isReady: Bool?
    var isPrintable: Bool
    var findings: [DeskFinding]
    /// The command that makes the same bytes.
    var command: String
  }

  /// Other papers that a report makes: their layouts and formats.
  private static let others = [
    "bulletin": ("bulletin-a4", "pdf"), "poster": ("poster", "pdf"), "wechat": ("wechat", "png"),
    "script": ("broadcast-script", "pdf"),
  ]

  /// Makes the files of a document: its pages as `pdf`, `press`, `png`, `svg` or `proof`, a file to go
  /// on with, `docx`, `html` or `idml`, or another paper of its words, `bulletin`, `poster` ….
  func export(_ path: String, what: String, press: String) async throws(Fault) -> Exported {
    let path = try folder.safe(path)
    var order = order(path)
    let stem = "\(WorkFolder.output)/\(stem(of: path))"
    switch what {
    case "pdf", "png", "svg", "docx", "html", "idml": order.output = "\(stem).\(what)"
    case let name where Self.others[name] != nil && order.kind == .report:
      let (layout, ending) = Self.others[name] ?? ("", "pdf")
      (order.layout, order.output) = (layout, "\(stem)-\(name).\(ending)")
    case "proof":
      order.output = "\(stem)-proof.pdf"
      order.proof = true
    case "press":
      order.output = "\(stem)-press.pdf"
      order.press = press
    default: throw .malformed("there is no output of this name", "没有这种输出")
    }
    let reply = try await crewAnswer(.export(order))
    if reply.files.isEmpty, what != "press" { throw Fault(reply) }
    return Exported(
      files: reply.files, isReady: what == "press" ? reply.isReady ?? false : nil,
      isPrintable: reply.state == .done, findings: reply.findings,
      command: Self.command(for: order, output: order.output))
  }

  /// Pages of a handed-in file that are shown.
  private static let looked = 20

  /// The verdict on a PDF file that was handed in as JSON, and where to get pictures of its pages.
  func preflight(_ pdf: Data, press: String) async throws(Fault) -> (json: Data, stamp: String) {
    let place = temporary.make()
    let path = "\(place)/file.pdf"
    guard FileManager.default.createFile(atPath: path, contents: pdf) else {
      throw .internalFault
    }
    do throws(Fault) {
      let reply = try await crewAnswer(.preflight(path: path, press: press))
      guard let json = reply.preflight else { throw Fault(reply) }
      _ = try await crewAnswer(
        .look(path: path, folder: place, pages: Array(0..<Self.looked)))
      return (Data(json.utf8), keep(place, of: ""))
    } catch {
      temporary.remove(place)
      throw error
    }
  }

  /// A picture that browsers know, with the ending of its format.
  func picture(_ path: String) async throws(Fault) -> (bytes: Data, ending: String) {
    let path = try folder.safe(path)
    let place = temporary.make()
    defer { temporary.remove(place) }
    let reply = try await crewAnswer(.picture(path: path, folder: place))
    guard let file = reply.files.first, let data = FileManager.default.contents(atPath: file)
    else { throw Fault(reply) }
    return (data, file.split(separator: ".").last.map(String.init) ?? "")
  }
}
