import Diagnostics
import DisplayList

/// Everything that can go wrong between drawn pages and a file that a plant takes.
enum PressProblems {
  static func unreadable(_ name: String, reason: String) -> Diagnostic {
    let label = name.isEmpty ? "" : " \"\(name)\""
    return Diagnostic(
      .error, "pdf.unreadable",
      Wording("the PDF file\(label) cannot be read: \(reason)", "PDF 文件\(label)无法读取：\(reason)"),
      hints: [Wording("write it again from its program", "请从原程序重新输出")])
  }

  static func unwritable(reason: String) -> Diagnostic {
    Diagnostic(
      .error, "pdf.unwritable",
      Wording("the PDF file cannot be written: \(reason)", "PDF 文件无法写出：\(reason)"))
  }

  static func unreadableContent(_ place: ContentPlace) -> Diagnostic {
    Diagnostic(
      .error, "press.content-unreadable",
      Wording(
        "\(place.english) cannot be decoded", "\(place.chinese)无法解码"))
  }

  static func unmappedColour(_ colour: ScreenColour, at place: ContentPlace) -> Diagnostic {
    Diagnostic(
      .error, "press.unmapped-colour",
      Wording(
        "\(place.english) paints in the colour \(colour.words), which no ink of the palette has",
        "\(place.chinese)用了颜色 \(colour.words)，色板中没有对应的油墨"),
      hints: [
        Wording("name the ink in the palette of the layout", "请在版式的色板中写明该油墨")
      ])
  }

  static func unknownSpace(_ space: String, at place: ContentPlace) -> Diagnostic {
    Diagnostic(
      .error, "press.colour-space",
      Wording(
        "\(place.english) uses the colour space \(space), which has no place on a press page",
        "\(place.chinese)用了颜色空间 \(space)，不能用于付印"))
  }

  static func transparency(at place: ContentPlace) -> Diagnostic {
    Diagnostic(
      .error, "press.transparency",
      Wording(
        "\(place.english) is transparent, which PDF/X-1a forbids",
        "\(place.chinese)含透明，PDF/X-1a 不允许"),
      hints: [Wording("write PDF/X-4 instead", "请改用 PDF/X-4")])
  }

  static func brokenProfile(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "press.broken-profile",
      Wording(
        "\"\(name)\" is not an ICC profile of a CMYK press", "“\(name)”不是 CMYK 印刷条件的 ICC 特性文件"),
      hints: [
        Wording(
          "it must be of class prtr and space CMYK", "应为输出设备类（prtr）、CMYK 空间")
      ])
  }

  static func assumedSRGB(_ path: String) -> Diagnostic {
    Diagnostic(
      .note, "press.assumed-srgb",
      Wording(
        "picture \"\(path)\" names no colour profile; sRGB is assumed",
        "图片“\(path)”没有颜色特性文件，按 sRGB 处理"))
  }

  static func badPictureProfile(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "press.picture-profile",
      Wording(
        "the colour profile in picture \"\(path)\" cannot be used; sRGB is assumed",
        "图片“\(path)”中的颜色特性文件不能用，按 sRGB 处理"))
  }

  static func overInkedPicture(_ path: String, percent: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .warning, "press.picture-ink",
      Wording(
        "picture \"\(path)\" had up to \(percent) % of ink; it was brought down to \(limit) %",
        "图片“\(path)”总墨量最高 \(percent)%，已降到 \(limit)%"))
  }

  static func flattened(_ path: String) -> Diagnostic {
    Diagnostic(
      .note, "press.picture-flattened",
      Wording(
        "the clear parts of picture \"\(path)\" became paper",
        "图片“\(path)”的透明部分已变为纸白"))
  }

  static func lowResolution(_ path: String, ppi: Int, least: Int, isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .warning, isError ? "image-resolution" : "image-resolution-low",
      Wording(
        "picture \"\(path)\" has \(ppi) pixels an inch at its size on the page, less than \(least)",
        "图片“\(path)”在版面上只有 \(ppi) ppi，低于 \(least) ppi"),
      hints: [Wording("use a larger picture or a smaller place", "请换更大的图片，或缩小版面上的尺寸")])
  }
}

/// Where in a file something stands, for messages.
struct ContentPlace: Hashable {
  /// From 1; 0 where the page is not known.
  var page: Int
  /// What on the page: `content`, `form 12 0 R`.
  var object: String

  var english: String { page > 0 ? "page \(page), \(object)" : object }
  var chinese: String { page > 0 ? "第 \(page) 页（\(object)）" : object }
}
