import Geometry

extension LineComposer {
  /// What the steps did, for the report.
  func fit(
    _ room: LineRoom, _ adjustment: LineAdjustment, from a: Int, to b: Int, number: Int,
    emergencyPlaces: Int
  ) -> LineFit {
    var fit = LineFit(
      natural: Length(units: Int(room.natural)), measure: Length(units: Int(room.measure)))
    fit.badness = source.ruler.fit(from: a, to: b, width: room.measure)
    if fit.badness < 0 { fit.badness = LineCost.overfull }
    let last = source.ruler.items[b - 1]
    if last.endWidth < last.width {
      let cut = Length(units: Int(last.width - last.endWidth))
      fit.shrink.append(ShrinkUse(step: .lineEnd, used: cut, limit: cut))
    }
    note(&fit, .wordSpace, adjustment.wordShrink)
    note(&fit, .middleDot, adjustment.middleDot)
    note(&fit, .bracket, adjustment.bracket)
    note(&fit, .pause, adjustment.pause)
    note(&fit, .mixedGap, adjustment.mixedShrink)
    note(&fit, .stop, adjustment.stop)
    note(&fit, .hang, adjustment.hang)
    note(&fit, .wordSpace, adjustment.wordStretch, places: 0)
    note(&fit, .mixedGap, adjustment.mixedStretch, places: 0)
    note(&fit, .mark, adjustment.markStretch, places: 0)
    note(&fit, .character, adjustment.character, places: Int(room.places))
    note(&fit, .emergency, adjustment.emergency, places: emergencyPlaces)
    if adjustment.character.used > 0 {
      fit.gap =
        Double(adjustment.character.used) / Double(room.places) / Double(source.ruler.em)
    }
    let penalty = source.ruler.penalty(at: b)
    fit.isEmergency = penalty >= BreakPenalty.emergency || adjustment.rest < 0
    let stretched =
      adjustment.isShort || adjustment.character.used > 0 || adjustment.emergency.used > 0
    fit.isShort = adjustment.isShort
    fit.isRigid =
      adjustment.rest > 0 && !adjustment.isShort && !source.ruler.endsRagged(at: b)
      && stretchesLines
    if stretched, b < source.ruler.count { explain(&fit, from: a, to: b) }
    return fit
  }

  private func note(_ fit: inout LineFit, _ step: ShrinkStep, _ account: LineAdjustment.Account) {
    guard account.used > 0 else { return }
    fit.shrink.append(
      ShrinkUse(
        step: step, used: Length(units: account.used), limit: Length(units: account.capacity)))
  }

  private func note(
    _ fit: inout LineFit, _ step: StretchStep, _ account: LineAdjustment.Account, places: Int
  ) {
    guard account.used > 0 else { return }
    let limit = places > 0 ? account.used : account.capacity
    fit.stretch.append(
      StretchUse(
        step: step, used: Length(units: account.used), limit: Length(units: limit), places: places))
  }

  // LA-4: a stretched line says which character it could not take, and why.
  private func explain(_ fit: inout LineFit, from a: Int, to b: Int) {
    let content = source.contents[b]
    fit.pushedOutText = source.string(
      Int(content.text.lowerBound)..<Int(content.text.upperBound))
    if source.ruler.natural(from: a, to: b + 1) > Int32(fit.measure.units) {
      fit.pushedOut = content.scalars.count > 1 ? .unbreakable : .width
      return
    }
    let penalty = source.ruler.penalty(at: b + 1)
    guard penalty >= BreakPenalty.emergency else {
      fit.pushedOut = .paragraph
      return
    }
    if content.kind == .open || content.kind == .latinOpen || content.kind == .slash {
      fit.pushedOut = .forbiddenEnd
    } else if source.ruler.items[b].glueKind == .solid {
      fit.pushedOut = .unbreakable
    } else {
      fit.pushedOut = .forbiddenStart
    }
  }
}
