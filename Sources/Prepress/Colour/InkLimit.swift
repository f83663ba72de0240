/// The largest sum of inks (INK-4, `tac-over-limit`), kept after every conversion: a profile's
/// tables overshoot their own limit between their points.
struct InkLimit {
  /// The sum in 255ths of a plate.
  let sum: Int

  /// Makes a limit from a percentage.
  init(percent: Double) { sum = Int(percent * 2.55) }

  /// Brings pixels of four inks down to the limit, black kept, the others in proportion; says how
  /// much ink the heaviest pixel had, in percent.
  func clamp(_ pixels: inout [UInt8]) -> Int {
    var heaviest = 0
    pixels.withUnsafeMutableBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count - 3, by: 4) {
        let colors = Int(buffer[start]) + Int(buffer[start + 1]) + Int(buffer[start + 2])
        let total = colors + Int(buffer[start + 3])
        heaviest = max(heaviest, total)
        if total > sum {
          let room = max(sum - Int(buffer[start + 3]), 0)
          for place in start..<start + 3 {
            buffer[place] = UInt8(Int(buffer[place]) * room / colors)
          }
        }
      }
    }
    return Int((Double(heaviest) / 2.55).rounded(.up))
  }
}
