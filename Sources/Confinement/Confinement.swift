internal import CProcess
import Glibc

/// Bounds of a child process.
public struct ChildLimits: Hashable, Sendable {
  /// Most seconds of processor time; nil for no bound.
  public var seconds: Double?
  /// Most MiB of memory of its own; nil for no bound.
  public var mebibytes: Int?

  /// Whether the time begins at once; else with the first call of `Confinement.renewTime`.
  public var isTimedFromStart = true

  /// Makes bounds.
  public init(seconds: Double? = nil, mebibytes: Int? = nil) {
    self.seconds = seconds
    self.mebibytes = mebibytes
  }
}

/// How a child process ended.
public enum ChildEnding: Hashable, Sendable {
  /// By itself, with an exit code.
  case code(Int32)
  /// It used up its processor time.
  case time
  /// It waited longer than it may: most likely for a lock that another thread of the parent held when
  /// the child was made, which tells nothing about the work.
  case waiting
  /// It used up its memory.
  case memory
  /// It was asked to end by a signal.
  case stopped(signal: Int32)
  /// A fault of the program or of a library ended it.
  case fault(signal: Int32)
}

/// Work in a child of this process, so that neither a fault nor a hang nor a bomb ends the program
/// itself. The child is a copy: it sees everything that was made so far, and nothing of what it
/// does is seen here but the files that it writes and its exit code.
public enum Confinement {
  /// Runs the rest of a program in a child and waits; signals that ask for an end are handed on.
  /// The child shares the terminal and the pipes. Only before the first thread is made.
  public static func guardProgram(_ limits: ChildLimits, _ body: () -> Int32) -> ChildEnding {
    let parent = getpid()
    let child = process_fork()
    // Without a second process the work is done unguarded.
    if child < 0 { return .code(body()) }
    if child == 0 {
      process_end_with_parent(parent)
      begin(limits)
      secondsEach = limits.seconds
      let code = onFreshThread(body)
      fflush(nil)
      _exit(code)
    }
    process_forward_signals(child)
    defer { process_forward_signals(0) }
    return ending(of: child, limits)
  }

  /// Runs work on a thread of its own. The runtime keeps the number of each thread for its locks, and
  /// in a child that of the first thread is still its parent's: a lock that a second thread waits for
  /// would never be given, and both would spin.
  private static func onFreshThread(_ body: () -> Int32) -> Int32 {
    withoutActuallyEscaping(body) { body in
      let work = Work(body)
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, stackBytes)
      var thread = pthread_t()
      let made = pthread_create(
        &thread, &attributes,
        { raw in
          guard let raw else { return nil }
          let work = Unmanaged<Work>.fromOpaque(raw).takeUnretainedValue()
          work.code = work.body()
          return nil
        }, Unmanaged.passUnretained(work).toOpaque())
      guard made == 0 else { return body() }
      pthread_join(thread, nil)
      return work.code
    }
  }

  /// As much as a first thread has of stack on most machines, and room for deep trees.
  private static let stackBytes = 64 << 20

  private final class Work {
    let body: () -> Int32
    var code: Int32 = 0

    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  /// Tries something that a library may not survive: drawing a picture or a font. The child says
  /// nothing and ends with what the body returns; `clock` bounds the seconds that pass besides.
  public static func attempt(
    _ limits: ChildLimits, clock: Double, _ body: () -> Int32
  ) -> ChildEnding {
    let child = process_fork()
    if child < 0 { return .code(body()) }
    if child == 0 {
      let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
      if nowhere >= 0 {
        dup2(nowhere, STDOUT_FILENO)
        dup2(nowhere, STDERR_FILENO)
      }
      begin(limits)
      process_alarm(clock)
      _exit(body())
    }
    return ending(of: child, limits)
  }

  /// Set in a guarded program before it makes a thread.
  nonisolated(unsafe) private static var secondsEach: Double?

  /// Gives a guarded program its processor time anew, for the next of several documents.
  public static func renewTime() {
    if let secondsEach { process_limit_time(secondsEach) }
  }

  private static func begin(_ limits: ChildLimits) {
    process_fail_silently()
    if limits.isTimedFromStart, let seconds = limits.seconds { process_limit_time(seconds) }
    if let mebibytes = limits.mebibytes { process_limit_memory(UInt(mebibytes) << 20) }
  }

  private static func ending(of child: pid_t, _ limits: ChildLimits) -> ChildEnding {
    var (peak, seconds) = (0, 0.0)
    // A child begins with what its parent holds.
    let inherited = process_resident()
    let status = process_wait(child, &peak, &seconds)
    if process_exited(status) != 0 { return .code(process_exit_code(status)) }
    let signal = process_signal(status)
    switch signal {
    case SIGPROF: return .time
    // On a busy machine the clock may come first for a child that works.
    case SIGALRM: return seconds < 0.2 ? .waiting : .time
    case SIGTERM, SIGINT, SIGHUP: return .stopped(signal: signal)
    default:
      // An allocation that is refused ends in a fault; the memory held by then tells it from others.
      if let most = limits.mebibytes, (peak - inherited) >> 10 >= most / 2 { return .memory }
      return .fault(signal: signal)
    }
  }
}
