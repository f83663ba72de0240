import Diagnostics
import Dispatch
import Glibc
import Synchronization

/// The workers of a server: each does one task at a time, others wait in their order, too many are
/// refused. A task that ends its worker, takes too long or too much memory is answered so, and the next
/// one gets a new worker.
package actor DeskCrew {
  /// What a crew allows.
  package struct Limits: Sendable {
    /// Worker processes.
    package var hands = 1
    /// Tasks that may wait.
    package var waiting = 64
    /// Tasks that may wait for one asker.
    package var share = 16
    /// Seconds that a task may take.
    package var seconds = 60.0
    /// MiB that a worker may hold while it works.
    package var memory = 1024
    /// MiB beyond which a worker is replaced between two tasks.
    package var idleMemory = 200

    package init() {}
  }

  /// Why a task was not taken.
  package enum Refusal: Error { case full, tooManyOfOne, stopping }

  /// What a crew has done.
  package struct Tally: Sendable {
    package var tasks = 0
    package var refused = 0
    package var lost = 0
    package var waiting = 0
    package var running = 0
    package var residentBytes = 0
  }

  private let command: [String]
  private let limits: Limits
  private var idle: [DeskHand] = []
  private var hands: [DeskHand] = []
  private var waiting: [(asker: String, turn: CheckedContinuation<DeskHand?, Never>)] = []
  private var running = 0
  private var counted = Tally()
  private var isStopping = false

  /// Makes a crew that has no worker yet; `command` is path and arguments of one.
  package init(command: [String], limits: Limits = Limits()) {
    self.command = command
    self.limits = limits
  }

  /// The numbers for a watcher.
  package var tally: Tally {
    var tally = counted
    tally.waiting = waiting.count
    tally.running = running
    tally.residentBytes = hands.map(\.residentBytes).reduce(0, +)
    return tally
  }

  /// Does a task. `asker` is whoever asked, for a fair share of the queue; `onProgress` hears how many
  /// of how many are done, where the task is one of many. A cancelled task ends its worker within 0.1 s
  /// and answers `lost`, with `job.stopped`.
  package func run(
    _ task: DeskTask, for asker: String,
    onProgress: @escaping @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) async throws(Refusal) -> DeskReply {
    guard let hand = try await hand(for: asker) else { throw .stopping }
    running += 1
    counted.tasks += 1
    let limits = limits
    hand.begin()
    let reply = await withTaskCancellationHandler {
      await withCheckedContinuation { (turn: CheckedContinuation<DeskReply, Never>) in
        DeskHand.queue.async { turn.resume(returning: hand.serve(task, limits, onProgress)) }
      }
    } onCancel: {
      hand.stop()
    }
    running -= 1
    if reply.state == .lost, !Task.isCancelled { counted.lost += 1 }
    release(hand)
    return reply
  }

  private func hand(for asker: String) async throws(Refusal) -> DeskHand? {
    if isStopping { throw .stopping }
    if let hand = idle.popLast() { return hand }
    if hands.count < limits.hands {
      let hand = DeskHand(command)
      hands.append(hand)
      return hand
    }
    guard waiting.count < limits.waiting else {
      counted.refused += 1
      throw .full
    }
    guard waiting.count(where: { $0.asker == asker }) < limits.share else {
      counted.refused += 1
      throw .tooManyOfOne
    }
    return await withCheckedContinuation { waiting.append((asker, $0)) }
  }

  private func release(_ hand: DeskHand) {
    if waiting.isEmpty {
      idle.append(hand)
    } else {
      waiting.removeFirst().turn.resume(returning: hand)
    }
    if isStopping { hand.close() }
  }

  /// Takes no more tasks; what waits is sent away, what runs may end within some seconds.
  package func stop(within seconds: Double) async {
    isStopping = true
    for one in waiting { one.turn.resume(returning: nil) }
    waiting = []
    for hand in idle { hand.close() }
    let deadline = ContinuousClock.now + .seconds(seconds)
    while running > 0, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(20))
    }
    for hand in hands { hand.end() }
  }
}

/// One worker of a server as its parent holds it. Whoever has it, has it alone; the process is started
/// with its first task and again after its end.
final class DeskHand: @unchecked Sendable {
  static let queue = DispatchQueue(label: "desk", attributes: .concurrent)

  private let command: [String]
  // Touched by the one task that has the hand.
  private var child: ChildProcess?
  /// The process for all others, who may look at it and end it; 0 for none.
  private let process = Mutex<pid_t>(0)

  /// Whether whoever gave the task no longer wants its answer.
  private let isStopped = Mutex(false)

  init(_ command: [String]) { self.command = command }

  /// Comes before a task, so that a stop of the one before does not end it.
  func begin() { isStopped.withLock { $0 = false } }

  /// Has the task that runs, or is about to, given up.
  func stop() { isStopped.withLock { $0 = true } }

  var residentBytes: Int { process.withLock { $0 > 0 ? ChildProcess.residentBytes(of: $0) : 0 } }

  /// Ends the process, whatever it does; whoever waits for it notices.
  func end() { process.withLock { if $0 > 0 { kill($0, SIGKILL) } } }

  /// Ends the process of a hand that nobody has.
  func close() { if let child { drop(child) } }

  /// Gives a task to the process and waits for its answer.
  func serve(
    _ task: DeskTask, _ limits: DeskCrew.Limits, _ onProgress: (Int, Int) -> Void
  ) -> DeskReply {
    // A process that has died between two tasks has not failed at this one.
    for attempt in 0..<2 {
      do throws(Rejection) {
        let child = try running()
        child.send(JSONLine.bytes(of: task))
        let (reply, hasBegun) = answer(of: child, limits, onProgress)
        guard let reply else {
          drop(child)
          if hasBegun || attempt == 1 { return Self.lost(BatchProblems.workerDied) }
          continue
        }
        if reply.state == .lost || child.residentBytes > limits.idleMemory << 20 { drop(child) }
        return reply
      } catch {
        return DeskReply(state: .lost, findings: error.diagnostics.map(DeskFinding.init))
      }
    }
    return Self.lost(BatchProblems.workerDied)
  }

  private func running() throws(Rejection) -> ChildProcess {
    if let child { return child }
    let new = try ChildProcess(command)
    child = new
    process.withLock { $0 = new.process }
    return new
  }

  private func drop(_ old: ChildProcess) {
    child = nil
    process.withLock { $0 = 0 }
    old.kill()
    old.bury()
  }

  /// The answer; nil where the process ended without one.
  private func answer(
    of child: ChildProcess, _ limits: DeskCrew.Limits, _ onProgress: (Int, Int) -> Void
  ) -> (reply: DeskReply?, hasBegun: Bool) {
    var deadline = ContinuousClock.now + .seconds(limits.seconds)
    var hasBegun = false
    while true {
      var polled = [pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)]
      if let input = child.waitingInput {
        polled.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
      }
      let count = poll(&polled, nfds_t(polled.count), 100)
      child.send()
      if count > 0, polled[0].revents != 0 {
        let (lines, isAtEnd) = child.receive()
        for line in lines {
          guard let reply = JSONLine.value(DeskReply.self, from: line) else { continue }
          if reply.state != .started { return (reply, true) }
          hasBegun = true
          guard let progress = reply.progress, progress.count == 2 else { continue }
          // A task of many has its time for each.
          deadline = ContinuousClock.now + .seconds(limits.seconds)
          onProgress(progress[0], progress[1])
        }
        if isAtEnd { return (nil, hasBegun) }
      }
      if isStopped.withLock({ $0 }) { return (Self.lost(BatchProblems.taskStopped), true) }
      if ContinuousClock.now > deadline {
        return (Self.lost(BatchProblems.timeout(limits.seconds)), true)
      }
      if count == 0, child.residentBytes > limits.memory << 20 {
        return (Self.lost(BatchProblems.memory(limits.memory)), true)
      }
    }
  }

  private static func lost(_ diagnostic: Diagnostic) -> DeskReply {
    DeskReply(state: .lost, findings: [DeskFinding(diagnostic)])
  }
}
