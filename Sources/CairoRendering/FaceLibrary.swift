internal import CPangoCairo
import Diagnostics
import DisplayList
import Synchronization

/// Font files that are open for drawing.
///
/// Renderers that share one open each file once. Without it each document opens its fonts anew, and
/// Cairo, which keeps the last 256 fonts it has met, holds all those mappings: a batch of charts
/// grows by megabytes a file. Workers may share one: Cairo locks a face while it reads it.
public final class OpenFaces: Sendable {
  private struct Key: Hashable {
    var path: String
    var index: Int
  }

  private struct Shelf {
    var library: FreeTypeLibrary?
    var faces: [Key: SharedFace] = [:]
  }

  /// Cairo counts its references in a way that is safe between threads.
  struct SharedFace: @unchecked Sendable {
    var raw: OpaquePointer
  }

  private let shelf = Mutex(Shelf())

  /// Makes an empty set.
  public init() {}

  deinit {
    shelf.withLock { shelf in
      for face in shelf.faces.values { cairo_font_face_destroy(face.raw) }
    }
  }

  /// The Cairo face of a file, borrowed; nil where it cannot be read.
  func face(path: String, index: Int) -> SharedFace? {
    shelf.withLock { shelf -> SharedFace? in
      let key = Key(path: path, index: index)
      if let known = shelf.faces[key] { return known }
      if shelf.library == nil { shelf.library = FreeTypeLibrary() }
      guard let library = shelf.library,
        let open = FreeTypeFace(path: path, index: index, in: library),
        let cairo = open.makeCairoFace()
      else { return nil }
      let face = SharedFace(raw: cairo)
      shelf.faces[key] = face
      return face
    }
  }
}

/// The faces of one document.
final class FaceLibrary {
  private let document: PagedDocument
  private let files: any FileAccess
  private let open: OpenFaces
  private var faces: [FontFaceID: OpaquePointer] = [:]

  init(of document: PagedDocument, files: any FileAccess, open: OpenFaces?) {
    self.document = document
    self.files = files
    self.open = open ?? OpenFaces()
  }

  /// The Cairo face of a name; borrowed, valid as long as the library.
  func face(_ id: FontFaceID) throws(Rejection) -> OpaquePointer {
    if let known = faces[id] { return known }
    guard let face = document.faces[id] else {
      throw Rejection(RenderingProblems.unknownFace(id.rawValue))
    }
    let path = try files.fontPath(of: face.file)
    guard let cairo = open.face(path: path, index: face.index)?.raw else {
      throw Rejection(RenderingProblems.brokenFont(face.file))
    }
    faces[id] = cairo
    return cairo
  }
}

/// FreeType's root object.
private final class FreeTypeLibrary {
  let raw: FT_Library

  init?() {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    raw = library
  }

  deinit { FT_Done_FreeType(raw) }
}

/// An open font file. Cairo keeps faces in caches beyond our reach, so it holds the owner itself.
private final class FreeTypeFace {
  private let raw: FT_Face
  private let library: FreeTypeLibrary
  private let file: MappedFontFile

  init?(path: String, index: Int, in library: FreeTypeLibrary) {
    guard let file = MappedFontFile(path: path, index: index) else { return nil }
    var face: FT_Face?
    guard
      FT_New_Memory_Face(library.raw, file.base, FT_Long(file.count), FT_Long(index), &face) == 0,
      let face
    else { return nil }
    // FreeType makes a table of its own from glyph names, which is searched just as slowly.
    face.pointee.charmap = nil
    raw = face
    self.library = library
    self.file = file
  }

  deinit { FT_Done_Face(raw) }

  /// A Cairo face that keeps this one alive until Cairo forgets it.
  func makeCairoFace() -> OpaquePointer? {
    // FT_LOAD_NO_HINTING, an expression that Swift does not import.
    let flags: Int32 = 1 << 1
    guard let cairo = cairo_ft_font_face_create_for_ft_face(raw, flags) else { return nil }
    let owner = Unmanaged.passRetained(self)
    let release: cairo_destroy_func_t = { owner in
      if let owner { Unmanaged<FreeTypeFace>.fromOpaque(owner).release() }
    }
    let status = cairo_font_face_set_user_data(cairo, FreeTypeFace.key, owner.toOpaque(), release)
    guard status == CAIRO_STATUS_SUCCESS else {
      owner.release()
      cairo_font_face_destroy(cairo)
      return nil
    }
    return cairo
  }

  /// Cairo compares only the address.
  nonisolated(unsafe) private static let key =
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
