import Charting
import Diagnostics
import Exporting
import Foundation
import TestSupport
import Testing

/// Tables that become charts without a specification.
@Suite struct DataChartTests {
  private func ejected(_ text: String, _ choice: DataChoice = DataChoice()) throws -> SpecValue {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let found = try ChartBatch.eject([path], choice, in: FileSystem())
    return try ChartSpec(json: Array(try #require(found.first).utf8), file: "x").root
  }

  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("table-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: path)
    return path.path
  }

  private func preset(_ text: String) throws -> String? {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let words = try ChartBatch.proposals([path], DataChoice(), in: FileSystem())
    return words.first?.split(separator: " ").dropFirst().first.map(String.init)
  }

  private func refusal(_ text: String, _ choice: DataChoice = DataChoice()) throws -> [Diagnostic] {
    do {
      _ = try ejected(text, choice)
      return []
    } catch let rejection as Rejection {
      return rejection.diagnostics
    }
  }

  @Test(arguments: [
    ("月份,收入（万元）\n一月,3105\n二月,2480\n三月,3770\n", "trend"),
    ("年份,产值（亿元）,增速（%）\n2029,88.2,6.1\n2030,95.6,7\n2031,101.3,5.2\n", "amount-growth"),
    ("镇街,办结（件）,受理（件）\n东湖,118,120\n西苑,97,103\n柳林,45,45\n", "rectify"),
    ("来源,占比（%）\n热线,46.2\n上报,31.5\n巡查,22.3\n", "donut"),
    ("镇街,投资（万元）,企业（家）\n东湖,123,18\n西苑,98,12\n柳林,45,7\n", "ranking"),
    ("产值（亿元）,企业（家）\n120.5,18\n", "kpi-row"),
    ("年龄段,男（人）,女（人）\n0—14岁,1203,1120\n15—59岁,4205,4011\n", "pyramid"),
    ("街道,1月,2月,3月\n东湖,32,28,41\n西苑,21,25,22\n", "trend"),
    ("月份,街道,位次\n1月,东湖,2\n1月,西苑,1\n2月,东湖,1\n2月,西苑,2\n", "bump"),
    ("星期,门诊（人次）\n星期一,320\n星期六,180\n星期日,150\n", "trend"),
    ("镇,2030年位次,2031年位次\n东湖,3,1\n西苑,1,2\n柳林,2,3\n", "bump"),
    ("项目,增减（万元）\n补助,1200\n支出,-900\n税收,300\n", "waterfall"),
    ("企业,利润（万元）\n东湖,1200\n西苑,-900\n柳林,300\n", "ranking"),
    ("城市,产值（亿元）\n东湖,345\n西苑,98\n柳林,12\n", "ranking"),
    ("环节,企业（家）\n培育,120\n申报,64\n入库,26\n", "funnel"),
    ("编号,类别,状态\n1,噪音,办结\n2,垃圾,办结\n3,噪音,在办\n4,噪音,办结\n", "ranking"),
    ("工程,开工日期,竣工日期\n道路,2031-01-05,2031-03-31\n管网,2031-02-01,2031-05-30\n", "gantt"),
  ]) func theFittingPresetIsFound(_ text: String, _ name: String) throws {
    #expect(try preset(text) == name)
  }

  /// Rows listed the latest first run forward; what is the sum, the unit or nothing is no row.
  @Test func rowsAreReadAsPeopleWriteThem() throws {
    let times = try ejected("时间,户数（户）\n5月20日,218\n5月15日,\n5月5日,66\n5月10日,121\n")
    let values = try #require(times["data"]?["values"]?.list)
    #expect(values.map { $0["时间"]?.text } == ["5月5日", "5月10日", "5月15日", "5月20日"])
    #expect(values[2]["户数"]?.isNull == true)
    let sums = try ejected(
      "镇街,产值,同比\n单位,亿元,%\n东湖,1.5,5\n西苑,8,1\n柳林,3,2\n合计,12.5,\n", .init(y: ["产值"]))
    #expect(sums["data"]?["values"]?.list?.count == 3)
    #expect(sums["title"]?["subtitle"]?.text?.contains("单位：亿元") == true)
    let scaled = try ejected("项目,投资\n园区,1.2亿元\n厂房,8600万元\n水厂,3200万元\n")
    let amounts = scaled["data"]?["values"]?.list?.compactMap { $0["投资"]?.number }
    #expect(amounts == [12000, 8600, 3200])
  }

  /// Only stages of a course make a funnel; other names that fall from row to row are a ranking.
  @Test func rankingsAreNoFunnels() throws {
    let path = try file("城市,产值（亿元）\n东湖,345\n西苑,98\n柳林,12\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let words = try ChartBatch.proposals([path], DataChoice(), in: FileSystem())
    #expect(!words.contains { $0.contains("funnel") })
  }

  /// A lone figure is called by what stands in its row, where its head says only that it is a number.
  @Test func loneFiguresKeepTheirNames() throws {
    let bare = try ejected("指标,数值\n人均纯收入（元）,15862\n", .init(preset: "kpi-row"))
    #expect("\(bare)".contains("人均纯收入") && !"\(bare)".contains("数值"))
    let named = try ejected("镇街,户数（户）\n东湖,320\n", .init(preset: "kpi-row"))
    #expect("\(named)".contains("东湖户数"))
  }

  /// Rates and ranks are no parts of a whole, and do not add up.
  @Test(arguments: ["donut", "waterfall", "pictogram"])
  func ratesAreNoParts(_ preset: String) throws {
    let rates = "村,合格率（%）\n东湖,96\n西苑,88\n柳林,100\n"
    #expect(try refusal(rates, .init(preset: preset)).first?.code == "chart.unfit-preset")
    let counts = "村,户数（户）\n东湖,96\n西苑,88\n柳林,100\n"
    #expect(try refusal(counts, .init(preset: preset)).isEmpty)
  }

  /// A map of regions needs the file of their borders, which lies beside the table.
  @Test func regionsNeedBorders() throws {
    let towns = "镇,户数（户）\n东湖,96\n西苑,88\n"
    #expect(try refusal(towns, .init(preset: "region-map")).first?.code == "chart.unfit-preset")
    let name = "borders-\(UUID().uuidString).geojson"
    let borders = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: borders) }
    let ring = "[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]"
    let map = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"镇": "东湖"},
       "geometry": {"type": "Polygon", "coordinates": [\(ring)]}}]}
      """
    try Data(map.utf8).write(to: borders)
    let spec = try ejected(towns, .init(preset: "region-map", settings: ["map": name]))
    #expect("\(spec)".contains("geoshape") && "\(spec)".contains("东湖"))
    #expect(ChartSpec(spec).hasOwnHeight)
  }

  /// Amounts are no ranks, and months no days.
  @Test func presetsTakeOnlyWhatTheyShow() throws {
    let amounts = "街道,1月,2月,3月\n东湖,32,28,41\n西苑,21,25,22\n"
    #expect(try refusal(amounts, .init(preset: "bump")).first?.code == "chart.unfit-preset")
    let months = "月份,诉求（件）\n1月,32\n2月,28\n3月,41\n"
    #expect(try refusal(months, .init(preset: "calendar")).first?.code == "chart.unfit-preset")
    let days = "日期,诉求（件）\n2031-05-01,32\n2031-05-02,28\n2031-05-03,41\n"
    #expect(try refusal(days, .init(preset: "calendar")).isEmpty)
  }

  @Test func timesInTitlesAreAStretch() throws {
    let spec = try ejected("街道,1月,2月,3月\n东湖,32,28,41\n西苑,21,25,22\n")
    #expect(spec["title"]?["text"]?.text?.contains("1月至3月") == true)
  }

  /// The unit stands once, in the scale that the numbers have.
  @Test func longNumbersHaveOneScale() throws {
    let spec = try ejected("年份,支出（元）\n2029,1234567890\n2030,1345678901\n2031,1456789012\n")
    #expect(spec["title"]?["subtitle"]?.text?.contains("单位：亿元") == true)
    #expect(spec["title"]?["text"]?.text == "2031年支出升至14.57亿元")
  }

  @Test(arguments: [
    ("村,户数\n甲,312\n乙,约280\n丙,266\n", "chart.bad-cell", "约280"),
    ("镇街,企业,投资\n东湖,甲,1\n东湖,甲,2\n", "chart.repeated-name", "东湖"),
    ("镇街,企业数\n", "chart.no-rows", "表头"),
    ("项目,规模\n路,3.2公里\n绿化,5000平方米\n车位,300个\n", "chart.bad-cell", "平方米"),
    ("姓名,住址\n张三,东湖路\n李四,西苑路\n", "chart.no-amounts", "姓名"),
  ]) func doubtfulTablesAreAskedAbout(_ text: String, _ code: String, _ words: String) throws {
    let found = try refusal(text)
    #expect(found.map(\.code.rawValue).contains(code))
    #expect(
      found.contains {
        $0.message.chinese.contains(words) || $0.hints.contains { $0.chinese.contains(words) }
      })
  }

  @Test func columnsAreNamedInErrors() throws {
    let table = "镇街,投资（万元）,占比（%）\n东湖,123,40\n西苑,98,60\n"
    let absent = try #require(try refusal(table, .init(y: ["投次"])).first)
    #expect(
      absent.code == "chart.no-column" && absent.hints.contains { $0.chinese.contains("投资（万元）") })
    let mixed = try refusal(table, .init(y: ["投资", "占比"]))
    #expect(mixed.first?.code == "chart.mixed-units")
    let words = try refusal(table, .init(y: ["镇街"]))
    #expect(words.first?.code == "chart.not-amount")
    let unfit = try refusal(table, .init(preset: "gantt"))
    #expect(unfit.first?.code == "chart.unfit-preset")
    #expect(try refusal(table, .init(preset: "rankin")).first?.code == "chart.unknown-preset")
  }
}
