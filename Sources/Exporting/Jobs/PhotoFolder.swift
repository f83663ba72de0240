import Diagnostics
import ImageFiles

/// The pictures of a folder and the captions that they belong to: by the number that both bear, by words
/// of the file's name in the caption, and only then by their order. Nothing of the folder is passed over
/// in silence.
struct PhotoFolder {
  /// File by the caption's place in the report.
  private var files: [Int: String] = [:]
  /// Pictures that no caption takes, in natural order.
  private(set) var rest: [String] = []

  private static let endings = [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".svg"]
  /// Files that lie in every folder of pictures and are none.
  private static let company = [
    "thumbs.db", "desktop.ini", ".txt", ".md", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".yaml",
    ".yml", ".json", ".zip", ".lnk", ".url",
  ]

  init(
    _ folder: String?, captions: [(place: Int, words: String)],
    in environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) {
    guard let folder else { return }
    var pictures: [String] = []
    for name in try environment.names(in: folder) where !name.hasPrefix(".") {
      let lower = name.lowercased()
      if (Self.endings + ForeignPicture.endings).contains(where: lower.hasSuffix) {
        pictures.append(name)
      } else if Self.company.contains(where: lower.hasSuffix) {
        problems.report(FileProblems.besidePictures(name, severity: .note))
      } else if environment.kind(of: "\(folder)/\(name)") == .file {
        problems.report(FileProblems.besidePictures(name, severity: .warning))
      }
    }
    pair(pictures.sorted(by: NaturalOrder.isBefore), captions, into: &problems)
  }

  /// Pairs files of given names in the order given.
  init(
    files: [String], captions: [(place: Int, words: String)], into problems: inout Problems
  ) {
    pair(files, captions, into: &problems)
  }

  /// The file of the caption at a place.
  func take(for place: Int) -> String? { files[place] }

  private mutating func pair(
    _ pictures: [String], _ captions: [(place: Int, words: String)],
    into problems: inout Problems
  ) {
    rest = pictures
    var open = captions
    func match(_ fits: (String, String) -> Bool) {
      for caption in open {
        let found = rest.filter { fits($0, caption.words) }
        guard found.count == 1, open.count(where: { fits(found[0], $0.words) }) == 1 else {
          continue
        }
        files[caption.place] = found[0]
      }
      let taken = Set(files.values)
      rest.removeAll(where: taken.contains)
      open.removeAll { files[$0.place] != nil }
    }
    if PictureNumber.tell(captions: captions.map(\.words), files: pictures) {
      match { PictureNumber.ofFile($0) == PictureNumber.ofCaption($1) }
    } else {
      match { PictureNumber.words(ofFile: $0).map($1.contains) ?? false }
    }
    let counted = min(open.count, rest.count)
    if counted > 1 || (counted > 0 && !files.isEmpty) {
      problems.report(FileProblems.pairedByOrder(counted))
    }
    for caption in open.prefix(counted) { files[caption.place] = rest.removeFirst() }
  }
}

/// The number of a picture, as its caption and its file bear it.
enum PictureNumber {
  /// Whether numbers tell which file belongs to which caption: both bear them, and those of the one are
  /// all among those of the other. Files 03, 04 and 06 of a camera or a shared store say nothing of
  /// 图① to 图③ but their order, though one of the numbers is the same.
  static func tell(captions: [String], files: [String]) -> Bool {
    let said = captions.compactMap(ofCaption)
    let borne = files.compactMap(ofFile)
    guard said.count == captions.count, borne.count == files.count else { return false }
    return Set(said).isSubset(of: borne) || Set(borne).isSubset(of: said)
  }

  /// ① or 图1 at the head of a caption.
  static func ofCaption(_ words: String) -> Int? {
    var rest = words.drop { "▲△图片照（( ".contains($0) }
    if let first = rest.unicodeScalars.first, (0x2460...0x2473).contains(first.value) {
      return Int(first.value) - 0x245F
    }
    guard words.contains("图") || words.contains("照") else { return nil }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return digits.count <= 3 ? Int(digits) : nil
  }

  /// The digits at the head of a file's name, or after 图.
  static func ofFile(_ name: String) -> Int? {
    if let first = name.unicodeScalars.first, (0x2460...0x2473).contains(first.value) {
      return Int(first.value) - 0x245F
    }
    let digits = name.drop { "图片照".contains($0) }.prefix { $0.isASCII && $0.isNumber }
    return digits.count <= 3 ? Int(digits) : nil
  }

  /// The words of a file's name: Chinese characters that are more than a word for picture; nil where
  /// there are fewer than two.
  static func words(ofFile name: String) -> String? {
    let stem = name.prefix { $0 != "@" && $0 != "." }
    let words = stem.filter { $0.unicodeScalars.first.map { $0.value >= 0x3400 } ?? false }
    return words.count >= 2 && !["图片", "照片", "微信图片", "截图"].contains(words) ? words : nil
  }
}
