/// The head of a JPEG 2000 picture (ISO 15444-1, annex I): what ISO 19005-2, 6.2.8.3 asks of it.
enum JPXHeader {
  /// What is wrong; a bare code stream has no head and nothing to judge.
  static func faults(_ bytes: [UInt8], hasSpace: Bool) -> [String] {
    guard let head = box("jp2h", in: bytes[...]) else { return [] }
    var faults: [String] = []
    if let image = box("ihdr", in: head), image.count >= 11 {
      let start = image.startIndex
      let channels = Int(image[start + 8]) << 8 | Int(image[start + 9])
      if ![1, 3, 4].contains(channels) { faults.append("\(channels) channels") }
      let depth = image[start + 10]
      if depth != 255, !(1...38).contains(Int(depth & 127) + 1) {
        faults.append("\(Int(depth & 127) + 1) bits")
      }
    }
    let colours = boxes("colr", in: head)
    if !hasSpace, colours.count > 1, colours.count(where: { $0.dropFirst(2).first == 1 }) != 1 {
      faults.append("\(colours.count) colour spaces")
    }
    for colour in colours {
      let method = colour.first ?? 0
      if !(1...3).contains(method) { faults.append("method \(method)") }
      if method == 1, colour.count >= 7, colour[colour.startIndex + 6] == 19 {
        faults.append("CIEJab")
      }
    }
    return faults
  }

  private static func box(_ kind: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    boxes(kind, in: bytes).first
  }

  /// The contents of the boxes of a kind; broken lengths end the search.
  private static func boxes(_ kind: String, in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var place = bytes.startIndex
    while place + 8 <= bytes.endIndex {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = length == 0 ? bytes.endIndex : place + length
      guard length == 0 || length >= 8, end <= bytes.endIndex else { break }
      if bytes[place + 4..<place + 8].elementsEqual(kind.utf8) {
        found.append(bytes[place + 8..<end])
      }
      place = end
    }
    return found
  }
}
