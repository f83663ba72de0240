import Diagnostics
import Foundation
import Notations

/// Reads the lines of a job list. A line that is no job becomes a finding at its place; the lines
/// after it are read all the same.
struct BatchJobReader {
  /// A line that is no job, with the name of the job where that could be read.
  struct BadLine: Error {
    var id: String?
    var diagnostic: Diagnostic
  }

  /// Name of the list, for messages.
  let file: String
  /// Lines of the ids and outputs that were seen, by their digests: a list may have millions, and
  /// no two names share 128 bits.
  private var ids: [NameDigest: Int32] = [:]
  private var outputs: [NameDigest: Int32] = [:]

  static let keys = [
    "id", "kind", "input", "layout", "output", "photos", "press", "variants", "dpi", "proof", "set",
    "data", "row", "period", "unit", "map", "holidays",
  ]

  /// The keys that a job of a kind may have.
  static func keys(of kind: BatchJob.Kind) -> [String] {
    let own =
      switch kind {
      case .report:
        ["layout", "photos", "press", "variants", "dpi", "proof", "set", "data", "row"]
      case .page, .issue: ["press", "dpi", "proof"]
      case .chart: [String]()
      case .daily, .weekly, .monthly: ["layout", "period", "unit", "map", "holidays"]
      }
    return ["id", "kind", "input", "output"] + own
  }

  /// What a line may hold.
  static var shape: FileShape {
    var shape = FileShape()
    shape.note(.map(keys), at: "")
    for key in keys { shape.note(.text, at: key) }
    for key in ["input", "output"] { shape.require(key) }
    shape.note(.choice(BatchJob.Kind.allCases.map(\.rawValue)), at: "kind")
    shape.note(.integer(1...9), at: "variants")
    shape.note(.number(10...2400), at: "dpi")
    shape.note(.flag, at: "proof")
    for key in ["set", "data"] {
      shape.note(.names, at: key)
      shape.note(.text, at: "\(key).any")
    }
    shape.allowText(at: "data")
    shape.note(.integer(1...200_000), at: "row")
    return shape
  }

  init(file: String) { self.file = file }

  /// The job of a line; nil for a blank one.
  mutating func job(_ bytes: ArraySlice<UInt8>, line: Int) -> Result<BatchJob, BadLine>? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    var id: String?
    do throws(Rejection) {
      let fields = try Fields(bytes, at: SourceRange(file: file, line: line))
      id = try fields.name("id")
      let kind = try fields.kind("kind") ?? .report
      try fields.refuseUnknown(Self.keys(of: kind))
      var job = BatchJob(
        line: line, id: "", input: try fields.required("input"), layout: "",
        output: try fields.required("output"))
      job.id = id ?? job.output
      try take(fields, of: kind, into: &job)
      job.photos = try fields.text("photos")
      job.press = try fields.text("press")
      job.variants = try fields.whole("variants", in: 1...9)
      job.dpi = try fields.number("dpi", in: 10...2400)
      job.proof = try fields.flag("proof")
      job.set = try fields.pairs("set")
      job.data = try fields.values("data", row: "row")
      try check(job, at: fields.range)
      return .success(job)
    } catch {
      return .failure(BadLine(id: id, diagnostic: error.diagnostics[0]))
    }
  }

  /// What the kinds have of their own; a report's kind stays unsaid.
  private func take(
    _ fields: Fields, of kind: BatchJob.Kind, into job: inout BatchJob
  ) throws(Rejection) {
    switch kind {
    case .report:
      job.layout = try fields.required("layout")
      return
    case .page, .issue, .chart: break
    case .daily, .weekly, .monthly:
      job.layout = try fields.text("layout") ?? Self.bulletinLayout
      job.period = try fields.required("period")
      job.unit = try fields.text("unit")
      job.map = try fields.text("map")
      job.holidays = try fields.text("holidays")
    }
    job.kind = kind
  }

  /// The layout of bulletins that name none.
  private static let bulletinLayout = "bulletin-a4"

  private mutating func check(_ job: BatchJob, at range: SourceRange) throws(Rejection) {
    let ending = job.output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["pdf", "png", "svg"].contains(ending), Paths.stem(job.output) != Paths.name(job.output)
    else { throw Rejection(BatchProblems.badOutput(job.output, at: range)) }
    let (id, output) = (NameDigest(job.id), NameDigest(Paths.whole(job.output)))
    if let first = ids[id] {
      throw Rejection(BatchProblems.twice("id", job.id, firstLine: Int(first), at: range))
    }
    if let first = outputs[output] {
      throw Rejection(
        BatchProblems.twice("output", job.output, firstLine: Int(first), at: range))
    }
    ids[id] = Int32(clamping: job.line)
    outputs[output] = Int32(clamping: job.line)
  }
}

extension BatchJobReader {
  /// The members of one JSON object, taken with their types checked.
  private struct Fields {
    let members: [String: Any]
    let range: SourceRange

    init(_ bytes: ArraySlice<UInt8>, at range: SourceRange) throws(Rejection) {
      self.range = range
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw Rejection(BatchProblems.notUTF8(at: range))
      }
      guard let any = try? JSONSerialization.jsonObject(with: Data(bytes)),
        let members = any as? [String: Any]
      else { throw Rejection(BatchProblems.notAnObject(at: range)) }
      self.members = members.filter { !($0.value is NSNull) }
    }

    func text(_ key: String) throws(Rejection) -> String? {
      guard let value = members[key] else { return nil }
      guard let text = value as? String, !text.isEmpty, !text.unicodeScalars.contains("\0") else {
        throw Rejection(BatchProblems.wrongType(key, ("a text", "文字"), at: range))
      }
      return text
    }

    func kind(_ key: String) throws(Rejection) -> BatchJob.Kind? {
      guard let word = try text(key) else { return nil }
      guard let kind = BatchJob.Kind(rawValue: word) else {
        let known = BatchJob.Kind.allCases.map(\.rawValue)
        throw Rejection(
          BatchProblems.wrongType(
            key, (known.joined(separator: ", "), known.joined(separator: "、")), at: range))
      }
      return kind
    }

    func required(_ key: String) throws(Rejection) -> String {
      guard let text = try text(key) else {
        throw Rejection(BatchProblems.missing(key, at: range))
      }
      return text
    }

    /// A text, or a number as it is written.
    func name(_ key: String) throws(Rejection) -> String? {
      if let number = members[key] as? NSNumber, !isFlag(number) { return number.stringValue }
      return try text(key)
    }

    func number(_ key: String, in limits: ClosedRange<Double>) throws(Rejection) -> Double? {
      guard let value = members[key] else { return nil }
      guard let number = value as? NSNumber, !isFlag(number), limits.contains(number.doubleValue)
      else {
        let span = "\(Int(limits.lowerBound))…\(Int(limits.upperBound))"
        throw Rejection(
          BatchProblems.wrongType(key, ("a number in \(span)", "\(span) 的数"), at: range))
      }
      return number.doubleValue
    }

    func whole(_ key: String, in limits: ClosedRange<Int>) throws(Rejection) -> Int? {
      let span = Double(limits.lowerBound)...Double(limits.upperBound)
      guard let number = try number(key, in: span) else { return nil }
      guard let whole = Int(exactly: number) else {
        throw Rejection(BatchProblems.wrongType(key, ("a whole number", "整数"), at: range))
      }
      return whole
    }

    func flag(_ key: String) throws(Rejection) -> Bool? {
      guard let value = members[key] else { return nil }
      guard let number = value as? NSNumber, isFlag(number) else {
        throw Rejection(
          BatchProblems.wrongType(key, ("true or false", "true 或 false"), at: range))
      }
      return number.boolValue
    }

    func pairs(_ key: String) throws(Rejection) -> [String: String]? {
      guard let value = members[key] else { return nil }
      guard let object = value as? [String: Any] else {
        throw Rejection(BatchProblems.wrongType(key, ("an object", "对象"), at: range))
      }
      var pairs: [String: String] = [:]
      for (name, value) in object {
        switch value {
        case let text as String: pairs[name] = text
        case let number as NSNumber:
          pairs[name] = isFlag(number) ? (number.boolValue ? "true" : "false") : number.stringValue
        default:
          throw Rejection(
            BatchProblems.wrongType("\(key).\(name)", ("a text or a number", "文字或数"), at: range))
        }
      }
      return pairs
    }

    /// An object of values, or the path of a table with the number of a record in it.
    func values(_ key: String, row: String) throws(Rejection) -> BatchJob.Values? {
      let number = try whole(row, in: 1...200_000)
      guard members[key] is String else {
        if number != nil { throw Rejection(BatchProblems.missing(key, at: range)) }
        return try pairs(key).map { .pairs($0) }
      }
      guard let path = try text(key), let number else {
        throw Rejection(BatchProblems.missing(row, at: range))
      }
      return .row(table: path, number: number)
    }

    func refuseUnknown(_ known: [String]) throws(Rejection) {
      guard let key = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
      throw Rejection(BatchProblems.unknownKey(key, known: known, at: range))
    }

    private func isFlag(_ number: NSNumber) -> Bool {
      String(cString: number.objCType) == "c"
    }
  }
}

/// Half of a name's SHA-256, in sixteen bytes.
private struct NameDigest: Hashable {
  private let high: UInt64
  private let low: UInt64

  init(_ name: String) {
    let digits = Digest.sha256(Array(name.utf8))
    high = UInt64(digits.prefix(16), radix: 16) ?? 0
    low = UInt64(digits.dropFirst(16).prefix(16), radix: 16) ?? 0
  }
}
