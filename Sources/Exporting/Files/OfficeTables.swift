import Diagnostics
import Foundation

/// Tables of formats that only an office program reads, `.xls`, `.ods`, `.et`: LibreOffice makes a
/// workbook of them where it is installed.
enum OfficeTables {
  private static let endings: Set<String> = ["xls", "ods", "fods", "et", "xlsb", "dbf"]
  /// Seconds that a conversion may take.
  private static let patience = 90.0

  /// The bytes as a workbook where the file is one of these; else as they are.
  static func workbook(_ bytes: [UInt8], name: String) throws(Rejection) -> [UInt8] {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard endings.contains(ending) else { return bytes }
    guard let program = program() else { throw Rejection(problem(name, ending, isMissing: true)) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-office-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let source = folder.appendingPathComponent("table.\(ending)")
      try Data(bytes).write(to: source)
      guard try run(program, source, in: folder) else { throw CocoaError(.fileReadUnknown) }
      return [UInt8](try Data(contentsOf: folder.appendingPathComponent("table.xlsx")))
    } catch {
      throw Rejection(problem(name, ending, isMissing: false))
    }
  }

  private static func program() -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      for name in ["soffice", "libreoffice"] {
        let file = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: file) { return URL(fileURLWithPath: file) }
      }
    }
    return nil
  }

  /// Runs the conversion with a profile of its own; whether it ended well and in time.
  private static func run(_ program: URL, _ source: URL, in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx",
      "--outdir", folder.path, source.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(patience)
    while process.isRunning {
      if ContinuousClock.now > end {
        kill(process.processIdentifier, SIGKILL)
        return false
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return process.terminationStatus == 0
  }

  private static func problem(_ name: String, _ ending: String, isMissing: Bool) -> Diagnostic {
    Diagnostic(
      .error, "records.office",
      isMissing
        ? Wording(
          "tables of .\(ending) are read through LibreOffice, which is not installed",
          ".\(ending) 表格要通过 LibreOffice 读取，本机没有安装")
        : Wording(
          "LibreOffice made no workbook of the file", "LibreOffice 没有能转换这个文件"),
      at: SourceRange(file: name, line: 1),
      hints: [
        Wording("save the table as .xlsx", "请用表格软件把它另存为 .xlsx")
      ])
  }
}
