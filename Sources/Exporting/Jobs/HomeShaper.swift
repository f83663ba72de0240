import Diagnostics
import PangoShaping

extension ResourceHome {
  /// Opens the one shaper of a job: the home's catalogue of faces over the files of the home.
  func shaper() throws(Rejection) -> PangoShaper {
    try PangoShaper(catalog: fontCatalog(), files: JobFiles(home: path, pictures: [:]))
  }
}
