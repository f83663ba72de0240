public import DisplayList
import Geometry

/// The four process plates of a document as documents in grey: what each plate prints, black for
/// full ink. Drawn at a low resolution they give the ink coverage (`tac-over-limit`) without any
/// other program.
///
/// Overprinting is kept: solid black text and thin black lines are left out of the other plates,
/// just as the finished file leaves what is under them.
public struct PlateDocuments: Sendable {
  /// The plates, in printing order.
  public enum Plate: Int, Hashable, Sendable, CaseIterable { case cyan, magenta, yellow, black }

  private let document: PagedDocument
  private let overprintUnder: Double

  /// Makes plates of a document; lines thinner than `overprintUnder` points overprint.
  public init(_ document: PagedDocument, overprintUnder: Double) {
    self.document = document
    self.overprintUnder = overprintUnder
  }

  /// One plate.
  public func document(of plate: Plate) -> PagedDocument {
    var changed = document
    for index in changed.pages.indices {
      changed.pages[index].items = items(changed.pages[index].items, on: plate)
    }
    return changed
  }

  private func items(_ items: [PlacedItem], on plate: Plate) -> [PlacedItem] {
    items.compactMap { placed in
      switch placed.item {
      case .glyphs(var run):
        if run.ink.isSolidBlack, plate != .black { return nil }
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
      case .image(let image): return document.images[image.image]?.format == .pdf ? nil : placed
      case .tag: return nil
      }
    }
  }

  private func paint(_ paint: Paint, on plate: Plate) -> Paint? {
    var paint = paint
    paint.fill = paint.fill.map { tone($0, on: plate) }
    if let stroke = paint.stroke {
      if stroke.ink.isSolidBlack, plate != .black, stroke.width.points < overprintUnder {
        paint.stroke = nil
      } else {
        paint.stroke?.ink = tone(stroke.ink, on: plate)
      }
    }
    return paint.fill == nil && paint.stroke == nil ? nil : paint
  }

  /// The share of a plate as a grey.
  private func tone(_ ink: Ink, on plate: Plate) -> Ink {
    if let spot = ink.spot { return spot.name == "All" ? .grey(spot.tint) : .paper }
    switch plate {
    case .cyan: return .grey(ink.cyan)
    case .magenta: return .grey(ink.magenta)
    case .yellow: return .grey(ink.yellow)
    case .black: return .grey(ink.black)
    }
  }
}
