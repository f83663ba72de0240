/// What a character map holds (Adobe technical note 5014; ISO 32000-1, 9.10.3), as far as it is asked:
/// the one reader for the texts of a `ToUnicode` map and for what preflight looks at.
struct CharacterMap {
  /// A stretch of codes and the text of its first; each further code's last character is the next one.
  struct Stretch {
    var codes: ClosedRange<Int>
    var text: [UInt8]
  }

  /// Codes with a text, in the order of the file.
  private(set) var stretches: [Stretch] = []
  /// The largest character identifier.
  private(set) var largestCID = 0
  /// `/WMode`, where it is said.
  private(set) var writingMode: Int?

  init(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    while let operation = scanner.nextOperation() {
      let tokens = operation.operands
      switch operation.name {
      case "endbfchar":
        let plain = tokens.filter { $0.kind == .hexString }
        for place in stride(from: 1, to: plain.count, by: 2) {
          add(Self.code(plain[place - 1], bytes), text: plain[place], bytes)
        }
      case "endbfrange": takeRanges(tokens, bytes)
      case "endcidrange": takeIdentifiers(tokens, bytes, isRange: true)
      case "endcidchar": takeIdentifiers(tokens, bytes, isRange: false)
      case "def":
        guard tokens.count >= 2, let value = tokens.last, value.kind == .number,
          scanner.text(tokens[tokens.count - 2]) == "/WMode"
        else { continue }
        writingMode = Int(exactly: value.value)
      default: break
      }
    }
  }

  /// More codes than any font has; the stretches of a hostile map beyond them stay out.
  private static let mostCodes = 1 << 18

  /// The texts by codes.
  var texts: [Int: String] {
    var texts: [Int: String] = [:]
    var left = Self.mostCodes
    for stretch in stretches where stretch.codes.count <= min(left, 0x1_0000) {
      left -= stretch.codes.count
      let first = StringBytes.utf16(stretch.text)
      let scalars = Array(first.unicodeScalars)
      texts[stretch.codes.lowerBound] = first
      guard let last = scalars.last else { continue }
      for (step, code) in stretch.codes.enumerated().dropFirst() {
        guard let next = Unicode.Scalar(last.value + UInt32(step)) else { continue }
        var view = String.UnicodeScalarView(scalars.dropLast())
        view.append(next)
        texts[code] = String(view)
      }
    }
    return texts
  }

  /// The values of texts of one character, as the map writes them.
  var plainTexts: Set<Int> { Set(stretches.map(\.text).filter { $0.count <= 4 }.map(Self.value)) }

  /// `<00> <0F> <0041>` or `<00> <02> [<0041> <0042> <0043>]`.
  private mutating func takeRanges(_ tokens: [ContentToken], _ bytes: [UInt8]) {
    var place = 0
    while place + 2 < tokens.count {
      let first = Self.code(tokens[place], bytes)
      let last = Self.code(tokens[place + 1], bytes)
      if tokens[place + 2].kind == .open {
        place += 3
        var next = first
        while place < tokens.count, tokens[place].kind != .close {
          add(next, text: tokens[place], bytes)
          next += 1
          place += 1
        }
        place += 1
      } else {
        add(first, through: max(first, last), text: tokens[place + 2], bytes)
        place += 3
      }
    }
  }

  private mutating func add(
    _ first: Int, through last: Int? = nil, text: ContentToken, _ bytes: [UInt8]
  ) {
    guard text.kind == .hexString else { return }
    stretches.append(
      Stretch(codes: first...(last ?? first), text: StringBytes.read(text, in: bytes)))
  }

  private mutating func takeIdentifiers(_ tokens: [ContentToken], _ bytes: [UInt8], isRange: Bool) {
    let plain = tokens.filter { $0.kind == .hexString || $0.kind == .number }
    let step = isRange ? 3 : 2
    for place in stride(from: step - 1, to: plain.count, by: step)
    where plain[place].kind == .number && (0..<1e9).contains(plain[place].value) {
      let more =
        isRange ? Self.code(plain[place - 1], bytes) - Self.code(plain[place - 2], bytes) : 0
      largestCID = max(largestCID, Int(plain[place].value) + max(0, more))
    }
  }

  private static func code(_ token: ContentToken, _ bytes: [UInt8]) -> Int {
    value(Array(StringBytes.read(token, in: bytes).prefix(4)))
  }

  private static func value(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
