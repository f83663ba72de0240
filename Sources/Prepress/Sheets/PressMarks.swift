public import DisplayList
import Geometry
public import LayoutSpecs

/// Puts pages on larger sheets with what the printer needs beside the trim: crop marks,
/// registration marks, a colour bar and a slug line.
///
/// Marks stand outside the bleed, are 0.25 pt thick and print on all plates (Separation All;
/// `registration-colour`, prepress table 2). Where a press adds its own marks the sheet is the page.
public struct PressMarks: Sendable {
  private let settings: SheetSettings
  /// Beyond the marks.
  private static let air = Length.millimetres(2)
  /// Side of a patch of the colour bar.
  private static let patch = Length.millimetres(5)
  /// Room under the sheet for the slug line and the bar.
  private static let slugHeight = Length.millimetres(9)

  /// Makes marks by a press's settings.
  public init(_ settings: SheetSettings) { self.settings = settings }

  /// The document on its sheets; `slug` gives the items of a page's slug line, baseline at the
  /// origin.
  public func sheets(
    of document: PagedDocument, slug: (Int) -> [PlacedItem] = { _ in [] }
  ) -> PressSheets {
    var sheets = PressSheets(document)
    for (index, page) in document.pages.enumerated() {
      let margins = margins(for: page)
      if margins == .zero { continue }
      let media = Size(
        width: page.trim.width + margins.left + margins.right,
        height: page.trim.height + margins.top + margins.bottom)
      let trim = Rect(origin: Point(x: margins.left, y: margins.top), size: page.trim)
      let bleed = Rect(
        left: trim.left - page.bleed.left, top: trim.top - page.bleed.top,
        right: trim.right + page.bleed.right, bottom: trim.bottom + page.bleed.bottom)
      var sheet = page
      sheet.trim = media
      sheet.bleed = .zero
      sheet.items = page.items.map { PlacedItem(at: $0.origin + trim.origin, $0.item) }
      if settings.marks != .none { sheet.items += marks(around: trim, bleed: page.bleed) }
      if settings.marks == .full {
        sheet.items += bar(under: trim)
        let place = Point(
          x: trim.left + Self.patch * 15, y: trim.bottom + clear(page.bleed) + settings.mark)
        sheet.items += slug(index).map { PlacedItem(at: $0.origin + place, $0.item) }
      }
      sheets.document.pages[index] = sheet
      sheets.boxes[index] = PageBoxes(media: media, bleed: bleed, trim: trim)
    }
    return sheets
  }

  /// From the trim to the marks: the press's offset, and never inside the bleed.
  private func clear(_ bleed: Insets) -> Length {
    max(settings.offset, max(max(bleed.top, bleed.bottom), max(bleed.left, bleed.right)))
  }

  private func margins(for page: Page) -> Insets {
    guard settings.marks != .none else { return page.bleed }
    var margins = Insets(all: clear(page.bleed) + settings.mark + Self.air)
    if settings.marks == .full { margins.bottom = margins.bottom + Self.slugHeight }
    return margins
  }

  private var stroke: Stroke { Stroke(ink: .registration, width: settings.weight) }

  private func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> PlacedItem {
    let path = Path.line(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }

  private func marks(around trim: Rect, bleed: Insets) -> [PlacedItem] {
    let near = clear(bleed)
    let far = near + settings.mark
    var items: [PlacedItem] = []
    for y in [trim.top, trim.bottom] {
      items.append(line(trim.left - far, y, trim.left - near, y))
      items.append(line(trim.right + near, y, trim.right + far, y))
    }
    for x in [trim.left, trim.right] {
      items.append(line(x, trim.top - far, x, trim.top - near))
      items.append(line(x, trim.bottom + near, x, trim.bottom + far))
    }
    guard settings.marks == .full else { return items }
    let middle = near + settings.mark / 2
    let centreX = trim.left + trim.size.width / 2
    let centreY = trim.top + trim.size.height / 2
    items += registration(Point(x: centreX, y: trim.top - middle))
    items += registration(Point(x: centreX, y: trim.bottom + middle))
    items += registration(Point(x: trim.left - middle, y: centreY))
    items += registration(Point(x: trim.right + middle, y: centreY))
    return items
  }

  /// A ring with a cross.
  private func registration(_ centre: Point) -> [PlacedItem] {
    let arm = settings.mark / 2
    let radius = settings.mark / 4
    let ring = Path.roundedRect(
      Rect(
        left: centre.x - radius, top: centre.y - radius, right: centre.x + radius,
        bottom: centre.y + radius), radius: radius)
    return [
      line(centre.x - arm, centre.y, centre.x + arm, centre.y),
      line(centre.x, centre.y - arm, centre.x, centre.y + arm),
      PlacedItem(at: .zero, .path(ring, Paint(stroke: stroke))),
    ]
  }

  /// Solids, half tones and pairs of inks.
  private func bar(under trim: Rect) -> [PlacedItem] {
    let solids = [
      Ink(cyan: 1, magenta: 0, yellow: 0, black: 0), Ink(cyan: 0, magenta: 1, yellow: 0, black: 0),
      Ink(cyan: 0, magenta: 0, yellow: 1, black: 0), Ink.black,
    ]
    let tints = solids.map {
      Ink(
        cyan: $0.cyan / 2, magenta: $0.magenta / 2, yellow: $0.yellow / 2, black: $0.black / 2)
    }
    let pairs = [
      Ink(cyan: 0, magenta: 1, yellow: 1, black: 0), Ink(cyan: 1, magenta: 0, yellow: 1, black: 0),
      Ink(cyan: 1, magenta: 1, yellow: 0, black: 0),
    ]
    let top = trim.bottom + settings.offset + settings.mark + Self.air
    return (solids + tints + pairs).enumerated().map { index, ink in
      let origin = Point(x: trim.left + Self.patch * (index + 1), y: top)
      let size = Size(width: Self.patch, height: Self.patch)
      return PlacedItem(
        at: .zero, .path(.rect(Rect(origin: origin, size: size)), Paint(fill: ink)))
    }
  }
}
