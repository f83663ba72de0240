import LayoutSpecs

/// Where the objects of an article go in a module of some columns: a slot for each picture, one for
/// the number panel or none. Columns are counted within the module.
struct Skeleton: Hashable {
  var name: String
  var pictures: [ObjectSlot]
  var panel: ObjectSlot?
  /// A box that fills a hole, and which of the layout's it is.
  var filler: Filler?
  /// A quotation lifted out of the text.
  var quote: ObjectSlot?
  /// What it costs against the layout's first choice.
  var cost: Double
}

extension Skeleton {
  /// A filler at its place.
  struct Filler: Hashable {
    var number: Int
    var slot: ObjectSlot
  }
}

/// The skeletons of a module, the layout's own before the ones made by rule.
struct SkeletonBook {
  let specs: [SkeletonSpec]
  /// Columns of the layout, for which the layout's own skeletons are drawn.
  let pageColumns: Int
  /// How many fillers the layout has.
  var fillers = 0
  /// Whether the one picture is a group, which wants most of the width.
  var isGroup = false
  var prices = FitPrices()
  /// The bounds of the story's pictures, in their order (AD-7); empty where nothing bounds them.
  var bounds: [PictureBound] = []

  /// Arrangements to which a filler may be added.
  private static let mostWithFiller = 6

  /// Skeletons for so many columns and pictures; with a panel also those that leave it out.
  func skeletons(columns: Int, pictures: Int, hasPanel: Bool) -> [Skeleton] {
    var found: [Skeleton] = []
    if columns == pageColumns, !isGroup {
      for (number, spec) in specs.enumerated() where spec.pictures.count >= pictures {
        let panel = hasPanel ? spec.panel : nil
        let dropped = hasPanel && spec.panel == nil ? prices.withoutPanel : 0
        found.append(
          Skeleton(
            name: spec.name, pictures: Array(spec.pictures.prefix(pictures)), panel: panel,
            filler: nil,
            cost: prices.arrangement * Double(number) + dropped))
      }
    }
    found += byRule(columns: columns, pictures: pictures, hasPanel: hasPanel, after: found.count)
    found = found.flatMap { capped($0, columns: columns) }
    var seen: Set<[ObjectSlot?]> = []
    found = found.filter { seen.insert($0.pictures + [$0.panel]).inserted }
    return found + withFillers(found, columns: columns)
  }

  /// The arrangement with no picture wider than it may be, and before it, where that differs, the one
  /// in which the first is the largest too (AD-7): a page that nothing else fills takes the former.
  private func capped(_ skeleton: Skeleton, columns: Int) -> [Skeleton] {
    guard let plain = capped(skeleton, columns: columns, byFirst: false),
      let led = capped(skeleton, columns: columns, byFirst: true)
    else { return [] }
    if led.pictures == plain.pictures { return [led] }
    var outgrown = plain
    outgrown.cost += prices.largePicture
    outgrown.name += ", large"
    return [led, outgrown]
  }

  /// The arrangement with each picture within its bounds, `byFirst` also within those that the first
  /// gives; nil where the module is too narrow for what an editor asks.
  private func capped(_ skeleton: Skeleton, columns: Int, byFirst: Bool) -> Skeleton? {
    var skeleton = skeleton
    for (number, bound) in bounds.prefix(skeleton.pictures.count).enumerated() {
      if let place = bound.place { skeleton.pictures[number].place = place }
      let slot = skeleton.pictures[number]
      if let asked = bound.asked {
        guard asked <= columns else { return nil }
        skeleton.pictures[number].columns = Self.resized(slot.columns, to: asked, of: columns)
        continue
      }
      var most = bound.columns
      if number > 0, byFirst {
        let first = bounds[0].area(columns: skeleton.pictures[0].columns.count)
        most = min(most, bound.columns(within: first / PictureBound.lead))
      }
      guard slot.columns.count > most else { continue }
      skeleton.pictures[number].columns = Self.resized(slot.columns, to: most, of: columns)
    }
    guard let first = skeleton.pictures.first else { return skeleton }
    // A stamp in a wide story shows nothing.
    let isStamp = first.columns.count == 1 && columns >= Self.wide
    if isStamp, let bound = bounds.first, bound.columns > 1, bound.asked == nil {
      skeleton.cost += prices.largePicture / 2
    }
    guard skeleton.pictures.count > 1 else { return skeleton }
    let others = skeleton.pictures.dropFirst()
    let isFirst =
      first.place == .head
      && !others.contains {
        $0.place == .head && $0.columns.lowerBound < first.columns.lowerBound
      }
    if !isFirst { skeleton.cost += prices.largePicture }
    return skeleton
  }

  /// Columns of a module in which a first picture is more than one wide.
  private static let wide = 4

  /// A span of another width, at the right edge where it was there.
  private static func resized(
    _ span: ClosedRange<Int>, to count: Int, of columns: Int
  ) -> ClosedRange<Int> {
    let atRight = span.upperBound == columns && span.lowerBound > 1
    let left = atRight ? columns - count + 1 : min(span.lowerBound, columns - count + 1)
    return left...(left + count - 1)
  }

  /// A filler lies under the whole module: never beside the text or between its halves (AD-6).
  private func withFillers(_ plain: [Skeleton], columns: Int) -> [Skeleton] {
    var found: [Skeleton] = []
    for number in 0..<fillers {
      for skeleton in plain.prefix(Self.mostWithFiller) {
        var more = skeleton
        more.filler = Skeleton.Filler(
          number: number, slot: ObjectSlot(columns: 1...columns, place: .foot))
        more.name += ", filler"
        more.cost += prices.filler + prices.arrangement * Double(found.count) / 4
        found.append(more)
      }
    }
    return found
  }

  /// The lead picture at the head, at the right, in the middle or at the left, the others at the
  /// feet from the outside in; the panel where room is left.
  private func byRule(
    columns: Int, pictures: Int, hasPanel: Bool, after: Int
  ) -> [Skeleton] {
    var found: [Skeleton] = []
    let base = after > 0 ? prices.byRule : 0
    for span in [2, 1] where span == 2 || (pictures > 0 && columns > 1 && !isGroup) {
      for lead in pictures > 0 ? leads(columns, others: span) : [nil] {
        var taken = [lead].compactMap { $0 }
        while taken.count < pictures {
          taken.append(freeSlot(columns, span: span, besides: taken))
        }
        let small = span == 1 ? prices.smallPictures : 0
        for panel in panelSlots(columns, hasPanel: hasPanel, besides: taken) {
          let dropped = hasPanel && panel == nil ? prices.withoutPanel : 0
          // The text opens at the top left; a panel there keeps it away.
          let inFront = panel?.place == .head && panel?.columns.lowerBound == 1
          found.append(
            Skeleton(
              name: name(lead, panel: panel), pictures: taken, panel: panel, filler: nil,
              cost: base + small + prices.arrangement * Double(found.count) / 2 + dropped
                + (inFront ? prices.panelInFront : 0)))
        }
      }
    }
    return found
  }

  /// Two columns for the panel; where there is room, also more, and none at all.
  private func panelSlots(
    _ columns: Int, hasPanel: Bool, besides taken: [ObjectSlot]
  ) -> [ObjectSlot?] {
    guard hasPanel else { return [nil] }
    var slots: [ObjectSlot?] = [freeSlot(columns, span: 2, besides: taken)]
    for span in [3, 4, columns] where span > 2 && span <= columns {
      let slot = freeSlot(columns, span: span, besides: taken)
      if !slots.contains(slot) { slots.append(slot) }
    }
    return slots + [nil]
  }

  private func name(_ lead: ObjectSlot?, panel: ObjectSlot?) -> String {
    func words(_ slot: ObjectSlot) -> String {
      "\(slot.columns.lowerBound)-\(slot.columns.upperBound) \(slot.place.rawValue)"
    }
    let picture = lead.map { "picture \(words($0))" } ?? "text"
    return panel.map { "\(picture), panel \(words($0))" } ?? picture
  }

  /// Slots of the lead picture: two thirds of the module first, then narrower and wider ones.
  private func leads(_ columns: Int, others: Int) -> [ObjectSlot?] {
    let wide = [columns, columns - 1, columns - 2].filter { $0 >= min(2, columns) }
    let spans = isGroup ? wide : others == 1 ? [2, 1] : Self.leadSpans(columns)
    var slots: [ObjectSlot?] = []
    for span in spans {
      let right = (columns - span + 1)...columns
      slots.append(ObjectSlot(columns: right, place: .head))
      if span < columns {
        slots.append(ObjectSlot(columns: 1...span, place: .head))
        slots.append(ObjectSlot(columns: right, place: .foot))
      }
      if columns - span >= 2 {
        let left = (columns - span) / 2 + 1
        slots.append(ObjectSlot(columns: left...(left + span - 1), place: .head))
      }
    }
    return slots
  }

  private static func leadSpans(_ columns: Int) -> [Int] {
    switch columns {
    case 1: [1]
    case 2: [2, 1]
    case 3: [2, 1, 3]
    case 5: [2, 3]
    default: [2, 3, 4]
    }
  }

  /// An arrangement with a quotation: two columns at a head that is free, else where room is left.
  func withQuote(_ skeleton: Skeleton, columns: Int) -> Skeleton {
    let taken = skeleton.pictures + [skeleton.panel, skeleton.filler?.slot].compactMap { $0 }
    var more = skeleton
    more.quote = freeSlot(columns, span: columns > 2 ? 2 : 1, besides: taken)
    more.name += ", quote"
    return more
  }

  /// A slot of so many columns that no other object takes: feet before heads, outside first.
  private func freeSlot(
    _ columns: Int, span wanted: Int, besides taken: [ObjectSlot]
  ) -> ObjectSlot {
    let span = min(wanted, columns)
    let lefts = Array(stride(from: 1, through: columns - span + 1, by: span))
    let ordered = lefts.enumerated().sorted {
      // Outside in: first, last, second…
      min($0.offset, lefts.count - 1 - $0.offset) < min($1.offset, lefts.count - 1 - $1.offset)
    }.map(\.element)
    for place in [ObjectPlace.foot, .head] {
      for left in ordered {
        let slot = ObjectSlot(columns: left...(left + span - 1), place: place)
        let isFree = !taken.contains { $0.place == place && $0.columns.overlaps(slot.columns) }
        if isFree { return slot }
      }
    }
    return ObjectSlot(columns: 1...span, place: .foot)
  }
}
