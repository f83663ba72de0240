import Foundation

/// One job of a batch: a line of the job list, and the message that a worker gets.
struct BatchJob: Codable, Hashable {
  /// The line of the list, counted from 1.
  var line: Int
  /// The name that results carry.
  var id: String
  /// What is made; nil for the page of one report.
  var kind: Kind?
  /// The report, plan, chart or table of cases.
  var input: String
  /// Name of the layout; empty where the plan names it or there is none.
  var layout: String
  /// The file to write: `.pdf`, `.png` or `.svg`.
  var output: String
  /// Folder of pictures.
  var photos: String?
  /// Name of the press profile.
  var press: String?
  /// How many arrangements of a newspaper page.
  var variants: Int?
  /// Resolution of PNG files.
  var dpi: Double?
  /// Whether the pages are proofs.
  var proof: Bool?
  /// Facts and layout values, as of `--set`.
  var set: [String: String]?
  /// Values for the placeholders of the input.
  var data: Values?
  /// The period of a bulletin, `2031-05` or a day of it.
  var period: String?
  /// The unit before a bulletin's title.
  var unit: String?
  /// Which columns of a table of cases say what.
  var map: String?
  /// The list of holidays by which a bulletin reckons limits.
  var holidays: String?
  /// Folders in which pictures are looked for that do not lie beside the input.
  var beside: [String]?

  /// What a line may ask for.
  enum Kind: String, Codable, Hashable, CaseIterable {
    case report, page, issue, chart, daily, weekly, monthly
  }

  /// What is to be done.
  var task: any BatchTask {
    switch kind ?? .report {
    case .report: export
    case .page: PageTask(plan: plan)
    case .issue: IssueTask(plan: plan)
    case .chart: ChartJob(inputs: [input], output: output)
    case .daily: bulletin(.daily)
    case .weekly: bulletin(.weekly)
    case .monthly: bulletin(.monthly)
    }
  }

  private var plan: PlanExport {
    PlanExport(
      plan: input, output: output, dpi: dpi ?? 150, proof: proof ?? false,
      press: press.map { PressOptions(profile: $0) })
  }

  private func bulletin(_ kind: BulletinJob.Kind) -> BulletinJob {
    var job = BulletinJob(
      kind: kind, data: input, period: period ?? "", unit: unit ?? "", layout: layout,
      output: output, holidays: holidays)
    job.map = map
    return job
  }

  /// The job as the exporter takes it.
  var export: ExportJob {
    let settings = (set ?? [:]).sorted { $0.key < $1.key }
    return ExportJob(
      input: input, layout: layout, output: output, dpi: dpi ?? 150, photos: photos,
      variants: variants ?? 1, proof: proof ?? false,
      settings: settings.map { ExportJob.Setting(key: $0.key, value: $0.value) },
      press: press.map { PressOptions(profile: $0) })
  }

  /// What the result depends on beside the files that are read: everything but its names.
  var fingerprint: String {
    var same = self
    same.line = 0
    same.id = ""
    return String(decoding: JSONLine.bytes(of: same), as: UTF8.self)
  }
}

/// Values as one line of JSON with sorted keys.
enum JSONLine {
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("messages have only finite numbers and strings")
    }
    return [UInt8](data)
  }

  static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
