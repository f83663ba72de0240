import LayoutSpecs
import Typesetting

extension RulePictures {
  private static let free = (note: "不避头尾", english: "every character may start and end a line")

  /// Part 1: where a line may end.
  static let edges: [RulePicture] = [
    RulePicture(
      "LB-1", "No line starts with a closing mark, 、，；：。？！, a connector, · or /.",
      ["街道成立网格党支部，设置网格二百五十一个。"], wrong: free, off: { $0.omitted = .lineEdges }),
    RulePicture(
      "LB-2", "No line ends with an opening mark.",
      ["社区成立了党支部“五位一体”新机制。"], wrong: free, off: { $0.omitted = .lineEdges }),
    RulePicture(
      "LB-3", "From the level `gb` on, no line ends with a slash.",
      ["村居两委街道党委／办事处共同负责落实这项工作。"], wrong: ("basic 级", "the level `basic`"),
      off: { $0.profile.level = .basic }),
    RulePicture(
      "LB-4", "At the level `strict`, no line starts with —— or ……, but the first of a paragraph.",
      ["沿着这一条路继续走——走到共同富裕的那一天。"], wrong: ("gb 级", "the level `gb`, which allows it"),
      off: { $0.profile.level = .gb }, both: { $0.profile.level = .strict }),
    RulePicture(
      "LB-5", "—— and …… are never divided.", ["这是一条全新道路——走向共同富裕的道路。"],
      wrong: ("拆成两个字", "dashes set as two characters"),
      off: { $0.omitted = [.lineEdges, .longPairs] }),
    RulePicture(
      "LB-6", "A line may end before “ and after ” beside an ideograph.",
      ["抓住项目建设这一牛“鼻子”，牢固树立“项目为王”理念。"],
      wrong: ("引号两侧都禁折行", "quotes forbid line ends at both sides, as in Unicode before 17"),
      off: { $0.omitted = .directionalQuotes }),
    RulePicture(
      "LB-7", "A numeral with its sign, decimal point and thousands marks stays on one line.",
      ["全年完成预算收入32276.5万元，同比增长8.5%。"],
      wrong: ("数字按单字断", "digits set as single characters"),
      off: { $0.omitted = [.lineEdges, .wholeWords] }),
    RulePicture(
      "LB-8",
      "A number stays with its unit and prefix; before a measure word a line may end, at a price.",
      ["新建公园一共投资￥300万元，面积5000㎡。"], wrong: free, off: { $0.omitted = .lineEdges }),
    RulePicture(
      "LB-9",
      "Western words end lines at hyphens only, and between syllables where a profile asks.",
      ["用Swift language写成的排版引擎engine已经开放源码。"],
      wrong: ("单词按字母断", "letters set as single characters"),
      off: { $0.omitted = [.lineEdges, .wholeWords] }),
    RulePicture(
      "LB-10", "A note mark starts no line.", ["有关文献已经指出过[1]，不再一一重复说明。"], wrong: free,
      off: { $0.omitted = .lineEdges }),
    RulePicture(
      "LB-11", "Marks are trimmed before lines are chosen; what does not fit is squeezed in first.",
      ["全部（含改造）项目，均按照计划顺利推进完成。"],
      wrong: ("只推出，不推入", "first fit that only pushes out"),
      off: { $0.breaker = FirstFitBreaker(squeezesIn: false) }),
    RulePicture(
      "LB-13", "No opening mark stays before ——, and no 、，。 or …… starts a line after it.",
      ["他讲到这里停了——，许久没有再说一个字。"], wrong: free, off: { $0.omitted = .lineEdges }),
    RulePicture(
      "LB-14", "Two sentence marks in a row share one em, three take two.",
      ["真的吗？！太好了！！！"], wrong: ("每个占一字", "line-end half width, which joins none"),
      off: { $0.profile.scheme = .lineEndHalf }),
  ]
}
