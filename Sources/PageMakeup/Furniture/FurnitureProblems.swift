import Diagnostics
import Geometry

/// The messages of what stands round the text.
enum FurnitureProblems {
  static func barsWithoutRoom(needed: Size, given: Size) -> Diagnostic {
    func words(_ size: Size) -> String {
      "\(size.width.millimetres.rounded(.up)) × \(size.height.millimetres.rounded(.up))"
    }
    return Diagnostic(
      .error, "code.no-room",
      Wording(
        "the bar code needs at least \(words(needed)) mm, its place has "
          + "\(given.width.millimetres.rounded(.down)) × \(given.height.millimetres.rounded(.down))",
        "条形码至少要 \(words(needed)) 毫米，版式只留了 "
          + "\(given.width.millimetres.rounded(.down)) × \(given.height.millimetres.rounded(.down))"
      ),
      hints: [
        Wording(
          "a wider place, fewer characters, or code-kind: qr", "请加宽位置、缩短内容，或用 code-kind: qr（二维码）")
      ])
  }
}
