internal import CPangoCairo
import Diagnostics
import DisplayList
import Geometry
import Glibc
import LayoutSpecs

/// The files of a catalogue, each opened when it is first asked for.
final class FontShelf {
  /// One file that a face may be set from: its core or the whole of it.
  struct Volume {
    var id: FontFaceID
    var face: FontFace
    /// Its place on disk, or nil where `FileAccess` knows none.
    var path: String?
  }

  let catalog: FontCatalog
  let volumes: [Volume]
  private var opened: [FontFile?]
  private var fonts: [SizedVolume: PangoFontHandle] = [:]
  private lazy var map = PrivateFontMap(files: volumes.map { ($0.path ?? "", $0.face.index) })

  private static let fontLimit = 512

  private struct SizedVolume: Hashable {
    var volume: Int
    var size: Length
  }

  init(catalog: FontCatalog, files: any FileAccess) {
    self.catalog = catalog
    var volumes: [Volume] = []
    for face in catalog.faces {
      // The core only saves work: without it the face is set from its whole file.
      if let core = face.core, let path = try? files.fontPath(of: core), access(path, R_OK) == 0 {
        let id = FontFaceID(rawValue: face.id.rawValue + "+core")
        volumes.append(
          Volume(id: id, face: FontFace(file: core, name: face.name), path: path))
      }
      volumes.append(
        Volume(
          id: face.id, face: FontFace(file: face.file, index: face.index, name: face.name),
          path: try? files.fontPath(of: face.file)))
    }
    self.volumes = volumes
    opened = Array(repeating: nil, count: volumes.count)
  }

  /// Those of some volumes whose files are there: a face that was not fetched is left to the next of
  /// its role. All of them where none is there, so that the first is missed by name.
  func present(_ numbers: [Int]) -> [Int] {
    let found = numbers.filter { number in
      volumes[number].path.map { access($0, F_OK) == 0 } ?? true
    }
    return found.isEmpty ? numbers : found
  }

  /// The volumes of faces in the order in which a character is looked for: core, whole, next face.
  func volumes(of faces: [FontFaceID], role: FontRole) throws(Rejection) -> [Int] {
    var result: [Int] = []
    for name in faces {
      guard catalog.face(name) != nil else {
        throw Rejection(FontProblems.unknownFace(name.rawValue, role: role))
      }
      let core = name.rawValue + "+core"
      for (number, volume) in volumes.enumerated()
      where (volume.id == name || volume.id.rawValue == core) && !result.contains(number) {
        result.append(number)
      }
    }
    return result
  }

  /// The file of a volume, opened on behalf of a role.
  func file(_ number: Int, role: FontRole) throws(Rejection) -> FontFile {
    if let file = opened[number] { return file }
    let volume = volumes[number]
    guard let path = volume.path else {
      throw Rejection(FontProblems.missingFile(volume.face.file, role: role))
    }
    do {
      let file = try FontFile(path: path, index: volume.face.index)
      opened[number] = file
      return file
    } catch {
      let problem =
        switch error {
        case .missing: FontProblems.missingFile(volume.face.file, role: role)
        case .broken:
          FontProblems.brokenFile(volume.face.file, index: volume.face.index, role: role)
        }
      throw Rejection(problem)
    }
  }

  /// The face of a volume with the digest of its file, where that is open.
  func describedFace(_ number: Int) -> FontFace {
    var face = volumes[number].face
    face.digest = opened[number]?.digest ?? ""
    return face
  }

  /// Pango's font for a volume at a size.
  func font(_ number: Int, size: Length, role: FontRole) throws(Rejection) -> PangoFontHandle {
    let key = SizedVolume(volume: number, size: size)
    if let font = fonts[key] { return font }
    guard let font = map.font(number: number, size: size) else {
      let face = volumes[number].face
      throw Rejection(FontProblems.brokenFile(face.file, index: face.index, role: role))
    }
    // Headlines are fitted, so a long run would meet sizes without end.
    if fonts.count >= Self.fontLimit { fonts = [:] }
    fonts[key] = font
    return font
  }
}
