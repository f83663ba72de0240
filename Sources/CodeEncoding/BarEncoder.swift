internal import CZint
import Diagnostics

/// Bars by zint.
struct BarEncoder {
  let kind: CodeKind

  /// Most characters of a Code 128: longer ones are finer than a hand scanner reads on a page.
  static let longest = 48
  /// Most modules of bars: eleven a character and some to begin, check and end with.
  private static let most = 1152

  func bars(for text: String) throws(Rejection) -> ModuleMatrix {
    guard accepts(text) else { throw Rejection(CodeProblems.badBars(text, kind)) }
    let bytes = Array(text.utf8)
    var modules = [UInt8](repeating: 0, count: Self.most)
    let symbology = kind == .ean13 ? BARCODE_EANX : BARCODE_CODE128
    let columns = Int(
      banxin_bars(symbology, bytes, Int32(bytes.count), &modules, Int32(modules.count)))
    guard columns >= 0 else { throw Rejection(CodeProblems.notEncoded()) }
    // The one reason left is a check digit that is another.
    guard columns > 0 else { throw Rejection(CodeProblems.badBars(text, kind)) }
    return ModuleMatrix(columns: columns, rows: 1, modules: modules.prefix(columns).map { $0 == 1 })
  }

  private func accepts(_ text: String) -> Bool {
    switch kind {
    case .ean13: [12, 13].contains(text.utf8.count) && text.utf8.allSatisfy { 48...57 ~= $0 }
    default: 1...Self.longest ~= text.utf8.count && text.utf8.allSatisfy { 32...126 ~= $0 }
    }
  }
}
