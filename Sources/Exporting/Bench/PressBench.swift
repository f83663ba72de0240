public import Diagnostics
import DisplayList
import Glibc
import LayoutSpecs
import PageMakeup
import PangoShaping
import Prepress

/// What a press file costs beside a plain one, and how fast pictures become inks.
public struct PressBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Seconds of processor time, all threads together, and by the clock on the wall; the best of some
  /// rounds.
  public struct Outcome: Sendable {
    /// Reading, setting and drawing the plain file.
    public var plain = Cost()
    /// Drawing alone.
    public var drawing = Cost()
    /// What the press file takes: drawing, inks, check, and ink coverage.
    public var press = Cost()
    /// The processor time of each stage of the press file, by name.
    public var stages: [(name: String, seconds: Double)] = []
    /// Millions of pixels a second through the press's profile.
    public var transform = 0.0
    /// Millions of pixels a second from JPEG file to JPEG file in inks.
    public var pictures = 0.0

    /// How much longer a job with a press file takes than the plain one, in percent.
    public var added: Cost {
      func share(_ seconds: KeyPath<Cost, Double>) -> Double {
        (press[keyPath: seconds] - drawing[keyPath: seconds]) / plain[keyPath: seconds] * 100
      }
      return Cost(processor: share(\.processor), wall: share(\.wall))
    }
  }

  /// Processor and wall.
  public struct Cost: Sendable {
    /// By the processor's clock.
    public var processor = Double.infinity
    /// By the clock on the wall.
    public var wall = Double.infinity

    mutating func improve(to other: Cost) {
      processor = min(processor, other.processor)
      wall = min(wall, other.wall)
    }
  }

  /// Both clocks at once.
  private struct Moment {
    private let wall = ContinuousClock.now
    private let processor = Moment.processorSeconds()

    private static func processorSeconds() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func cost(since start: Moment) -> Cost {
      Cost(
        processor: processor - start.processor, wall: (wall - start.wall) / .seconds(1))
    }
  }

  /// Measures a report, its pictures left out.
  public func run(
    report path: String, layout name: String, press: String, rounds: Int
  ) throws(Rejection) -> Outcome {
    var outcome = Outcome()
    var best: [PressStage: Double] = [:]
    for _ in 0..<max(1, rounds) {
      let round = try round(report: path, layout: name, press: press)
      outcome.plain.improve(to: round.plain)
      outcome.drawing.improve(to: round.drawing)
      outcome.press.improve(to: round.press)
      best.merge(round.stages, uniquingKeysWith: min)
    }
    outcome.stages = PressStage.allCases.map { ($0.rawValue, best[$0] ?? 0) }
    var problems = Problems()
    let resources = try PressResources.load(press, home: home, in: environment, into: &problems)
    let speed = try PictureSpeed(profile: resources.profile, icc: resources.icc)
      .measure(rounds: rounds)
    (outcome.transform, outcome.pictures) = (speed.transform, speed.files)
    return outcome
  }

  private struct Round {
    var plain: Cost
    var drawing: Cost
    var press: Cost
    var stages: [PressStage: Double]
  }

  /// One job as a process of its own would do it: neither file finds open faces.
  private func round(report path: String, layout name: String, press: String) throws(Rejection)
    -> Round
  {
    var problems = Problems()
    let start = Moment()
    let report = try Exporter.readReport(path, in: environment, into: &problems)
    let layout = try home.layout(name, into: &problems)
    let files = JobFiles(home: home.path, pictures: [:])
    let stock = ExportStock(home: home)
    let shaper = try stock.shaper()
    var document = try Makeup(shaper: shaper)
      .make(MakeupJob(report: report, layout: layout), into: &problems).document
    document.nameFaces(from: shaper.faces)
    let target = OutputTarget(output: nil, folder: "", name: "page", formats: [], dpi: 72)
    let set = Moment()
    _ = try PageArtist(target: target, files: files, onEvent: { _ in }).draw(
      document, suffix: "", into: &problems)
    let drawn = Moment()
    var options = PressOptions(profile: press)
    options.isForced = true
    var stages: [PressStage: Double] = [:]
    var last = drawn
    var pipeline = PressPipeline(options: options, environment: environment, stock: stock)
    pipeline.onStage = { stage in
      let now = Moment()
      stages[stage, default: 0] += now.cost(since: last).processor
      last = now
    }
    _ = try pipeline.files(of: document, named: "page", from: files, into: &problems)
    let end = Moment()
    return Round(
      plain: drawn.cost(since: start), drawing: drawn.cost(since: set),
      press: end.cost(since: drawn), stages: stages)
  }
}
