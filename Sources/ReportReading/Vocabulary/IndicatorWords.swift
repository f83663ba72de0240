/// General words of statements with numbers. Data, not rules: each list serves one feature of the
/// indicator grammar.
enum IndicatorWords {
  /// Before a number, printed with the value.
  static let approximateBefore = Lexicon(
    """
    平均 近 约 超 超过 超出 逾 突破 不少于 不低于 不超过 不高于 不多于 不足 仅 仅为 仅有 只有 仅剩 达到 达 累计 接近 将近 至少 最多 高达 多达 大约 约为 约有
    累计达 累计达到 净增 已达 已达到 已超 已超过 首次突破 已突破 超额 低于 高于 至多 上限 过
    """)
  /// Before a number, of no weight.
  static let empty = Lexicon(
    """
    为 是 有 可 共 共计 共有 计 已 在 到 至 了 的 控制在 保持 维持 保持在 稳定在 维持在 发展到 扩大到 已有 即 分别 分别为 分别是 也 数 又 各 各有 只 还有
    尚有 仍有 就 均 均为 完成 实现 达成 将 一律 统一为
    """)
  /// Verbs of change; the number says by how much.
  static let changes = Lexicon(
    """
    增长 下降 上升 提高 提升 增加 减少 缩短 压缩 回落 降低 改善 上涨 下滑 收窄 扩大 前移 后移 高出 降幅 增幅 多 少 升高 下调 上调 回升 攀升 减幅 涨幅 削减
    跌幅 延长 压减 加快 放缓 提前 下移 上移 进位 前进 后退 减轻 节约 节省 增收 减 增 降 升 增多 缩小 快 高 低 多出 少了 多了 增加了 减少了 提高了
    提升了 下降了 增长了 缩短了 上升了 降低了 压缩了 跃升 晋升 提速 净增加 净减少
    """)
  /// Verbs of change; the number says to what.
  static let changesTo = Lexicon(
    (["变为", "调整为"]
      + """
      增 减 升 降 扩 缩 压 涨 跌 增长 下降 上升 提高 提升 增加 减少 缩短 压缩 回落 降低 扩大 拓展 扩展 升高 攀升 压减 压降 下调 上调 延长 收窄 跃升 改善 上涨
      下跌 下滑 精简 回升 发展
      """.split(whereSeparator: \.isWhitespace).flatMap { verb in
        ["至", "到", "为"].map { verb + $0 }
      }).joined(separator: " "))
  /// Where a comparison begins.
  static let comparisons = Lexicon("同比 环比 同口径 自然口径 可比口径 比 较 与 相比 按可比价 按可比口径 按可比价格")
  /// A share of something.
  static let shares = Lexicon("占 占比 占比为 占比达 占总 比重 比重为 占到 占比达到 占比约 占比超过 占比近 占比约为")
  /// Places and units at the start of a statement that say nothing of what is counted.
  static let regions = Lexicon(
    """
    该街道 该镇 该县 该市 该区 该乡 该村 该社区 全街道 全街 全镇 全乡 全县 全市 全区 全省 全州 全村 全国 全辖区 全域 我街道 我镇 我县 我市 我区 我乡 本街道 本镇 街道 辖区内 辖区 各级 各地 各社区
    各单位 县里 县级 镇里 县委 全系统 全线 各镇街
    """)
  /// Adverbs and conjunctions at the start.
  static let adverbs = Lexicon(
    """
    其中 同口径 了 建成后 投产后 完工后 改造后 实施后 达产后 投用后 另外 另 此外 同时 并 已 又 还 再 同步 先后 有序 积极 全面 圆满 成功 有效 持续 共计 累计 全部 均 分别 也 仍 正 共 合计 及时 严格 切实 该
    已经 现 且 从而 从 使 将 由 以 并对 计划 拟 预计 力争 确保 重点 各类 各种 各 全年 年内 目前 今年 已完成 已累计 已建成 继续 再次 即 至今 首批 即时
    累计共 然而 但是 但 不过 因此 其 而 则 对 为 向 给 在 把 按 可 现有 其余 剩余 余下 余 主要 多 统一 依法 有 组织 至
    """)
  /// Verbs at the start that say nothing of what is counted.
  static let plainVerbs = Lexicon(
    """
    完成 实现 达到 实施 成立 建立 设置 设立 组织 召开 开展 建成 打造 配套 抽调 配备 形成 制定 修订 拥有 发出 印发 下发 收到 创建 新上 给予 谋划 举办
    办好 划成 分成 划分 划分为 分为 组建 投用 启用 出台 存在 共有 设有 建有 选派 选聘 开办 推出 列出 获得 荣获 获评 获 承担 承办 共完成 做好 推动 推进 为 建 设 聘 用 使 让 令
    聘请 配齐 新配 还有 另有 尚有 仍有 也有
    """)
  /// Verbs of dealing with cases: alone before a number they want the noun of what was dealt with.
  static let actions = Lexicon(
    """
    办结 整改 化解 转办 提交 上报 接待 受理 销号 封堵 属实 部分属实 不属实 滞后 超期 逾期 立案 关停 复绿 完成 达标 处置 处理 解决 成功 合格 不合格 回复
    退回 签约 盘活 开工 竣工 投产 满意 不满意 整治 拆除 查处 交办 督办 移交 办理 完工 验收 注销 取缔 到位 进度 下派 派发 自办 直办 转派 挂账 在办 未办结
    审结 审执结 执结 结案 判决 裁定 起诉 批捕 办理中 处理中 整改中 审理中 未整改 新增 净增 减少 查封 扣押 停产 停业 受理的 的 来电 来访 来信 来件 申报 通过 入库 类 调解 调解成功 采纳 吸纳 答复 办复 回应 兑现
    """)
  /// Words that end a noun behind a number.
  static let nounEnds = Lexicon(
    """
    新建 修建 购置 用于 扩建 翻建 翻修 发展 去年 今年 已 均 全部 全都 都 到 对 为 在 被 由 将 可 能 并 和 与 及 以及 达到 达 进入 集中 实行 完成 逐户 逐一 负责 打造 改造 纳入 按照 顺利 入驻 参与
    开展 实现 通过 建成 进行 获 获得 获评 入选 办结 办理 处理 整改 落实 恢复 减免 选定 推进 涉及 发生 给予 予以 签约 当晚 当天 当日 采取 正在 仍 未 尚
    没有 需 须 提前 同比 环比 较 比 以 从 把 溯源 建设 流转 更换 是 有 也 还 则 因 受 向 让 使 于 前往 参加 接受 组成 深入 包保 包联
    对接 联系 走访 帮扶 检测 显示 检查 排查 巡查 抽查 成为 作为 占 共 累计 即 就 又 再 至 随 共同 先后 全程 全面 集体 直接
    开工 竣工 投产 投入 复工 实施 启动 验收 达标 交付 转化 上线 运行 使用 评为 命名 授予 荣获 被评 送达 送 发放 带动 带来 惠及 服务 支持
    提升 提高 下降 增长 增加 减少 存在 按 要 不 无 缺 超 逾 赴 做 协助 协调 值守 值班 轮流
    承诺 回复 回访 反映 反馈 表示 认为 要求 根据 围绕 聚焦 位于 分布 覆盖 配备 安装 设置 张贴 悬挂 制定 印发 规定 召开 举办 组织 报名 结对 认领 领办
    限期 当场 责令 移送 移交 立案 查处 处罚 罚款 关停 整治 取缔 销号 清零 化解 调解 解决 受理 转办 交办 督办 申报 获批 认定 入库 挂牌
    """)
  /// Nouns that end with one of the above.
  static let nouns = Lexicon(
    """
    以上 以下 全覆盖 建设项目 改造项目 整治项目 服务站 服务点 服务中心 服务队 服务 检查组 巡查员 检测点 检测站 监测点 检查站 排查组 整改组 帮扶组 整改任务 整改问题 改造小区
    办理事项 受理点 新社区 新市场 新企业 新项目 新就业 新增 清单 清洁 出口 出入口 入口 入河排污口 不合格 无人机 无物业 高标准 高层 高校 高中 高速 低保 低收入
    低保户 总支 集体经济 集体 重点 来电 来信 来访 加油站 加气站 加装电梯 应急 应急队 关键 停车 停车位 停车场 停车泊位 建设用地 开发区 开放 分公司 分中心 组
    组织 为民 为老 同类 对象 对口 用户 用水 用电 用工 在建 在校 在册 在库 位 列 立面 存量 出租 出租屋 出租房 从业 从业人员 经营 经济 经营主体 受益 受灾
    得分 使用权 签约项目 达标 达标企业 要素 要点 无障碍 超市 超载 超标 不动产 不文明 投诉 投资 有害 有限 有效 可回收 和谐 能源 能手 与会 来件 开放式 分散
    共享 共青团 加工 再生 未成年人 未来 未 按摩 以旧换新 将军 到户 清扫 清运 送水 送 组长 组员 随迁 入户 入学 入园 就业 还迁 还建 把手 经理 高龄 获奖
    获奖者 比赛 整治点 整治点位 回访 巡查 整改 整治 帮扶对象 帮扶户 帮扶 检查 排查 走访 督办单 督办 交办件 交办 反馈问题 投入 安装 应办 服务岗 停产
    关爱
    """)
  /// Nouns whose bare score or place belongs to the contest named before.
  static let scores = Lexicon("得分 综合得分 总分 成绩 综合成绩 排名 总成绩 评分 综合评分 考核得分 名次 均分 平均分")
  /// Contests: `在…评比中`.
  static let contests = Lexicon("评比 测评 考核 观摩 评估 评选 竞赛 比赛 检查 考评 测试 调查 评价 督查 比武 调度 通报 排名 核查 验收 抽查")
  /// Verbs before a place in a ranking.
  static let rankVerbs = Lexicon(
    """
    分列 分居 分获 位列 位居 名列 排名 列 居 排 排在 跃居 跃升至 升至 升到 获 荣获 获得 入选 稳居 并列 暂列 跻身 处于 位于 保持 继续保持 列入 排至 上升到 前移至 提升至
    升为 蝉联 夺得 取得 摘得 为
    """)
  /// Nouns of measured time.
  static let timeNouns = Lexicon(
    "时长 时间 天数 用时 周期 寿命 年限 工期 日数 时数 时效 耗时 工时 年龄 时限 期限 学时 课时 住院日 里程 总时长 次数")
  /// Nouns that stand before a bare number.
  static let bareNouns = Lexicon("pH pH值 PH 指数 得分 评分 系数 综合得分 为 基尼系数")
}
