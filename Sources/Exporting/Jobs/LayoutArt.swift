import Diagnostics
import DisplayList
import ImageFiles
import LayoutSpecs

/// The pictures of a layout's furniture, such as a name plate, from the layout's own folder.
struct LayoutArt {
  let home: ResourceHome
  let environment: any ExportEnvironment

  /// Opens them for a layout that was read by a name; their bytes by logical name.
  func open(
    for layout: inout LayoutSpec, named name: String, into problems: inout Problems
  ) throws(Rejection) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let folder = home.ownFolder(name) ?? "\(home.path)/layouts/\(layout.name)"
    for path in layout.artPaths {
      let full = "\(folder)/\(path)"
      let bytes = try environment.read(full, limit: ImageLimits.bytes)
      var source = try ArtProbe.probe(path: full, bytes: bytes, into: &problems)
      source.path = "layout/\(layout.name)/\(path)"
      source.digest = Digest.sha256(bytes)
      layout.art[path] = source
      files[source.path] = bytes
    }
    return files
  }
}
