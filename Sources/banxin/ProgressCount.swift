import Synchronization

/// How many of a run's pieces are done, and how long the rest will take, on one line of a terminal.
final class ProgressCount: Sendable {
  private let shows: Bool
  private let begin = ContinuousClock.now
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  /// Nothing is shown where standard error is no terminal.
  init(_ common: CommonOptions) { shows = Terminal.showsProgress && !common.quiet }

  /// Shows that `done` are done of `count`, of which there is no telling where it is nil.
  func show(_ done: Int, of count: Int?) {
    guard shows else { return }
    let now = ContinuousClock.now
    let isDue = shown.withLock { last in
      if let last, now - last < .milliseconds(100), done != count { return false }
      last = now
      return true
    }
    guard isDue else { return }
    Terminal.progress(Self.words(done, of: count, after: now - begin))
  }

  /// Clears the line.
  func end() {
    if shows { Terminal.endProgress() }
  }

  /// `37/120  还需 1 分 20 秒`; the time is said from the third second on.
  static func words(_ done: Int, of count: Int?, after spent: Duration) -> String {
    guard let count else { return "\(done)" }
    let seconds = Int(spent.components.seconds)
    guard done > 0, done < count, seconds > 2 else { return "\(done)/\(count)" }
    let rest = (seconds * (count - done) + done - 1) / done
    let (chinese, english) =
      rest < 60
      ? ("\(rest) 秒", "\(rest) s")
      : ("\(rest / 60) 分 \(rest % 60) 秒", "\(rest / 60) min \(rest % 60) s")
    return "\(done)/\(count)  还需约 \(chinese) \(english) left"
  }
}
