import DisplayList
import Geometry
import LayoutSpecs
import Notations

/// One page as a spread of a package: its margins and columns, and its items in painting order.
struct IDMLSpread {
  let handoff: PageHandoff
  /// From 0.
  let page: Int
  let elements: [PageElement]
  /// The frames of each text in the whole document, as identifiers.
  let threads: [Int: [String]]
  /// The place in its thread of the first frame of each text on this page.
  let places: [Int: Int]

  private var sheet: Page { handoff.document.pages[page] }
  private var layout: LayoutSpec { handoff.layouts[page] }

  /// Items lie in the page's own plane; a spread counts from the middle of its page.
  private var transform: String {
    "1 0 0 1 \(IDML.points(.zero - sheet.trim.width / 2)) "
      + IDML.points(.zero - sheet.trim.height / 2)
  }

  /// Identifier of a text frame.
  static func frame(page: Int, number: Int) -> String { "uf\(page + 1)x\(number + 1)" }

  static func master(_ layout: Int) -> String { "um\(layout + 1)" }

  /// `Spreads/Spread_….xml`; `master` is the number of its layout.
  func part(master: Int, _ swatches: inout IDMLSwatches) -> String {
    let size = sheet.trim
    let shift = (0..<page).reduce(Length.zero) {
      $0 + handoff.document.pages[$1].trim.height + .points(72)
    }
    var body = """
      <Spread Self="us\(page + 1)" FlattenerOverride="Default" ShowMasterItems="true" PageCount="1" \
      BindingLocation="0" AllowPageShuffle="true" ItemTransform="1 0 0 1 0 \(IDML.points(shift))">
      <Page Self="up\(page + 1)" AppliedMaster="\(Self.master(master))" OverrideList="" \
      MasterPageTransform="1 0 0 1 0 0" Name="\(page + 1)" UseMasterGrid="true" \
      GeometricBounds="0 0 \(IDML.points(size.height)) \(IDML.points(size.width))" \
      ItemTransform="\(transform)">
      \(Self.margins(of: layout, on: size))
      </Page>

      """
    var places = places
    for (number, element) in elements.enumerated() {
      body += item(element, number: number, &places, &swatches) + "\n"
    }
    return IDML.part("Spread", body + "</Spread>")
  }

  /// The type area and its columns.
  static func margins(of layout: LayoutSpec, on size: Size) -> String {
    let area = layout.grid.typeArea
    let grid = layout.grid
    let columns = (1...max(1, grid.columns)).flatMap { column in
      let left = grid.left(ofColumn: column) - area.left
      return [left, left + grid.width(ofColumns: 1)].map(IDML.points)
    }
    return "<MarginPreference"
      + IDML.attributes([
        ("ColumnCount", "\(grid.columns)"), ("ColumnGutter", IDML.points(grid.gutterWidth)),
        ("Top", IDML.points(area.top)), ("Bottom", IDML.points(size.height - area.bottom)),
        ("Left", IDML.points(area.left)), ("Right", IDML.points(size.width - area.right)),
        ("ColumnDirection", "Horizontal"), ("ColumnsPositions", columns.joined(separator: " ")),
      ]) + "/>"
  }

  private func item(
    _ element: PageElement, number: Int, _ places: inout [Int: Int],
    _ swatches: inout IDMLSwatches
  ) -> String {
    switch element {
    case .shape(let path, let paint): return shape(path, paint, number, &swatches)
    case .picture(let rect, let image, let crop, let alternative):
      return picture(rect, handoff.links[image], crop, alternative, number)
    case .drawing(let index, let rect, let alternative):
      let link = handoff.drawings.indices.contains(index) ? handoff.drawings[index] : nil
      return picture(rect, link, .whole, alternative, number)
    case .text(let box):
      let thread = threads[box.story] ?? []
      let place = places[box.story] ?? 0
      places[box.story] = place + 1
      return text(box, thread: thread, place: place)
    }
  }

  private func shape(
    _ path: Path, _ paint: Paint, _ number: Int, _ swatches: inout IDMLSwatches
  ) -> String {
    let fill = paint.fill.map { swatches.reference(to: $0) }
    let stroke = paint.stroke.map { swatches.reference(to: $0.ink) }
    let isLine = path.elements.count == 2 && paint.fill == nil
    let isBox = path.bounds.map { Path.rect($0) == path } ?? false
    let kind = isLine ? "GraphicLine" : isBox ? "Rectangle" : "Polygon"
    let caps = ["butt": "ButtEndCap", "round": "RoundEndCap", "square": "ProjectingEndCap"]
    let attributes = IDML.attributes([
      ("Self", "ug\(page + 1)x\(number + 1)"), ("ItemLayer", "ul1"),
      ("ContentType", "Unassigned"), ("AppliedObjectStyle", "ObjectStyle/$ID/[None]"),
      ("ItemTransform", transform), ("FillColor", fill?.colour ?? "Swatch/None"),
      ("FillTint", fill?.tint), ("StrokeColor", stroke?.colour ?? "Swatch/None"),
      ("StrokeTint", stroke?.tint),
      ("StrokeWeight", paint.stroke.map { IDML.points($0.width) } ?? "0"),
      ("StrokeType", "StrokeStyle/$ID/\(Self.strokeStyle(paint.stroke))"),
      ("EndCap", paint.stroke.flatMap { caps[$0.cap.rawValue] }),
    ])
    return "<\(kind)\(attributes)><Properties>\(IDML.geometry(path))</Properties></\(kind)>"
  }

  private static func strokeStyle(_ stroke: Stroke?) -> String {
    guard let stroke, let dash = stroke.dash.first else { return "Solid" }
    return dash <= stroke.width.scaled(by: 1.5) ? "Canned Dotted" : "Canned Dashed 3x2"
  }

  private func picture(
    _ rect: Rect, _ link: PageHandoff.Link?, _ crop: Crop, _ alternative: String, _ number: Int
  ) -> String {
    let id = "ui\(page + 1)x\(number + 1)"
    let head = IDML.attributes([
      ("Self", id), ("ItemLayer", "ul1"), ("ContentType", "GraphicType"),
      ("AppliedObjectStyle", "ObjectStyle/$ID/[None]"), ("ItemTransform", transform),
      ("FillColor", "Swatch/None"), ("StrokeColor", "Swatch/None"), ("StrokeWeight", "0"),
    ])
    let frame = "<Properties>\(IDML.geometry(.rect(rect)))</Properties>"
    let words =
      alternative.isEmpty
      ? ""
      : "<ObjectExportOption AltTextSourceType=\"SourceCustom\" "
        + "CustomAltText=\"\(IDML.escaped(alternative))\"/>"
    guard let link else { return "<Rectangle\(head)>\(frame)\(words)</Rectangle>" }
    let whole = (
      width: rect.size.width.points / crop.width, height: rect.size.height.points / crop.height
    )
    let corner = (
      x: rect.left.points - whole.width * crop.x, y: rect.top.points - whole.height * crop.y
    )
    let scale = [whole.width / link.size.width, 0, 0, whole.height / link.size.height]
    let map = (scale.map(Self.share) + [IDML.number(corner.x), IDML.number(corner.y)])
      .joined(separator: " ")
    let element = link.kind == .pdf ? "PDF" : "Image"
    let format =
      "$ID/" + (link.kind == .pdf ? "Adobe Portable Document Format (PDF)" : link.kind.rawValue)
    return """
      <Rectangle\(head)>\(frame)<\(element) Self="\(id)p" ItemTransform="\(map)" \
      ImageTypeName="\(format)"><Properties><GraphicBounds Left="0" Top="0" \
      Right="\(IDML.number(link.size.width))" Bottom="\(IDML.number(link.size.height))"/>\
      </Properties><Link Self="\(id)l" AssetID="$ID/" LinkResourceURI="\(IDML.address(link.path))" \
      LinkResourceFormat="\(format)" StoredState="Normal" LinkClassID="35906" \
      LinkResourceModified="false" LinkObjectModified="false" ShowInUI="true" CanEmbed="true" \
      CanUnembed="true" CanPackage="true" ImportPolicy="NoAutoImport" ExportPolicy="NoAutoExport"/>\
      </\(element)>\(words)</Rectangle>
      """
  }

  /// A share with enough digits for a picture of a metre.
  private static func share(_ value: Double) -> String {
    DecimalText.trimmed(value, 8)
  }

  private func text(_ box: TextBox, thread: [String], place: Int) -> String {
    let id = thread.indices.contains(place) ? thread[place] : ""
    let attributes = IDML.attributes([
      ("Self", id), ("ParentStory", "ut\(box.story + 1)"),
      ("PreviousTextFrame", place > 0 ? thread[place - 1] : "n"),
      ("NextTextFrame", place + 1 < thread.count ? thread[place + 1] : "n"),
      ("ContentType", "TextType"), ("ItemLayer", "ul1"),
      ("AppliedObjectStyle", "ObjectStyle/$ID/[None]"), ("ItemTransform", transform),
      ("FillColor", "Swatch/None"), ("StrokeColor", "Swatch/None"), ("StrokeWeight", "0"),
    ])
    return """
      <TextFrame\(attributes)><Properties>\(IDML.geometry(.rect(box.rect)))</Properties>\
      <TextFramePreference TextColumnCount="1" FirstBaselineOffset="FixedHeight" \
      MinimumFirstBaselineOffset="\(IDML.points(box.firstBaseline))" \
      VerticalJustification="TopAlign" IgnoreWrap="true"/>\
      <TextWrapPreference TextWrapMode="None"/></TextFrame>
      """
  }
}
