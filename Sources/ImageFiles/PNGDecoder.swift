import Diagnostics

/// Decodes PNG files of every kind for print (ISO 15948), keeping 1-bit art 1-bit and the profile.
struct PNGDecoder {
  private let path: String
  private let width: Int
  private let height: Int
  private let depth: Int
  private let color: Int
  private let isInterlaced: Bool
  private var palette: [UInt8] = []
  private var clear: [UInt8] = []
  private var profile: [UInt8]?
  private var packed: [UInt8] = []

  init(path: String, bytes: [UInt8]) throws(Rejection) {
    self.path = path
    guard bytes.count >= 33 else { throw Rejection(ImageProblems.truncated(path)) }
    width = bytes.bigEndian32(at: 16)
    height = bytes.bigEndian32(at: 20)
    (depth, color, isInterlaced) = (Int(bytes[24]), Int(bytes[25]), bytes[28] == 1)
    guard [1, 2, 4, 8, 16].contains(depth), [0, 2, 3, 4, 6].contains(color) else {
      throw Rejection(ImageProblems.broken(path, reason: "unknown kind of pixel"))
    }
    var offset = 8
    while offset + 12 <= bytes.count {
      let end = offset + 12 + bytes.bigEndian32(at: offset)
      guard end <= bytes.count else { break }
      let name = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      take(name, bytes[offset + 8..<end - 4])
      offset = end
    }
  }

  private mutating func take(_ name: String, _ content: ArraySlice<UInt8>) {
    switch name {
    case "PLTE": palette = Array(content)
    case "tRNS": clear = Array(content)
    case "IDAT": packed += content
    case "iCCP":
      // A name, a zero, the method, then packed data.
      guard let zero = content.firstIndex(of: 0), zero + 2 < content.endIndex else { return }
      profile = Inflater.unpack(Array(content[(zero + 2)...]), limit: 8 << 20)
    default: break
    }
  }

  private var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][color] ?? 1 }
  private var bits: Int { channels * depth }

  /// The pixels.
  func decode() throws(Rejection) -> RawPicture {
    let passes = isInterlaced ? PNGPass.adam7 : [PNGPass.whole]
    let limit = passes.reduce(0) { sum, pass in
      let size = pass.size(width, height)
      return sum + size.height * (1 + (size.width * bits + 7) / 8)
    }
    guard var rows = Inflater.unpack(packed, limit: limit + 65_536), rows.count >= limit else {
      throw Rejection(ImageProblems.truncated(path))
    }
    if depth == 1, color == 0, !isInterlaced, clear.isEmpty {
      return RawPicture(
        width: width, height: height, layout: .bitmap,
        pixels: try unfilter(&rows, from: 0, width: width, height: height), profile: profile)
    }
    var target = Canvas(self)
    var start = 0
    for pass in passes {
      let size = pass.size(width, height)
      guard size.width > 0, size.height > 0 else { continue }
      let stride = (size.width * bits + 7) / 8
      let plain = try unfilter(&rows, from: start, width: size.width, height: size.height)
      start += size.height * (stride + 1)
      for y in 0..<size.height {
        let row = plain[y * stride..<(y + 1) * stride]
        target.put(row, of: size.width, pass: pass, y: y)
      }
    }
    return target.picture
  }

  /// Undoes the filters of a pass; the result has no filter bytes.
  private func unfilter(
    _ rows: inout [UInt8], from start: Int, width: Int, height: Int
  ) throws(Rejection) -> [UInt8] {
    let stride = (width * bits + 7) / 8
    let step = max(bits / 8, 1)
    var output = [UInt8](repeating: 0, count: stride * height)
    var isKnown = true
    output.withUnsafeMutableBufferPointer { output in
      for y in 0..<height {
        let filter = rows[start + y * (stride + 1)]
        let source = start + y * (stride + 1) + 1
        isKnown = isKnown && filter <= 4
        for x in 0..<stride {
          let left = x >= step ? Int(output[y * stride + x - step]) : 0
          let up = y > 0 ? Int(output[(y - 1) * stride + x]) : 0
          let corner = x >= step && y > 0 ? Int(output[(y - 1) * stride + x - step]) : 0
          let guess =
            switch filter {
            case 1: left
            case 2: up
            case 3: (left + up) / 2
            case 4: Self.paeth(left, up, corner)
            default: 0
            }
          output[y * stride + x] = rows[source + x] &+ UInt8(truncatingIfNeeded: guess)
        }
      }
    }
    guard isKnown else {
      throw Rejection(ImageProblems.broken(path, reason: "unknown row filter"))
    }
    return output
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let guess = left + up - corner
    let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
    if a <= b, a <= c { return left }
    return b <= c ? up : corner
  }

  /// The picture being filled.
  private struct Canvas {
    var picture: RawPicture
    let depth: Int
    let color: Int
    let channels: Int
    let palette: [UInt8]
    let clear: [UInt8]

    init(_ decoder: PNGDecoder) {
      (depth, color, channels) = (decoder.depth, decoder.color, decoder.channels)
      (palette, clear) = (decoder.palette, decoder.clear)
      let isGrey = color == 0 || color == 4
      let count = decoder.width * decoder.height
      picture = RawPicture(
        width: decoder.width, height: decoder.height, layout: isGrey ? .grey : .color,
        pixels: [UInt8](repeating: 255, count: count * (isGrey ? 1 : 4)),
        profile: decoder.profile)
      if color >= 4 || !clear.isEmpty {
        picture.alpha = [UInt8](repeating: 255, count: count)
      }
    }

    mutating func put(_ row: ArraySlice<UInt8>, of width: Int, pass: PNGPass, y: Int) {
      let (depth, channels) = (depth, channels)
      for x in 0..<width {
        let place = (pass.top + y * pass.down) * picture.width + pass.left + x * pass.across
        func sample(_ channel: Int) -> Int {
          let index = x * channels + channel
          switch depth {
          case 8: return Int(row[row.startIndex + index])
          case 16: return Int(row[row.startIndex + index * 2])
          default:
            let bit = index * depth
            let byte = Int(row[row.startIndex + bit / 8])
            return byte >> (8 - depth - bit % 8) & ((1 << depth) - 1)
          }
        }
        put(sample, at: place)
      }
    }

    private mutating func put(_ sample: (Int) -> Int, at place: Int) {
      switch color {
      case 3:
        let index = sample(0)
        for channel in 0..<3 {
          let value = index * 3 + channel < palette.count ? palette[index * 3 + channel] : 0
          picture.pixels[place * 4 + 2 - channel] = value
        }
        if !clear.isEmpty { picture.alpha?[place] = index < clear.count ? clear[index] : 255 }
      case 0, 4:
        let top = depth < 8 ? (1 << depth) - 1 : 255
        picture.pixels[place] = UInt8(sample(0) * 255 / top)
        if color == 4 { picture.alpha?[place] = UInt8(sample(1)) }
        if color == 0, clear.count >= 2, depth <= 8, sample(0) == Int(clear[1]) {
          picture.alpha?[place] = 0
        }
      default:
        for channel in 0..<3 { picture.pixels[place * 4 + 2 - channel] = UInt8(sample(channel)) }
        if color == 6 { picture.alpha?[place] = UInt8(sample(3)) }
        if color == 2, clear.count >= 6, depth == 8,
          (0..<3).allSatisfy({ sample($0) == Int(clear[$0 * 2 + 1]) })
        {
          picture.alpha?[place] = 0
        }
      }
    }
  }
}

/// Which pixels a pass of an interlaced file holds.
struct PNGPass {
  var left: Int
  var top: Int
  var across: Int
  var down: Int

  static let whole = PNGPass(left: 0, top: 0, across: 1, down: 1)
  static let adam7 = [
    PNGPass(left: 0, top: 0, across: 8, down: 8), PNGPass(left: 4, top: 0, across: 8, down: 8),
    PNGPass(left: 0, top: 4, across: 4, down: 8), PNGPass(left: 2, top: 0, across: 4, down: 4),
    PNGPass(left: 0, top: 2, across: 2, down: 4), PNGPass(left: 1, top: 0, across: 2, down: 2),
    PNGPass(left: 0, top: 1, across: 1, down: 2),
  ]

  func size(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
    (
      max(0, (width - left + across - 1) / across), max(0, (height - top + down - 1) / down)
    )
  }
}
