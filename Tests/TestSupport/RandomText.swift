import Notations

/// Random Chinese text with all classes of marks, digits, Western words and quotes.
public struct RandomText {
  private var random: SeededRandom

  /// Makes a source of text.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let han = Array(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
  )
  private static let open = Array("“‘（〔【《〈「『")
  private static let close = Array("”’）〕】》〉」』")
  private static let pauses = Array("，，，，、、；：")
  private static let stops = Array("。。。。？！．")
  private static let others = ["——", "……", "—", "～", "·", "/", "／", "⸺", "‼", "…", "-", "–"]
  private static let words = [
    "GDP", "A", "of", "internet", "Swift", "COVID-19", "WTO", "state-of-the-art", "km", "the",
    "Besta", "5G", "PM2.5",
  ]
  private static let numbers = [
    "2022", "8.5%", "32276", "1-9", "57.9", "3", "1,234", "10", "-5", "30℃",
  ]

  /// One paragraph of about so many pieces: sentences with nested quotes, or marks strewn about.
  public mutating func paragraph(pieces: Int, wild: Bool) -> String {
    var text = ""
    var open: [Int] = []
    for _ in 0..<pieces {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<52: text.append(pick(Self.han))
      case 52..<60: text += pick(Self.words.map { $0 })
      case 60..<68: text += pick(Self.numbers)
      case 68..<76: text.append(pick(Self.pauses))
      case 76..<81: text.append(pick(Self.stops))
      case 81..<86:
        let kind = Int.random(in: 0..<Self.open.count, using: &random)
        text.append(Self.open[kind])
        open.append(kind)
      case 86..<92:
        if wild {
          text.append(pick(Self.close))
        } else if let kind = open.popLast() {
          text.append(Self.close[kind])
        }
      case 92..<96: text += pick(Self.others)
      default: text += " "
      }
      if !wild, text.last.map({ !Self.isHan($0) }) ?? false, Bool.random(using: &random) {
        text.append(pick(Self.han))
      }
    }
    return text
  }

  /// A random choice for the test's own needs.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  /// A random number for the test's own needs.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Whether a character is an ideograph.
  public static func isHan(_ character: Character) -> Bool {
    ("\u{4E00}"..."\u{9FFF}").contains(character)
  }
}
