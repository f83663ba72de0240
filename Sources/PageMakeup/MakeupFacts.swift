import Notations

/// A fact of the job that furniture prints; front matter and `--set` use these names.
public enum FactKey: String, Hashable, Sendable, CaseIterable {
  /// Name of the paper.
  case paper
  /// Who publishes it.
  case sponsor
  /// CN number, or 内部资料准印证号.
  case licence
  /// Issue number: digits, or as printed.
  case issue
  /// Total number of issues: digits, or as printed.
  case total
  /// Date as printed or as `YYYY-MM-DD`.
  case date
  /// Number of pages of the issue: digits, or as printed.
  case pages
  /// Label of the section, such as 专版.
  case section
  /// Page number as printed, such as A3; further pages count on from its digits.
  case page
  /// Text of the 报眼; `|` parts its lines, the first is its title.
  case ear
  /// 责任编辑.
  case editor
  /// 版式.
  case designer
  /// 校对.
  case proofreader
  /// 电话.
  case phone
  /// 份号, six digits.
  case copyNumber = "copy-number"
  /// 密级和保密期限, such as 秘密★1年.
  case secrecy
  /// 紧急程度: 特急, 加急.
  case urgency
  /// 签发人; given, the paper goes upwards.
  case signer
  /// Whether a seal is put on the signature: yes or no.
  case seal
  /// What a QR or bar code says.
  case code
  /// Its kind: qr, code-128, ean-13.
  case codeKind = "code-kind"
  /// The words under the code.
  case codeCaption = "code-caption"
}

/// What furniture and the file say about the job; what is not given is left out.
public struct MakeupFacts: Hashable, Sendable {
  private var values: [FactKey: String]
  /// The modules of the fact `code`.
  public var matrix: CodeMatrix?

  /// Makes facts.
  public init(_ values: [FactKey: String] = [:], matrix: CodeMatrix? = nil) {
    self.values = values
    self.matrix = matrix
  }

  /// A fact; an empty value takes it away.
  public subscript(_ key: FactKey) -> String? {
    get { values[key] }
    set { values[key] = newValue?.isEmpty == false ? newValue : nil }
  }

  /// Name of the paper.
  public var paper: String? { self[.paper] }
  /// Label of the section.
  public var section: String? { self[.section] }
  /// Page number as printed.
  public var page: String? { self[.page] }
  /// The date as `YYYY-MM-DD` however the day was written; another wording as it is.
  public var date: String? { self[.date].map { CivilDay(whole: $0)?.iso ?? $0 } }

  /// 第12期（总第345期）, as far as both are given.
  public var issueWords: String? {
    let issue = self[.issue].map { Self.isNumber($0) ? "第\($0)期" : $0 }
    let total = self[.total].map { Self.isNumber($0) ? "总第\($0)期" : $0 }
    guard let issue else { return total }
    return total.map { "\(issue)（\($0)）" } ?? issue
  }

  /// 今日8版.
  public var pagesWords: String? {
    self[.pages].map { Self.isNumber($0) ? "今日\($0)版" : $0 }
  }

  private static func isNumber(_ text: String) -> Bool { text.allSatisfy(\.isNumber) }
}

/// A code as its modules, row by row from the top, without the quiet zone; bars are one row.
public struct CodeMatrix: Hashable, Sendable {
  /// Modules across.
  public var columns: Int
  /// Modules down.
  public var rows: Int
  /// Whether a module is dark.
  public var modules: [Bool]

  /// Makes a code.
  public init(columns: Int, rows: Int, modules: [Bool]) {
    self.columns = columns
    self.rows = rows
    self.modules = modules
  }

  /// Whether it is bars and no square.
  public var isBars: Bool { rows == 1 }

  /// What a structure tag calls it.
  var tagName: String { isBars ? "bar code" : "QR" }

  /// Whether the module at a column and a row, both from 0, is dark.
  public func isDark(_ column: Int, _ row: Int) -> Bool { modules[row * columns + column] }
}
