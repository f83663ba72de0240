import Diagnostics

enum CodeProblems {
  static func badLength(_ bytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "code.bad-length",
      Wording(
        "a QR code holds 1 to \(CodeEncoder.longest) bytes here, not \(bytes)",
        "二维码内容应为 1 至 \(CodeEncoder.longest) 字节，现为 \(bytes) 字节"),
      hints: [Wording("use a shorter address", "请用短一些的网址")])
  }

  static func badBars(_ text: String, _ kind: CodeKind) -> Diagnostic {
    let holds =
      kind == .ean13
      ? Wording(
        "12 digits, or 13 whose last is the check digit", "12 位数字，或末位为校验码的 13 位数字")
      : Wording(
        "1 to \(BarEncoder.longest) letters, digits and marks of ASCII",
        "1 至 \(BarEncoder.longest) 个半角字母、数字和符号")
    return Diagnostic(
      .error, "code.bad-bars",
      Wording(
        "\u{201C}\(text)\u{201D} cannot be a bar code \(kind.rawValue)",
        "“\(text)”不能做成条形码 \(kind.rawValue)"),
      hints: [
        Wording("it holds \(holds.english)", "可用：\(holds.chinese)"),
        Wording("code-kind: qr holds any text", "code-kind: qr（二维码）可用任何文字"),
      ])
  }

  static func notEncoded() -> Diagnostic {
    Diagnostic(
      .error, "code.not-encoded", Wording("the code cannot be made", "无法生成条形码或二维码"))
  }
}
