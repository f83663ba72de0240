import Diagnostics
import Notations

/// What can be wrong with an SVG file.
enum ArtProblems {
  static func broken(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "art.broken",
      Wording(
        "the SVG file \"\(path)\" cannot be drawn: \(reason)", "SVG 文件“\(path)”无法绘制：\(reason)"),
      hints: [
        Wording("save it again as plain SVG", "请用绘图软件重新存为普通 SVG")
      ])
  }

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "art.too-large",
      Wording(
        "the SVG file \"\(path)\" is larger than \(limit >> 20) MiB",
        "SVG 文件“\(path)”超过 \(limit >> 20) MiB"),
      hints: [Wording("simplify its paths", "请简化路径")])
  }

  static func slow(_ path: String, seconds: Double) -> Diagnostic {
    Diagnostic(
      .error, "art.slow",
      Wording(
        "the SVG file \"\(path)\" takes more than \(DecimalText.trimmed(seconds, 1)) s to draw",
        "SVG 文件“\(path)”绘制超过 \(DecimalText.trimmed(seconds, 1)) 秒"),
      hints: simpler)
  }

  static func tooCostly(_ path: String, mebibytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "art.memory",
      Wording(
        "the SVG file \"\(path)\" takes more than \(mebibytes) MiB to draw",
        "SVG 文件“\(path)”绘制要用 \(mebibytes) MiB 以上内存"),
      hints: simpler)
  }

  static func endsTheDrawing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.fault",
      Wording(
        "the SVG file \"\(path)\" ends the library that draws it",
        "SVG 文件“\(path)”使绘图库出错中止，无法绘制"),
      hints: simpler)
  }

  private static let simpler = [
    Wording(
      "leave its filters, patterns and masks out, or place it as a PNG file",
      "请去掉滤镜、图案和蒙版，或改用 PNG 图片")
  ]

  static func hasText(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.text",
      Wording(
        "the SVG file \"\(path)\" holds text, which every machine would set in another font",
        "SVG 文件“\(path)”含文字，不同机器会换成不同字体"),
      hints: [
        Wording(
          "turn its text into paths in the drawing program", "请在绘图软件中把文字转为路径（轮廓）")
      ])
  }

  static func noSize(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.no-size",
      Wording(
        "the SVG file \"\(path)\" has no usable size", "SVG 文件“\(path)”没有可用的尺寸"),
      hints: [Wording("give it width and height, or a viewBox", "请写明 width、height 或 viewBox")])
  }
}
