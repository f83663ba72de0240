import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import ReportModel
import TestSupport

/// Reports of all roles in any order, as no reader would make them and every make-up must bear them.
struct RandomReport {
  private var text: RandomText
  private var line = 0
  private var tables: [ReportTable] = []
  private var pictures: [MakeupPicture] = []

  init(seed: UInt64) { text = RandomText(seed: seed) }

  mutating func job(
    _ layout: LayoutSpec, withTableAndPicture: Bool = false, blocks count: Int? = nil
  ) -> MakeupJob {
    var blocks = title()
    for _ in 0..<(count ?? text.number(in: 4...24)) { blocks += part() }
    if withTableAndPicture {
      blocks.append(block(.body, words(80...90)))
      blocks += table() + picture()
    }
    if text.number(in: 0...2) == 0 { blocks += foot() }
    for (index, block) in blocks.enumerated() where block.role == .caption {
      for place in pictures.indices where pictures[place].range == block.range {
        pictures[place].block = index
      }
    }
    let report = Report(source: "random.txt", blocks: blocks, tables: tables)
    return MakeupJob(report: report, layout: layout, pictures: pictures)
  }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    var words = ""
    while words.count < range.lowerBound { words += text.paragraph(pieces: 2, wild: false) }
    return String(words.filter { !$0.isWhitespace }.prefix(text.number(in: range)))
  }

  private mutating func block(_ role: ReportRole, _ words: String) -> ReportBlock {
    line += 1
    return ReportBlock(
      role: role, text: words, lines: [line], range: SourceRange(file: "random.txt", line: line))
  }

  private mutating func title() -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    for role in [ReportRole.masthead, .issue, .issuer, .docnum, .kicker]
    where text.number(in: 0...3) == 0 {
      blocks.append(block(role, words(4...12)))
    }
    blocks.append(block(.headline, words(6...16)))
    if text.number(in: 0...3) == 0 { blocks.append(block(.headline, words(6...12))) }
    if text.number(in: 0...3) == 0 { blocks.append(block(.deck, "——" + words(6...14))) }
    if text.number(in: 0...1) == 0 { blocks.append(block(.byline, words(4...10))) }
    if text.number(in: 0...4) == 0 { blocks.append(block(.addressee, words(4...9) + "：")) }
    return blocks
  }

  private mutating func part() -> [ReportBlock] {
    switch text.number(in: 0...24) {
    case 0: return [block(.h1, "一、" + words(4...14))]
    case 1: return [block(.h2, "（一）" + words(4...20))]
    case 2: return [block(.subhead, words(3...9))]
    case 3: return [block(.slogan, words(5...10))]
    case 4: return [block(.list, "1." + words(10...70))]
    case 5: return [block(.quote, words(10...60))]
    case 6: return [block(.note, "注：" + words(6...40))]
    case 7: return [block(.editorNote, words(20...80))]
    case 8, 9: return picture()
    case 10, 11: return table()
    case 12: return [block(.psaTitle, words(4...8)), block(.psaLine, words(8...16))]
    case 13: return [block(.attachmentRef, "附件：1." + words(6...16))]
    case 14: return [noted()]
    default: return [block(text.number(in: 0...9) == 0 ? .closing : .body, words(12...260))]
    }
  }

  private mutating func noted() -> ReportBlock {
    var block = block(.body, words(40...120))
    block.notes = [
      ReportNote(offset: text.number(in: 3...20), text: words(8...40)),
      ReportNote(offset: 30, text: words(8...40)),
    ]
    return block
  }

  private mutating func picture() -> [ReportBlock] {
    let caption = block(.caption, "图：" + words(3...60))
    let side = text.number(in: 400...3000)
    let image = ImageSource(
      path: "photos/\(pictures.count).jpg", format: .jpeg, pixelWidth: side,
      pixelHeight: text.number(in: 400...3000))
    pictures.append(
      MakeupPicture(
        image: text.number(in: 0...7) == 0 ? nil : image, caption: caption.text, label: "图片",
        range: caption.range))
    return [caption]
  }

  private mutating func table() -> [ReportBlock] {
    let columns = text.number(in: 2...5)
    let title = block(.tableTitle, "表\(tables.count + 1) " + words(4...14) + "（单位：万元）")
    var head = block(.tableHeader, "")
    head.table = tables.count
    let rows = (0..<text.number(in: 1...9)).map { _ in
      (0..<columns).map { column in
        column == 0
          ? words(2...6) : column == columns - 1 ? words(8...40) : "\(text.number(in: 1...9999))"
      }
    }
    tables.append(
      ReportTable(
        title: String(title.text.dropFirst(3)),
        columns: (0..<columns).map { TableColumn(name: "栏\($0)" + words(2...4), type: .text) },
        rows: rows, hasTotalRow: false, headerLine: line, ruleLine: nil,
        rowLines: rows.indices.map { line + $0 }, range: head.range))
    return [title, head]
  }

  private mutating func foot() -> [ReportBlock] {
    [
      block(.signature, words(4...12)), block(.date, "2031年5月6日"),
      block(.attachmentTitle, "附件1"), block(.body, words(30...90)),
      block(.distribution, "抄送：" + words(6...20)), block(.imprint, words(6...14)),
    ]
  }
}
