import ArgumentParser
import Diagnostics
import Dispatch
import Exporting
import Glibc
import Studio

/// Options of `banxin studio` and `banxin serve`.
struct ServerFlags: ParsableArguments {
  @Option(help: "端口；不写则任取一个空闲的  the port; any free one if left out")
  var port: UInt16?

  @Option(
    help:
      "监听地址；本机以外须用环境变量 BANXIN_TOKEN 设口令  the address; beyond this machine BANXIN_TOKEN has to be set"
  )
  var listen = "127.0.0.1"

  @Option(help: "工作进程数  worker processes of the service")
  var workers: Int?

  @Option(help: "每件最多几秒  most seconds a job may take")
  var timeout: Double = 60

  @Option(help: "每个工作进程最多占内存 MiB  most memory of a worker")
  var memory: Int = 1024

  @Option(help: "请求体最大 MiB  largest request")
  var largest: Int = 64

  @Option(help: "最多几件排队  most requests that wait")
  var queue: Int = 64

  func check() throws {
    guard (1...64).contains(workers ?? 1), (1...3600).contains(timeout),
      (64...1_000_000).contains(memory), (1...2048).contains(largest), (1...10_000).contains(queue)
    else {
      throw ValidationError("选项的数值超出范围  an option's number is out of range")
    }
  }

  /// Serves until a signal asks for the end.
  func serve(
    _ folder: String, document: String?, hasDesk: Bool, opensBrowser: Bool, _ common: CommonOptions
  ) throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      let home = try common.resources(in: environment)
      // The workers start in the desk's folder.
      let folders = try CommonOptions.workerArguments(home).map { (word) throws(Rejection) in
        word.hasPrefix("--") ? word : try Self.absolute(word)
      }
      guard chdir(folder) == 0 else { throw Rejection(ServerProblems.noFolder(folder)) }
      var options = StudioOptions(
        folder: ".",
        workerCommand: ["/proc/self/exe", "worker", "--desk"] + folders)
      try fill(&options)
      (options.document, options.hasDesk) = (document, hasDesk)
      let server = StudioServer(options) { if common.verbose { Terminal.error($0) } }
      let failure = Self.wait {
        do throws(StudioServer.Unreachable) {
          try await server.run { address in
            Terminal.result(address)
            if opensBrowser { Browser.open(address) }
          }
          return nil
        } catch {
          return error.reason
        }
      }
      if let failure { throw Rejection(ServerProblems.cannotListen(options, failure)) }
    }
  }

  private func fill(_ options: inout StudioOptions) throws(Rejection) {
    options.address = listen
    options.port = port ?? 0
    options.workers = workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    (options.seconds, options.memory) = (timeout, memory)
    (options.largestBody, options.waiting) = (largest << 20, queue)
    options.version = Banxin.version
    if let token = getenv("BANXIN_TOKEN").map({ String(cString: $0) }) {
      guard token.utf8.count >= 12, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3B })
      else { throw Rejection(ServerProblems.shortToken) }
      options.token = token
    } else if !options.isLoopback {
      throw Rejection(ServerProblems.noToken)
    }
  }

  private static func absolute(_ folder: String) throws(Rejection) -> String {
    guard let path = realpath(folder, nil) else {
      throw Rejection(ServerProblems.noFolder(folder))
    }
    defer { free(path) }
    return String(cString: path)
  }

  /// Waits for asynchronous work on a thread that has nothing else to do.
  private static func wait(_ work: @escaping @Sendable () async -> String?) -> String? {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var result: String?
    Task {
      result = await work()
      done.signal()
    }
    done.wait()
    return result
  }
}

/// `banxin studio`: the seat for a person, in a browser.
struct StudioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studio",
    abstract: "工作台：在浏览器里看版、改稿、付印  Opens the studio in a browser.",
    discussion: """
      印出一个只在本机有效的网址，在浏览器里打开。改动都写进文件夹里的 .yaml 文件，命令行排出的页面一字不差。
      Prints an address that only this machine can open. What is changed is written to .yaml files in
      the folder, from which the command line makes the same bytes.

      例 examples:
        banxin studio
        banxin studio 稿件/ --port 8613
        banxin studio 稿件/ --open 头版.txt
      """)

  @Argument(help: "文件夹；不写则当前文件夹  the folder; the current one if left out")
  var folder = "."

  @Option(help: "先打开的稿件  the document to begin with")
  var open: String?

  @Flag(help: "不启动浏览器  do not start a browser")
  var noBrowser = false

  @OptionGroup var flags: ServerFlags

  @OptionGroup var common: CommonOptions

  func validate() throws { try flags.check() }

  func run() throws {
    try flags.serve(folder, document: open, hasDesk: true, opensBrowser: !noBrowser, common)
  }
}

/// `banxin serve`: the HTTP service alone.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "HTTP 服务：供其他程序排版、画图、印前检查  Serves other programs over HTTP.",
    discussion: """
      POST /v1/render /v1/chart /v1/preflight /v1/batch，GET /healthz /metrics /openapi.json。
      口令放在 Authorization: Bearer；用环境变量 BANXIN_TOKEN 指定，不写则每次新取。
      The token goes into Authorization: Bearer; BANXIN_TOKEN sets it, else it is a new one each time.

      例 examples:
        BANXIN_TOKEN=… banxin serve --port 8613
        curl -H "Authorization: Bearer …" -F report=@a.txt -F layout=bulletin-a4 localhost:8613/v1/render
      """)

  @OptionGroup var flags: ServerFlags

  @OptionGroup var common: CommonOptions

  func validate() throws { try flags.check() }

  func run() throws {
    try flags.serve(".", document: nil, hasDesk: false, opensBrowser: false, common)
  }
}

/// The person's browser, where there is a screen.
enum Browser {
  static func open(_ address: String) {
    guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return }
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ["xdg-open", address].map { (word: String) in strdup(word) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    _ = posix_spawnp(&child, "xdg-open", nil, nil, &arguments, environ)
  }
}

/// What may keep a server from starting.
enum ServerProblems {
  static func noFolder(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "server.no-folder",
      Wording("there is no folder \"\(folder)\"", "没有文件夹“\(folder)”"))
  }

  static func cannotListen(_ options: StudioOptions, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "server.cannot-listen",
      Wording(
        "cannot listen on \(options.address):\(options.port): \(reason)",
        "无法监听 \(options.address):\(options.port)：\(reason)"),
      hints: [Wording("choose another --port", "请用 --port 换一个端口")])
  }

  static let noToken = Diagnostic(
    .error, "server.no-token",
    Wording(
      "beyond this machine the server wants a token of yours", "监听本机以外的地址须自设口令"),
    hints: [Wording("set BANXIN_TOKEN to 12 signs or more", "请把环境变量 BANXIN_TOKEN 设为 12 位以上")])

  static let shortToken = Diagnostic(
    .error, "server.bad-token",
    Wording(
      "BANXIN_TOKEN wants 12 printable ASCII signs or more, without ;",
      "BANXIN_TOKEN 须为 12 位以上的可见 ASCII 字符，不含分号"))
}
