public import Diagnostics
import DisplayList
import LayoutSpecs

/// A layout of one's own that begins from another: a folder with a `layout.yaml` that says only what
/// differs, its likely lines in comments.
public struct NewLayout {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a maker over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Writes the folder, which must not hold a layout yet; the path of its file.
  public func write(folder: String, like base: String) throws(Rejection) -> String {
    let known = try home.layoutNames()
    guard known.contains(base) else {
      throw Rejection(FileProblems.unknownLayout(base, known: known))
    }
    let file = "\(folder)/layout.yaml"
    guard environment.kind(of: file) == .nothing else { throw Rejection(FileProblems.exists(file)) }
    var problems = Problems()
    let layout = try home.layout(base, into: &problems)
    let accent = layout.palette["accent"].map {
      [$0.cyan, $0.magenta, $0.yellow, $0.black]
        .map { String(Int(($0 * 100).rounded())) }.joined(separator: ", ")
    }
    let shown = folder.hasPrefix("/") || folder.hasPrefix(".") ? folder : "./\(folder)"
    let text = """
      # 自己的版式：沿用 \(base)，只写不同之处。  A layout of your own: only what differs.
      # 检查 check:  banxin check \(shown)
      # 使用 use:    banxin render report.txt -l \(shown)
      format: 1
      title:  { en: \(Paths.name(folder)), zh: \(Paths.name(folder)) }
      like:   \(base)

      # 栏数；每栏字数随之调整。  Columns; the characters of a line follow.
      # grid:   { columns: \(layout.grid.columns) }

      # 油墨 [青, 品, 黄, 黑] 的百分数；改 accent，所有用它之处都改。  Inks in percent.
      # inks:
      #   accent: [\(accent ?? "0, 100, 90, 0")]

      # 样式：字体角色、字号、对齐。  Styles: font role, sizes, alignment.
      # styles:
      #   headline: { align: left }

      """
    try environment.write([OutputFile(path: file, bytes: Array(text.utf8))])
    return file
  }
}
