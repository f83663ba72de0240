import Diagnostics

/// What is said about the pictures of a page.
enum PictureChecks {
  /// Pixels per inch under which a picture is warned about (INK-5).
  static let wanted = 200

  /// Placeholders.
  static func report(_ pictures: [MakeupPicture], into problems: inout Problems) {
    for (number, picture) in pictures.enumerated() where picture.isPlaceholder {
      problems.report(MakeupProblems.placeholder(picture, number: number + 1))
    }
  }

  /// Resolution at the size that the page gave them.
  static func resolution(
    of filled: FilledModule, pictures: [MakeupPicture], into problems: inout Problems
  ) {
    for (object, rows) in zip(filled.objects, filled.objectRows) {
      guard let ppi = object.resolution(rows), ppi < wanted else { continue }
      let number = Int(object.name.drop { !$0.isNumber }) ?? 1
      guard number <= pictures.count else { continue }
      problems.report(MakeupProblems.lowResolution(pictures[number - 1], ppi: ppi))
    }
  }
}
