public import Diagnostics
import Geometry

/// Reads `layouts/_shared/press-*.yaml`; every mistake is reported at its line and column.
public enum PressReader {
  /// The file of a profile, relative to the resources folder.
  public static func file(of name: String) -> String { "layouts/_shared/press-\(name).yaml" }

  /// Reads the text of a profile; errors reject.
  public static func read(
    _ text: String, name: String, file: String, into problems: inout Problems
  ) throws(Rejection) -> PressProfile {
    let log = SpecLog()
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let profile = build(root, name: name)
    problems.report(contentsOf: log.problems.diagnostics)
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    guard let profile else { throw Rejection(SpecProblems.empty(file: file)) }
    return profile
  }

  private static func build(_ root: SpecNode, name: String) -> PressProfile? {
    let fields = root.fields([
      "format", "title", "condition", "ink", "text", "lines", "pictures", "sheet",
    ])
    _ = fields.required("format")?.integer(in: 1...1)
    let title = LayoutReader.wording(fields.required("title")) ?? Wording(name, name)
    let condition = fields.required("condition").flatMap(condition)
    let ink = fields.required("ink").flatMap(ink)
    let text = fields.required("text").flatMap(text)
    let lines = fields.required("lines").flatMap(lines)
    let pictures = fields.required("pictures").flatMap(pictures)
    let sheet = fields.required("sheet").flatMap(sheet)
    guard let condition, let ink, let text, let lines, let pictures, let sheet else { return nil }
    return PressProfile(
      name: name, title: title, condition: condition, ink: ink, text: text, lines: lines,
      pictures: pictures, sheet: sheet)
  }

  private static func condition(_ node: SpecNode) -> PressCondition? {
    let fields = node.fields(["identifier", "name", "registry", "profile", "standard"])
    guard let identifier = fields.required("identifier")?.text(),
      let name = fields.required("name")?.text(), let profile = fields.required("profile")?.text()
    else { return nil }
    return PressCondition(
      identifier: identifier, name: name,
      registry: fields["registry"]?.text() ?? "http://www.color.org", profile: profile,
      standard: fields["standard"]?.choice(PressCondition.Standard.self) ?? .pdfx4)
  }

  private static func ink(_ node: SpecNode) -> InkLimits? {
    let fields = node.fields(["limit", "hard", "rich-black", "spots"])
    guard let limit = fields.required("limit")?.number(in: 100...400) else { return nil }
    return InkLimits(
      limit: limit, hard: fields["hard"]?.number(in: limit...400) ?? limit,
      richBlack: fields["rich-black"]?.number(in: 100...400) ?? limit,
      spots: fields["spots"]?.integer(in: 0...27) ?? 0)
  }

  private static func text(_ node: SpecNode) -> TextLimits? {
    let fields = node.fields(["least", "reversed", "many-inks"])
    guard let least = fields.required("least")?.typeSize() else { return nil }
    return TextLimits(
      least: least, reversed: fields["reversed"]?.typeSize() ?? least,
      manyInks: fields["many-inks"]?.typeSize() ?? least)
  }

  private static func lines(_ node: SpecNode) -> LineLimits? {
    let fields = node.fields(["least", "many-inks", "reversed", "overprint-under"])
    guard let least = weight(fields.required("least")) else { return nil }
    return LineLimits(
      least: least, manyInks: weight(fields["many-inks"]) ?? least,
      reversed: weight(fields["reversed"]) ?? least,
      overprintUnder: weight(fields["overprint-under"]) ?? .points(2))
  }

  private static func pictures(_ node: SpecNode) -> PictureLimits? {
    let fields = node.fields([
      "target", "over", "least", "low", "wasteful", "bitmap-least", "bitmap-low", "intent",
    ])
    func number(_ key: String) -> Double? { fields.required(key)?.number(in: 1...4800) }
    guard let target = number("target"), let over = number("over"), let least = number("least"),
      let low = number("low"), let wasteful = number("wasteful"),
      let bitmapLeast = number("bitmap-least"), let bitmapLow = number("bitmap-low")
    else { return nil }
    return PictureLimits(
      target: target, over: max(over, target), least: least, low: low, wasteful: wasteful,
      bitmapLeast: bitmapLeast, bitmapLow: bitmapLow,
      intent: fields["intent"]?.choice(PictureLimits.Intent.self) ?? .perceptual)
  }

  private static func sheet(_ node: SpecNode) -> SheetSettings? {
    let fields = node.fields(["bleed", "marks", "offset", "mark", "weight"])
    let none = UnitBase(em: .zero, line: .zero)
    func length(_ key: String) -> Length? {
      fields[key]?.length(none, in: Length.zero...Length.millimetres(50))
    }
    let bleed = length("bleed") ?? .zero
    return SheetSettings(
      bleed: bleed, marks: fields["marks"]?.choice(SheetSettings.Marks.self) ?? .none,
      offset: max(bleed, length("offset") ?? .millimetres(3)),
      mark: length("mark") ?? .millimetres(5), weight: weight(fields["weight"]) ?? .points(0.25))
  }

  private static func weight(_ node: SpecNode?) -> Length? {
    node?.length(UnitBase(em: .zero, line: .zero), in: Length.points(0.05)...Length.points(20))
  }
}
