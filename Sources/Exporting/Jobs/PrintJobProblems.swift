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

  static func noSheet(_ size: Size, _ printer: Printer) -> Diagnostic {
    let words = SheetProblems.words(size)
    return Diagnostic(
      .error, "print.no-sheet",
      Wording(
        "what is printed needs \(words), no sheet of the printer \(printer.name) holds it, and pages are not scaled",
        "要印 \(words)，打印机 \(printer.name) 没有放得下的纸，又不缩放"),
      hints: [
        papers(of: printer),
        Wording("print it in pieces with --impose tiles", "用 --impose tiles 分片印出再拼接"),
      ])
  }

  static func cut(_ cut: PrintedArea.Cut, _ paper: PrinterPaper, _ printer: String) -> Diagnostic {
    let edges = [
      ("left", "左", cut.left), ("top", "上", cut.top), ("right", "右", cut.right),
      ("bottom", "下", cut.bottom),
    ].filter { $0.2 > 0.05 }
    func millimetres(_ value: Double) -> String { "\((value * 10).rounded(.up) / 10)" }
    let english = edges.map { "\(millimetres($0.2)) mm at the \($0.0)" }.joined(separator: ", ")
    let chinese = edges.map { "\($0.1)边 \(millimetres($0.2)) 毫米" }.joined(separator: "、")
    return Diagnostic(
      .warning, "print.cut",
      Wording(
        "\(printer) cannot print \(english) of sheet \(cut.sheet) on \(paper.title)",
        "\(printer) 在 \(paper.title) 上印不到第 \(cut.sheet) 面的\(chinese)"),
      hints: [
        Wording(
          "print on a larger sheet with --paper and cut it, or take a layout with wider margins",
          "用 --paper 换大一号的纸印后裁切，或用边距大些的版式")
      ])
  }

  static func notLoaded(_ paper: PrinterPaper, _ printer: String) -> Diagnostic {
    Diagnostic(
      .warning, "print.not-loaded",
      Wording(
        "no tray of the printer \(printer) says that it holds \(paper.title); the job waits until one does",
        "打印机 \(printer) 的纸盒里没有报告 \(paper.title)，放好纸才会印"),
      hints: [Wording("put the paper in and set its tray", "请放入这种纸，并在打印机上设好纸盒")])
  }

  static func noPage(_ page: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      .error, "print.no-page",
      Wording("there is no page \(page), only \(count)", "没有第 \(page) 页，一共 \(count) 页"),
      hints: [Wording("nothing was printed", "没有打印")])
  }

  private static func papers(of printer: Printer) -> Wording {
    let names = printer.papers.map(\.title).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }.joined(separator: "、")
    return Wording("its sheets are \(names)", "可用的纸：\(names)")
  }
}
