public import Diagnostics
public import DisplayList
public import ImageFiles

/// Draws one page of a document as pixels on white, for measuring.
public struct PageSampler {
  private let dpi: Double
  private let page: Int
  private let faces: FaceStock?

  /// Makes a sampler for a page, the first unless told otherwise; `faces` are shared with other
  /// renderers.
  public init(dpi: Double, page: Int = 0, faces: FaceStock? = nil) {
    self.dpi = dpi
    self.page = page
    self.faces = faces
  }

  /// Four bytes a pixel: blue, green, red and one unused.
  public func pixels(
    of document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> PixelImage {
    try PNGRenderer(dpi: dpi, page: page, faces: faces).withRaster(of: document, from: files) {
      raster in
      raster.image
    }
  }
}

extension PageRaster {
  /// A copy of the pixels without what lies between two rows.
  var image: PixelImage {
    var rows: [UInt8] = []
    rows.reserveCapacity(width * height * 4)
    for y in 0..<height { rows += bytes[y * stride..<y * stride + width * 4] }
    return PixelImage(width: width, height: height, bytes: rows)
  }
}
