import CairoRendering
public import Diagnostics
import DisplayList
import PangoShaping

/// Draws the pictures of the rules with the faces of a resources folder.
public struct RuleBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Writes a PNG for each rule, 22 pixels to the em, and the page; returns their paths.
  public func write(to folder: String) throws(Rejection) -> [String] {
    let files = JobFiles(home: home.path, pictures: [:])
    let shaper = try home.shaper()
    var outputs: [OutputFile] = []
    for (file, page) in try RulePictures.pages(shaper) {
      let document = PagedDocument(pages: [page], faces: shaper.faces)
      let bytes = try PNGRenderer(dpi: 72).render(document, from: files)
      outputs.append(OutputFile(path: "\(folder)/\(file)", bytes: bytes))
    }
    outputs.append(
      OutputFile(
        path: "\(folder)/CompositionRules.md", bytes: Array(RulePictures.page.utf8)))
    try environment.write(outputs)
    return outputs.map(\.path)
  }
}
