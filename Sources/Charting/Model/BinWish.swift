/// Reads the wishes of a `bin` block.
enum BinWish {
  static func read(_ spec: SpecValue, channel: Channel?) -> Binning.Wish {
    var wish = Binning.Wish()
    switch channel {
    case .row, .column, .facet, .size, .color, .fill, .stroke, .strokeWidth, .opacity, .fillOpacity,
      .strokeOpacity, .shape:
      wish.maxbins = 6
    case .strokeDash: wish.maxbins = 4
    default: break
    }
    if let number = spec["maxbins"]?.number { wish.maxbins = max(1, number) }
    if let number = spec["base"]?.number { wish.base = number }
    if let number = spec["step"]?.number, number > 0 { wish.step = number }
    if let number = spec["minstep"]?.number { wish.minstep = number }
    if let number = spec["anchor"]?.number { wish.anchor = number }
    if let list = spec["steps"]?.list { wish.steps = list.compactMap(\.number) }
    if let list = spec["divide"]?.list { wish.divide = list.compactMap(\.number) }
    if let flag = spec["nice"]?.flag { wish.nice = flag }
    if let list = spec["extent"]?.list?.compactMap(\.number), list.count == 2 {
      wish.extent = (list[0], list[1])
    }
    return wish
  }
}
