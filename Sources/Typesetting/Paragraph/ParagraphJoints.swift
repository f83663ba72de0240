import Geometry
import LayoutSpecs

extension ParagraphBuilder {
  /// Appends a box and settles what stands between it and the one before: squeezed pairs, gaps,
  /// whether a line may end there.
  @inline(__always) mutating func append(
    _ item: ParagraphItem, _ first: CharacterClass, _ last: CharacterClass, _ scalars: Range<Int>,
    cell: Int32, halfShift: Int32, shape: MarkShape? = nil
  ) {
    var item = item
    var shape = shape
    item.glue = tracking
    if !built.items.isEmpty {
      let isRow = first == .stop && continuesStops(at: scalars.lowerBound)
      if let before = lastShape, shape != nil || first == .wideSpace, !isRow, squeezesPairs {
        squeezePair(before, &item, &shape, first)
      }
      join(first, at: scalars.lowerBound)
      if source.styles[Int(style)].rise > .zero { hangOnLast() }
    } else if pending.hasSpace {
      built.notes.replacedSpaces += pending.count
    }
    if first == .stop {
      squeezeStops(&item, &shape, at: scalars.lowerBound)
    } else {
      stopsInRow = 0
    }
    pending = Pending()
    lastShape = shape ?? (first == .wideSpace ? PunctuationWidths.blank : nil)
    let glyphStart = Int32(truncatingIfNeeded: built.glyphs.count)
    built.items.append(item)
    built.contents.append(
      BoxContent(
        glyphs: glyphStart..<glyphStart, text: 0..<0,
        scalars: Int32(scalars.lowerBound)..<Int32(scalars.upperBound), style: style, kind: last,
        cell: cell, halfShift: halfShift))
  }

  private var squeezesPairs: Bool {
    if omitted.isEmpty { return true }
    if omitted.contains(.pairs) { return false }
    return !omitted.contains(.pairsAcrossSpans) || built.contents.last?.style == style
  }

  // PW-1, PW-2, PW-7: the pair is squeezed whatever span its marks belong to.
  private mutating func squeezePair(
    _ before: MarkShape, _ item: inout ParagraphItem, _ shape: inout MarkShape?,
    _ kind: CharacterClass
  ) {
    guard PunctuationWidths.meets(kind), let last = built.contents.last,
      PunctuationWidths.meets(last.kind) || last.kind == .middle
    else { return }
    let loss = widths.squeeze(before, before: shape ?? PunctuationWidths.blank)
    if loss.first > 0 {
      // Measured in the em of the mark that loses it, so that a bold lead is squeezed by its own.
      let lost = min(built.items[built.items.count - 1].squeeze, partOfLast(loss.first))
      built.items[built.items.count - 1].width -= lost
      built.items[built.items.count - 1].squeeze -= lost
    }
    if loss.second > 0 {
      let lost = scaled(loss.second)
      item.width -= lost
      item.squeeze -= min(item.squeeze, lost)
      item.startTrim -= min(item.startTrim, lost)
      shape?.left -= loss.second
    }
  }

  private func partOfLast(_ share: Int32) -> Int32 {
    guard let last = built.contents.last else { return 0 }
    return share * last.cell / MarkShape.em
  }

  // ？ and ！ in a row (LB-14); full stops in a row are an ordinary pair.
  private func continuesStops(at index: Int) -> Bool {
    stopsInRow > 0 && isExclaiming(index)
  }

  private func isExclaiming(_ index: Int) -> Bool {
    source.scalars[index] == 0xFF1F || source.scalars[index] == 0xFF01
  }

  // LB-14: two sentence marks take one em together, three take two.
  private mutating func squeezeStops(
    _ item: inout ParagraphItem, _ shape: inout MarkShape?, at index: Int
  ) {
    guard isExclaiming(index) else {
      stopsInRow = 0
      return
    }
    stopsInRow += 1
    guard stopsInRow % 2 == 0, profile.scheme != .lineEndHalf, let right = shape?.right, right >= 12
    else { return }
    let last = built.items.count - 1
    built.items[last].width -= built.items[last].squeeze
    built.items[last].squeeze = 0
    item.width -= item.squeeze
    item.squeeze = 0
    shape?.right = 0
  }

  // A raised mark stands in the blank half of a mark of punctuation, and goes where that goes.
  private mutating func hangOnLast() {
    let last = built.items.count - 1
    let blank = built.items[last].squeeze
    if lastShape != nil, blank > 0, built.contents[last].halfShift == 0 {
      built.items[last].width -= blank
      built.items[last].endWidth = built.items[last].width
      built.items[last].squeeze = 0
    }
    built.items[last].glue = 0
    built.items[last].glueShrink = 0
    built.items[last].glueStretch = 0
    built.items[last].glueKind = .solid
    built.items[last].penalty = BreakPenalty.never
  }

  // MARK: - Between two boxes

  private mutating func join(_ first: CharacterClass, at index: Int) {
    let last = built.items.count - 1
    let before = built.contents[last].kind
    var space = MixedSpacing.between(
      before, first, typed: pending.hasSpace, typedIsLineEnd: pending.isLineEnd)
    let verdict = self.verdict(before, first, at: index)
    if omitted.contains(.bareMarks),
      before.isMark && first.takesMixedGap
        || before.takesMixedGap && first.isMark
    {
      space = .mixedGap
    }
    switch space {
    case .mixedGap: setMixedGap(last, before)
    case .wordSpace: setWordSpace(last, before, first)
    case .none:
      built.items[last].glueKind = kindOfGlue(before, first, verdict)
      openMark(last, before, first)
    }
    if omitted.contains(.replacedSpaces), pending.hasSpace, space == .mixedGap {
      built.items[last].glue += spaceWidth(of: Int(style), isChinese: false)
    }
    if pending.hasSpace, space != .wordSpace {
      built.notes.replacedSpaces += pending.count
    } else if pending.count > 1 {
      built.notes.replacedSpaces += pending.count - 1
    }
    switch verdict {
    case .allowed: built.items[last].penalty = 0
    case .costly: built.items[last].penalty = 40
    case .dear: built.items[last].penalty = 300
    case .forbidden: built.items[last].penalty = BreakPenalty.emergency
    case .never: built.items[last].penalty = BreakPenalty.never
    }
    if pending.isForced { built.items[last].penalty = BreakPenalty.forced }
  }

  private func kindOfGlue(
    _ before: CharacterClass, _ first: CharacterClass, _ verdict: LineEdgeRules.Verdict
  ) -> GlueKind {
    if before == .han, first == .han { return .character }
    if verdict == .never || before.isWestern && first.isWestern { return .solid }
    if before == .prefix || first == .postfix || first == .extend { return .solid }
    // An ideographic space that hangs at a line end must not leave a stretched gap before it.
    if first == .wideSpace { return .solid }
    let isShort = before == .link || before == .slash || first == .link || first == .slash
    return isShort ? .avoided : .character
  }

  /// Ems of the widest column that is narrow.
  private static let narrow: Int32 = 15

  /// Most that the blank side of a mark grows in a narrow column, in ems.
  private static let markStretch = 1.0 / 3

  // In a column of few characters one that is pushed out opens all gaps by a tenth of an em; where
  // the line has a mark, the blank beside it hides a third of that.
  private mutating func openMark(
    _ last: Int, _ before: CharacterClass, _ first: CharacterClass
  ) {
    guard isNarrow, profile.scheme == .fullWidth, profile.region == .simplified,
      built.items[last].glueKind == .character
    else { return }
    let closes = before == .close || before == .pause || before == .stop
    guard closes && first.isIdeographic || before.isIdeographic && first == .open else { return }
    built.items[last].glueStretch = Int32((Self.markStretch * Double(em)).rounded())
  }

  private var isNarrow: Bool { narrowest <= Self.narrow * em }

  private mutating func setMixedGap(_ last: Int, _ before: CharacterClass) {
    // The gap is a share of the Chinese neighbour's em.
    let em =
      before.isIdeographic
      ? ems[Int(built.contents[last].style)] : self.em
    func part(_ share: Double) -> Int32 { Int32((share * Double(em)).rounded()) }
    let gap = part(profile.mixedGap)
    built.items[last].glueKind = .mixedGap
    built.items[last].glue += gap
    // S6 in a narrow column: the gap may close before a line of few characters is torn open.
    let least = isNarrow ? 0 : part(profile.mixedGapMinimum)
    built.items[last].glueShrink = max(0, gap - least)
    built.items[last].glueStretch = max(0, part(profile.mixedGapMaximum) - gap)
  }

  // MX-4: a word space is a quarter to half an em, whatever the face says.
  private mutating func setWordSpace(
    _ last: Int, _ before: CharacterClass, _ first: CharacterClass
  ) {
    let index = Int(built.contents[last].style)
    let em = ems[index]
    let isChinese = before.isIdeographic
    let natural = min(max(spaceWidth(of: index, isChinese: isChinese), em / 4), em / 2)
    if before == .digit, first == .digit {
      // 1 000: a thousands gap is a quarter em and never moves (MX-4, MX-9).
      built.items[last].glueKind = .solid
      built.items[last].glue += em / 4
    } else {
      built.items[last].glueKind = .wordSpace
      built.items[last].glue += natural
      built.items[last].glueShrink = natural - em / 4
      // Between Han it parts names, not words: a short line of a narrow column is not opened there.
      let isFixed = isNarrow && isChinese && first.isIdeographic
      built.items[last].glueStretch = isFixed ? 0 : em / 2 - natural
    }
    built.contents[last].hasSpace = true
    built.text.append(0x20)
  }

  private mutating func spaceWidth(of style: Int, isChinese: Bool) -> Int32 {
    let slot = style * 2 + (isChinese ? 1 : 0)
    if let space = built.spaces[slot] { return space.width }
    let voice = library.voice(of: built.styles[style])
    let space =
      (try? voice.word([0x20], isChinese: isChinese, library: library))
      ?? SetWord(glyphs: [], width: voice.em / 4, clusters: 0, missing: [])
    built.spaces[slot] = space
    return space.width
  }
}
