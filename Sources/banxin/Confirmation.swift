import Exporting
import Glibc
import ReportModel

/// Asks a person about each doubt of a report, one key each: Enter or 1 keeps what was read, another
/// number takes that role, 2 parts a join, s leaves the doubt, q ends the asking.
enum Confirmation {
  /// The report with what the person settled.
  static func settled(_ report: Report) -> Report {
    var report = report
    var skipped = 0
    while let doubt = report.doubts.dropFirst(skipped).first {
      Terminal.error("\(skipped + 1)/\(report.doubts.count)  " + ReportTexts.line(of: doubt))
      Terminal.error(question(doubt))
      guard let key = key(), key != "q" else { return report }
      if !settle(doubt, key, in: &report) { skipped += 1 }
    }
    return report
  }

  private static func question(_ doubt: ReportDoubt) -> String {
    switch doubt.question {
    case .role(let roles):
      let choices = roles.enumerated().map { "\($0.offset + 1) \($0.element.rawValue)" }
      return "  [\(choices.joined(separator: "  "))  s 暂不定 skip  q 结束 quit]"
    case .join: return "  [1 是一段 one paragraph  2 分开 two  s 暂不定 skip  q 结束 quit]"
    }
  }

  /// Whether the key settled the doubt.
  private static func settle(_ doubt: ReportDoubt, _ key: Character, in report: inout Report)
    -> Bool
  {
    let number = key == "\n" || key == "\r" ? 1 : Int(String(key)) ?? 0
    switch doubt.question {
    case .role(let roles):
      guard (1...roles.count).contains(number) else { return false }
      report.confirm(doubt.block, as: roles[number - 1])
    case .join(let join):
      switch number {
      case 1: report.confirm(join, in: doubt.block)
      case 2 where join.offset > 0: report.undo(join, in: doubt.block)
      default: return false
      }
    }
    return true
  }

  /// One key from the terminal, or the next character of a file or pipe; nil at its end.
  private static func key() -> Character? {
    var saved = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &saved) == 0
    if isTerminal {
      var raw = saved
      raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }
    defer { if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &saved) } }
    var byte: UInt8 = 0
    guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
    return Character(Unicode.Scalar(byte))
  }
}
