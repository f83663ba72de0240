import Diagnostics
import Glibc

/// A child process with two pipes that speaks in lines, neither of which its parent ever waits for.
final class ChildProcess {
  let process: pid_t
  /// Where its lines come from.
  let output: Int32
  private var input: Int32
  private var unsent: [UInt8] = []
  private var lines = LineBuffer()

  /// Starts a process; `command` is its path and arguments.
  init(_ command: [String]) throws(Rejection) {
    let toChild = try Self.pipe()
    let fromChild: [Int32]
    do {
      fromChild = try Self.pipe()
    } catch {
      toChild.forEach { close($0) }
      throw error
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard failure == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw Rejection(BatchProblems.noWorker(failure))
    }
    process = child
    input = toChild[1]
    output = fromChild[0]
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
  }

  /// A pipe that no other child gets; its ends for reading and writing.
  private static func pipe() throws(Rejection) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw Rejection(BatchProblems.noWorker(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  // MARK: - Lines in

  /// Where its lines are to be written once it has room; nil when all are.
  var waitingInput: Int32? { unsent.isEmpty || input < 0 ? nil : input }

  /// Puts a line behind those that wait, and writes what the pipe takes now.
  func send(_ line: [UInt8]) {
    unsent += line
    unsent.append(UInt8(ascii: "\n"))
    send()
  }

  /// Writes what the pipe takes now.
  func send() {
    while !unsent.isEmpty, input >= 0 {
      let wrote = unsent.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if wrote < 0, errno == EINTR { continue }
      // A pipe without a reader is noticed where the lines end.
      if wrote <= 0 { return }
      unsent.removeFirst(wrote)
    }
  }

  /// Lets it finish what it has and end.
  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  // MARK: - Lines out

  /// The lines that have come, and whether the process has closed its end.
  func receive() -> (lines: [[UInt8]], isAtEnd: Bool) {
    var found: [[UInt8]] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(output, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (found, errno != EAGAIN) }
      if got == 0 { return (found, true) }
      for case .line(let bytes, _) in lines.take(Array(buffer[..<got])) {
        found.append(Array(bytes))
      }
    }
  }

  // MARK: - The process

  /// Memory that it holds, in bytes.
  var residentBytes: Int { Self.residentBytes(of: process) }

  /// Memory that a process holds, in bytes; 0 where there is none.
  static func residentBytes(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let text = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  /// Closes the pipes and takes the ended process off the system's table. One that does not end by
  /// itself is killed; one that not even that ends is left to the system.
  func bury(patience: Duration = .milliseconds(500)) {
    endInput()
    close(output)
    if hasEnded(within: patience) { return }
    kill()
    _ = hasEnded(within: .seconds(1))
  }

  private func hasEnded(within time: Duration) -> Bool {
    let deadline = ContinuousClock.now + time
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process || found < 0 && errno != EINTR { return true }
      if ContinuousClock.now > deadline { return false }
      usleep(2000)
    }
  }
}
