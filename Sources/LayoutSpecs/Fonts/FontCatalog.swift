public import DisplayList

/// A face as `fonts/roles.yaml` lists it.
public struct CatalogFace: Hashable, Sendable {
  /// Its name in the file.
  public var id: FontFaceID
  /// The whole face, relative to `fonts/`.
  public var file: String
  /// A smaller file with the common characters, used first; glyph numbers differ from `file`.
  public var core: String?
  /// Which font of the file, from 0.
  public var index: Int
  /// Full name for people.
  public var name: String
  /// Weight, 100…900.
  public var weight: Int
  /// Licence, by its SPDX name.
  public var licence: String
  /// The Debian package or shop it comes from.
  public var source: String

  /// Makes a face.
  public init(
    id: FontFaceID, file: String, core: String? = nil, index: Int = 0, name: String = "",
    weight: Int = 400, licence: String = "", source: String = ""
  ) {
    self.id = id
    self.file = file
    self.core = core
    self.index = index
    self.name = name
    self.weight = weight
    self.licence = licence
    self.source = source
  }
}

/// A role and the faces that speak it.
public struct CatalogRole: Hashable, Sendable {
  /// The role.
  public var role: FontRole
  /// Chinese name, such as 宋体.
  public var title: String
  /// The faces in the order in which a character is looked for.
  public var faces: [FontFaceID]
  /// Faces for Latin letters and digits, before the others; empty where the first face has them.
  public var latin: [FontFaceID]
  /// The face for Chinese marks, where the role's own ones are unfit (a Kai with Latin quotes).
  public var marks: FontFaceID?
  /// The face a buyer would expect here, when a free one stands in for it.
  public var standsFor: String?

  /// Makes a role.
  public init(
    role: FontRole, title: String = "", faces: [FontFaceID], latin: [FontFaceID] = [],
    marks: FontFaceID? = nil, standsFor: String? = nil
  ) {
    self.role = role
    self.title = title
    self.faces = faces
    self.latin = latin
    self.marks = marks
    self.standsFor = standsFor
  }
}

/// All faces and roles, in the order of the file.
public struct FontCatalog: Hashable, Sendable {
  /// The faces.
  public var faces: [CatalogFace]
  /// The roles.
  public var roles: [CatalogRole]

  /// Makes a catalogue.
  public init(faces: [CatalogFace] = [], roles: [CatalogRole] = []) {
    self.faces = faces
    self.roles = roles
  }

  /// The face of a name.
  public func face(_ id: FontFaceID) -> CatalogFace? { faces.first { $0.id == id } }

  /// The faces of a role.
  public func role(_ role: FontRole) -> CatalogRole? { roles.first { $0.role == role } }
}
