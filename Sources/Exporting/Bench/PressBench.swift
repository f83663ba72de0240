public import Diagnostics
import DisplayList
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

  /// Times of the best of some rounds, in seconds.
  public struct Outcome: Sendable {
    /// Reading, setting and drawing the plain file.
    public var plain = Double.infinity
    /// Drawing alone.
    public var drawing = Double.infinity
    /// What the press file takes: drawing, inks, check, and ink coverage.
    public var press = Double.infinity
    /// Millions of pixels a second through the press's profile.
    public var transform = 0.0
    /// Millions of pixels a second from JPEG file to JPEG file in inks.
    public var pictures = 0.0

    /// How much longer a job with a press file takes than the plain one, in percent.
    public var added: Double { (press - drawing) / plain * 100 }
  }

  /// Measures a report, its pictures left out.
  public func run(
    report path: String, layout name: String, press: String, rounds: Int
  ) throws(Rejection) -> Outcome {
    var outcome = Outcome()
    for _ in 0..<max(1, rounds) {
      var problems = Problems()
      let start = ContinuousClock.now
      let report = try Exporter.readReport(path, in: environment, into: &problems)
      let layout = try home.layout(name, into: &problems)
      let files = JobFiles(home: home.path, pictures: [:])
      let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
      var document = try Makeup(shaper: shaper)
        .make(MakeupJob(report: report, layout: layout), into: &problems).document
      document.faces = shaper.faces
      let target = OutputTarget(output: nil, folder: "", name: "page", formats: [], dpi: 72)
      let set = ContinuousClock.now
      _ = try PageArtist(target: target, files: files, onEvent: { _ in })
        .draw(document, suffix: "")
      let drawn = ContinuousClock.now
      var options = PressOptions(profile: press)
      options.isForced = true
      _ = try PressPipeline(options: options, home: home, environment: environment)
        .files(of: document, named: "page", from: files, into: &problems)
      outcome.plain = min(outcome.plain, (drawn - start) / .seconds(1))
      outcome.drawing = min(outcome.drawing, (drawn - set) / .seconds(1))
      outcome.press = min(outcome.press, (ContinuousClock.now - drawn) / .seconds(1))
    }
    var problems = Problems()
    let resources = try PressResources.load(press, home: home, in: environment, into: &problems)
    let speed = try PictureSpeed(profile: resources.profile, icc: resources.icc)
      .measure(rounds: rounds)
    (outcome.transform, outcome.pictures) = (speed.transform, speed.files)
    return outcome
  }
}
