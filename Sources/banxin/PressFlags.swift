public import ArgumentParser
public import Exporting

extension PressClaim: ExpressibleByArgument {}

/// Options of `banxin render` for the press.
struct PressFlags: ParsableArguments {
  @Option(help: "付印文件：newsprint coated office，或印厂的 .yaml  a file for this press")
  var press: String?

  @Option(help: "PDF/X 版本：4（默认）或 1a  PDF/X-4 or PDF/X-1a:2003")
  var pdfx: PressClaim = .x4

  @Flag(help: "每版一个文件  one file a page")
  var split = false

  @Flag(help: "单色印刷：只用黑版  one plate, black")
  var grayscale = false

  @Flag(help: "有问题也写出付印文件  write the press file even with errors")
  var force = false

  /// What was asked for; nil without `--press`.
  var options: PressOptions? {
    guard let press else { return nil }
    return PressOptions(
      profile: press, claim: pdfx, isSplit: split,
      isGrayscale: grayscale, isForced: force)
  }

  func validate() throws {
    guard press == nil, split || grayscale || force || pdfx != .x4 else { return }
    throw ValidationError("--pdfx --split --grayscale --force 需要 --press  these need --press")
  }
}
