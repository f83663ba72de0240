public import Geometry
import Notations

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
    ask(.length)
    guard let text = text() else { return nil }
    guard let value = base.length(of: text) else {
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
    ask(.ems)
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
}

extension UnitBase {
  /// The length that a text states; nil where it states none.
  func length(of text: String) -> Length? {
    if let size = TypeSize(named: text) { return .points(size.points()) }
    guard let split = text.firstIndex(where: { !"+-.0123456789".contains($0) }),
      let value = Double(text[..<split]), value.isFinite, abs(value) < 1e6
    else { return text == "0" ? .zero : nil }
    switch text[split...].trimmingSpaces() {
    case "pt": return .points(value)
    case "mm": return .millimetres(value)
    case "cm": return .millimetres(value * 10)
    case "em" where em > .zero: return em.scaled(by: value)
    case "lh" where line > .zero: return line.scaled(by: value)
    default: return nil
    }
  }
}

extension Length {
  /// The length that a text states as layout files do: `9pt`, `3mm`, `11em`, `xiaowu`, `小五`.
  public init?(stated text: String, em: Length = .zero) {
    guard let length = UnitBase(em: em, line: .zero).length(of: text) else { return nil }
    self = length
  }
}

extension ClosedRange where Bound == Length {
  /// From nothing to five metres: what any sheet or banner part may measure.
  static var anyLength: ClosedRange<Length> { Length.zero...Length.millimetres(5080) }
}
