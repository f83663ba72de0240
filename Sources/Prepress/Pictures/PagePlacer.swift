public import Diagnostics
public import DisplayList

/// Puts the pages of other PDF files into a drawn file that is for no press: a proof, a file for the
/// office. Nothing else in the file is touched.
public struct PagePlacer: Sendable {
  /// The files to hand to the renderer in the place of the PDF files.
  public private(set) var standIns: [String: [UInt8]] = [:]
  private var art: [PlacedPage] = []

  /// Collects the PDF files among a document's pictures.
  public init(_ document: PagedDocument, from files: any FileAccess) throws(Rejection) {
    for (_, source) in document.images.sorted(by: { $0.key < $1.key })
    where source.format == .pdf {
      standIns[source.path] = StandIn.file(for: art.count)
      art.append(PlacedPage(try files.contents(of: source.path), path: source.path))
    }
  }

  /// Whether there is nothing to place.
  public var isEmpty: Bool { art.isEmpty }

  /// The drawn file with every stand-in replaced.
  public func place(in drawn: [UInt8]) throws(Rejection) -> [UInt8] {
    let file = try PDFFile(drawn)
    var sources: [PDFFile] = []
    for page in file.pages {
      for (_, object) in page["/Resources"]?["/XObject"]?.entries ?? [] {
        guard object.filterNames == ["/DCTDecode"], let bytes = object.data(.none),
          let number = StandIn.number(in: bytes), art.indices.contains(number)
        else { continue }
        sources.append(try art[number].write(to: object, settings: nil))
      }
    }
    defer { withExtendedLifetime(sources) {} }
    let versions = [file.version] + sources.map(\.version)
    return try file.write(version: min(versions.max() ?? "1.7", "1.7"))
  }
}
