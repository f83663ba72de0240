import Foundation
import Testing

/// A print service (CUPS) with one IPP Everywhere printer that keeps what arrives: A3, A4 and A5, both
/// sides, 5 mm blank at each edge. Everything lives in one folder and ends with it.
final class PrinterBench {
  private static let programs = [
    "/usr/sbin/cupsd", "/usr/sbin/ippeveprinter", "/usr/sbin/lpadmin", "/usr/sbin/avahi-daemon",
    "/usr/bin/dbus-daemon", "/usr/bin/ipptool", "/usr/bin/pdftotext",
    "/usr/lib/cups/filter/pdftopdf",
  ]

  /// A print service of one's own takes ports, accounts and a bus of the machine: only on demand.
  static let isAskedFor = ProcessInfo.processInfo.environment["BANXIN_PRINT"] == "1"

  /// Why it cannot run here; nil where it can.
  static let missing: String? = {
    let absent = programs.filter { !FileManager.default.isExecutableFile(atPath: $0) }
    if !absent.isEmpty { return "missing: " + absent.joined(separator: ", ") }
    return getuid() == 0 ? nil : "only root may start avahi-daemon and cupsd"
  }()

  let folder: URL
  private var processes: [Process] = []
  private let port: Int
  private var bus: [String: String] {
    ["DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(folder.path)/run/bus"]
  }
  /// What a client's environment says to find the service.
  var environment: [String: String] { ["CUPS_SERVER": "\(folder.path)/run/cups"] }

  struct Failure: Error { let reason: String }

  /// Starts everything. `script` is what the printer's machine does with a job before it is out: lines
  /// of a shell, `$1` the file.
  init(script: String = "") throws {
    // Sockets have short paths.
    folder = URL(fileURLWithPath: "/tmp/bxp-\(UUID().uuidString.prefix(8))")
    port = Int.random(in: 20_000..<40_000)
    do {
      try write(script)
      try start("/usr/bin/dbus-daemon", ["--config-file=\(folder.path)/bus.conf", "--nofork"])
      try wait(for: "run/bus")
      if !Self.hasOtherAvahi {
        try start(
          "/usr/sbin/avahi-daemon",
          ["-f", "\(folder.path)/avahi.conf", "--no-rlimits", "--no-chroot", "--no-drop-root"])
      }
      try start(
        "/usr/sbin/ippeveprinter",
        [
          "-p", "\(port)", "-a", "\(folder.path)/printer.conf", "-c", "\(folder.path)/arrive.sh",
          "-d", "\(folder.path)/spool/tmp", "-v", "Bench",
        ], log: "log/printer")
      try start(
        "/usr/sbin/cupsd",
        ["-f", "-c", "\(folder.path)/cupsd.conf", "-s", "\(folder.path)/cups-files.conf"])
      try wait(for: "run/cups")
      try setUp()
    } catch {
      stop()
      throw error
    }
  }

  /// Another avahi-daemon answers on the machine's own bus: one machine has one.
  private static var hasOtherAvahi: Bool {
    guard let text = try? String(contentsOfFile: "/run/avahi-daemon/pid", encoding: .utf8),
      let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return false }
    return kill(number, 0) == 0
  }

  /// Ends all its processes, the printer first, and removes the folder.
  func stop() {
    for process in processes.reversed() {
      process.terminate()
      process.waitUntilExit()
    }
    processes = []
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: Jobs

  /// Runs `banxin print` to its end.
  func print(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["print"] + arguments + ["--verbose"], environment: environment)
  }

  /// What came out: the file and what the job asked for, in the order of arrival.
  func arrived() throws -> [(file: URL, job: [String: String])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/arrived")
    return try names.filter { $0.hasSuffix(".pdf") }.sorted().map { name in
      let file = folder.appendingPathComponent("arrived/\(name)")
      let text = try String(
        contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
      var job: [String: String] = [:]
      for line in text.split(separator: "\n") {
        guard let equals = line.firstIndex(of: "=") else { continue }
        job[String(line[..<equals])] = String(line[line.index(after: equals)...])
      }
      return (file, job)
    }
  }

  /// How the printer's own jobs ended, as it says itself: `completed`, `canceled`.
  func endings() throws -> [String] {
    let test = folder.appendingPathComponent("jobs.test")
    try Data(
      """
      { OPERATION Get-Jobs
        GROUP operation-attributes-tag
        ATTR charset attributes-charset utf-8
        ATTR language attributes-natural-language en
        ATTR uri printer-uri $uri
        ATTR keyword which-jobs completed
        ATTR keyword requested-attributes job-id,job-state
        DISPLAY job-state }
      """.utf8
    ).write(to: test)
    let text = try Self.run(
      "/usr/bin/ipptool", ["-t", "-v", "ipp://127.0.0.1:\(port)/ipp/print", test.path], [:])
    return text.matches(of: /job-state \(enum\) = (\w+)/).map { String($0.output.1) }
  }

  /// Stops or resumes the queue.
  func queue(_ command: String) throws {
    _ = try Self.run("/usr/sbin/\(command)", ["bench"], environment)
  }

  // MARK: Setting up

  private func write(_ script: String) throws {
    let files = FileManager.default
    for name in ["ppd", "spool/tmp", "log", "cache", "run", "arrived"] {
      try files.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let path = folder.path
    for (name, text) in PrinterFiles.all(path) {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let arrive = folder.appendingPathComponent("arrive.sh")
    try Data(PrinterFiles.arrival(path, script).utf8).write(to: arrive)
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: arrive.path)
    // The service gives up its rights.
    _ = try Self.run("/usr/bin/chmod", ["-R", "a+rwX", path], [:])
    _ = try Self.run("/usr/bin/chown", ["-R", "lp:lp", path], [:])
  }

  private func setUp() throws {
    let uri = "ipp://127.0.0.1:\(port)/ipp/print"
    var last = ""
    for _ in 0..<40 {
      last = try Self.run(
        "/usr/sbin/lpadmin", ["-p", "bench", "-E", "-v", uri, "-m", "everywhere"], environment)
      if FileManager.default.fileExists(atPath: folder.path + "/ppd/bench.ppd") {
        _ = try Self.run("/usr/sbin/lpadmin", ["-d", "bench"], environment)
        return
      }
      usleep(250_000)
    }
    throw Failure(reason: "the printer was not set up: \(last)")
  }

  private func start(_ program: String, _ arguments: [String], log: String = "log/other") throws {
    let process = Process()
    // A daemon closes every file it did not open, and with it the one by which Foundation sees it end:
    // Foundation then waits for it, and for nothing else. A shell between the two keeps that file.
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "\"$@\" & child=$!; trap 'kill $child' TERM; wait $child; wait $child", "sh", program]
      + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(Self.hasOtherAvahi && processes.count < 2 ? [:] : bus) { $1 }
    let output = folder.appendingPathComponent(log)
    if !FileManager.default.fileExists(atPath: output.path) {
      _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    processes.append(process)
  }

  private func wait(for name: String) throws {
    for _ in 0..<100 {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) { return }
      usleep(100_000)
    }
    throw Failure(reason: "\(name) did not come up")
  }

  private static func run(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let out = Pipe()
    process.standardOutput = out
    process.standardError = out
    try process.run()
    let text = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
