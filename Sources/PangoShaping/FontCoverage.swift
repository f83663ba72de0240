public import DisplayList
import Glibc

/// How many Chinese characters a font file has, for `banxin fonts`.
public struct FontCoverage: Hashable, Sendable {
  /// All characters.
  public var characters = 0
  /// Of the 6,763 Han characters of GB 2312; nil where the system cannot decode that set.
  public var gb2312: Int?
  /// Of the 20,992 in the block CJK Unified Ideographs.
  public var unified = 0
  /// Of the 6,592 in Extension A; with the block above they stand for level 1 of GB 18030-2022.
  public var extensionA = 0
  /// Of the 42,720 in Extension B.
  public var extensionB = 0
  /// In Extensions C to H, which with all above stand for level 3 of GB 18030-2022.
  public var laterExtensions = 0

  /// How many Han characters GB 2312 has.
  public static let gb2312Total = 6_763
  /// How many Han characters level 1 of GB 18030-2022 asks for.
  public static let level1Total = 27_584
  /// How many Han characters level 3 of GB 18030-2022 asks for.
  public static let level3Total = 87_887

  /// Of `level1Total`, counted by Unicode blocks.
  public var level1: Int { unified + extensionA }
  /// Of `level3Total`, counted by Unicode blocks, so that it may be a few too many.
  public var level3: Int { min(level1 + extensionB + laterExtensions, FontCoverage.level3Total) }

  /// Counts the characters of a font.
  init(counting scalars: [UInt32]) {
    characters = scalars.count
    for scalar in scalars {
      switch scalar {
      case 0x4E00...0x9FFF: unified += 1
      case 0x3400...0x4DBF: extensionA += 1
      case 0x20000...0x2A6DF: extensionB += 1
      case 0x2A700...0x2EE5F, 0x30000...0x323AF: laterExtensions += 1
      default: break
      }
    }
    if let set = GB2312.han { gb2312 = scalars.reduce(0) { set.contains($1) ? $0 + 1 : $0 } }
  }
}

/// The coverage of one file of a face.
public struct FaceCoverage: Hashable, Sendable {
  /// The face, `+core` behind its name for the core file.
  public var id: FontFaceID
  /// The file below `fonts/`.
  public var file: String
  /// What it covers.
  public var coverage: FontCoverage
}

/// The Han characters of GB 2312, from the system's own decoder: rows 16 to 87 of the set.
private enum GB2312 {
  static let han: Set<UInt32>? = {
    let decoder = iconv_open("UTF-32LE", "GB2312")
    guard decoder != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(decoder) }
    var result: Set<UInt32> = []
    for row in UInt8(0xB0)...0xF7 {
      for cell in UInt8(0xA1)...0xFE {
        if let scalar = decode([row, cell], with: decoder) { result.insert(scalar) }
      }
    }
    return result
  }()

  private static func decode(_ bytes: [UInt8], with decoder: iconv_t?) -> UInt32? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        return iconv(decoder, &source, &left, &target, &room)
      }
    }
    guard status == 0 else {
      iconv(decoder, nil, nil, nil, nil)
      return nil
    }
    return output.reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
  }
}
