import LayoutSpecs
import ReportModel

/// 出席, 请假 and 列席 of minutes: the label in 黑体 two characters in, the names hanging under the
/// first one (GW-18).
enum Attendance {
  static let labels = ["出席：", "请假：", "列席：", "主持：", "记录："]

  /// The label that a paragraph opens with.
  static func label(of text: String) -> String? { labels.first { text.hasPrefix($0) } }

  static func style(
    of block: ReportBlock, or plain: ParagraphStyle, setter: TextSetter
  ) -> ParagraphStyle {
    guard let label = label(of: block.text) else { return plain }
    var style = plain
    style.runIn = setter.style("label").paragraph.character
    style.leftIndent = 2 + Double(label.count)
    style.firstLineIndent = -Double(label.count)
    return style
  }
}
