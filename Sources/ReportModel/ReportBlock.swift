public import Diagnostics

/// One paragraph, head, caption, or a whole table, in reading order.
public struct ReportBlock: Hashable, Sendable {
  /// What it is. A table is one block of role `tableHeader`.
  public var role: ReportRole
  /// The text, broken lines joined, without marks of the input format; empty for a table.
  public var text: String
  /// The length of the run-in lead at the start of `text`, in characters; 0 when there is none.
  public var runInLead: Int
  /// The source lines it came from, counted from 1; for a table: head, rule, rows.
  public var lines: [Int]
  /// How sure the role is, 0 to 1; below 0.8 a person should look.
  public var confidence: Double
  /// What else it may be, where two readings of it differ.
  public var alternative: ReportRole?
  /// Whether a person has said that the block is right: it is not asked about again.
  public var isConfirmed: Bool
  /// The words as they were read, where a person has changed them since; nil where nobody has.
  public var original: String?
  /// Where lines were joined, in their order.
  public var joins: [ReportJoin]
  /// The place in `Report.tables`, for a table.
  public var table: Int?
  /// The place in `Report.figures`, for a caption with a picture or chart.
  public var figure: Int?
  /// What is marked in `text`, by rising starts.
  public var marks: [TextMark]
  /// Notes on places of `text`, by rising offset.
  public var notes: [ReportNote]
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes a block.
  public init(
    role: ReportRole, text: String, runInLead: Int = 0, lines: [Int] = [],
    confidence: Double = 1, alternative: ReportRole? = nil, isConfirmed: Bool = false,
    joins: [ReportJoin] = [], table: Int? = nil, figure: Int? = nil,
    marks: [TextMark] = [], notes: [ReportNote] = [], range: SourceRange
  ) {
    self.role = role
    self.text = text
    self.runInLead = runInLead
    self.lines = lines
    self.confidence = confidence
    self.alternative = alternative
    self.isConfirmed = isConfirmed
    self.joins = joins
    self.table = table
    self.figure = figure
    self.marks = marks
    self.notes = notes
    self.range = range
  }

  /// The words of the run-in lead, with their full stop; nil when there is none.
  public var runInLeadText: String? {
    runInLead > 0 ? String(text.prefix(runInLead)) : nil
  }

  /// The halves or parts of a couplet headline or a slogan head, split at spaces.
  public var parts: [String] {
    text.split { $0 == " " || $0 == "\u{3000}" }.map(String.init)
  }

  /// Whether a person should confirm the role.
  public var needsCheck: Bool { confidence < 0.8 && !isConfirmed }
}

/// Two source lines that one paragraph was broken into; kept as data, so it can be undone.
public struct ReportJoin: Hashable, Sendable {
  /// The line before the seam, counted from 1.
  public var fromLine: Int
  /// The line after the seam.
  public var toLine: Int
  /// What stands at the seam: nothing, or one space between Latin words.
  public var glue: String
  /// The rule that decided, `J0` to `J5`: J0 where the format says that the lines are one paragraph, J1
  /// where nothing but a long unfinished line speaks for it.
  public var rule: String
  /// Characters of the block's text before the second line; 0 where that is not known.
  public var offset: Int

  /// Whether a person should confirm it.
  public var needsCheck: Bool { rule == "J1" }

  /// Makes a join.
  public init(fromLine: Int, toLine: Int, glue: String, rule: String, offset: Int = 0) {
    self.offset = offset
    self.fromLine = fromLine
    self.toLine = toLine
    self.glue = glue
    self.rule = rule
  }
}
