import Exporting
internal import FlyingFox
import Foundation

/// What the server says of itself: its numbers and its description.
struct Overview: Part {
  let metrics: Metrics
  let crews: [(name: String, crew: DeskCrew)]
  let version: String

  init(metrics: Metrics, crews: [(String, DeskCrew)], version: String) {
    self.metrics = metrics
    self.crews = crews
    self.version = version
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    switch call.path {
    case "/metrics":
      guard call.method == "GET" else { throw .wrongMethod(allowed: "GET") }
      var tallies: [(name: String, tally: DeskCrew.Tally)] = []
      for (name, crew) in crews { tallies.append((name, await crew.tally)) }
      return Answer.text(
        metrics.text(crews: tallies), type: "text/plain; version=0.0.4; charset=utf-8")
    case "/openapi.json":
      guard call.method == "GET" else { throw .wrongMethod(allowed: "GET") }
      return Answer.bytes(
        Data(WebFiles.all["openapi.json"] ?? []), type: "application/json; charset=utf-8")
    default: return nil
    }
  }
}
