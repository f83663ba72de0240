import CairoRendering
import LayoutSpecs

/// Looks for a font file that ends the program that draws with it, when something has done so.
public enum FontTrial {
  /// The first such file of the catalogue, below the folder of fonts; nil where there is none.
  public static func broken(in home: ResourceHome) -> String? {
    guard let catalog = try? home.fontCatalog() else { return nil }
    for face in catalog.faces {
      for file in [face.core, face.file].compactMap(\.self) {
        let path = "\(home.path)/fonts/\(file)"
        if FileSystem().kind(of: path) == .file, !FaceTrial.survives(path: path, index: face.index)
        {
          return file
        }
      }
    }
    return nil
  }
}
