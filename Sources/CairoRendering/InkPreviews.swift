public import DisplayList

/// The screen colours of a document's inks, no two of them the same.
///
/// The press finisher reads the colours of a finished PDF and puts the inks back, so the map must
/// be one to one. Inks get their own preview in the order in which they are painted; one whose
/// preview is taken is moved to the nearest free colour, blue before red before green, which the eye
/// does not notice. Solid black is always 0 0 0 and paper always 255 255 255.
public struct InkPreviews: Hashable, Sendable {
  /// Ink to colour.
  public private(set) var colors: [Ink: ScreenColour] = [:]
  private var taken: Set<ScreenColour> = []

  /// Collects the inks of a document.
  public init(of document: PagedDocument) {
    add(.black)
    add(.paper)
    for page in document.pages { add(page.items) }
  }

  /// The colour of an ink of the document.
  public func color(of ink: Ink) -> ScreenColour { colors[ink] ?? InkPreviews.plain(ink) }

  private mutating func add(_ items: [PlacedItem]) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run): add(run.ink)
      case .path(_, let paint):
        if let fill = paint.fill { add(fill) }
        if let stroke = paint.stroke { add(stroke.ink) }
      case .group(let group): add(group.items)
      case .image(let image): add(image.substitute)
      case .tag: break
      }
    }
  }

  private mutating func add(_ ink: Ink) {
    guard colors[ink] == nil else { return }
    let color = InkPreviews.free(near: InkPreviews.plain(ink), taken: taken)
    colors[ink] = color
    taken.insert(color)
  }

  private static func plain(_ ink: Ink) -> ScreenColour {
    let preview = ink.preview
    return ScreenColour(red: preview.red, green: preview.green, blue: preview.blue)
  }

  /// The first free colour on growing cubes about a colour.
  private static func free(near color: ScreenColour, taken: Set<ScreenColour>) -> ScreenColour {
    for radius in 0...255 {
      let steps = (-radius...radius).sorted { (abs($0), $0) < (abs($1), $1) }
      for green in steps {
        for red in steps {
          for blue in steps where max(abs(green), abs(red), abs(blue)) == radius {
            let candidate = ScreenColour(
              red: color.red + red, green: color.green + green, blue: color.blue + blue)
            if candidate.isValid && !taken.contains(candidate) { return candidate }
          }
        }
      }
    }
    return color
  }
}

extension ScreenColour {
  fileprivate var isValid: Bool { [red, green, blue].allSatisfy { (0...255).contains($0) } }
}
