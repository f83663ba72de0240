import Charting
import Diagnostics
import Notations

/// What can be wrong with a table that is to become a chart; each names the columns that there are.
enum DataProblems {
  private static func place(_ table: ChartTable, row: Int? = nil) -> SourceRange {
    SourceRange(file: table.file, line: row.map { table.lines[$0] } ?? 1)
  }

  private static func columns(_ table: ChartTable) -> Wording {
    let all = table.inventory
    return Wording("the columns are \(all.english)", "表中的列：\(all.chinese)")
  }

  static func noColumn(_ name: String, _ table: ChartTable) -> Diagnostic {
    let near = NearestWord.to(name, among: table.columns.map(\.name))
    return Diagnostic(
      .error, "chart.no-column", Wording("there is no column \"\(name)\"", "没有“\(name)”这一列"),
      at: place(table),
      hints: (near.map { [Wording("did you mean \"\($0)\"?", "是否想写“\($0)”？")] } ?? [])
        + [columns(table)])
  }

  static func badCell(_ column: Int, row: Int, _ table: ChartTable) -> Diagnostic {
    let (name, cell) = (table.columns[column].head, table.columns[column].cells[row])
    return Diagnostic(
      .error, "chart.bad-cell",
      Wording(
        "\"\(cell)\" in column \"\(name)\" cannot be drawn beside the other numbers",
        "“\(name)”列的“\(cell)”不是数，或与其他数单位不同，无法作图"),
      at: place(table, row: row),
      hints: [
        Wording(
          "write a number in the column's unit, or leave the cell empty", "请改成同一单位的数，或留空")
      ])
  }

  static func notAmount(_ column: Int, _ table: ChartTable) -> Diagnostic {
    let (name, kind) = (table.columns[column].head, table.columns[column].kindWords)
    return Diagnostic(
      .error, "chart.not-amount",
      Wording(
        "column \"\(name)\" holds \(kind.english), no amounts",
        "“\(name)”列是\(kind.chinese)，不是可以作图的数"),
      at: place(table), hints: [columns(table)])
  }

  static func unknownPreset(_ name: String) -> Diagnostic {
    let all = Preset.all.map(\.name)
    let near = NearestWord.to(name, among: all)
    let list = Preset.all.map { "\($0.name)（\($0.title)）" }.joined(separator: "、")
    return Diagnostic(
      .error, "chart.unknown-preset", Wording("there is no preset \"\(name)\"", "没有“\(name)”这个预设"),
      hints: (near.map { [Wording("did you mean \"\($0)\"?", "是否想写“\($0)”？")] } ?? [])
        + [Wording("presets are \(all.joined(separator: ", "))", "预设有：\(list)")])
  }

  static func unfit(_ preset: Preset, needs: Wording, _ table: ChartTable) -> Diagnostic {
    Diagnostic(
      .error, "chart.unfit-preset",
      Wording(
        "the table has not what preset \"\(preset.name)\" needs: \(needs.english)",
        "数据不够画“\(preset.title)”（\(preset.name)）：需要\(needs.chinese)"),
      at: place(table),
      hints: [
        columns(table),
        Wording(
          "name columns with --x, --y (once for each), --group or --set key=column",
          "请用 --x、--y（可写多次）、--group 或 --set 键=列名 指定各列"),
      ])
  }

  static func repeated(_ name: String, _ shape: DataShape) -> Diagnostic {
    let (column, count) = (
      shape.xColumn?.head ?? "", shape.xColumn?.cells.count { $0 == name } ?? 0
    )
    return Diagnostic(
      .error, "chart.repeated-name",
      Wording(
        "\"\(name)\" stands in \(count) rows of column \"\(column)\", and no column tells them apart",
        "“\(column)”列的“\(name)”有 \(count) 行，分不清该画哪一行"),
      at: place(shape.table),
      hints: [
        Wording(
          "add the rows up first, or name the column that tells them apart with --group",
          "请先汇总，或用 --group 指定区分它们的列"), columns(shape.table),
      ])
  }

  static func nothing(_ table: ChartTable) -> Diagnostic {
    if table.rows.isEmpty {
      return Diagnostic(
        .error, "chart.no-rows", Wording("the table has a head but no rows", "表中只有表头，没有数据行"),
        at: place(table))
    }
    let damaged = table.columns.indices.lazy.compactMap { place -> (Int, Int)? in
      if case .damaged(let row) = table.columns[place].kind { (place, row) } else { nil }
    }.first
    if let (column, row) = damaged { return badCell(column, row: row, table) }
    return Diagnostic(
      .error, "chart.no-amounts",
      Wording("no chart fits this table", "这张表没有合适的图：找不到成列的数或可以计数的类别"), at: place(table),
      hints: [columns(table)])
  }

  static func blanks(_ count: Int, column: String, names: [String], _ table: ChartTable)
    -> Diagnostic
  {
    let list = names.prefix(3).joined(separator: "、") + (names.count > 3 ? "等" : "")
    return Diagnostic(
      .warning, "chart.blank-cells",
      Wording(
        "\(count) rows without a number in \"\(column)\" are not drawn: \(list)",
        "“\(column)”列有 \(count) 行没有数，未画：\(list)"), at: place(table))
  }

  static func otherUnits(_ drawn: String, others: [String], _ table: ChartTable) -> Diagnostic {
    let list = others.prefix(6).joined(separator: "、")
    return Diagnostic(
      .note, "chart.columns-left",
      Wording(
        "only \"\(drawn)\" is drawn; --y draws another: \(list)",
        "只画了“\(drawn)”；要画别的请用 --y：\(list)"), at: place(table))
  }

  static func mixedUnits(_ columns: [String], _ table: ChartTable) -> Diagnostic {
    Diagnostic(
      .error, "chart.mixed-units",
      Wording(
        "\(columns.joined(separator: ", ")) have different units and cannot share one axis",
        "\(columns.joined(separator: "、"))单位不同，不能画在一根轴上"), at: place(table),
      hints: [
        Wording(
          "draw one at a time, or an amount and its growth with --preset amount-growth",
          "请分开画；总量与增速可用 --preset amount-growth")
      ])
  }
}
