import Exporting
internal import FlyingFox
import Foundation

/// The calls of the studio's page about tables and plans.
struct TablePart: Part {
  let desk: Desk

  private struct Preview: Decodable {
    var merge: DeskMerge
    var row: Int
  }

  private struct Stop: Decodable {
    var id: Int
  }

  private struct Plan: Decodable {
    var name: String
    var reports: [String]
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    switch (call.method, call.path) {
    case ("GET", "/api/table"):
      return Answer.json(
        try await desk.table(
          try call.required("path"), near: call.query["near"] ?? "", map: call.query["map"]))
    case ("GET", "/api/merge"):
      guard let number = Int(try call.required("id")) else { throw .notFound }
      return Answer.json(try await desk.run(number))
    case ("POST", "/api/bulletin"):
      return Answer.json(try await desk.bulletin(try call.value(DeskBulletin.self)))
    case ("POST", "/api/merge"):
      return Answer.json(try await desk.merge(try call.value(DeskMerge.self)))
    case ("POST", "/api/merge/stop"):
      return Answer.json(try await desk.stopMerge(try call.value(Stop.self).id))
    case ("POST", "/api/preview"):
      let wish = try call.value(Preview.self)
      return Answer.json(try await desk.preview(wish.merge, row: wish.row))
    case ("POST", "/api/plan"):
      let wish = try call.value(Plan.self)
      return Answer.json(["path": try await desk.newPlan(wish.name, of: wish.reports)])
    default: return nil
    }
  }
}
