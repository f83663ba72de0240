public import Diagnostics
import Glibc

/// The text that is piped into the program.
public enum StandardInput {
  /// Most that is read, in bytes.
  public static let limit = 16 << 20

  /// The whole text; more than the limit, or bytes that are not UTF-8, are a rejection.
  public static func text() throws(Rejection) -> String {
    let bytes = try read()
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Rejection(notUTF8)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// All bytes that are piped in; more than `limit` of them are a rejection.
  static func read(limit: Int = limit) throws(Rejection) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Rejection(FileProblems.unreadable("stdin", errno)) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit { throw Rejection(tooLarge(limit)) }
    }
  }

  private static let notUTF8 = Diagnostic(
    .error, "input.not-utf8",
    Wording("standard input is not UTF-8", "标准输入不是 UTF-8 编码"),
    hints: [
      Wording("convert it first: iconv -f GB18030 -t UTF-8", "请先转换：iconv -f GB18030 -t UTF-8")
    ])

  private static func tooLarge(_ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "input.too-large",
      Wording(
        "standard input has more than \(limit >> 20) MiB", "标准输入超过 \(limit >> 20) MiB"))
  }
}
