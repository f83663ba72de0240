/// Who wrote the report: `本报通讯员 王茂征 孙明涵` is a role and two names.
public struct ReportByline: Hashable, Sendable {
  /// The line as written.
  public var raw: String
  /// The words before the first name, `本报通讯员`; empty when there are none.
  public var role: String
  /// The names, in their order. A two-character name that is spaced out (`韩　军`) is one name.
  public var names: [String]

  /// Takes a byline apart at its spaces.
  public init(_ raw: String) {
    self.raw = raw
    var words: [String] = []
    var word = ""
    for character in raw {
      if character == " " || character == "\u{3000}" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    let isRole = words.first.map { Self.roleWords.contains(where: $0.contains) } ?? false
    role = isRole ? words.removeFirst() : ""
    names = Self.joinSpacedNames(words)
  }

  private static let roleWords = ["记者", "通讯员", "作者", "摄影", "文", "图", "撰稿", "编辑", "供稿"]

  /// Two neighbouring words of one character each are one spaced-out name.
  private static func joinSpacedNames(_ words: [String]) -> [String] {
    var names: [String] = []
    var pending: String?
    for word in words {
      if let first = pending, word.count == 1 {
        names.append(first + word)
        pending = nil
      } else {
        if let first = pending { names.append(first) }
        pending = word.count == 1 ? word : nil
        if word.count > 1 { names.append(word) }
      }
    }
    if let first = pending { names.append(first) }
    return names
  }
}
