import Confinement
import Diagnostics
import Exporting
import Glibc

/// How a command's work is bounded.
enum RunBounds {
  /// By the time and memory of one document.
  case document
  /// Like a document, but the time is each row's, counted by who sets it.
  case rows
  /// By nothing: it lasts as long as its user wants, and has its own children for what may fail.
  case none

  /// Processor seconds and MiB where nothing is said; without optimisation all takes ten times as long.
  static let seconds: Double = {
    #if DEBUG
      600
    #else
      60
    #endif
  }()
  static let mebibytes = 2048

  /// The limits of the child; nil for work in this process.
  func limits(seconds: Double?, mebibytes: Int?) -> ChildLimits? {
    if self == .none { return nil }
    let (time, memory) = (seconds ?? Self.seconds, mebibytes ?? Self.mebibytes)
    var limits = ChildLimits(
      seconds: time == 0 ? nil : time, mebibytes: memory == 0 ? nil : memory)
    limits.isTimedFromStart = self == .document
    return limits
  }
}

/// The words for work that did not come to its own end.
enum RunProblems {
  /// The exit code of work that a limit or a fault ended.
  static let exitCode: Int32 = 6

  static func problem(of ending: ChildEnding, _ limits: ChildLimits?, home: String?) -> Diagnostic?
  {
    switch ending {
    case .code, .stopped, .waiting: nil
    case .time: timeLimit(limits?.seconds ?? 0)
    case .memory: memoryLimit(limits?.mebibytes ?? 0)
    case .fault(let signal): brokenFont(home) ?? fault(signal)
    }
  }

  /// A font that ends the program that draws with it, which is looked for when one did.
  private static func brokenFont(_ home: String?) -> Diagnostic? {
    guard let found = try? CommonOptions.home(given: home, in: FileSystem()),
      let file = FontTrial.broken(in: found)
    else { return nil }
    return Diagnostic(
      .error, "font.hostile",
      Wording(
        "the font file \"\(file)\" ends the program that draws with it",
        "字体文件“\(file)”已损坏，用它绘制会使程序中止"),
      hints: [
        Wording(
          "put a sound file in its place; `make bootstrap` prepares those of the program",
          "请换上完好的字体文件；程序自带的可用 make bootstrap 重新准备")
      ])
  }

  private static func timeLimit(_ seconds: Double) -> Diagnostic {
    let words = String(Int(seconds.rounded(.up)))
    return Diagnostic(
      .error, "run.time-limit",
      Wording(
        "the document took more than \(words) s of processor time and was given up",
        "处理器时间超过 \(words) 秒，已放弃"),
      hints: [
        Wording(
          "nothing was written; allow more with --time-limit, or make the document smaller",
          "没有写出任何文件；可用 --time-limit 放宽，或把文件拆小")
      ])
  }

  private static func memoryLimit(_ mebibytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "run.memory-limit",
      Wording(
        "the document took more than \(mebibytes) MiB of memory and was given up",
        "内存超过 \(mebibytes) MiB，已放弃"),
      hints: [
        Wording(
          "nothing was written; allow more with --memory-limit, or make pictures and pages fewer",
          "没有写出任何文件；可用 --memory-limit 放宽，或减少图片和页数")
      ])
  }

  private static func fault(_ signal: Int32) -> Diagnostic {
    Diagnostic(
      .error, "run.fault",
      Wording(
        "a fault of the program ended the work (signal \(signal)); this must not happen",
        "程序出错中止（信号 \(signal)），这是程序的缺陷"),
      hints: [
        Wording(
          "please report it with the input; nothing was written",
          "没有写出任何文件；请把输入文件附上报告给我们")
      ])
  }

  static func outputLost(_ code: Int32) -> Diagnostic {
    let reason = String(cString: strerror(code))
    return Diagnostic(
      .error, "output.unwritable",
      Wording("cannot write to standard output: \(reason)", "无法写到标准输出：\(reason)"),
      hints: [Wording("files that were named are written all the same", "写成文件的结果不受影响")])
  }
}
