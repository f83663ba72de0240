import Diagnostics

/// What a tagged file of Cairo's lacks for PDF/UA-1.
struct StructureCompletion {
  private let settings: PressSettings

  init(_ settings: PressSettings) { self.settings = settings }

  /// Completes the catalog.
  func complete(_ file: PDFFile) throws(Rejection) {
    file.root["/Lang"] = file.makeText(settings.language)
    file.root["/ViewerPreferences"] = file.make("<< /DisplayDocTitle true >>")
  }
}
