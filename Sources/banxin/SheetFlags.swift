public import ArgumentParser
public import Exporting

extension SheetArrangement: ExpressibleByArgument {}

/// How pages come on sheets of paper.
struct SheetFlags: ParsableArguments {
  @Option(
    help:
      "拼版：2up 4up saddle（骑马订小册子）slips（裁切单，带裁切线）tiles（大版分片）  pages on sheets")
  var impose: SheetArrangement?

  @Option(help: "纸，如 A4 A3 16开，或 297x420（毫米）  the sheet")
  var paper: String?

  @Option(help: "分片用的纸，如 297x420（毫米），同 --paper  the sheet of a tile")
  var tile: String?

  @Option(help: "分片重叠 mm，供粘贴  how far tiles overlap")
  var overlap = 10.0

  @Option(help: "放大倍数：横幅版式是 1∶10，印实物用 10  times larger than in the file")
  var enlarge = 1.0

  @Option(help: "骑马订每帖内移 mm  how far inner sheets move to the spine")
  var creep = 0.0

  /// What was asked for.
  var options: SheetOptions {
    var options = SheetOptions()
    options.arrangement = impose
    options.creep = creep
    options.paper = (paper ?? tile).flatMap { SheetOptions.size(named: $0) }
    options.overlap = overlap
    options.enlargement = enlarge
    return options
  }

  func validate() throws {
    for name in [paper, tile].compactMap(\.self) where SheetOptions.size(named: name) == nil {
      throw ValidationError(
        "不认识的纸“\(name)”，可写 A4、A3、16开或 297x420（毫米）  unknown sheet: A4, 16开 or 297x420 in mm")
    }
    if paper != nil, tile != nil {
      throw ValidationError("--paper 和 --tile 只写一个  --paper and --tile say the same")
    }
    guard (0...5).contains(creep) else {
      throw ValidationError("--creep 应在 0 到 5 毫米之间  --creep must lie in 0…5 mm")
    }
    guard (0...50).contains(overlap) else {
      throw ValidationError("--overlap 应在 0 到 50 毫米之间  --overlap must lie in 0…50 mm")
    }
    guard (0.1...100).contains(enlarge) else {
      throw ValidationError("--enlarge 应在 0.1 到 100 之间  --enlarge must lie in 0.1…100")
    }
  }
}
