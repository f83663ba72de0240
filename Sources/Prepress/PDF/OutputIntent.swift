import Diagnostics
import LayoutSpecs

/// The printing condition that the file is made for (`oi-count`, `oi-no-profile`, `oi-not-printer`).
struct OutputIntent {
  private let settings: PressSettings

  init(_ settings: PressSettings) { self.settings = settings }

  /// Writes exactly one intent with its profile embedded.
  func write(to file: PDFFile) throws(Rejection) {
    let isPress = settings.standard.isPress
    let profile = isPress ? settings.icc : ColorProfile.sRGBBytes()
    if isPress {
      guard let header = ICCHeader(profile), header.isPressProfile else {
        throw Rejection(PressProblems.brokenProfile(settings.profile?.condition.profile ?? ""))
      }
    }
    let packed = isPress ? settings.packedProfile : nil
    let stream = file.makeStream(
      packed ?? profile, dictionary: isPress ? "/N 4" : "/N 3",
      packed == nil ? .toPack : .packed("/FlateDecode"))
    let intent = file.make("<< /Type /OutputIntent >>")
    intent["/S"] = file.make(isPress ? "/GTS_PDFX" : "/GTS_PDFA1")
    let condition = settings.profile?.condition
    let screen = "sRGB IEC61966-2.1"
    intent["/OutputConditionIdentifier"] = file.makeText(
      isPress ? condition?.identifier ?? "Custom" : screen)
    intent["/OutputCondition"] = file.makeText(isPress ? condition?.name ?? "" : screen)
    intent["/Info"] = file.makeText(isPress ? condition?.name ?? "" : screen)
    intent["/RegistryName"] = file.makeText(condition?.registry ?? "http://www.color.org")
    intent["/DestOutputProfile"] = stream
    file.root["/OutputIntents"] = file.makeArray([file.makeIndirect(intent)])
  }
}
