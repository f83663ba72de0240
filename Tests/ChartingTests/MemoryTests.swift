import TestSupport
import Testing

@testable import Charting

/// What a chart was compiled with goes when the chart is done: a batch draws thousands.
struct MemoryTests {
  @Test(arguments: ["zh_branches_stacked", "zh_double_down_double_up", "zh_grid_waffle"])
  func noTreeOutlivesItsChart(_ name: String) throws {
    weak var left: ViewNode?
    do {
      let spec = try SpecFolder.tree("\(name).vl.json")
      let theme = ChartTheme.zhPrint
      let context = ChartContext(
        root: spec, file: "test", config: theme.config.merging(spec["config"]), files: [:],
        locale: theme.locale)
      context.readTop()
      let root = TreeBuilder(context: context).build(Normalizer(context: context).normalize(spec))
      ScaleParser(context: context).parse(root)
      AxisParser(context: context).parse(root)
      LegendParser(context: context).parse(root)
      let text = ChartTypesetter(shaper: SquareShaper(), roles: theme.roles)
      _ = SceneBuilder(scales: ScaleTable(context: context), text: text).build(root)
      left = root
      #expect(left != nil)
    }
    #expect(left == nil)
  }
}
