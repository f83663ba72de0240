import Foundation
import Testing

/// `banxin print` to a real print service and a printer without paper; what arrives is measured.
@Suite(
  .enabled(
    if: Program.hasFonts && PrinterBench.missing == nil && PrinterBench.isAskedFor,
    "NOT RUN: printing to CUPS. \(PrinterBench.missing ?? "BANXIN_PRINT=1 asks for it")"),
  .serialized)
struct PrintTests {
  /// Sizes and places agree to this much, in millimetres.
  private static let slack = 0.2

  private func make(_ arguments: [String], _ name: String, in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent(name)
    let outcome = try Program.run(arguments + ["-o", file.path])
    #expect([0, 5].contains(outcome.code), "\(outcome.errors)")
    return file
  }

  private func report(_ paragraphs: Int, in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent("report.md")
    let words = (1...paragraphs).map { number in
      "本段第\(number)号。街道第\(number * 7)次巡查共走访\(number * 13)户，登记隐患\(number * 3)处，已整改\(number * 2)处，其余限期办结。"
        + "专班每周碰头，按责任到人、时限到天的要求推进，居民可以在公示栏查到进度。"
    }
    try Data("# 巡查通报\n\n\(words.joined(separator: "\n\n"))\n".utf8).write(to: file)
    return file
  }

  private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= Self.slack }

  private func isSheet(_ page: PrintedPage, _ width: Double, _ height: Double) -> Bool {
    near(min(page.width, page.height), width) && near(max(page.width, page.height), height)
  }

  /// Each page at its size and place, in order, turned like the leaves of a book.
  @Test func aBulletinComesOnBothSides() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let report = try report(40, in: bench.folder)
    let pages = try PrintedPage.read(
      make(["render", report.path, "-l", "bulletin-a4"], "plain.pdf", in: bench.folder))
    #expect(pages.count > 2)
    let outcome = try bench.print([report.path, "-l", "bulletin-a4", "--duplex", "long"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let arrived = try bench.arrived()
    #expect(arrived.count == 1)
    let job = try #require(arrived.first)
    #expect(job.job["IPP_SIDES"] == "two-sided-long-edge")
    #expect(job.job["IPP_MEDIA_COL"]?.contains("x-dimension=21000 y-dimension=29700") == true)
    let sheets = try PrintedPage.read(job.file)
    #expect(sheets.count == pages.count)
    for (sheet, page) in zip(sheets, pages) {
      #expect(isSheet(sheet, 210, 297))
      let place = try #require(sheet.place(of: page))
      #expect(abs(place.x) <= Self.slack && abs(place.y) <= Self.slack)
      #expect(place.off <= Self.slack, "\(place)")
    }
  }

  /// Twelve A4 pages on six sides of A3: 12 | 1, 2 | 11 and so on, turned at the fold.
  @Test func aBookletIsFoldedInOrder() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let report = try report(140, in: bench.folder)
    let file = try make(
      ["render", report.path, "-l", "bulletin-a4"], "plain.pdf", in: bench.folder)
    let pages = Array(try PrintedPage.read(file).prefix(12))
    #expect(pages.count == 12)
    let outcome = try bench.print([file.path, "--pages", "1-12", "--booklet", "--paper", "A3"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let job = try #require(try bench.arrived().first)
    #expect(job.job["IPP_SIDES"] == "two-sided-short-edge")
    let sides = try PrintedPage.read(job.file)
    let order = [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]
    #expect(sides.count == order.count)
    var turns: Set<Int> = []
    for (side, (left, right)) in zip(sides, order) {
      #expect(isSheet(side, 297, 420))
      for (number, x) in [(left, 0.0), (right, 210.0)] {
        let place = try #require(side.anyPlace(of: pages[number - 1]), "page \(number)")
        turns.insert(place.turn)
        #expect(near(place.x, x) && near(place.y, 0), "page \(number): \(place)")
        #expect(place.off <= Self.slack, "page \(number): \(place)")
      }
    }
    #expect(turns.count == 1, "all sides lie the same way: \(turns)")
  }

  /// Two A5 slips on an A4 sheet, beside each other and to the millimetre.
  @Test func slipsComeTwoOnASheet() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let booklet = Program.root.appendingPathComponent("layouts/duty-booklet/sample.md").path
    let file = try make(["render", booklet, "-l", "duty-booklet"], "slips.pdf", in: bench.folder)
    let pages = try PrintedPage.read(file)
    #expect(pages.count > 1)
    let outcome = try bench.print([file.path, "--impose", "slips", "--paper", "A4"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let sheets = try PrintedPage.read(try #require(try bench.arrived().first).file)
    #expect(sheets.count == (pages.count + 1) / 2)
    for (index, page) in pages.enumerated() {
      let sheet = sheets[index / 2]
      #expect(isSheet(sheet, 210, 297))
      let place = try #require(sheet.anyPlace(of: page))
      #expect(near(place.x, 0.5 + Double(index % 2) * 148) && near(place.y, 0), "\(place)")
      #expect(place.off <= Self.slack)
    }
  }

  /// A page of 390 × 550 mm on two A3 sheets: every word on one of them, the seam where it is said.
  @Test func aPageOfFourKaiComesOnTwoSheets() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let report = try report(90, in: bench.folder)
    let page = try PrintedPage.read(
      make(["render", report.path, "-l", "newspaper-broadsheet"], "plain.pdf", in: bench.folder))[0]
    let outcome = try bench.print(
      [report.path, "-l", "newspaper-broadsheet", "--impose", "tiles", "--paper", "A3"])
    #expect([0, 5].contains(outcome.code), "\(outcome.errors)")
    let sheets = try PrintedPage.read(try #require(try bench.arrived().first).file)
    #expect(sheets.count == 2)
    var places: [(y: Double, x: Double)] = []
    for sheet in sheets {
      #expect(isSheet(sheet, 297, 420))
      let place = try #require(sheet.anyPlace(of: page))
      #expect(place.off <= Self.slack, "\(place)")
      places.append((place.y, place.x))
    }
    // Two pieces of 280 mm that overlap by 10, each in the middle of its sheet.
    #expect(near(places[0].y, (297 - 280) / 2), "\(places)")
    #expect(near(places[0].y - places[1].y, 270) && near(places[0].x, places[1].x), "\(places)")
    let seen = Set(sheets.flatMap { $0.words.keys })
    #expect(page.words.keys.filter { !seen.contains($0) }.count <= page.words.count / 100)
  }

  /// A banner of 4 m from its layout at a tenth: 30 pieces at ten times the file's size.
  @Test func aBannerComesInPieces() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let text = bench.folder.appendingPathComponent("banner.txt")
    try Data("共建平安杏溪\n".utf8).write(to: text)
    let cloth = [
      "-l", "banner", "--set", "page.trim=[400mm, 70mm]", "--set", "grid.measure=6em",
    ]
    let outcome = try bench.print(
      [text.path] + cloth
        + ["--pages", "1", "--impose", "tiles", "--enlarge", "10", "--paper", "A3"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let sheets = try PrintedPage.read(try #require(try bench.arrived().first).file)
    #expect(sheets.count == 30)
    #expect(sheets.allSatisfy { isSheet($0, 297, 420) })
    let page = try PrintedPage.read(
      make(["render", text.path] + cloth, "plain.pdf", in: bench.folder))[0]
    #expect(near(page.width * 10, 4000) && near(page.height * 10, 700))
    // The banner's note stands at the left of its foot, on the first piece of the second row: pieces
    // are 276 × 355 mm, each in the middle of its sheet.
    let place = try #require(sheets[15].place(of: page, scale: 10))
    #expect(near(place.x, (297 - 276) / 2) && near(place.y, (420 - 355) / 2 - 345), "\(place)")
    #expect(place.off <= Self.slack)
    #expect(sheets.dropLast().allSatisfy { !$0.words.isEmpty })
  }

  /// A printer that runs out of paper in the middle says so, goes on, and has printed once.
  @Test func aPrinterThatStopsGoesOn() throws {
    let bench = try PrinterBench(
      script: """
        echo "STATE: +media-empty" >&2
        sleep 2
        echo "STATE: -media-empty" >&2
        """)
    defer { bench.stop() }
    let report = try report(12, in: bench.folder)
    let outcome = try bench.print([report.path, "-l", "bulletin-a4"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("缺纸"), "\(outcome.errors)")
    #expect(try bench.arrived().count == 1)
    #expect(try bench.endings() == ["completed"])
  }

  /// A queue that is stopped and resumed in the middle takes its job back and sends it again, says so,
  /// and one job is printed to its end.
  @Test func aStoppedQueuePrintsOnceToTheEnd() throws {
    let bench = try PrinterBench(script: "sleep 3")
    defer { bench.stop() }
    let report = try report(12, in: bench.folder)
    Thread.detachNewThread { [bench = UncheckedBench(bench)] in
      for _ in 0..<200 where bench.noteCount == 0 { usleep(100_000) }
      try? bench.bench.queue("cupsdisable")
      sleep(1)
      try? bench.bench.queue("cupsenable")
    }
    let outcome = try bench.print([report.path, "-l", "bulletin-a4"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("print.taken-back"), "\(outcome.errors)")
    #expect(try bench.endings().filter { $0 == "completed" }.count == 1)
  }

  /// What the margins cut is said in millimetres, and a sheet that is too small is refused.
  @Test func whatDoesNotComeOnTheSheetIsSaid() throws {
    let bench = try PrinterBench()
    defer { bench.stop() }
    let text = bench.folder.appendingPathComponent("banner.txt")
    try Data("共建平安\n".utf8).write(to: text)
    let full = try bench.print(
      [
        text.path, "-l", "banner", "--set", "page.trim=[420mm, 90mm]", "--set", "grid.measure=6em",
        "--pages", "1",
      ])
    #expect(full.code == 0, "\(full.errors)")
    #expect(full.errors.contains("print.cut") && full.errors.contains("5.0 毫米"), "\(full.errors)")
    let large = try bench.print([text.path, "-l", "banner", "--pages", "1"])
    #expect(large.code == 1 && large.errors.contains("print.no-sheet"), "\(large.errors)")
    #expect(try bench.arrived().count == 1)
  }
}

/// A bench that another thread stops and resumes while the test waits for the program.
private struct UncheckedBench: @unchecked Sendable {
  // Only files and processes of its own are touched from the other thread.
  let bench: PrinterBench
  init(_ bench: PrinterBench) { self.bench = bench }

  var noteCount: Int {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: bench.folder.path + "/arrived"))
    return names?.filter { $0.hasSuffix(".txt") }.count ?? 0
  }
}
