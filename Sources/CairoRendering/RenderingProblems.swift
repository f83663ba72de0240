import Diagnostics

/// Everything that can go wrong while pages become bytes.
enum RenderingProblems {
  static func failed(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "render.failed",
      Wording("the page could not be drawn: \(reason)", "无法绘制版面：\(reason)"))
  }

  static func noPage(_ number: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      .error, "render.no-page",
      Wording(
        "there is no page \(number), the document has \(count)",
        "没有第 \(number) 页，文档共 \(count) 页"))
  }

  static func tooLarge(width: Double, height: Double, limit: Int) -> Diagnostic {
    let (width, height) = (Int(min(width, 1e9)), Int(min(height, 1e9)))
    return Diagnostic(
      .error, "render.too-large",
      Wording(
        "a picture of \(width) × \(height) pixels is larger than \(limit) pixels on a side",
        "\(width) × \(height) 像素的图片超过每边 \(limit) 像素的上限"),
      hints: [Wording("ask for a lower resolution", "请降低分辨率")])
  }

  static func unknownFace(_ face: String) -> Diagnostic {
    Diagnostic(
      .error, "render.unknown-face",
      Wording("the document has no face \"\(face)\"", "文档中没有字体“\(face)”"))
  }

  static func unknownImage(_ image: String) -> Diagnostic {
    Diagnostic(
      .error, "render.unknown-image",
      Wording("the document has no picture \"\(image)\"", "文档中没有图片“\(image)”"))
  }

  static func brokenFont(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "render.broken-font",
      Wording("font file \"\(file)\" cannot be opened", "字体文件“\(file)”无法打开"),
      hints: [
        Wording("run \"make demo\" to prepare the fonts again", "运行“make demo”重新准备字体")
      ])
  }

  static func brokenImage(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "render.broken-image",
      Wording("picture \"\(path)\" cannot be decoded: \(reason)", "图片“\(path)”无法解码：\(reason)"))
  }
}
