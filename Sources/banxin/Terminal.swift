import Diagnostics
import Exporting
import Glibc

/// Results to standard output, problems to standard error, progress only to a terminal.
enum Terminal {
  static func result(_ text: String, terminator: String = "\n") {
    put(text + terminator, to: STDOUT_FILENO)
  }

  /// The files that were written; what went to standard output is not named on it.
  static func results(_ files: [String]) {
    for file in files where file != PipedFiles.name { result(file) }
  }

  /// One line of results; whether anybody reads them.
  static func line(_ text: String) -> Bool {
    if showsProgress, isatty(STDOUT_FILENO) == 1 { endProgress() }
    return put(text + "\n", to: STDOUT_FILENO)
  }

  static func error(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

  static func report(_ diagnostics: [Diagnostic], _ options: CommonOptions) {
    let shown = diagnostics.filter { diagnostic in
      switch diagnostic.severity {
      case .error: true
      case .warning: !options.quiet
      case .note: options.verbose && !options.quiet
      }
    }
    if !shown.isEmpty { error(DiagnosticPrinter(language: options.language).text(of: shown)) }
  }

  /// Progress on one line of a terminal; nothing where standard error is a file or a pipe.
  static func progress(_ event: ExportEvent) {
    let words =
      switch event {
      case .reading: "读稿 reading"
      case .composing: "排版 composing"
      case .composingPage(let page, let count): "排版 composing \(page)/\(count)"
      case .drawing(let page, let count): "绘制 drawing \(page)/\(count)"
      case .writing: "写出 writing"
      }
    progress(words + " …")
  }

  /// Words in the place of those that stood on the line before.
  static func progress(_ words: String) { put("\r\u{1B}[K\(words)", to: STDERR_FILENO) }

  static func endProgress() { put("\r\u{1B}[K", to: STDERR_FILENO) }

  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Why results could not be printed; nil where they were. Results are printed by one thread.
  nonisolated(unsafe) private(set) static var failure: Int32?

  @discardableResult
  private static func put(_ text: String, to descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { write(descriptor, $0 + done, buffer.count - done) } ?? -1
      }
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 {
        // Who has closed the pipe has read what was wanted.
        if descriptor == STDOUT_FILENO, errno != EPIPE { failure = errno }
        return false
      }
      done += wrote
    }
    return true
  }
}
