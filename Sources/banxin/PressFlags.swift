public import ArgumentParser
public import Exporting

extension PressClaim: ExpressibleByArgument {}

/// Options of `banxin render`, `page` and `issue` for the press.
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

  @Option(help: "裁切套准标记：none crop full  marks, where not the profile's")
  var marks: String?

  @OptionGroup var sheets: SheetFlags

  @Flag(help: "另存墨量图 PNG  a map of the ink as PNG")
  var inkMap = false

  @Flag(help: "另存软打样 PNG：印在纸上的样子  a PNG of the page as it looks on the press's paper")
  var softproof = false

  @Flag(help: "存档文件：PDF/A-2u 加无障碍标签 PDF/UA-1  a tagged archive file")
  var archive = false

  /// What was asked for; nil without `--press` and `--archive`.
  var options: PressOptions? {
    if archive {
      var options = PressOptions(profile: "")
      options.isArchive = true
      return options
    }
    guard press != nil || sheets.impose != nil || sheets.paper != nil else { return nil }
    var options = PressOptions(profile: press ?? "", claim: pdfx)
    options.isSplit = split
    options.isGrayscale = grayscale
    options.isForced = force
    options.marks = marks
    options.sheets = sheets.options
    options.hasHeatMap = inkMap
    options.hasSoftProof = softproof
    return options
  }

  /// A proof carries lines for those who sign it: it never goes to the press.
  func exclude(proof: Bool) throws {
    guard proof, press != nil || archive else { return }
    throw ValidationError("校样不能付印或存档  --proof goes neither with --press nor with --archive")
  }

  func validate() throws {
    let needsPress =
      split || grayscale || force || inkMap || softproof || pdfx != .x4
    if press == nil, needsPress {
      throw ValidationError("这些选项需要 --press  these options need --press")
    }
    if archive, press != nil {
      throw ValidationError("--archive 和 --press 不能同用  --archive and --press exclude each other")
    }
    if let marks, !["none", "crop", "full"].contains(marks) {
      throw ValidationError("--marks 应为 none、crop 或 full  --marks is none, crop or full")
    }
    if press != nil, sheets.impose == .slips || sheets.enlarge != 1 {
      throw ValidationError(
        "slips 和 --enlarge 用于办公打印机，不能同 --press 用  slips and --enlarge go without --press")
    }
  }
}
