/// Words that tell how a number is read.
enum SpokenWords {
  /// Measure words before which 2 is 两; an entry of a word that must not follow takes it back.
  static let pairs: [String] = [
    "个", "名", "家", "件", "条", "项", "位", "处", "座", "台", "辆", "张", "份", "次", "人", "户", "元",
    "角", "块", "亩", "公顷", "公里", "千米", "米", "吨", "公斤", "千克", "斤", "克", "升", "倍", "年", "天",
    "周", "小时", "分", "秒", "场", "支", "只", "栋", "幢", "套", "间", "所", "批", "种", "类", "本", "册",
    "部", "起", "例", "宗", "头", "棵", "株", "盏", "根", "遍", "趟", "轮", "班", "队", "对", "双", "排",
    "层", "节", "道", "岁", "万", "亿", "千", "点", "成", "番", "杯", "瓶", "桶", "箱", "袋", "包", "盒",
    "把", "口", "眼", "面", "片", "段", "步", "代", "篇", "首", "句", "颗", "粒", "笔", "款", "枚", "床",
    "顿", "平方", "立方", "千瓦", "余", "多",
  ]
  static let notPairs: [String] = ["年级", "次方", "分之", "部分之", "班级"]

  /// Words before a number that is a telephone number or a code, and how many characters before it
  /// they may begin.
  static let telephones = [
    "电话", "热线", "拨打", "致电", "手机", "客服", "报警", "专线", "号码", "咨询", "联系方式",
  ]
  /// Words behind a number that say the same.
  static let hotlines = ["热线", "专线", "便民", "政务服务", "报警", "急救"]
  static let codes = [
    "编号", "证号", "账号", "卡号", "尾号", "邮编", "代码", "学号", "车牌", "工号", "档号", "房号", "批号",
    "邮政编码",
  ]
  /// Words behind a number of three digits and more that is read digit by digit.
  static let rows = ["室", "房", "路公交", "路车", "国道", "省道", "县道", "次列车", "次航班", "号房", "网格"]

  /// Signs of units behind a number, the longer ones first.
  static let units: [(sign: String, words: String)] = [
    ("μg/m³", "微克每立方米"), ("mg/m³", "毫克每立方米"), ("kW·h", "千瓦时"), ("kWh", "千瓦时"),
    ("mg/L", "毫克每升"), ("km/h", "公里每小时"), ("km²", "平方公里"), ("m³/s", "立方米每秒"),
    ("m/s", "米每秒"), ("dB(A)", "分贝"), ("MPa", "兆帕"), ("m²", "平方米"), ("m³", "立方米"),
    ("km", "公里"), ("cm", "厘米"), ("mm", "毫米"), ("kg", "公斤"), ("mg", "毫克"), ("kW", "千瓦"),
    ("MW", "兆瓦"), ("kV", "千伏"), ("mL", "毫升"), ("ml", "毫升"), ("dB", "分贝"), ("GB", "GB"),
    ("MB", "MB"), ("℃", "摄氏度"), ("°C", "摄氏度"), ("㎡", "平方米"), ("㎥", "立方米"), ("㎞", "公里"),
    ("㎏", "公斤"), ("m", "米"), ("g", "克"), ("t", "吨"), ("L", "升"), ("h", "小时"), ("V", "伏"),
    ("W", "瓦"), ("A", "安"),
  ]

  /// Signs of arithmetic beside a number.
  static let signs: [Character: String] = [
    "+": "加", "＋": "加", "×": "乘", "÷": "除以", "=": "等于", "＝": "等于", "≥": "大于等于", "≤": "小于等于",
    ">": "大于", "＞": "大于", "<": "小于", "＜": "小于", "±": "正负", "≈": "约等于",
  ]

  /// Dashes of a range. A Chinese dash is two, and no range.
  static let dashes: Set<Character> = ["-", "—", "–", "－", "~", "～", "−", "‐", "‑"]
  /// What may stand at the end of the first of two quantities.
  static let beforeDash: Set<Character> = Set("%％℃年月日时分秒号个元人米度岁天周万亿点")
}
