import Diagnostics
import Glibc

/// Everything that can be wrong with a batch and its job list.
enum BatchProblems {
  static func notUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.not-utf8", Wording("the line is not UTF-8", "该行不是 UTF-8 编码"), at: range)
  }

  static func stopped(_ done: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      .error, "batch.stopped",
      Wording("stopped after \(done) of \(count) jobs", "做完 \(done)／\(count) 件后中止"),
      hints: [Wording("run it again to go on", "再运行一次即接着做")])
  }

  static func noJournal(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "batch.no-journal",
      Wording("\"\(path)\" is no journal of a batch", "“\(path)”不是批次日志"),
      hints: [
        Wording(
          "it stays as it is; name another file with --journal, or remove it",
          "该文件未改动；请用 --journal 另起名字，或先移走它")
      ])
  }

  static func notAnObject(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.bad-line",
      Wording("the line is not one JSON object", "该行不是一个完整的 JSON 对象"), at: range,
      hints: [
        Wording(
          "a job: {\"id\": \"0001\", \"input\": \"a.txt\", \"layout\": \"bulletin-a4\", "
            + "\"output\": \"out/0001.pdf\"}",
          "写法：{\"id\": \"0001\", \"input\": \"a.txt\", \"layout\": \"bulletin-a4\", "
            + "\"output\": \"out/0001.pdf\"}")
      ])
  }

  static func lineTooLong(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.line-too-long",
      Wording("the line has more than \(limit >> 20) MiB", "该行超过 \(limit >> 20) MiB"), at: range)
  }

  static func missing(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.missing-key",
      Wording("the job has no \"\(key)\"", "作业缺少“\(key)”"), at: range)
  }

  static func wrongType(
    _ key: String, _ wanted: (english: String, chinese: String), at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "batch.wrong-type",
      Wording("\"\(key)\" must be \(wanted.english)", "“\(key)”应为\(wanted.chinese)"), at: range)
  }

  static func unknownKey(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.unknown-key",
      Wording("a job has no key \"\(key)\"", "作业没有“\(key)”这个键"), at: range,
      hints: [
        Wording("keys are \(known.joined(separator: ", "))", "可用的键：\(known.joined(separator: " "))")
      ])
  }

  static func badOutput(_ output: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "batch.bad-output",
      Wording(
        "the output \"\(output)\" does not end in .pdf, .png or .svg",
        "输出“\(output)”的扩展名应为 .pdf、.png 或 .svg"), at: range)
  }

  static func noRow(_ number: Int, of file: String, rows: Int) -> Diagnostic {
    Diagnostic(
      .error, "batch.no-row",
      Wording("there is no row \(number), only \(rows)", "没有第 \(number) 行，共 \(rows) 行"),
      at: SourceRange(file: file, line: 1))
  }

  static func twice(
    _ key: String, _ value: String, firstLine: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "batch.duplicate",
      Wording(
        "the \(key) \"\(value)\" was taken on line \(firstLine)",
        "第 \(firstLine) 行已用过 \(key)“\(value)”"), at: range)
  }

  static func folderTaken(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "batch.folder-taken",
      Wording(
        "another batch is writing into \"\(folder)\"", "另一个批次正在写入“\(folder)”"),
      hints: [Wording("wait for it, or choose another folder", "请等它结束，或换一个文件夹")])
  }

  static func journalTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "batch.journal-taken",
      Wording(
        "another batch is using the journal \"\(path)\"", "另一个批次正在使用日志“\(path)”"),
      hints: [
        Wording("wait for it, or give this one --journal", "请等它结束，或用 --journal 另指日志")
      ])
  }

  /// The task of a person who no longer wants it.
  static let taskStopped = Diagnostic(
    .error, "job.stopped",
    Wording(
      "the task was stopped; the files that were written stay where they are",
      "已按要求停下；已经写出的文件留在原处"))

  static func timeout(_ seconds: Double) -> Diagnostic {
    Diagnostic(
      .error, "job.timeout",
      Wording(
        "the job took longer than \(Int(seconds)) s and was stopped",
        "作业超过 \(Int(seconds)) 秒，已中止"),
      hints: [Wording("allow more with --timeout", "可用 --timeout 放宽")])
  }

  static func memory(_ mebibytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "job.memory",
      Wording(
        "the job took more than \(mebibytes) MiB of memory and was stopped",
        "作业占用内存超过 \(mebibytes) MiB，已中止"),
      hints: [Wording("allow more with --memory", "可用 --memory 放宽")])
  }

  static let workerDied = Diagnostic(
    .error, "job.worker-died",
    Wording(
      "the job ended its worker process twice and was set aside",
      "作业两次使工作进程退出，已搁置"))

  static let workersKeepDying = Diagnostic(
    .error, "batch.workers-die",
    Wording(
      "worker processes end before they finish any job", "工作进程一启动就退出，无法继续"))

  static func noWorker(_ code: Int32) -> Diagnostic {
    let reason = String(cString: strerror(code))
    return Diagnostic(
      .error, "batch.no-worker",
      Wording("cannot start a worker process: \(reason)", "无法启动工作进程：\(reason)"))
  }
}
