import Diagnostics
import LayoutSpecs

/// Which pictures of a plan's list belong to which captions of the report: by the same words, else by
/// number, by words of the file's name, and only then by their order, as in a folder of pictures.
struct PhotoClaims {
  /// Place in the list by the caption's place in the report.
  private var numbers: [Int: Int] = [:]

  init(
    _ photos: [PlannedPhoto], captions: [(place: Int, words: String)],
    into problems: inout Problems
  ) {
    var open = captions
    for (number, photo) in photos.enumerated() {
      guard let words = photo.caption,
        let caption = open.firstIndex(where: { Self.solid($0.words) == Self.solid(words) })
      else { continue }
      numbers[open.remove(at: caption).place] = number
    }
    let silent = photos.indices.filter { photos[$0].caption == nil }
    if silent.isEmpty { return }
    let folder = PhotoFolder(
      files: silent.map { Self.name(of: photos[$0]) }, captions: open, into: &problems)
    for caption in open {
      guard let name = folder.take(for: caption.place) else { continue }
      numbers[caption.place] = silent.first {
        Self.name(of: photos[$0]) == name && !numbers.values.contains($0)
      }
    }
  }

  /// The place in the list of the picture that a caption has.
  func photo(of caption: Int) -> Int? { numbers[caption] }

  /// Whether a caption has a picture of the list.
  func isTaken(_ number: Int) -> Bool { numbers.values.contains(number) }

  private static func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func name(of photo: PlannedPhoto) -> String {
    photo.file.split(separator: "/").last.map(String.init) ?? photo.file
  }
}
