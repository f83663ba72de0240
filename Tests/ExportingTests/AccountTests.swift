import Diagnostics
import DisplayList
import Foundation
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing
import Typesetting

@testable import Exporting
@testable import PageMakeup

/// What is printed is what was written: random reports of all roles, in every layout, balance to the
/// character, and no ink meets ink.
///
/// `BANXIN_ACCOUNTS=2000` makes so many reports, from the seed `BANXIN_ACCOUNTS_FROM` on.
struct AccountTests {
  private static let codes: Set<Code> = [
    "page.text-lost", "page.text-doubled", "picture.lost", "page.text-on-picture",
    "page.text-on-text", "page.rule-through-text", "page.text-off-page", "page.text-off-area",
    "page.text-clipped",
  ]

  static func layouts() throws -> [LayoutSpec] {
    let root = DumpSnapshot.packageRoot(
      above: URL(fileURLWithPath: #filePath).deletingLastPathComponent())
    let home = try ResourceHome.find(
      given: root.path, variable: nil, executable: "", in: FileSystem())
    var problems = Problems()
    return try home.layoutNames().map { try home.layout($0, into: &problems) }
  }

  /// A number that the environment gives.
  static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  /// A report for each layout, or as many as are asked for, from a seed on.
  private static func seeds(_ layouts: Int) -> Range<Int> {
    let first = number("BANXIN_ACCOUNTS_FROM") ?? 0
    return first..<(first + (number("BANXIN_ACCOUNTS") ?? layouts))
  }

  @Test func randomReportsBalance() throws {
    let layouts = try Self.layouts()
    var made = 0
    var tried = 0
    for seed in Self.seeds(layouts.count) {
      var source = RandomReport(seed: UInt64(seed))
      let job = source.job(layouts[seed % layouts.count])
      var problems = Problems()
      // A board has frames for the parts of its own form, and refuses most reports.
      let isForm = job.layout.makeup == .board
      if !isForm { tried += 1 }
      do {
        _ = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
        if !isForm { made += 1 }
      } catch { continue }  // A sheet that refuses a report has printed none of it.
      let wrong = problems.diagnostics.filter { Self.codes.contains($0.code) }
      #expect(
        wrong.isEmpty,
        "seed \(seed), \(job.layout.name): \(wrong.map { "\($0.code.rawValue) \($0.message.english)" })"
      )
    }
    #expect(made * 10 >= tried * 7, "\(made) of \(tried) were made")
  }

  /// The accounts see what a careless stage would do: a line of a cell dropped, a paragraph painted
  /// twice, a caption moved onto its picture.
  @Test func aMutationDoesNotBalance() throws {
    let layouts = try Self.layouts()
    let layout = try #require(layouts.first { $0.name == "bulletin-a4" })
    var source = RandomReport(seed: 7)
    let job = source.job(layout, withTableAndPicture: true)
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
    #expect(problems.diagnostics.allSatisfy { !Self.codes.contains($0.code) })
    let accounts = PageAccounts(
      layout: layout, reports: [job.report.withTitlesAsWritten()], pictures: job.pictures)
    func codes(_ change: (inout [PlacedItem]) -> Void) -> Set<Code> {
      var changed = made
      for page in changed.document.pages.indices { change(&changed.document.pages[page].items) }
      var found = Problems()
      accounts.settle(changed, into: &found)
      return Set(found.diagnostics.map(\.code))
    }
    #expect(codes { _ in }.isEmpty)
    let cell = try #require(job.report.tables.first?.rows.last?.last)
    let dropped = codes { items in
      items.removeAll { item in
        if case .glyphs(let run) = item.item { cell.hasPrefix(run.text) } else { false }
      }
    }
    #expect(dropped.contains("page.text-lost"))
    let body = try #require(job.report.blocks.first { $0.role == .body && $0.text.count > 60 })
    let twice = codes { items in
      items += items.filter { item in
        if case .glyphs(let run) = item.item {
          run.text.count > 16 && body.text.contains(run.text)
        } else {
          false
        }
      }.map { PlacedItem(at: $0.origin + Point(x: .zero, y: .points(400)), $0.item) }
    }
    #expect(twice.contains("page.text-doubled"))
    let caption = try #require(job.pictures.first?.caption)
    let shifted = codes { items in
      for index in items.indices {
        guard case .glyphs(let run) = items[index].item, caption.hasPrefix(run.text) else {
          continue
        }
        items[index].origin.y -= .points(30)
      }
    }
    #expect(shifted.contains("page.text-on-picture"))
  }

  /// The time of the accounts is a small share of that of make-up.
  @Test func accountsTakeLittleTime() throws {
    let layouts = try Self.layouts()
    let layout = try #require(layouts.first { $0.name == "bulletin-a4" })
    var source = RandomReport(seed: 3)
    let job = source.job(layout, blocks: 400)
    var problems = Problems()
    let clock = ContinuousClock()
    let start = clock.now
    let made = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
    let middle = clock.now
    PageAccounts(layout: layout, reports: [job.report], pictures: []).settle(made, into: &problems)
    // Loose, since machines differ: text that doubles in length must not take four times as long.
    #expect((clock.now - middle) * 4 < middle - start)
  }
}
