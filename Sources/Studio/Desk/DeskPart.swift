import Diagnostics
import Exporting
internal import FlyingFox
import Foundation

/// The calls of the studio's page.
struct DeskPart: Part {
  let desk: Desk

  private struct Named: Decodable {
    var path: String
  }

  private struct Change: Decodable {
    var path: String
    var revision: String
    var story: Int?
    var edits: [DeskEdit]?
    var plan: [DeskPlanEdit]?
  }

  private struct Wish: Decodable {
    var path: String
    var what: String
    var press: String?
  }

  private struct Listing: Encodable {
    var folder: String
    var entries: [WorkFolder.Entry]
    var layouts: [DeskLayout]
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    if call.path.hasPrefix("/page/") {
      return try await Self.page(call.path.dropFirst(6), of: nil, from: desk)
    }
    if call.path == "/file" { return try file(call) }
    guard call.path.hasPrefix("/api/") else { return nil }
    let name = String(call.path.dropFirst(5))
    if call.method == "GET" {
      switch name {
      case "folder": return try await listing()
      case "page": return try await draw(call)
      case "picture": return try await picture(call)
      case "variants": return Answer.json(try await desk.variants(try call.required("path")))
      default: throw .notFound
      }
    }
    guard call.method == "POST" else { throw .wrongMethod(allowed: "POST") }
    switch name {
    case "open": return Answer.json(try await desk.open(call.value(Named.self).path))
    case "edit": return Answer.json(try await change(call))
    case "undo", "redo":
      let path = try desk.folder.safe(call.value(Named.self).path)
      return Answer.json(try await desk.go(path, back: name == "undo"))
    case "export":
      let wish = try call.value(Wish.self)
      return Answer.json(
        try await desk.export(wish.path, what: wish.what, press: wish.press ?? "newsprint"))
    case "preflight":
      let (json, stamp) = try await desk.preflight(
        call.body, press: call.query["press"] ?? "newsprint")
      var response = Answer.bytes(json, type: "application/json; charset=utf-8")
      response.headers[HTTPHeader("Banxin-Pages")] = stamp
      return response
    case "upload": return try upload(call)
    case "sample": return try sample()
    default: throw .notFound
    }
  }

  private func listing() async throws(Fault) -> HTTPResponse {
    let name = desk.folder.path.split(separator: "/").last.map(String.init) ?? "/"
    return Answer.json(
      Listing(folder: name, entries: desk.folder.entries(), layouts: try await desk.layouts()))
  }

  private func change(_ call: Call) async throws(Fault) -> Desk.View {
    let change = try call.value(Change.self)
    let path = try desk.folder.safe(change.path)
    if let plan = change.plan {
      return try await desk.arrange(path, edits: plan, revision: change.revision)
    }
    return try await desk.edit(
      path, story: change.story, edits: change.edits ?? [], revision: change.revision)
  }

  private func draw(_ call: Call) async throws(Fault) -> HTTPResponse {
    Answer.json(try await desk.draw(try call.required("path"), pages: Self.pages(call)))
  }

  /// The pages that a call asks for, from 0.
  static func pages(_ call: Call) -> [Int] {
    (call.query["pages"] ?? "1").split(separator: ",").compactMap { Int($0) }
      .filter { (1...10_000).contains($0) }.prefix(8).map { $0 - 1 }
  }

  /// `STAMP/NUMBER.svg` or `.png`; with a path, only of that document.
  static func page(
    _ name: Substring, of path: String?, from desk: Desk
  ) async throws(Fault) -> HTTPResponse {
    let parts = name.split(separator: "/")
    guard parts.count == 2, Int(parts[1].dropLast(4)) != nil,
      let type = types[String(parts[1].suffix(3))]
    else { throw .notFound }
    return Answer.bytes(
      try await desk.page(String(parts[0]), file: String(parts[1]), of: path), type: type)
  }

  private static let types = [
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "json": "application/json; charset=utf-8", "yaml": "text/plain; charset=utf-8",
  ]

  /// A picture or output of the folder: shown, or handed out with `download`.
  private func file(_ call: Call) throws(Fault) -> HTTPResponse {
    let path = try desk.folder.safe(try call.required("path"))
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let type = Self.types[ending], let bytes = desk.folder.bytes(of: path) else {
      throw .notFound
    }
    let name = path.split(separator: "/").last.map(String.init)
    return Answer.bytes(
      Data(bytes), type: type, name: call.query["download"] == nil ? nil : name)
  }

  /// A picture as a browser shows it: one inside a Word file, or of a format that it does not know.
  private func picture(_ call: Call) async throws(Fault) -> HTTPResponse {
    let (bytes, ending) = try await desk.picture(try call.required("path"))
    return Answer.bytes(bytes, type: Self.types[ending] ?? "application/octet-stream")
  }

  /// Takes a file in under a name that no other has.
  private func upload(_ call: Call) throws(Fault) -> HTTPResponse {
    let name = try desk.folder.safe(try call.required("name"))
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard WorkFolder.isTaken(ending) else {
      throw Fault(
        .unsupportedMediaType, "server.file-kind", "files of this kind are not taken",
        "不收这种文件")
    }
    return Answer.json(["path": try write(call.body, to: desk.folder.freeName(name))])
  }

  private func write(_ data: Data, to path: String) throws(Fault) -> String {
    do {
      try FileSystem().write([OutputFile(path: path, bytes: Array(data))])
    } catch {
      throw .unwritable(error)
    }
    return path
  }

  /// Puts the sample into the folder, where it is not there yet.
  private func sample() throws(Fault) -> HTTPResponse {
    let folder = "示例"
    for (name, bytes) in WebFiles.all where name.hasPrefix("sample/") {
      let path = "\(folder)/\(name.dropFirst(7))"
      if desk.folder.bytes(of: path) == nil { _ = try write(Data(bytes), to: path) }
    }
    return Answer.json(["path": "\(folder)/\(WebFiles.sample)"])
  }
}
