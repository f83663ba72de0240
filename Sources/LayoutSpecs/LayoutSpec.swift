public import Diagnostics
public import DisplayList
public import Geometry

/// How pages are made from a report.
public enum MakeupKind: String, Hashable, Sendable, CaseIterable {
  /// Columns on the integer page with objects between; the first page is filled before the next.
  case newspaper
  /// One flow over as many pages as it needs, everything in its order.
  case pages
  /// One report on one page, at the size that fits: posters.
  case poster
  /// One slogan on cloth, at a tenth of its size.
  case banner
  /// One sheet of frames, each with its part of the report fitted to it: boards and slips.
  case board
}

/// A page design as `layouts/<name>/layout.yaml` states it, shared files merged in.
public struct LayoutSpec: Hashable, Sendable {
  /// The folder's name.
  public var name: String
  /// What it is, in a few words.
  public var title: Wording
  /// How pages are made.
  public var makeup: MakeupKind
  /// The finished page.
  public var trim: Size
  /// Paint beyond the trim.
  public var bleed: Insets
  /// Columns and lines.
  public var grid: PageGrid
  /// Choices of Chinese composition for the whole document.
  public var composition: CompositionProfile
  /// Paragraph styles by name.
  public var styles: StyleSheet
  /// Inks by name.
  public var palette: Palette
  /// The first page.
  public var first: MasterPage
  /// All further pages.
  public var next: MasterPage
  /// Sizes of objects that stand between the text.
  public var objects: ObjectSpecs
  /// Form, foot and tables of a paged document.
  public var document = DocumentSpec()
  /// Sheets and sizes of a poster.
  public var poster = PosterSpec(least: .points(24), most: .points(42))
  /// Widest part of a banner that is printed at once, at the sheet's scale; nil for the whole.
  public var tile: Length?
  /// Longest cloth that a slogan may take where the layout's own is too short; nil keeps that.
  public var longest: Length?
  /// Pictures of the furniture by the path that names them, once they have been opened.
  public var art: [String: ImageSource] = [:]
  /// How pages are gathered on a sheet; nil prints them as they are.
  public var gather: GatherSpec?

  /// Makes a layout.
  public init(
    name: String, title: Wording, makeup: MakeupKind, trim: Size, bleed: Insets, grid: PageGrid,
    composition: CompositionProfile, styles: StyleSheet, palette: Palette, first: MasterPage,
    next: MasterPage, objects: ObjectSpecs
  ) {
    self.name = name
    self.title = title
    self.makeup = makeup
    self.trim = trim
    self.bleed = bleed
    self.grid = grid
    self.composition = composition
    self.styles = styles
    self.palette = palette
    self.first = first
    self.next = next
    self.objects = objects
  }

  /// Takes the furniture away that stands outside the type area.
  public mutating func dropOuterFurniture() {
    first.furniture.removeAll { $0.area == nil }
    next.furniture.removeAll { $0.area == nil }
  }

  /// The furniture's pictures, in the order of their paths.
  public var furnitureImages: [ImageSource] { art.sorted { $0.key < $1.key }.map(\.value) }

  /// Paths of the furniture's pictures, in the layout's folder.
  public var artPaths: [String] {
    var found: [String] = []
    for case .masthead(let spec) in first.furniture + next.furniture {
      if let plate = spec.plate, !found.contains(plate) { found.append(plate) }
    }
    return found
  }
}
