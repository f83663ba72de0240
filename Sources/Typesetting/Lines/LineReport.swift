public import Geometry
import Notations

/// How the lines of a paragraph came about, for an expert to read: the inspection tool of the engine.
public struct LineReport: Hashable, Sendable {
  /// The paragraph.
  public var paragraph: ComposedParagraph
  /// The em in which amounts are given.
  public var em: Length

  /// Makes a report of a paragraph whose text stands in a size.
  public init(_ paragraph: ComposedParagraph, em: Length) {
    self.paragraph = paragraph
    self.em = em
  }

  /// A table for a terminal: number, width in ems, steps, text. One line of it a line of text.
  ///
  /// Steps read `S4 0.50/1.00`: used and most, in ems, S8 the mark that hangs; `T2b`: the blanks of marks;
  /// `T3 0.045×11`: the gap and its places.
  public func text() -> String {
    var rows = paragraph.lines.enumerated().map { number, line in
      "\(number + 1)  \(ems(line.width))  \(steps(line.fit))  \(line.text)"
    }
    rows.append(summary)
    for missing in paragraph.missing {
      rows.append("missing \(codePoint(missing.scalar)) at \(missing.offset)")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  /// The same as one JSON object, keys in a fixed order, amounts in ems.
  public func json() -> String {
    let lines = paragraph.lines.map { line in
      let fit = line.fit
      return "    {"
        + [
          "\"text\": \(JSONText.quoted(line.text))", "\"start\": \(line.range.lowerBound)",
          "\"end\": \(line.range.upperBound)", "\"indent\": \(ems(line.indent))",
          "\"width\": \(ems(line.width))", "\"measure\": \(ems(fit.measure))",
          "\"natural\": \(ems(fit.natural))", "\"gap\": \(share(fit.gap))",
          "\"shrink\": [\(fit.shrink.map(json).joined(separator: ", "))]",
          "\"stretch\": [\(fit.stretch.map(json).joined(separator: ", "))]",
          "\"pushedOut\": \(fit.pushedOut.map { JSONText.quoted($0.rawValue) } ?? "null")",
          "\"pushedOutText\": \(JSONText.quoted(fit.pushedOutText))",
          "\"emergency\": \(fit.isEmergency)",
          "\"rigid\": \(fit.isRigid)", "\"badness\": \(share(fit.badness))",
        ].joined(separator: ", ") + "}"
    }
    let missing = paragraph.missing.map {
      "{\"character\": \(JSONText.quoted(codePoint($0.scalar))), \"offset\": \($0.offset)}"
    }
    return """
      {
        "badness": \(share(paragraph.badness)),
        "normalised": \(paragraph.notes.normalised),
        "replacedSpaces": \(paragraph.notes.replacedSpaces),
        "missing": [\(missing.joined(separator: ", "))],
        "lines": [
      \(lines.joined(separator: ",\n"))
        ]
      }

      """
  }

  // LA-4: mean and greatest gap, and how many lines are wider than a tenth of an em.
  private var summary: String {
    let gaps = paragraph.lines.dropLast().map(\.fit.gap)
    let mean = gaps.isEmpty ? 0 : gaps.reduce(0, +) / Double(gaps.count)
    let wide = gaps.filter { $0 > 0.1 }.count
    return
      "\(paragraph.lines.count) lines, badness \(share(paragraph.badness)), gap mean \(share(mean)) "
      + "max \(share(gaps.max() ?? 0)), \(wide) over 0.10 em"
  }

  private func steps(_ fit: LineFit) -> String {
    var words = fit.shrink.map { "S\($0.step.rawValue) \(ems($0.used))/\(ems($0.limit))" }
    words += fit.stretch.map { use in
      switch use.step {
      case .wordSpace, .mixedGap, .mark: "\(name(of: use.step)) \(ems(use.used))/\(ems(use.limit))"
      case .character: "T3 \(share(fit.gap))×\(use.places)"
      case .emergency: "emergency \(ems(use.used))×\(use.places)"
      }
    }
    if let reason = fit.pushedOut { words.append("\(reason.rawValue) \(fit.pushedOutText)") }
    if fit.isEmergency { words.append("forbidden end") }
    if fit.isRigid { words.append("rigid") }
    return words.isEmpty ? "solid" : words.joined(separator: ", ")
  }

  private func json(_ use: ShrinkUse) -> String {
    "{\"step\": \"S\(use.step.rawValue)\", \"used\": \(ems(use.used)), \"limit\": \(ems(use.limit))}"
  }

  private func json(_ use: StretchUse) -> String {
    "{\"step\": \"\(name(of: use.step))\", \"used\": \(ems(use.used)), \"limit\": \(ems(use.limit)), "
      + "\"places\": \(use.places)}"
  }

  // The blanks of marks open between T2 and T3.
  private func name(of step: StretchStep) -> String {
    step == .mark ? "T2b" : "T\(step.rawValue)"
  }

  private func ems(_ length: Length) -> String { share(length / em) }

  private func share(_ value: Double) -> String { DecimalText.fixed(value, 3) }

  private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
