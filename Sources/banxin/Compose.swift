public import ArgumentParser
import Diagnostics
import Exporting
public import LayoutSpecs
public import Typesetting

extension CompositionProfile.BreakLevel: ExpressibleByArgument {}
extension CompositionProfile.PunctuationScheme: ExpressibleByArgument {
  /// Scheme names as files write them, and the Chinese ones.
  public init?(argument: String) {
    let chinese: [String: Self] = [
      "全角": .fullWidth, "开明": .kaiming, "半角": .halfWidth, "行末半角": .lineEndHalf,
    ]
    guard let scheme = Self(rawValue: argument) ?? chinese[argument] else { return nil }
    self = scheme
  }
}
extension Tightness: ExpressibleByArgument {}

/// `banxin compose`: how each line of a text came to its width.
struct Compose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "排字检查：逐行列出挤压和拉开  Shows line by line how a text is fitted.",
    discussion: """
      从标准输入读文字，一行一段。每行印出序号、宽度（字）、所用步骤和文字：
      S1–S7 为挤压，S8 为标点悬挂，T1–T3 为拉开（T2b 在标点处），solid 为密排。
      Reads standard input, one paragraph a line. Each line is printed with its number, its width
      in ems, the steps that fitted it and its text: S1–S7 squeeze, S8 hangs a mark, T1–T3 open
      (T2b beside marks), solid is none of these.

      例 examples:
        echo '征程万里风正劲，重任千钧再奋蹄。' | banxin compose --measure 11em --size 9pt
        banxin compose --measure 11em --scheme kaiming --level strict < 文稿.txt
        banxin compose --measure 13em --size 小五 --tightness tight < text.txt   紧一行 a line fewer
        banxin compose --measure 28em --size 16pt --layout bulletin-a4 --json < text.txt
      """)

  @Option(help: "行长，如 11em、35mm  the measure")
  var measure: String

  @Option(help: "字号，如 9pt、小五；不写则用样式的  the size; the style's if left out")
  var size: String?

  @Option(help: "样式名  a style of the layout")
  var style = "body"

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @Option(help: "标点宽度：quanjiao 全角、kaiming 开明、banjiao 半角、hangmo-banjiao 行末半角  widths of marks")
  var scheme: CompositionProfile.PunctuationScheme?

  @Option(help: "避头尾：basic、gb、strict  the level of forbidden line edges")
  var level: CompositionProfile.BreakLevel?

  @Option(help: "松紧：tight 少一行、normal、loose 多一行  a line fewer or more")
  var tightness = Tightness.normal

  @Flag(help: "西文单词可在音节处断开  hyphenate Western words")
  var hyphenate = false

  @Flag(help: "输出 JSON  print JSON: one array, an object a paragraph")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      var job = ComposeJob(
        text: try StandardInput.text(), measure: measure, size: size, style: style, layout: layout,
        scheme: scheme, level: level, tightness: tightness)
      job.hyphenates = hyphenate
      let reports = try job.run(home: home, into: &problems)
      guard json else {
        Terminal.result(reports.map { $0.text() }.joined(separator: "\n"), terminator: "")
        return
      }
      let objects = reports.map { $0.json().trimmingLastNewline }
      Terminal.result("[\n\(objects.joined(separator: ",\n"))\n]")
    }
  }
}

extension String {
  /// Without the line end at its end.
  var trimmingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
