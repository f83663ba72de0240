import LayoutSpecs
import Typesetting

/// A rule of Chinese composition on a small picture: the engine with the rule switched off beside the
/// engine as it is.
struct RulePicture: Sendable {
  /// The rule's id, such as `LB-1`.
  var rule: String
  /// What the rule asks, for the page.
  var sentence: String
  /// Side by side, the wrong one first.
  var panels: [RulePanel]

  /// The name of its file.
  var file: String { "rule-\(rule.lowercased()).png" }

  init(_ rule: String, _ sentence: String, _ panels: [RulePanel]) {
    self.rule = rule
    self.sentence = sentence
    self.panels = panels
  }

  /// Left and right differ in settings only.
  init(
    _ rule: String, _ sentence: String, _ text: [RuleText], ems: Double = 9,
    wrong: (note: String, english: String), off: (inout RulePanel) -> Void,
    both: (inout RulePanel) -> Void = { _ in }
  ) {
    var right = RulePanel(.right, "", "as it is", [text], ems: ems)
    both(&right)
    var left = right
    left.verdict = .wrong
    left.note = wrong.note
    left.english = wrong.english
    off(&left)
    self.init(rule, sentence, [left, right])
  }
}

/// One setting of a text.
struct RulePanel: Sendable {
  /// What the panel shows.
  enum Verdict: String, Sendable {
    case wrong = "误", right = "正"
    /// One of several that are allowed.
    case choice = "可"
  }

  var verdict: Verdict
  /// How the setting was made, drawn beside the verdict.
  var note: String
  /// The same for the page.
  var english: String
  /// Paragraphs of spans.
  var paragraphs: [[RuleText]]
  /// The measure.
  var ems: Double
  var indent = 0.0
  var profile = CompositionProfile()
  var omitted: OmittedRules = []
  var breaker: any LineBreaker = OptimalBreaker()
  var alignment = Alignment.justified
  var isHeading = false
  var isVertical = false
  /// Size of the em against that of other pictures.
  var scale = 1.0
  /// Distance of baselines in ems.
  var leading = 1.4

  init(
    _ verdict: Verdict, _ note: String, _ english: String, _ paragraphs: [[RuleText]],
    ems: Double = 9
  ) {
    self.verdict = verdict
    self.note = note
    self.english = english
    self.paragraphs = paragraphs
    self.ems = ems
  }
}

/// A stretch of a picture's text.
struct RuleText: Sendable, ExpressibleByStringLiteral {
  var text: String
  var role: FontRole = "body"
  var emphasis = Emphasis.none
  var ruby: String?
  var tracking = 0.0
  var halfWidthDigits = false

  init(stringLiteral text: String) { self.text = text }

  init(
    _ text: String, role: FontRole = "body", emphasis: Emphasis = .none, ruby: String? = nil,
    tracking: Double = 0, halfWidthDigits: Bool = false
  ) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
    self.ruby = ruby
    self.tracking = tracking
    self.halfWidthDigits = halfWidthDigits
  }
}
