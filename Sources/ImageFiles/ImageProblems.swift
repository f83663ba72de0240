import Diagnostics

/// Everything that can be wrong with a picture file.
enum ImageProblems {
  private static let save = Wording(
    "open it in a picture program and save it again as JPEG or PNG",
    "请用图片软件打开并重新存为 JPEG 或 PNG")

  static func unknownFormat(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "image.unknown-format",
      Wording(
        "picture \"\(path)\" is neither JPEG nor PNG", "图片“\(path)”既不是 JPEG 也不是 PNG"),
      hints: [save])
  }

  static func unread(_ path: String, format: String, reason: String) -> Diagnostic {
    let why = reason.isEmpty ? "" : ": \(reason)"
    return Diagnostic(
      .error, "image.unread",
      Wording(
        "the \(format) picture \"\(path)\" cannot be read on this machine\(why)",
        "本机不能读取 \(format) 图片“\(path)”\(why)"),
      hints: [save])
  }

  static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "image.file-too-large",
      Wording(
        "picture file \"\(path)\" is larger than \(limit >> 20) MiB",
        "图片文件“\(path)”超过 \(limit >> 20) MiB"),
      hints: [Wording("save it with fewer pixels", "请缩小后再存")])
  }

  static func tooDeep(
    _ path: String, width: Int, height: Int, bits: Int, bytes: Int
  ) -> Diagnostic {
    let (size, limit) = (bytes / 1_000_000, ImageLimits.unpacked / 1_000_000)
    return Diagnostic(
      .error, "image.too-large",
      Wording(
        "picture \"\(path)\" has \(width) × \(height) pixels of \(bits) bits, \(size) MB unpacked",
        "图片“\(path)”有 \(width) × \(height) 像素，每像素 \(bits) 位，展开后 \(size) MB"),
      hints: [
        Wording(
          "at most \(limit) MB are unpacked: save it with 8 bits a channel, or smaller",
          "最多展开 \(limit) MB：请存为每通道 8 位，或缩小尺寸")
      ])
  }

  static func tooManyPixels(_ path: String, width: Int, height: Int) -> Diagnostic {
    let limits = "\(ImageLimits.pixels / 1_000_000)"
    return Diagnostic(
      .error, "image.too-large",
      Wording(
        "picture \"\(path)\" has \(width) × \(height) pixels",
        "图片“\(path)”有 \(width) × \(height) 像素"),
      hints: [
        Wording(
          "at most \(limits) million pixels and \(ImageLimits.side) on a side are read",
          "最多读取 \(limits) 百万像素，每边不超过 \(ImageLimits.side) 像素")
      ])
  }

  static func truncated(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "image.truncated",
      Wording("picture \"\(path)\" ends too early", "图片“\(path)”不完整"),
      hints: [Wording("copy the file again from its source", "请从来源重新复制该文件")])
  }

  static func broken(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "image.broken",
      Wording(
        "picture \"\(path)\" cannot be decoded: \(reason)", "图片“\(path)”无法解码：\(reason)"),
      hints: [save])
  }
}
