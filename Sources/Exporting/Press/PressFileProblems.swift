import Diagnostics
import Geometry
import Prepress

/// What can be wrong with an order for the press.
enum PressFileProblems {
  static func unknownProfile(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "press.unknown-profile",
      Wording("there is no press profile \"\(name)\"", "没有印刷配置“\(name)”"),
      hints: [
        Wording(
          "profiles are \(known.joined(separator: ", "))", "可用配置：\(known.joined(separator: "、"))")
      ])
  }

  static func noColorProfile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "press.no-profile",
      Wording("there is no ICC profile \"\(path)\"", "没有 ICC 特性文件“\(path)”"),
      hints: [
        Wording(
          "ask the plant for its profile, or make one by layouts/_shared/icc/README.md",
          "请向印厂索取，或按 layouts/_shared/icc/README.md 制作")
      ])
  }

  static func tooMuchInk(
    _ ink: InkCoverage, from origin: Point, page: Int, limit: Double
  ) -> Diagnostic {
    let percent = Int(ink.heaviestSquare.rounded())
    let mm = 25.4 / 72
    let place =
      "\(Int(ink.place.x + origin.x.points * mm)), \(Int(ink.place.y + origin.y.points * mm)) mm"
    return Diagnostic(
      .error, "preflight.tac-over-limit",
      Wording(
        "page \(page) carries \(percent) % of ink at \(place), more than \(Int(limit)) %",
        "第 \(page) 页 \(place) 处总墨量 \(percent)%，超过 \(Int(limit))%"),
      hints: [Wording("lighten the place or its picture", "请减淡该处颜色或图片")])
  }

  static func pageInArchive(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "archive.placed-page",
      Wording(
        "the PDF file \"\(path)\" cannot stand in an archive file",
        "PDF 文件“\(path)”不能放进存档文件"),
      hints: [
        Wording(
          "its tags and colours are unknown; place a picture of it instead",
          "其标签和颜色不明，请改放图片")
      ])
  }

  static func morePlates(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "press.more-plates",
      Wording(
        "\(file) prints on more plates than black", "\(file) 用到黑版以外的版"),
      hints: [
        Wording(
          "an advertisement keeps its inks: ask for one in black", "广告保留自己的油墨，请索取单黑文件")
      ])
  }

  static func notReady(_ count: Int) -> Diagnostic {
    Diagnostic(
      .error, "press.not-ready",
      Wording(
        "the page is not ready for the press: \(count) findings", "版面不能付印：有 \(count) 处问题"),
      hints: [
        Wording(
          "mend them, or write the file all the same with --force",
          "请先处理，或用 --force 强行写出")
      ])
  }
}
