import Diagnostics
import Foundation
import ReportReading
import Synchronization

/// Files of formats that only an office program reads, `.xls .ods .et`, `.doc .wps .odt .rtf`:
/// LibreOffice makes a workbook or a Word file of them where it is installed. The one place where this
/// is done.
enum OfficeFile {
  /// Seconds that a conversion may take.
  private static let patience = 60.0
  /// Largest result, in bytes.
  private static let limit = 256 << 20

  /// The file that was made last, by its source: its pictures are asked for one by one.
  private static let last = Mutex<(source: String, made: [UInt8])?>(nil)

  /// The bytes as a workbook or a Word file where the name is that of another office format; else as
  /// they are. Files that are of the newer kind under an older name are left alone.
  static func modern(_ bytes: [UInt8], name: String) throws(Rejection) -> [UInt8] {
    let ending =
      name == PipedFormat.name
      ? PipedFormat.ending(of: bytes)
      : name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let kind = OfficeFormat(ending: ending), !OfficeFormat.isReadable(bytes, ending: ending),
      !WebPageReader.isOwn(bytes)
    else { return bytes }
    let source = Digest.sha256(bytes) + ending
    if let known = last.withLock({ $0?.source == source ? $0?.made : nil }) { return known }
    guard let program = OutsideProgram(["soffice", "libreoffice"]) else {
      throw Rejection(problem(name, kind, isMissing: true))
    }
    guard let made = converted(bytes, kind.ending(of: bytes, named: ending), kind, by: program)
    else { throw Rejection(problem(name, kind, isMissing: false)) }
    last.withLock { $0 = (source, made) }
    return made
  }

  /// What the program makes of a file, in a folder that is gone afterwards; nil where it makes nothing.
  private static func converted(
    _ bytes: [UInt8], _ ending: String, _ kind: OfficeFormat, by program: OutsideProgram
  ) -> [UInt8]? {
    try? OutsideProgram.withFolder("office") { folder in
      let user = folder.appendingPathComponent("profile/user")
      try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
      try Data(settings.utf8).write(to: user.appendingPathComponent("registrymodifications.xcu"))
      let source = folder.appendingPathComponent("source.\(ending)")
      try Data(bytes).write(to: source)
      let options = arguments(for: source, to: kind, in: folder)
      guard try program.run(options, in: folder, patience: patience) else { return nil }
      let made = try Data(contentsOf: folder.appendingPathComponent("source.\(kind.rawValue)"))
      return made.count <= limit ? [UInt8](made) : nil
    }
  }

  /// Settings of the program's own profile: no macro runs, nothing outside of the file is fetched.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    \(setting("Common/Security/Scripting", "DisableMacrosExecution", "true"))
    \(setting("Common/Security/Scripting", "MacroSecurityLevel", "3"))
    \(setting("Common/Security/Scripting", "DisableActiveContent", "true"))
    \(setting("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"))
    \(setting("Calc/Content/Update", "Link", "2"))
    \(setting("Writer/Content/Update", "Link", "0"))
    </oor:items>
    """

  private static func setting(_ path: String, _ name: String, _ value: String) -> String {
    "<item oor:path=\"/org.openoffice.Office.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
      + "<value>\(value)</value></prop></item>"
  }

  /// A conversion with a profile of its own.
  private static func arguments(
    for source: URL, to kind: OfficeFormat, in folder: URL
  ) -> [String] {
    // Web pages open in a form of their own, which cannot be saved as a Word file.
    let isPage = ["html", "htm"].contains(source.pathExtension)
    return ["-env:UserInstallation=file://\(folder.path)/profile"]
      + (isPage ? ["--infilter=HTML (StarWriter)"] : [])
      + [
        "--headless", "--norestore", "--nolockcheck", "--convert-to", kind.rawValue, "--outdir",
        folder.path, source.path,
      ]
  }

  private static func problem(
    _ name: String, _ kind: OfficeFormat, isMissing: Bool
  ) -> Diagnostic {
    let isPipe = name == PipedFormat.name
    let english = isPipe ? "what is piped in" : "\"\(name)\""
    let chinese = isPipe ? "标准输入" : "“\(name)”"
    return Diagnostic(
      .error, "file.office",
      isMissing
        ? Wording(
          "\(english) is read through LibreOffice, which is not installed",
          "\(chinese)要通过 LibreOffice 读取，本机没有安装")
        : Wording(
          "LibreOffice made nothing of \(english): it is damaged, protected or took too long",
          "LibreOffice 没能转换\(chinese)：文件损坏、带密码，或用时过长"),
      at: SourceRange(file: name, line: 1),
      hints: [
        kind == .workbook
          ? Wording(
            "open it in Excel or WPS and save it as .xlsx", "请在 Excel 或 WPS 中打开，另存为 .xlsx")
          : Wording(
            "open it in Word or WPS and save it as .docx", "请在 Word 或 WPS 中打开，另存为 .docx")
      ])
  }
}
