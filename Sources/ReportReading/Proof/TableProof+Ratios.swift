internal import Diagnostics
internal import Notations
internal import ReportModel

// MARK: - Changes, shares and ranks

extension TableProof {
  /// 本月, 上月 and 增减 of one row that do not go together.
  func changes() -> [ProofFlag] {
    func column(_ words: [String]) -> Int? {
      table.columns.firstIndex { column in words.contains { column.name.hasPrefix($0) } }
    }
    guard let now = column(["本月", "本期", "本周", "今日"]), let old = column(["上月", "上期", "上周", "昨日"]),
      let change = column(["增减"]), !table.columns[change].name.contains("%"),
      !table.columns[change].name.contains("率")
    else { return [] }
    return table.rows.indices.compactMap { row in
      guard ![now, old, change].contains(where: { isBlank(row, $0) }), let a = figure(row, now),
        let b = figure(row, old), let stated = figure(row, change),
        let right = TableFigure.difference(a, b), !TableFigure.isEqual(right, stated)
      else { return nil }
      let cell = table.rows[row][change]
      return flag(
        row: row, text: "\(table.rows[row][0]) \(cell)",
        Wording(
          "the difference is \(right.text), the table says \(cell)",
          "增减应为\(right.text)，表中为\(cell)"))
    }
  }

  /// Shares of a total (占比) that their own figures do not give. Which column they are shares of is
  /// what most rows agree on.
  func shares() -> [ProofFlag] {
    let columns = table.columns.indices.filter { column in
      let name = table.columns[column].label
      return ["占比", "比重", "占总"].contains { name.contains($0) }
        && (table.columns[column].type == .percent || table.columns[column].unit == "%")
    }
    return columns.flatMap { share -> [ProofFlag] in
      let rows = plainRows.filter { !isBlank($0, share) && figure($0, share) != nil }
      var best: (wrong: [(row: Int, right: Double)], column: Int)?
      for column in table.summableColumns {
        guard let whole = sum(plainRows.map { ($0, column) }).map(number), whole > 0 else {
          continue
        }
        let wrong = rows.compactMap { row -> (row: Int, right: Double)? in
          guard let part = figure(row, column), let stated = figure(row, share) else { return nil }
          let right = number(part) / whole * 100
          return abs(right - number(stated)) <= 1.01 * ulp(stated) ? nil : (row, right)
        }
        if wrong.count < best?.wrong.count ?? rows.count { best = (wrong, column) }
      }
      guard let best, rows.count >= 3, best.wrong.count * 3 <= rows.count else { return [] }
      return best.wrong.map { row, right in
        let stated = table.rows[row][share]
        let decimals = figure(row, share)?.decimals ?? 0
        let words = DecimalText.fixed(right, min(4, decimals))
        return flag(
          .percentMismatch, row: row, text: "\(label(row)) \(table.columns[share].name) \(stated)",
          Wording("the share is \(words)%, the table says \(stated)", "占比应为\(words)%，表中为\(stated)"))
      }
    }
  }

  /// Ranks (名次) that the figures of their column do not give; equal figures share a rank.
  func ranks() -> [ProofFlag] {
    let names = ["排名", "名次", "位次", "排序"]
    let columns = table.columns.indices.filter { column in
      table.columns[column].type == .int
        && names.contains(where: table.columns[column].label.contains)
    }
    return columns.flatMap { rank -> [ProofFlag] in
      let rows = plainRows.filter { !isBlank($0, rank) && figure($0, rank) != nil }
      guard rows.count >= 4 else { return [] }
      var best: [(row: Int, right: Int)]?
      for column in table.columns.indices where column != rank && isMeasure(column) {
        let values = rows.compactMap { isBlank($0, column) ? nil : figure($0, column).map(number) }
        guard values.count == rows.count else { continue }
        for isDescending in [true, false] {
          let wrong = rows.indices.compactMap { place -> (row: Int, right: Int)? in
            let better = values.count {
              isDescending ? $0 > values[place] : $0 < values[place]
            }
            let ties = values.count { $0 == values[place] }
            let stated = figure(rows[place], rank)?.value ?? 0
            // Tables break ties in their own ways.
            return (better + 1...better + ties).contains(stated) ? nil : (rows[place], better + 1)
          }
          if wrong.count < best?.count ?? rows.count { best = wrong }
        }
      }
      guard let best, best.count * 3 <= rows.count else { return [] }
      return best.map { row, right in
        let stated = table.rows[row][rank]
        return flag(
          .rankBeyondScope, row: row, text: "\(label(row)) \(table.columns[rank].name) \(stated)",
          Wording(
            "by the figures it is place \(right), the table says \(stated)",
            "按数值应为第\(right)，表中为\(stated)"))
      }
    }
  }

  private func isMeasure(_ column: Int) -> Bool {
    let names = ["序号", "编号", "排名", "名次", "位次", "排序"]
    return [.int, .decimal, .percent].contains(table.columns[column].type)
      && !names.contains(where: table.columns[column].label.contains)
  }

  // MARK: Numbers

  private func number(_ figure: TableFigure) -> Double { Double(figure.value) * ulp(figure) }

  /// One of the last decimal place.
  private func ulp(_ figure: TableFigure) -> Double {
    (0..<min(15, figure.decimals)).reduce(1.0) { unit, _ in unit / 10 }
  }
}
