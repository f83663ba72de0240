import Diagnostics

/// What is said about the pictures of a page.
enum PictureChecks {
  /// Pixels per inch under which a picture is warned about (INK-5).
  static let wanted = 200
  /// Pixels per inch at which a picture is no longer printed.
  static let tooCoarse = 150

  /// Placeholders.
  static func report(_ pictures: [MakeupPicture], into problems: inout Problems) {
    for (number, picture) in pictures.enumerated() where picture.isPlaceholder {
      problems.report(MakeupProblems.placeholder(picture, number: number + 1))
    }
  }

  /// Crops, and resolution at the size that the page gave them.
  static func resolution(
    of filled: FilledModule, pictures: [MakeupPicture], into problems: inout Problems
  ) {
    for (object, rows) in zip(filled.objects, filled.objectRows) {
      let number = Int(object.name.drop { !$0.isNumber }) ?? 1
      guard number <= pictures.count else { continue }
      let picture = pictures[number - 1]
      let cut = object.cut(rows)
      if cut >= 0.01 {
        problems.report(MakeupProblems.cropped(picture, percent: Int((cut * 100).rounded())))
      }
      guard let ppi = object.resolution(rows), ppi < wanted else { continue }
      problems.report(
        ppi <= tooCoarse
          ? MakeupProblems.tooCoarse(picture, ppi: ppi)
          : MakeupProblems.lowResolution(picture, ppi: ppi))
    }
  }
}
