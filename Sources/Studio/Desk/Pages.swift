internal import FlyingFox
import Foundation

/// The page of the studio with its styles and scripts.
struct Pages: Part {
  /// The document to begin with.
  let document: String?

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    let name = call.path == "/" ? "index.html" : String(call.path.dropFirst())
    guard let response = Self.file(name, document: document) else { return nil }
    guard call.method == "GET" else { throw .wrongMethod(allowed: "GET") }
    return response
  }

  /// A file of the page; nil where there is none of the name.
  static func file(_ name: String, document: String? = nil) -> HTTPResponse? {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    guard !name.contains("/"), let type = types[ending], var bytes = WebFiles.all[name] else {
      return nil
    }
    if name == "index.html", let document {
      let escaped = document.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;")
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing("data-document=\"\"", with: "data-document=\"\(escaped)\"")
      bytes = Array(text.utf8)
    }
    return Answer.bytes(Data(bytes), type: type, isForeign: false)
  }
}
