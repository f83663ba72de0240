import Diagnostics
import ImageFiles
import ReportReading

/// A picture as its path names it: a file, or a picture inside a Word file.
enum PictureFile {
  static func bytes(
    of path: String, in environment: some ExportEnvironment
  ) throws(Rejection) -> [UInt8] {
    guard let inner = WordPictures.split(path) else {
      return try environment.read(path, limit: ImageLimits.bytes)
    }
    let bytes = try OfficeFile.modern(
      try environment.read(inner.file, limit: ReadingLimits.yamlBytes), name: inner.file)
    guard let part = try WordPictures.part(inner.part, of: bytes, file: inner.file) else {
      throw Rejection(FileProblems.missing(path))
    }
    return part
  }
}
