import Diagnostics
import Geometry
import Printing

/// What keeps pages from a printer.
enum PrintJobProblems {
  static func noPrinter(_ name: String?, _ printers: [Printer]) -> Diagnostic {
    let names = printers.map(\.name).joined(separator: "、")
    let wording =
      name.map { Wording("there is no printer \"\($0)\"", "没有名为“\($0)”的打印机") }
      ?? Wording("no printer is set up", "没有设置打印机")
    return Diagnostic(
      .error, "print.no-printer", wording,
      hints: [
        names.isEmpty
          ? Wording("add one to the print service (CUPS) first", "请先在打印服务（CUPS）中添加打印机")
          : Wording("there are \(names)", "现有 \(names)")
      ])
  }

  static func oneSided(_ printer: String) -> Diagnostic {
    Diagnostic(
      .error, "print.one-sided",
      Wording("the printer \(printer) prints on one side only", "打印机 \(printer) 只能单面打印"),
      hints: [Wording("leave out --duplex", "请去掉 --duplex")])
  }

  static func noPaper(_ name: String, _ printer: Printer) -> Diagnostic {
    Diagnostic(
      .error, "print.no-paper",
      Wording(
        "the printer \(printer.name) has no sheet \(name)", "打印机 \(printer.name) 没有 \(name) 纸"),
      hints: [papers(of: printer)])
  }

  static func noSheet(_ width: Double, _ height: Double, _ printer: Printer) -> Diagnostic {
    let size = "\(Int(width.rounded())) × \(Int(height.rounded())) mm"
    return Diagnostic(
      .error, "print.no-sheet",
      Wording(
        "a page of \(size) has no sheet of its size in the printer \(printer.name), and pages are not scaled",
        "版面 \(size)，打印机 \(printer.name) 没有这样大的纸，又不缩放"),
      hints: [
        papers(of: printer),
        Wording(
          "name a larger sheet with --paper, or print pieces with --impose tiles --tile",
          "用 --paper 指定更大的纸，或用 --impose tiles --tile 分片"),
      ])
  }

  static func margins(_ paper: PrinterPaper, _ printer: String) -> Diagnostic {
    let edges = [paper.margins.left, paper.margins.top, paper.margins.right, paper.margins.bottom]
      .map { String(Int($0.rounded(.up))) }.joined(separator: ", ")
    return Diagnostic(
      .note, "print.margins",
      Wording(
        "\(printer) leaves \(edges) mm of \(paper.title) blank at the left, top, right and bottom",
        "\(printer) 在 \(paper.title) 的左、上、右、下各有 \(edges) 毫米印不到"))
  }

  static func mixedSizes(_ one: Size, _ other: Size) -> Diagnostic {
    Diagnostic(
      .warning, "print.mixed-sizes",
      Wording("the pages are of several sizes and go to one sheet", "各页大小不同，都印在同一种纸上"),
      hints: [Wording("print pages of one size together", "请把大小相同的页分开打印")])
  }

  private static func papers(of printer: Printer) -> Wording {
    let names = printer.papers.map(\.title).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }.joined(separator: "、")
    return Wording("its sheets are \(names)", "可用的纸：\(names)")
  }
}
