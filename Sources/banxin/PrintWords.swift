import Diagnostics
import Printing

/// What a printer says, in people's words.
enum PrintWords {
  static func state(_ state: PrintState) -> String {
    switch state {
    case .waiting: "排队 waiting"
    case .held: "暂停 held"
    case .printing: "正在打印 printing"
    case .stopped: "打印机停了 stopped"
    case .cancelled: "已取消 cancelled"
    case .aborted: "已中止 aborted"
    case .done: "印完 done"
    }
  }

  static func takenBack(_ job: Int, on printer: String) -> Diagnostic {
    Diagnostic(
      .warning, "print.taken-back",
      Wording(
        "the queue was stopped while \(printer)-\(job) was printing; it is printed again from its first sheet",
        "任务 \(printer)-\(job) 正在打印时队列被停，恢复后从第一张重新印"),
      hints: [
        Wording("put aside the sheets that are out already", "请收走已经印出的纸，不要和重印的混在一起")
      ])
  }

  /// The reasons of RFC 8011 and PWG 5100.1; one without a word here stands as it is.
  static func reasons(_ reasons: [String]) -> String {
    reasons.map { reason in
      let plain = ["-report", "-warning", "-error"].reduce(reason) { name, ending in
        name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
      }
      return known[plain].map { "\($0) \(plain)" } ?? plain
    }.joined(separator: "，")
  }

  private static let known = [
    "media-empty": "缺纸", "media-needed": "请放纸", "media-low": "纸不多了", "media-jam": "卡纸",
    "toner-empty": "墨粉用完", "toner-low": "墨粉不足", "marker-supply-empty": "墨用完",
    "marker-supply-low": "墨不足", "door-open": "门没关", "cover-open": "盖没关",
    "input-tray-missing": "纸盒没装好",
    "output-area-full": "出纸盘满了", "offline": "离线", "paused": "已暂停", "shutdown": "已关机",
    "connecting-to-device": "正在连接", "timed-out": "没有应答", "job-incoming": "正在接收",
    "job-printing": "正在打印", "job-hold-until-specified": "等待放行", "printer-stopped": "打印机停了",
    "job-completed-successfully": "印完", "aborted-by-system": "被系统中止",
    "job-canceled-by-user": "被取消", "document-format-error": "文件格式不对",
  ]
}
