import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Prepress

/// Foreign files are material, never a danger: no crash, no hang.
@Suite struct BrokenFileTests {
  /// Two hundred damaged files: bytes changed, parts cut out, doubled or moved.
  @Test func damagedFilesNeverCrashOrHang() throws {
    var page = TestPage()
    page.text(30)
    page.box(10, 60, 60, 20, TestPage.red)
    page.picture("images/grey.jpg", 130, width: 20, height: 20)
    let sources = [
      try Press.finish(page.document), Fault.colour[13].pdf.bytes, Fault.type[0].pdf.bytes,
      Fault.picture[0].pdf.bytes,
    ]
    let check = Preflight(profile: try Press.profile())
    var random = SystemLessRandom(seed: 7)
    var read = 0
    for number in 0..<200 {
      let broken = Self.damage(sources[number % sources.count], by: &random)
      let start = ContinuousClock.now
      if (try? check.check(broken)) != nil { read += 1 }
      #expect(ContinuousClock.now - start < .seconds(5), "file \(number)")
    }
    #expect(read > 20)
  }

  private static func damage(_ bytes: [UInt8], by random: inout SystemLessRandom) -> [UInt8] {
    var broken = bytes
    for _ in 0..<1 + random.next(8) {
      guard broken.count > 20 else { break }
      let place = random.next(broken.count - 10)
      switch random.next(5) {
      case 0: broken[place] = UInt8(random.next(256))
      case 1: broken.removeSubrange(place..<min(broken.count, place + 1 + random.next(400)))
      case 2: broken.insert(contentsOf: broken[place..<place + 10], at: place)
      case 3: broken.removeLast(min(broken.count - 1, random.next(2000)))
      default:
        for index in place..<place + 8 { broken[index] = UInt8(ascii: "9") }
      }
    }
    return broken
  }

  @Test(arguments: [0, 1, 8, 100])
  func junkIsRefused(_ count: Int) throws {
    let junk = [UInt8](repeating: UInt8(ascii: "x"), count: count)
    let error = #expect(throws: Rejection.self) { try Press.check(junk) }
    #expect(error?.diagnostics.first?.code == "pdf.unreadable")
  }

  /// A stream that unpacks to far more than it says is stopped, not unpacked.
  @Test func deepNestingAndEndlessFormsEnd() throws {
    var pdf = MiniPDF()
    pdf.content = String(repeating: "q ", count: 200_000) + String(repeating: "[", count: 100_000)
    _ = try Press.check(pdf.bytes)
    // Each form draws the next one twice: two to the twentieth power without a budget.
    pdf.content = "/X Do"
    pdf.resources = "/XObject << /X 10 0 R >>"
    pdf.objects = (0..<20).map { index in
      """
      << /Subtype /Form /Resources << /XObject << /X \(11 + index) 0 R >> >> /Length 11 >>
      stream
      /X Do /X Do
      endstream
      """
    }
    let start = ContinuousClock.now
    _ = try Press.check(pdf.bytes)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

/// Numbers that are the same on every run.
struct SystemLessRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(limit, 1)
  }
}
