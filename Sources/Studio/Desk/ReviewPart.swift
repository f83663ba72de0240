import Exporting
internal import FlyingFox
import Foundation

/// The calls of the studio's page about remarks and versions.
struct ReviewPart: Part {
  let desk: Desk

  private struct Change: Decodable {
    var path: String
    var change: RemarkChange
  }

  private struct Kept: Decodable {
    var path: String
    var name: String
  }

  private struct Pair: Decodable {
    var path: String
    var old: Int
    var new: Int?
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    guard call.path == "/api/review" || call.path.hasPrefix("/api/review/") else { return nil }
    if call.path == "/api/review" {
      guard call.method == "GET" else { throw .wrongMethod(allowed: "GET") }
      return Answer.json(try await desk.review(try call.required("path")))
    }
    guard call.method == "POST" else { throw .wrongMethod(allowed: "POST") }
    switch call.path.dropFirst(12) {
    case "remark":
      let wish = try call.value(Change.self)
      return Answer.json(try await desk.remark(wish.path, wish.change))
    case "version":
      let wish = try call.value(Kept.self)
      return Answer.json(try await desk.keep(wish.path, as: wish.name))
    case "compare":
      let wish = try call.value(Pair.self)
      return Answer.json(try await desk.compare(wish.path, old: wish.old, new: wish.new))
    default: throw .notFound
    }
  }
}

/// What who was sent the link of a proof sees: the pages of one document and what was said of them.
struct ProofPart: Part {
  let desk: Desk

  private struct Change: Decodable {
    var change: RemarkChange
  }

  private struct Proof: Encodable {
    var title: String
    var revision: String
    /// How each block of each story begins.
    var words: [[String]]
    var remarks: [Remark]
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    guard let path = call.proof else { return nil }
    let name = String(call.path.dropFirst(7))
    if name == "remark" {
      guard call.method == "POST" else { throw .wrongMethod(allowed: "POST") }
      let change = try call.value(Change.self).change
      guard change.isForReaders else { throw .readOnly }
      return Answer.json(try await desk.remark(path, change))
    }
    guard call.method == "GET" else { throw .wrongMethod(allowed: "GET") }
    switch name {
    case "state": return Answer.json(try await state(path))
    case "page": return Answer.json(try await desk.draw(path, pages: DeskPart.pages(call)))
    case _ where name.hasPrefix("sheet/"):
      return try await DeskPart.page(name.dropFirst(6), of: path, from: desk)
    default: return Pages.file(name.isEmpty ? "proof.html" : name)
    }
  }

  private func state(_ path: String) async throws(Fault) -> Proof {
    let view = try await desk.open(path)
    let reports = view.isPlan ? view.stories : [view.report].compactMap(\.self)
    return Proof(
      title: path, revision: view.revision, words: reports.map(\.beginnings),
      remarks: try await desk.review(path).remarks)
  }
}
