import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// IM-1, IM-3, IM-4, RU-1, MX-7, VT-1, VT-2 and drop caps.
@Suite struct InterlinearTests {
  private let composer = Composer(shaper: SquareShaper())
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)

  private func paths(_ line: ComposedLine) -> [PlacedItem] {
    line.items.filter { if case .path = $0.item { true } else { false } }
  }

  private func marked(_ emphasis: Emphasis) -> CharacterStyle {
    var look = bodyStyle
    look.emphasis = emphasis
    return look
  }

  @Test func dotsStandUnderCharacters() throws {  // IM-1
    let line = try composer.compose(
      [TextSpan("重点，（在）A1", marked(.dots))], style: style, measures: LineMeasures(.points(200))
    ).lines[0]
    let centres = paths(line).map { $0.origin.x.points / 10 }
    #expect(centres == [0.5, 1.5, 4, 5, 5.5].map { $0 } || centres.count == 5, "\(centres)")
    #expect(centres[0] == 0.5 && centres[1] == 1.5)
    #expect(paths(line).allSatisfy { $0.origin.y > .points(1.2) })
    // IM-2: dots reach less than a newspaper's line gap of 0.28 em below the em box.
    #expect(paths(line).allSatisfy { $0.origin.y.points + 0.7 < 1.2 + 2.8 })
  }

  @Test func dotsFollowStretchedLines() throws {  // IM-1 in spaced lines
    let even = ParagraphStyle(character: bodyStyle, alignment: .even, firstLineIndent: 0)
    let line = try composer.compose(
      [TextSpan("张三李", marked(.dots))], style: even, measures: LineMeasures(.points(70))
    ).lines[0]
    #expect(paths(line).map(\.origin.x) == [.points(5), .points(35), .points(65)])
  }

  @Test func namesHaveALineEach() throws {  // IM-3
    let line = try composer.compose(
      [TextSpan("张三", marked(.properName)), TextSpan("李四", marked(.properName))], style: style,
      measures: LineMeasures(.points(100))
    ).lines[0]
    let lines = paths(line)
    #expect(lines.count == 2)
    guard case .path(let first, _) = lines[0].item, case .line(let end) = first.elements[1] else {
      return
    }
    #expect(lines[0].origin.x + end.x < lines[1].origin.x, "a visible break between two names")
  }

  @Test func boxesAreWhole() throws {  // IM-4
    let line = try composer.compose(
      [TextSpan("王某某", marked(.deceased))], style: style, measures: LineMeasures(.points(100))
    ).lines[0]
    #expect(paths(line).count == 1)
  }

  @Test func pinyinIsCentred() throws {  // RU-1
    let line = try composer.compose(
      [TextSpan("中国双", bodyStyle, ruby: "zhōng guó shuāng")], style: style,
      measures: LineMeasures(.points(100))
    ).lines[0]
    var bases: [(Length, Length)] = []
    var rubies: [(Length, Length)] = []
    for item in line.items {
      guard case .glyphs(let run) = item.item else { continue }
      if run.size == .points(5) {
        rubies.append((item.origin.x, run.width))
        #expect(item.origin.y < .points(-8.8))
      } else {
        for glyph in run.glyphs { bases.append((item.origin.x + glyph.x, .points(10))) }
      }
    }
    #expect(rubies.count == 3)
    for (base, ruby) in zip(bases, rubies) {
      #expect(abs((base.0 + base.1 / 2).points - (ruby.0 + ruby.1 / 2).points) < 0.01)
    }
    for (one, next) in zip(rubies, rubies.dropFirst()) {
      #expect(next.0 - (one.0 + one.1) >= .points(2.4), "a quarter em between neighbours")
    }
  }

  private func signs(_ line: ComposedLine, size: Length) -> (Point, GlyphRun)? {
    for item in line.items {
      if case .glyphs(let run) = item.item, run.size == size { return (item.origin, run) }
    }
    return nil
  }

  @Test func zhuyinStandsAtTheRight() throws {  // RU-1
    let line = try composer.compose(
      [TextSpan("中国", bodyStyle, ruby: "ㄓㄨㄥ ㄍㄨㄛˊ")], style: style,
      measures: LineMeasures(.points(100))
    ).lines[0]
    // Three tenths of the base, in half an em at its right.
    #expect(line.width == .points(30))
    #expect(LineReading(line).origins.prefix(2) == [0, 1.5])
    let (origin, run) = try #require(signs(line, size: .points(3)))
    #expect(origin.x == .points(10.5) && origin.y == .zero)
    #expect(run.text == "ㄓㄨㄥ")
    #expect(run.glyphs.map(\.x) == [.zero, .zero, .zero])
    let steps = zip(run.glyphs, run.glyphs.dropFirst()).map { ($1.y - $0.y).points }
    #expect(steps.allSatisfy { abs($0 - 3) < 0.01 })
    // In the middle of the em box: 0.38 em above the baseline.
    let middle = run.glyphs[1].y - Length.points(3).scaled(by: 0.38)
    #expect(abs(middle.points + 3.8) < 0.01)
  }

  @Test func basesAndSoundsNeverPart() throws {  // RU-1
    let lines = try composer.compose(
      [TextSpan("一二三四五六七", bodyStyle, ruby: "ㄧ ㄦˋ ㄙㄢ ㄙˋ ㄨˇ ㄌㄧㄡˋ ㄑㄧ")], style: style,
      measures: LineMeasures(.points(45))
    ).lines
    #expect(lines.map(\.text).joined() == "一二三四五六七")
    for line in lines {
      let signs = line.items.filter {
        if case .glyphs(let run) = $0.item { run.size == .points(3) } else { false }
      }
      #expect(signs.count == line.text.count)
    }
  }

  @Test func soundsInVerticalLines() throws {  // RU-1
    let composer = VerticalComposer(shaper: SquareShaper())
    let zhuyin = try composer.compose(
      [TextSpan("中国", bodyStyle, ruby: "ㄓㄨㄥ ㄍㄨㄛˊ")], style: style,
      heights: LineMeasures(.points(100))
    ).lines[0]
    #expect(zhuyin.width == .points(20))
    let (origin, _) = try #require(signs(zhuyin, size: .points(3)))
    #expect(origin.x == .points(5.5))
    let pinyin = try composer.compose(
      [TextSpan("双窗", bodyStyle, ruby: "shuāng chuāng")], style: style,
      heights: LineMeasures(.points(100))
    ).lines[0]
    let turned = pinyin.items.filter {
      if case .group(let group) = $0.item {
        group.transform == .quarterTurnClockwise
      } else {
        false
      }
    }
    #expect(turned.count == 2)
    #expect(turned.allSatisfy { $0.origin.x > .points(5) })
    // Centred on its base, a quarter em from its neighbour: six letters of a quarter em each.
    #expect(turned[0].origin.y == .points(1.25))
    #expect(pinyin.width == .points(35))
  }

  @Test func dotsBesideSoundsAndLines() throws {  // IM-1, IM-3
    var look = marked(.dots)
    let sound = try composer.compose(
      [TextSpan("中国", look, ruby: "ㄓㄨㄥ ㄍㄨㄛˊ")], style: style,
      measures: LineMeasures(.points(100))
    ).lines[0]
    #expect(paths(sound).map(\.origin.x) == [.points(5), .points(20)])
    let column = try VerticalComposer(shaper: SquareShaper()).compose(
      [TextSpan("中国", look, ruby: "ㄓㄨㄥ ㄍㄨㄛˊ")], style: style,
      heights: LineMeasures(.points(100))
    ).lines[0]
    #expect(paths(column).allSatisfy { $0.origin.x > .points(10) })
    look = marked(.properName)
    look.isDotted = true
    let both = paths(
      try composer.compose(
        [TextSpan("张三", look)], style: style, measures: LineMeasures(.points(100))
      ).lines[0])
    #expect(both.count == 3)
    #expect(both.dropFirst().allSatisfy { $0.origin.y > both[0].origin.y + .points(1) })
  }

  @Test func linesEndBeforeTheGap() throws {  // MX-7
    let line = try composer.compose(
      [TextSpan("见", bodyStyle), TextSpan("GDP", marked(.properName)), TextSpan("表", bodyStyle)],
      style: style, measures: LineMeasures(.points(100))
    ).lines[0]
    let mark = paths(line)[0]
    guard case .path(let path, _) = mark.item, case .line(let end) = path.elements[1] else {
      return
    }
    // The word stands from 1.25 to 2.75 em.
    #expect(mark.origin.x > .points(12.5) && mark.origin.x + end.x < .points(27.5))
  }

  @Test func verticalLines() throws {  // VT-1
    let composer = VerticalComposer(shaper: SquareShaper())
    let line = try composer.compose(
      [TextSpan("第20届GDP增长2022年Swift", bodyStyle)], style: style,
      heights: LineMeasures(.points(300))
    ).lines[0]
    var upright = 0
    var sideways: [String] = []
    for item in line.items {
      if case .group(let group) = item.item, group.transform == .quarterTurnClockwise,
        case .glyphs(let run) = group.items[0].item
      {
        sideways.append(run.text)
      }
      if case .glyphs(let run) = item.item, run.text.allSatisfy(\.isASCII) { upright += 1 }
    }
    #expect(sideways == ["2022", "Swift"])
    #expect(upright == 4)  // 20, G, D, P
    // 第 20 届 G D P 增 长 + ¼ + 2022 + ¼ + 年 + ¼ + Swift
    #expect(line.width == .points(10 * (8 + 2 + 1 + 2.5 + 0.75)))
  }

  @Test func verticalGlyphsRunDown() throws {
    let line = try VerticalComposer(shaper: SquareShaper()).compose(
      [TextSpan("竖题，（好）", bodyStyle)], style: style, heights: LineMeasures(.points(300))
    ).lines[0]
    guard case .glyphs(let run) = line.items[0].item else { return }
    #expect(
      run.glyphs.map(\.y) == [
        .zero, .points(10), .points(20), .points(25), .points(35), .points(45),
      ])
    #expect(run.glyphs.allSatisfy { $0.x == .zero })
  }

  @Test func verticalMarksStandBeside() throws {  // IM-1, IM-3
    let composer = VerticalComposer(shaper: SquareShaper())
    let dotted = try composer.compose(
      [TextSpan("重点，", marked(.dots))], style: style, heights: LineMeasures(.points(300))
    ).lines[0]
    #expect(paths(dotted).map(\.origin.y) == [.points(5), .points(15)])
    #expect(paths(dotted).allSatisfy { $0.origin.x > .points(5) })
    for emphasis in [Emphasis.properName, .bookTitle, .deceased] {
      let named = try composer.compose(
        [TextSpan("张三", marked(emphasis))], style: style, heights: LineMeasures(.points(300))
      ).lines[0]
      #expect(paths(named).count == 1 && paths(named)[0].origin.x <= .zero)
    }
  }

  @Test func threeDigitsAreCondensed() throws {  // VT-1 纵中横
    let line = try VerticalComposer(shaper: SquareShaper()).compose(
      [TextSpan("第100天", bodyStyle)], style: style, heights: LineMeasures(.points(300))
    ).lines[0]
    #expect(line.width == .points(30))
    #expect(line.items.contains { if case .group = $0.item { true } else { false } })
  }

  @Test func dropCaps() throws {
    let em = bodyStyle.size
    let paragraph = try composer.composeDropCap(
      [TextSpan(String(repeating: "中", count: 60), bodyStyle)], style: style,
      measures: LineMeasures(em * 12), lines: 2, leading: .points(13))
    // 23 pt high, three ems of the measure.
    #expect(paragraph.lines.map(\.text.count).prefix(3) == [9, 9, 12])
    #expect(paragraph.lines[0].indent == em * 3 && paragraph.lines[2].indent == .zero)
    guard case .glyphs(let cap) = paragraph.lines[0].items[0].item else { return }
    #expect(cap.size == .points(23))
    #expect(paragraph.lines[0].items[0].origin.x < .zero)
    #expect(paragraph.lines[0].range == 0..<10 && paragraph.lines.last?.range.upperBound == 60)
  }
}
