/// General words of Chinese reports that tell what a line is. Data, not rules: each list is used by
/// one feature of the role grammar.
enum DocumentWords {
  /// Names of bulletins end with one of these.
  static let bulletins = Lexicon(
    """
    简报 快报 专报 通报 日报 周报 月报 信息 动态 参阅 通讯 工作交流 情况反映 要情 摘报 日通报 周通报 月通报 专刊 内参 专送 短报
    """)
  /// The only bulletin names that surely stand over a headline of their own.
  static let mastheads = Lexicon("简报 快报 专报 参阅 情况反映 摘报 内参 专刊 动态 要情 工作交流")
  /// Column names over a headline.
  static let kickers = Lexicon(
    """
    特别报道 专版 专题 关注 聚焦 特刊 专栏 深度 巡礼 回眸 观察 综述 纪实 调查 视点 特稿 头条 要闻 时政 现场 亮点 之窗 风采
    """)
  /// Names of units end with one of these.
  static let units = Lexicon(
    """
    办公室 委员会 人民政府 政府 党委 党工委 办事处 局 厅 部 委 院 会 办 处 科 所 站 中心 指挥部 专班 领导小组 街道 镇 乡 县 区 市 公司 集团 支队 大队
    中队 总队 协会 学校 中学 小学 高中 大学 幼儿园 村 社区 编辑部 报社 日报社 编 文件 宣传部 组织部 联合会 法院 检察院 政协 人大 工委 管委会 支部 组 队 馆 园 厂 工作组 医院 学院 分局 总局 总部 部队 市委 县委 区委 省委 镇委 乡委 州委 团委 纪委 车站 电站 商会 学会 工会 农场 林场
    """)
  /// Who wrote it.
  static let bylines = Lexicon(
    """
    本报记者 本报通讯员 通讯员 记者 作者 撰稿 文／图 文/图 图／文 图/文 摄影 文字 见习记者 特约记者 特约通讯员 全媒体记者 供稿 本报讯员 撰文 文并摄 采写
    """)
  /// Words for the work of those a byline names.
  static let bylineWork = Lexicon(
    "记者 通讯员 特派员 评论员 作者 撰稿 撰文 采写 编译 摄影 摄影报道 文 图 文图 图文 摄 供稿 来稿 投稿 实习生 文字 执笔 整理")
  /// What lines of a web page's frame open with.
  static let furniture = Lexicon(
    """
    来源： 来源: 文章来源 信息来源 稿件来源 发布时间 发布日期 更新时间 发表时间 浏览： 浏览次数 浏览量 阅读： 阅读次数 阅读量 点击： 点击数 点击量 访问量 字号： 字体： 字体大小 文字大小 【字体 【字号 上一篇 下一篇 当前位置
    您的位置 分享到 分享至 分享： 附件下载： 相关新闻 相关链接 相关阅读 扫一扫 版权所有 返回首页 返回顶部 返回目录 版面导航 版面概览 标题导航 往期回顾 打印本页 关闭窗口 网站首页 扫描二维码 本版新闻 本版导读
    文章搜索 站内搜索 本文评论 网友评论 发布评论 发表评论 最新评论 最热评论 条评论 评论正在加载 新闻推荐 相关推荐 推荐阅读 热门推荐 延伸阅读 猜你喜欢 举报
    报料热线 新闻热线： 原文链接 免责声明
    """)
  /// Buttons of a web page.
  static let buttons = Lexicon(
    "打印 关闭 收藏 分享 复制 纠错 大 中 小 评论 点赞 转发 返回 首页 顶部 本页 窗口 字号 放大 缩小 朗读 默认 下载 上一版 下一版")
  /// Kinds of papers that titles end with.
  static let papers = Lexicon(
    "通知 通报 报告 公示 意见 函 公告 通告 总结 方案 计划 规划 纪要 公报 讲话 办法 规定 决定 公开 清单 一览表 名单 情况表 汇总表 统计表 一封信")
  /// What headlines of meetings end with.
  static let events = Lexicon("召开 举行 举办 开幕 闭幕 启动 调研")
  /// Lines at the very end that name who made the page.
  static let imprints = Lexicon("制作 印发 主办 承办 协办 联合出品 出品 印制 编印 策划 编发 联合制作 主编 监制 编辑 排版 美编 责编 校对")
  /// The commonest family names.
  static let familyNames = ScalarSet(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温俞岳连卓艾骆柳甘耿包宁滕翁柯倪鲁尚管童舒梅盛鲍申卢洪霍殷齐焦关车蓝路游辛齐涂邢祁左尤翟庄纪成闻柴兰凌项屈聂岑白蒙华池桂原巩苗卞简景党褚费冉房谷欧应饶米牛葛单萧戚喻窦奚毕邬傅伍卜穆湛臧茅庞祝阮闵娄颜刁樊虞昝裘缪郁杭诸钮"
  )
  /// A date's units.
  static let dateUnits = ScalarSet("年月日号时")
  /// Distribution.
  static let distribution = Lexicon(
    """
    报： 送： 发： 抄报： 抄送： 主送： 分送： 报送： 抄发： 呈： 呈报： 报: 送: 发: 抄送: 抄报: 主送: 呈送： 印送： 上报： 下发：
    """)
  /// Notes below a table or text.
  static let notes = Lexicon(
    """
    注： 注: 注释： 注释: 注解： 备注： 说明： 附注： 注1 注2 联系人： 联系电话： 监督电话： 举报电话： 单位： 资料来源： 数据来源： 来源： 电话： 联系方式： 填表说明： 咨询电话：
    投诉电话： 地址： 邮箱： 值班电话： 制表： 制表人：
    """)
  /// Editor's notes.
  static let editorNotes = Lexicon("【编者按】 编者按 【按】 按： 按语： 【编者的话】 编者的话 〔编者按〕 【开栏语】 【编后】")
  /// Words a lead opens with or holds.
  static let leads = Lexicon("今年以来 近年来 为深入 为全面 为贯彻 为切实 现将 近日 根据 去年以来 一年来")
  /// Words a closing opens with or holds.
  static let closings = Lexicon(
    """
    站在新起点 新的一年 新征程 下一步 下步 奋力谱写 新篇章 特此通报 特此报告 特此通知 再奋蹄 再出发 将持续 将继续 将以 开创 未来 展望 接下来
    """)
  /// Captions.
  static let captions = Lexicon(
    """
    图为 图① 图② 图③ 图④ 图⑤ 图1 图2 图3 图4 图一 图二 图三 上图 下图 左图 右图 ▲ △ ▼ ◀ ▶ （图 配图 题图 组图
    """)
  /// A photographer's credit at the end of a caption.
  static let credits = Lexicon("摄 摄影 供图 提供 图 ／摄 /摄 图片 摄影报道 摄像")
}
