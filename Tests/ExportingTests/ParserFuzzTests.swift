import Diagnostics
import Foundation
import LayoutSpecs
import ReportReading
import Testing

@testable import Charting
@testable import Exporting
@testable import Prepress

/// Bytes that were changed at random, the same ones for the same seed.
private struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(bound, 1)))
  }

  private static let words: [String] = [
    "", "0", "-1", "2147483648", "9223372036854775808", "1e308", "NaN", "\u{202E}", "\u{200D}",
    "e\u{301}",
    "👨\u{200D}👩", "《》", "|", "[^1]", "**", "((((((((", "[[[[[[[[", "{{{{{{{{", "&a", "*a", "null",
    "\n\n",
    "<a>", "</a>", "]]>", "\\", "\"", "'", "%", "datum.", "q ", "<<", ">>", "obj", "stream\n",
  ]

  /// Flips, cuts, doubles, and puts words in.
  mutating func change(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(6) {
      let place = next(bytes.count + 1)
      let end = min(bytes.count, place + 1 + next(next(4) == 0 ? 200 : 6))
      switch next(7) {
      case 0: if place < bytes.count { bytes[place] ^= UInt8(1 << next(8)) }
      case 1: if place < bytes.count { bytes[place] = [0, 1, 0x7F, 0x80, 0xFF, 0x20][next(6)] }
      case 2: bytes.removeSubrange(place..<end)
      case 3:
        let part = Array(bytes[place..<end])
        for _ in 0...next(12) { bytes.insert(contentsOf: part, at: place) }
      case 4: bytes.insert(contentsOf: Self.words[next(Self.words.count)].utf8, at: place)
      case 5: bytes.replaceSubrange(place..<end, with: Self.words[next(Self.words.count)].utf8)
      default:
        let other = next(bytes.count + 1)
        bytes.insert(contentsOf: bytes[other..<min(bytes.count, other + 16)], at: place)
      }
    }
    return Array(bytes.prefix(1 << 16))
  }
}

/// The parsers as library calls, on changed inputs: none may trap, hang or take all memory. A short
/// run is part of the suite; `make fuzz` goes on for `BANXIN_FUZZ_SECONDS` with each of them.
@Suite(.serialized) struct ParserFuzzTests {
  struct Target: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var seeds: [String]
    var run: @Sendable ([UInt8]) throws -> Void
  }

  private static func report(_ name: String, _ seeds: [String]) -> Target {
    Target(testDescription: name, seeds: seeds) { bytes in
      var problems = Problems()
      _ = try ReportReading.read(bytes: bytes, name: "in.\(name)", into: &problems)
    }
  }

  private static let markdown = """
    # 题

    ## 一、情况

    正文[^1]，**粗**、*斜*。全镇收入12.5亿元，同比增长3.2%。

    | 甲 | 乙 |
    |---|--:|
    | 1 | 2.5% |

    ![图1　现场](a.png)

    > 引文

    1. 甲
       - 丙

    [^1]: 注文。
    """

  static let targets: [Target] = [
    report("txt", ["沐阑镇工作总结\n\n一、情况\n（一）稳中向好。全年完成38.6亿元，增长6.2%。\n图1　现场\n", "表1\n甲\t乙\n1\t2\n"]),
    report("md", [markdown]),
    report(
      "html", ["<html><body><h1>题</h1><p>正<b>文</b></p><table><tr><td rowspan=2>1</td></tr></table>"]
    ),
    report(
      "yaml",
      ["format: 1\nblocks:\n- {role: headline, text: 题}\n- {role: body, text: 文, lead: 文}\n"]),
    Target(
      testDescription: "csv",
      seeds: ["编号,时间,数\n1,2031-05-07,\"3,5\"\n2,2031-05-08,4\n", "a;b\n1;2\n"]
    ) { bytes in
      var problems = Problems()
      _ = try RecordTable.read(bytes: bytes, name: "in.csv", into: &problems)
    },
    Target(
      testDescription: "plan",
      seeds: [
        "format: 1\nlayout: newspaper-tabloid\nfacts: {paper: 报, date: 2031-11-28}\narticles:\n- {report: a.md, importance: 3}\nfixed:\n- {image: ad.pdf, columns: 1-6, lines: 73-86}\n"
      ]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try? PagePlanReader.read(text, file: "plan.yaml")
      _ = try IssuePlanReader.read(text, file: "plan.yaml")
    },
    Target(
      testDescription: "expression",
      seeds: [
        "datum.a * 2 + length(datum['b']) > 3 ? 'x' : format(datum.c, ',.1f')",
        "!isValid(datum.a) && [1, 2][0] == 1",
      ]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let expression = try ExpressionParser.parse(text)
      _ = expression.value(in: ExpressionScope(["a": .number(3), "b": .text("四")]))
    },
    Target(
      testDescription: "content",
      seeds: [
        "q 1 0 0 1 0 0 cm /P <</MCID 0>> BDC BT /F 9 Tf [(a) -3 <0041>] TJ ET EMC Q BI /W 1 ID x EI"
      ]
    ) {
      bytes in
      var scanner = ContentScanner(bytes)
      while scanner.nextOperation() != nil {}
      _ = CharacterMap(bytes).texts
    },
    Target(
      testDescription: "xmp",
      seeds: [
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>a</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
      ]
    ) { bytes in
      guard let packet = XMPPacket(bytes) else { return }
      var log = PreflightLog()
      MetadataCheck.check(packet, log: &log)
    },
    Target(
      testDescription: "jobs",
      seeds: [
        #"{"id": "a", "input": "a.md", "layout": "bulletin-a4", "output": "o/a.pdf", "set": {"issue": "8"}, "dpi": 96}"#
      ]
    ) { bytes in
      var reader = BatchJobReader(file: "jobs.jsonl")
      _ = reader.job(bytes[...], line: 1)
    },
    Target(
      testDescription: "journal",
      seeds: [
        #"{"files":[{"path":"out/a.pdf","sha256":"00"}],"id":"a","key":"00","pages":1,"warnings":0,"check":"b60ed515"}"#
      ]
    ) { bytes in
      let path = NSTemporaryDirectory() + "banxin-fuzz-\(getpid()).journal"
      defer { unlink(path) }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      _ = try Journal(path: path)
    },
  ]

  /// Seconds for each parser.
  private static let seconds =
    ProcessInfo.processInfo.environment["BANXIN_FUZZ_SECONDS"].flatMap(Double.init) ?? 0.5

  @Test(arguments: targets) func aParserSurvivesWhateverComes(_ target: Target) {
    var mutator = Mutator(
      seed: UInt64(Self.seconds * 10) + UInt64(target.testDescription.utf8.count))
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.seconds)
    var runs = 0
    var slowest = Duration.zero
    while clock.now < end {
      let seed = Array(target.seeds[mutator.next(target.seeds.count)].utf8)
      let bytes = mutator.change(mutator.next(3) == 0 ? mutator.change(seed) : seed)
      let start = clock.now
      try? target.run(bytes)
      slowest = max(slowest, clock.now - start)
      runs += 1
    }
    #expect(runs > 0 && slowest < .seconds(10), "\(runs) runs, slowest \(slowest)")
    if Self.seconds > 1 { print("\(target.testDescription): \(runs) runs, slowest \(slowest)") }
  }
}
