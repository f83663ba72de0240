import ArgumentParser
import Confinement
import Diagnostics
import Exporting
import Glibc

/// `banxin batch`: a list of jobs, by worker processes.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "成批排版：一行一件，多进程，可续做  Sets a list of jobs with worker processes.",
    discussion: """
      作业表一行一个 JSON 对象，路径相对当前文件夹：
        {"id": "0001", "input": "a.txt", "layout": "bulletin-a4", "output": "out/0001.pdf"}
      kind 不写是一篇稿件；写 page issue 排计划，chart 画图，daily weekly monthly 出通报（另写 period）。
      另可写 photos press variants dpi proof，以及 set（同 render 的 --set）。
      input 是模板时用 data 填 {{…}}："data": {"编号": "7"}，或 "data": "grids.csv", "row": 7。
      每件做完在标准输出印一行 JSON：id status(done unchanged failed) pages warnings sha256 seconds。
      输入没有变的不重做；做完的记在“作业表.journal”，断电、kill -9 之后加 --resume 接着做。

      例 examples:
        banxin batch jobs.jsonl
        banxin batch jobs.jsonl --workers 4 --resume > results.jsonl
        banxin batch jobs.jsonl --shard $SLURM_ARRAY_TASK_ID/16
        generate | banxin batch - --journal run.journal

      退出码 exit codes: 0 全部完成 all done  1 有失败的 some failed  2 用法 usage  130 143 信号 signals
      """)

  @Argument(help: "作业表 .jsonl；- 为标准输入  the job list, - for standard input")
  var jobs: String

  @Option(help: "工作进程数；不写则每个处理器一个  worker processes, one a core if left out")
  var workers: Int?

  @Flag(help: "接着上次的日志做  go on with the journal of an earlier run")
  var resume = false

  @Option(help: "只做一份，如 3/8；按 id 的散列分  do one share of the jobs, by the hash of the id")
  var shard: String?

  @Flag(help: "磁盘写满也不停  go on even when the disk is full")
  var keepGoing = false

  @Flag(help: "未变的也重做  set unchanged jobs again")
  var force = false

  @Option(help: "每件最多几秒  most seconds a job may take")
  var timeout: Double = 60

  @Option(help: "每个工作进程最多占内存 MiB  most memory of a worker")
  var memory: Int = 1024

  @Option(help: "日志文件  the journal; JOBS.journal if left out, none for -")
  var journal: String?

  @Option(help: "报告写入文件；不写则印在标准错误  where the run report goes")
  var report: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...256).contains(workers ?? 1) else {
      throw ValidationError("--workers 应在 1 到 256 之间  --workers must lie in 1…256")
    }
    guard (0.1...86_400).contains(timeout) else {
      throw ValidationError("--timeout 应在 0.1 到 86400 之间  --timeout must lie in 0.1…86400")
    }
    guard (64...1_000_000).contains(memory) else {
      throw ValidationError("--memory 应在 64 到 1000000 之间  --memory must lie in 64…1000000")
    }
    if let shard, BatchOptions.Shard(shard) == nil {
      throw ValidationError("--shard 应写作 3/8，而不是“\(shard)”  --shard wants index/count")
    }
    if resume, jobs == "-", journal == nil {
      throw ValidationError("从标准输入续做要用 --journal 指明日志  --resume with - needs --journal")
    }
  }

  func run() throws {
    var code: Int32 = 0
    try common.perform(.none) { environment, _ throws(Rejection) in
      let home = try common.resources(in: environment)
      let options = BatchOptions(
        jobs: jobs, workers: workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
        resumes: resume, shard: shard.flatMap(BatchOptions.Shard.init), keepsGoing: keepGoing,
        redoes: force, timeout: timeout, memory: memory, journal: journal,
        workerCommand: [ProgramArguments.executable, "worker"] + CommonOptions.workerArguments(home)
      )
      let progress = ProgressCount(common)
      let count = shard == nil ? BatchRunner.jobCount(of: jobs) : nil
      var done = 0
      let runner = try BatchRunner(options) { line in
        let isRead = Terminal.line(line)
        done += 1
        progress.show(done, of: count)
        return isRead
      }
      code = try runner.run()
      progress.end()
      if let report {
        try environment.write([OutputFile(path: report, bytes: Array((runner.summary + "\n").utf8))]
        )
      } else if !common.quiet || code != 0 {
        Terminal.error(runner.summary)
      }
    }
    if code != 0 { throw ExitCode(code) }
  }
}
