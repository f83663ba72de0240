import Exporting
import Foundation
import Synchronization

/// What the server has done, in the text form that Prometheus reads.
final class Metrics: Sendable {
  private struct Series: Hashable, Comparable {
    var route: String
    var method: String
    var status: Int

    static func < (a: Series, b: Series) -> Bool {
      (a.route, a.method, a.status) < (b.route, b.method, b.status)
    }
  }

  private struct Sums {
    var counts: [Series: Int] = [:]
    var seconds: [String: Double] = [:]
    var calls: [String: Int] = [:]
  }

  private let sums = Mutex(Sums())
  private let log: @Sendable (String) -> Void

  init(log: @escaping @Sendable (String) -> Void) { self.log = log }

  func count(route: String, method: String, status: Int, since start: ContinuousClock.Instant) {
    let parts = (ContinuousClock.now - start).components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    let known = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]
    let method = known.contains(method) ? method : "OTHER"
    sums.withLock { sums in
      sums.counts[Series(route: route, method: method, status: status), default: 0] += 1
      sums.seconds[route, default: 0] += seconds
      sums.calls[route, default: 0] += 1
    }
    let milliseconds = (seconds * 1000 * 10).rounded() / 10
    log(
      "{\"event\":\"request\",\"method\":\"\(method)\",\"route\":\"\(route)\","
        + "\"status\":\(status),\"ms\":\(milliseconds)}")
  }

  /// The numbers, with those of the crews.
  func text(crews: [(name: String, tally: DeskCrew.Tally)]) -> String {
    let sums = sums.withLock { $0 }
    var lines = ["# TYPE banxin_requests_total counter"]
    for (series, count) in sums.counts.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "banxin_requests_total{route=\"\(series.route)\",method=\"\(series.method)\","
          + "status=\"\(series.status)\"} \(count)")
    }
    lines.append("# TYPE banxin_request_seconds summary")
    for (route, seconds) in sums.seconds.sorted(by: { $0.key < $1.key }) {
      lines.append("banxin_request_seconds_sum{route=\"\(route)\"} \(seconds)")
      lines.append("banxin_request_seconds_count{route=\"\(route)\"} \(sums.calls[route] ?? 0)")
    }
    func add(_ name: String, _ kind: String, _ value: (DeskCrew.Tally) -> Int) {
      lines.append("# TYPE banxin_\(name) \(kind)")
      for crew in crews {
        lines.append("banxin_\(name){crew=\"\(crew.name)\"} \(value(crew.tally))")
      }
    }
    add("tasks_total", "counter") { $0.tasks }
    add("tasks_refused_total", "counter") { $0.refused }
    add("workers_lost_total", "counter") { $0.lost }
    add("tasks_waiting", "gauge") { $0.waiting }
    add("tasks_running", "gauge") { $0.running }
    add("workers_resident_bytes", "gauge") { $0.residentBytes }
    return lines.joined(separator: "\n") + "\n"
  }
}
