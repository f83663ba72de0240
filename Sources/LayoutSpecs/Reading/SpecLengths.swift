import Geometry

/// What the relative units of a specification file mean.
struct UnitBase {
  /// One em: the size of the body.
  var em: Length
  /// One line of the grid.
  var line: Length
}

extension SpecNode {
  /// A length with its unit: `pt`, `mm`, `cm`, `em`, `lh`, or a type size such as `xiaowu`.
  func length(_ base: UnitBase, in range: ClosedRange<Length> = .anyLength) -> Length? {
    guard let text = text() else { return nil }
    guard let value = parseLength(text, base) else {
      report(SpecProblems.badLength(self, text))
      return nil
    }
    guard range.contains(value) else {
      report(SpecProblems.outOfRange(self, range: "\(range.lowerBound)…\(range.upperBound)"))
      return nil
    }
    return value
  }

  /// A type size: points, millimetres or a 号 name.
  func typeSize() -> Length? {
    let none = UnitBase(em: .zero, line: .zero)
    return length(none, in: Length.points(2)...Length.points(2000))
  }

  /// A length as a number of ems, such as `2em`; other units are refused.
  func ems(in range: ClosedRange<Double>) -> Double? {
    guard let text = text() else { return nil }
    guard text.hasSuffix("em"), let value = Double(text.dropLast(2)), value.isFinite else {
      report(SpecProblems.badEms(self, text))
      return nil
    }
    guard range.contains(value) else {
      report(SpecProblems.outOfRange(self, range: "\(range.lowerBound)em…\(range.upperBound)em"))
      return nil
    }
    return value
  }

  private func parseLength(_ text: String, _ base: UnitBase) -> Length? {
    if let size = TypeSize(named: text) { return .points(size.points()) }
    guard let split = text.firstIndex(where: { !"+-.0123456789".contains($0) }),
      let value = Double(text[..<split]), value.isFinite, abs(value) < 1e6
    else { return text == "0" ? .zero : nil }
    switch text[split...].trimmingSpaces() {
    case "pt": return .points(value)
    case "mm": return .millimetres(value)
    case "cm": return .millimetres(value * 10)
    case "em" where base.em > .zero: return base.em.scaled(by: value)
    case "lh" where base.line > .zero: return base.line.scaled(by: value)
    default: return nil
    }
  }
}

extension ClosedRange where Bound == Length {
  /// From nothing to five metres: what any sheet or banner part may measure.
  static var anyLength: ClosedRange<Length> { Length.zero...Length.millimetres(5080) }
}
