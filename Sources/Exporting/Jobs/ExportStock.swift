import CairoRendering
import Diagnostics
import ImageFiles
import LayoutSpecs
import PangoShaping

/// What the jobs of one worker share: the font catalogue, the shaper with its open faces, and the
/// layouts that were read. Nothing in it changes what a job makes, only how soon.
///
/// A class of one thread, as the shaper is.
package final class ExportStock {
  /// The faces that Cairo draws with.
  let faces = FaceStock()
  private let home: ResourceHome
  private let recorder: JobRecorder?
  private var known: [LayoutKey: Layout] = [:]
  private var presses: [String: Press] = [:]
  private var madeShaper: PangoShaper?

  /// Most layouts, and most presses, that are kept; a batch has a few.
  private static let limit = 64

  private struct LayoutKey: Hashable {
    var name: String
    var settings: [ExportJob.Setting]
  }

  private struct Layout {
    var spec: LayoutSpec
    var findings: [Diagnostic]
    var inputs: [JobRecorder.Input]
  }

  private struct Press {
    var resources: PressResources
    var findings: [Diagnostic]
    var inputs: [JobRecorder.Input]
  }

  /// A stock of its own, with nothing open yet.
  package convenience init(home: ResourceHome) { self.init(home: home, recorder: nil) }

  /// A recorder is told again what a kept layout was read from.
  init(home: ResourceHome, recorder: JobRecorder?) {
    self.home = home
    self.recorder = recorder
  }

  /// The shaper, made for the first job.
  func shaper() throws(Rejection) -> PangoShaper {
    if let madeShaper { return madeShaper }
    let shaper = try home.shaper()
    madeShaper = shaper
    return shaper
  }

  /// A layout, read once for each set of values; its findings are reported for every job.
  func layout(
    _ name: String, settings: [(path: String, value: String)], into problems: inout Problems
  ) throws(Rejection) -> LayoutSpec {
    let key = LayoutKey(
      name: name, settings: settings.map { ExportJob.Setting(key: $0.path, value: $0.value) })
    if let known = known[key] {
      problems.report(contentsOf: known.findings)
      recorder?.add(known.inputs)
      return known.spec
    }
    var found = Problems()
    let start = recorder?.inputs.count ?? 0
    let spec = try home.layout(name, settings: settings, into: &found)
    problems.report(contentsOf: found.diagnostics)
    if known.count >= Self.limit { known = [:] }
    known[key] = Layout(
      spec: spec, findings: found.diagnostics,
      inputs: Array((recorder?.inputs ?? []).dropFirst(start)))
    return spec
  }

  /// A press with its profile, read and packed once; its findings are reported for every job.
  func press(
    _ name: String, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> PressResources {
    if let known = presses[name] {
      problems.report(contentsOf: known.findings)
      recorder?.add(known.inputs)
      return known.resources
    }
    var found = Problems()
    let start = recorder?.inputs.count ?? 0
    var resources = try PressResources.load(name, home: home, in: environment, into: &found)
    resources.packedProfile = Deflater.pack(resources.icc)
    problems.report(contentsOf: found.diagnostics)
    if presses.count >= Self.limit { presses = [:] }
    presses[name] = Press(
      resources: resources, findings: found.diagnostics,
      inputs: Array((recorder?.inputs ?? []).dropFirst(start)))
    return resources
  }
}
