import Exporting
import Testing

@testable import Studio

/// What becomes of tasks whose workers fail.
@Suite struct CrewTests {
  private func crew(_ script: String, _ change: (inout DeskCrew.Limits) -> Void = { _ in })
    -> DeskCrew
  {
    var limits = DeskCrew.Limits()
    change(&limits)
    return DeskCrew(command: ["/bin/sh", "-c", script], limits: limits)
  }

  private static let started = #"echo '{"state":"started","findings":[],"files":[]}'"#
  private static let done = #"echo '{"state":"done","findings":[],"files":["x"]}'"#

  @Test func anAnswerComesBack() async throws {
    let reply = try await crew("while read l; do \(Self.started); \(Self.done); done")
      .run(.layouts, for: "a")
    #expect(reply.state == .done)
    #expect(reply.files == ["x"])
  }

  @Test func progressIsHeardBeforeTheAnswer() async throws {
    let heard = Synchronized<[Int]>([])
    let word = #"echo '{"state":"started","findings":[],"files":[],"progress":[1,2]}'"#
    let reply = try await crew("while read l; do \(Self.started); \(word); \(Self.done); done")
      .run(.layouts, for: "a") { done, count in heard.change { $0 += [done, count] } }
    #expect(reply.state == .done)
    #expect(heard.change { $0 } == [1, 2])
  }

  @Test func aWorkerThatDiesLosesItsTaskAlone() async throws {
    let crew = crew("read l; \(Self.started); exit 1")
    for _ in 0..<2 {
      let reply = try await crew.run(.layouts, for: "a")
      #expect(reply.state == .lost)
      #expect(reply.findings.map(\.code) == ["job.worker-died"])
    }
    #expect(await crew.tally.lost == 2)
  }

  @Test func aWorkerThatHangsIsEnded() async throws {
    let crew = crew("read l; \(Self.started); sleep 60") { $0.seconds = 0.3 }
    let reply = try await crew.run(.layouts, for: "a")
    #expect(reply.findings.map(\.code) == ["job.timeout"])
  }

  @Test func aCancelledTaskEndsItsWorkerAndIsNoLoss() async throws {
    let crew = crew("read l; \(Self.started); sleep 60")
    let task = Task { try await crew.run(.layouts, for: "a") }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let reply = try await task.value
    #expect(reply.state == .lost)
    #expect(reply.findings.map(\.code) == ["job.stopped"])
    #expect(await crew.tally.lost == 0)
  }

  @Test func aFullQueueRefuses() async throws {
    let crew = crew("while read l; do \(Self.started); sleep 0.4; \(Self.done); done") {
      $0.waiting = 1
    }
    let codes = await withTaskGroup(of: String.self) { group in
      for _ in 0..<3 {
        group.addTask {
          do throws(DeskCrew.Refusal) {
            return try await crew.run(.layouts, for: "a").state.rawValue
          } catch {
            return "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.sorted() == ["done", "done", "full"])
  }

  @Test func oneAskerDoesNotTakeTheWholeQueue() async throws {
    let crew = crew("while read l; do \(Self.started); sleep 0.4; \(Self.done); done") {
      $0.share = 1
    }
    let codes = await withTaskGroup(of: String.self) { group in
      for asker in ["a", "a", "a", "b"] {
        group.addTask {
          do throws(DeskCrew.Refusal) {
            return try await crew.run(.layouts, for: asker).state.rawValue
          } catch {
            return "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.count { $0 == "tooManyOfOne" } <= 1)
    #expect(codes.count { $0 == "done" } >= 3)
  }

  @Test func aStoppedCrewTakesNothing() async {
    let crew = crew("cat")
    await crew.stop(within: 1)
    await #expect(throws: DeskCrew.Refusal.self) { try await crew.run(.layouts, for: "a") }
  }
}
