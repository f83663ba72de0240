/// Units and classifiers. Data, not rules: a word here can follow a number and make it an
/// indicator's value.
enum Units {
  /// Counting words, `件`, `家次`, `个百分点`; of measures, `公里`, `毫克/升`; of money, `万元`.
  static let all = Lexicon(
    """
    % ％ ‰ 个百分点 百分点 个点 个千分点 千分点
    台（套） 台(套) 台套 人（次） 户（次）
    家 户 个 处 项 件 起 名 人 次 条 座 套 亩 台 辆 盏 张 份 本 所 间 幢 栋 眼 口 株 棵 头 只 部 批 场 期 类 支 篇 幅 面 块 片 段 根 枚 宗 组 例 笔 单 门 盘 顶 册 匹 床 双 袋 箱 桶 架 艘 列 副 届 孔 塘 册次 票 样 道 颗 对 班 届次 位 颗次 粒 把 瓶 罐 盒 包 串 束 捆 筐 首 页 卷 集 曲 扇 尊 款 路 节 桩 桩次 轮 课 堂 席 屏 封 则 班次 排
    家次 人次 户次 件次 场次 次数 台次 车次 批次 个次 处次 辆次 趟 趟次 架次 户人 人户 条次 艘次 点次 例次 岗次
    个位次 位次 个名次
    元 角 万元 亿元 千元 百万元 美元 万美元 亿美元 欧元 港元
    米 公里 千米 厘米 毫米 里 延米 延长米 立方米 立方 方 平方米 平方公里 平方千米 公顷 平米 ㎡ m² m³ 平方
    吨 公斤 千克 克 斤 毫克 微克 担 升 毫升 吨标准煤 标准煤 kg t
    千瓦 千瓦时 兆瓦 度 伏 安 瓦 kW kWh MW 吉瓦 亿千瓦时 万千瓦 万千瓦时 千伏安 千伏 兆帕 帕 分贝 兆 GB TB MB
    分 倍 成 折 ℃ 摄氏度
    小时 分钟 天 个工作日 工作日 年 个月 周 日 秒 岁 个小时 刻钟 个季度 星期 个星期
    标箱 床位 元/吨 元/亩 元/平方米 元/人 元/公斤 元/斤 元/月 元/天 毫克/升 毫克/立方米 微克/立方米 公斤/亩 吨/日 吨/天 立方米/日 立方米/天 人/平方公里 个/立方厘米 万吨/年 件/日 米/秒 公里/小时 千克/亩 斤/亩 课时 学时 亩次 剂 剂次 mg/L μg/m³ μg/m3 dB
    """)

  /// Scales that may stand between number and unit: 万亩, 亿千瓦时.
  static let scales = Lexicon("万 亿 万亿 千 百 百万 千万")

  /// Units of time: an indicator only where time itself is measured.
  static let time = Lexicon("小时 分钟 天 个工作日 工作日 年 个月 周 日 秒 岁 个小时 刻钟 个季度 星期 个星期 期 届 轮 节")

  /// Classifiers whose written-out small numbers (三张清单) are seldom figures.
  static let percent = Lexicon("% ％ ‰ 个百分点 百分点 个点 个千分点 千分点")
}
