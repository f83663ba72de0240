public import Diagnostics
public import DisplayList
import Geometry
public import LayoutSpecs
public import Typesetting

/// Shapes text with Pango from the files of a font catalogue; system fonts never come in.
///
/// The engine has already cut the text by script, so Pango is told script, language and direction
/// of every run instead of guessing them: its itemiser gives runs of marks no script, and then a
/// Chinese dash is 0.89 em wide. Which font a character comes from is decided here as well, by
/// asking the files in their order. A shaper is not thread-safe: make one a worker.
public final class PangoShaper: TextShaper {
  private let shelf: FontShelf
  private var chains: [ChainKey: FaceChain] = [:]
  private var used: Set<Int> = []
  private var inks: [InkKey: InkExtent?] = [:]

  private struct ChainKey: Hashable {
    var role: FontRole
    var latin: Bool
  }

  private struct InkKey: Hashable {
    var scalar: Unicode.Scalar
    var role: FontRole
    var script: RunScript
    var features: [String]
  }

  /// Makes a shaper for the faces of a catalogue; a role that names an unknown face is a rejection.
  public init(catalog: FontCatalog, files: any FileAccess) throws(Rejection) {
    shelf = FontShelf(catalog: catalog, files: files)
    for role in catalog.roles {
      for latin in [false, true] { _ = try chain(of: role.role, latin: latin) }
    }
  }

  /// The faces that glyphs were taken from so far, for the document's table.
  ///
  /// The core file and the whole file of a face number their glyphs differently, so they are two
  /// faces: `song-regular+core` and `song-regular`.
  public var faces: [FontFaceID: FontFace] {
    var table: [FontFaceID: FontFace] = [:]
    for number in used { table[shelf.volumes[number].id] = shelf.describedFace(number) }
    return table
  }

  /// Shapes a run; a role without a usable face is a rejection, a missing character is not.
  public func shape(_ run: StyledRun) throws(Rejection) -> ShapedRun {
    var result = ShapedRun(glyphs: [])
    result.glyphs.reserveCapacity(run.scalars.count)
    let chain = try chain(of: run.role, latin: run.script == .latin)
    var start = 0
    while start < run.scalars.count {
      let (volume, end) = try stretch(of: run, from: start, chain: chain)
      if let volume {
        let shape = RunShape(run, range: start..<end)
        let font = try shelf.font(volume, size: run.size, role: run.role)
        let file = try shelf.file(volume, role: run.role)
        shape.append(
          to: &result, font: font, space: file.space, face: shelf.volumes[volume].id)
        used.insert(volume)
      } else {
        result.missing.append(contentsOf: start..<end)
      }
      start = end
    }
    return result
  }

  /// The em box of a role's first face.
  public func metrics(of role: FontRole) throws(Rejection) -> FontMetrics {
    let chain = try chain(of: role, latin: false)
    return try shelf.file(chain.volumes[0], role: role).metrics
  }

  /// The ink of one character as a run of its own would set it; nil where no face has it.
  public func inkExtent(
    of scalar: Unicode.Scalar, role: FontRole, script: RunScript, features: [String]
  ) throws(Rejection) -> InkExtent? {
    let key = InkKey(scalar: scalar, role: role, script: script, features: features)
    if let known = inks[key] { return known }
    let chain = try chain(of: role, latin: script == .latin)
    var extent: InkExtent?
    if let volume = try volume(for: scalar, chain: chain, role: role) {
      // At a size of one unit of length a font unit, shaped advances are font units.
      let file = try shelf.file(volume, role: role)
      let size = Length(units: file.unitsPerEm)
      let run = StyledRun(
        scalars: [scalar], role: role, size: size, script: script, features: features)
      var shaped = ShapedRun(glyphs: [])
      RunShape(run, range: 0..<1).append(
        to: &shaped, font: try shelf.font(volume, size: size, role: role), space: file.space,
        face: shelf.volumes[volume].id)
      extent = InkExtent(of: shaped.glyphs, in: file)
    }
    inks[key] = .some(extent)
    return extent
  }

  /// What the files of a face cover, the core file first; a missing or broken file is a rejection.
  public func coverage(of face: FontFaceID) throws(Rejection) -> [FaceCoverage] {
    let user = shelf.catalog.roles.first {
      ($0.faces + $0.latin + [$0.marks].compactMap(\.self)).contains(face)
    }
    let role = user?.role ?? FontRole(rawValue: face.rawValue)
    var result: [FaceCoverage] = []
    for number in try shelf.volumes(of: [face], role: role) {
      let volume = shelf.volumes[number]
      let coverage = FontCoverage(counting: try shelf.file(number, role: role).characters)
      result.append(FaceCoverage(id: volume.id, file: volume.face.file, coverage: coverage))
    }
    return result
  }

  /// The PostScript name that a face's file carries; nil where it has none. A missing or broken file is
  /// a rejection.
  public func postScriptName(of face: FontFaceID) throws(Rejection) -> String? {
    let role = FontRole(rawValue: face.rawValue)
    for number in try shelf.volumes(of: [face], role: role) where shelf.volumes[number].id == face {
      return try shelf.file(number, role: role).postScriptName
    }
    return nil
  }

  // MARK: - Which file a character comes from

  private func chain(of role: FontRole, latin: Bool) throws(Rejection) -> FaceChain {
    let key = ChainKey(role: role, latin: latin)
    if let known = chains[key] { return known }
    guard let entry = shelf.catalog.role(role) else {
      throw Rejection(
        FontProblems.unknownRole(role, known: shelf.catalog.roles.map(\.role)))
    }
    let faces = latin ? entry.latin + entry.faces : entry.faces
    let volumes = shelf.present(try shelf.volumes(of: faces, role: role))
    if volumes.isEmpty { throw Rejection(FontProblems.noFace(role: role)) }
    let marks = latin ? nil : entry.marks
    let chain = FaceChain(
      volumes: volumes,
      marks: try marks.map { (face) throws(Rejection) in
        shelf.present(try shelf.volumes(of: [face], role: role) + volumes)
      } ?? volumes)
    chains[key] = chain
    return chain
  }

  private func volume(
    for scalar: Unicode.Scalar, chain: FaceChain, role: FontRole
  ) throws(Rejection) -> Int? {
    for volume in chain.volumes(for: scalar) where try shelf.file(volume, role: role).covers(scalar)
    { return volume }
    return nil
  }

  /// The file of a character: of a letter with accents the first that has them all.
  private func volumeOfCluster(
    in run: StyledRun, from start: Int, chain: FaceChain
  ) throws(Rejection) -> Int? {
    let scalar = run.scalars[start]
    let first = try volume(for: scalar, chain: chain, role: run.role)
    let accents = run.scalars[(start + 1)...].prefix { Self.isAccent($0) }
    guard !accents.isEmpty else { return first }
    for volume in chain.volumes(for: scalar) {
      let file = try shelf.file(volume, role: run.role)
      if file.covers(scalar), accents.allSatisfy({ file.covers($0) }) { return volume }
    }
    return first
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// The longest stretch from `start` that one file covers, or that no file does.
  private func stretch(
    of run: StyledRun, from start: Int, chain: FaceChain
  ) throws(Rejection) -> (volume: Int?, end: Int) {
    let first = try volumeOfCluster(in: run, from: start, chain: chain)
    var end = start + 1
    while end < run.scalars.count {
      let scalar = run.scalars[end]
      // Joiners, variation selectors and other signs without a shape stay with what they modify.
      let isPlain = FaceChain.isCommon(scalar) || !scalar.properties.isDefaultIgnorableCodePoint
      if let first, Self.isAccent(scalar), try shelf.file(first, role: run.role).covers(scalar) {
        end += 1
        continue
      }
      if first == nil || isPlain {
        guard try volume(for: scalar, chain: chain, role: run.role) == first else { break }
      }
      end += 1
    }
    return (first, end)
  }
}
