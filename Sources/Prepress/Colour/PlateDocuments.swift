public import DisplayList
import Geometry

/// The process plates of a document as documents for a screen: one in which red, green and blue
/// lack as much light as there is cyan, magenta and yellow, and one in grey for black. Painting
/// covers each channel by itself, so two drawings at a low resolution give the ink coverage
/// (`tac-over-limit`) without any other program.
///
/// Overprinting is kept: solid black text and thin black lines are left out of the colours, just as
/// the finished file leaves what is under them.
public struct PlateDocuments: Sendable {
  /// Which plates a drawing shows.
  public enum Plates: Hashable, Sendable, CaseIterable {
    /// Cyan, magenta and yellow.
    case colors
    case black
  }

  /// What the plates are drawn for.
  public enum Purpose: Hashable, Sendable {
    /// To measure ink: spot inks are none of the process plates.
    case measuring
    /// To look at: spot inks show as their alternates, a page of another file as its labelled box.
    case viewing
  }

  let document: PagedDocument
  private let overprintUnder: Double
  private let purpose: Purpose
  private let grey: GreyInks?

  /// Makes plates of a document; lines thinner than `overprintUnder` points overprint. With `grey`
  /// the press has the black plate only.
  public init(
    _ document: PagedDocument, overprintUnder: Double, purpose: Purpose = .measuring,
    grey: GreyInks? = nil
  ) {
    self.document = document
    self.overprintUnder = overprintUnder
    self.purpose = purpose
    self.grey = grey
  }

  /// The document of some plates.
  public func document(of plate: Plates) -> PagedDocument {
    var changed = document
    for index in changed.pages.indices {
      changed.pages[index].items = items(changed.pages[index].items, on: plate)
    }
    return changed
  }

  private func items(_ items: [PlacedItem], on plate: Plates) -> [PlacedItem] {
    items.compactMap { placed in
      switch placed.item {
      case .glyphs(var run):
        if run.ink.isSolidBlack, plate == .colors { return nil }
        run.ink = tone(run.ink, on: plate)
        return PlacedItem(at: placed.origin, .glyphs(run))
      case .path(let path, let paint):
        return self.paint(paint, on: plate).map {
          PlacedItem(at: placed.origin, .path(path, $0))
        }
      case .group(var group):
        group.items = self.items(group.items, on: plate)
        return PlacedItem(at: placed.origin, .group(group))
      // What another file's page prints is not in the display list.
      case .image(let image):
        let isPage = document.images[image.image]?.format == .pdf
        return isPage && (purpose == .measuring || plate == .colors) ? nil : placed
      case .tag: return nil
      }
    }
  }

  private func paint(_ paint: Paint, on plate: Plates) -> Paint? {
    var paint = paint
    paint.fill = paint.fill.map { tone($0, on: plate) }
    if let stroke = paint.stroke {
      if stroke.ink.isSolidBlack, plate == .colors, stroke.width.points < overprintUnder {
        paint.stroke = nil
      } else {
        paint.stroke?.ink = tone(stroke.ink, on: plate)
      }
    }
    return paint.fill == nil && paint.stroke == nil ? nil : paint
  }

  /// What a drawing shows of an ink.
  func tone(_ ink: Ink, on plate: Plates) -> Ink {
    let ink = grey?.grey(of: ink) ?? ink
    if let spot = ink.spot {
      if spot.name != SpotInk.all {
        return purpose == .viewing ? tone(ink.alternate, on: plate) : .paper
      }
      return plate == .black ? .grey(spot.tint) : Self.screen(spot.tint, spot.tint, spot.tint)
    }
    return plate == .black ? .grey(ink.black) : Self.screen(ink.cyan, ink.magenta, ink.yellow)
  }

  private static func screen(_ cyan: Double, _ magenta: Double, _ yellow: Double) -> Ink {
    if cyan == 0, magenta == 0, yellow == 0 { return .paper }
    func light(_ share: Double) -> Int { Int(((1 - share) * 255).rounded()) }
    var ink = Ink(cyan: cyan, magenta: magenta, yellow: yellow, black: 0)
    ink.screen = ScreenColour(red: light(cyan), green: light(magenta), blue: light(yellow))
    return ink
  }
}
