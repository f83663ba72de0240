"""Made documents for the second reader: shapes are true to life, places, people and sentences are invented.

`documents(count, seed)` gives (genre, [(role, text, blanks before, indent)…]); a role of None is a table row, which the
reader finds by itself. A new kind of text costs a few lines here.
"""
import random

PLACES = "霖溪 云檐 栖渡 晚棠 泊云 雁洲 青岑 云岫 芦汀 松庐 砚湖 石磬 沐阑 檀口 鹭汀 棠溆 听枫 望岫 柏舟 榆钱 白苇 梧桥 汀兰 渔浦 荻港 苔岭".split()
LEVELS = "县 市 区 镇 乡 街道 村 社区 经济开发区 新区".split()
FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈姚卢崔钟谭陆汪范石廖贾夏韦付方邹熊秦邱江尹薛段雷侯龙陶黎贺顾毛郝龚邵万覃武戴莫孔汤应温葛柳"
GIVEN = "望舒知夏漱玉见山怀瑾砚秋清和春生小帆闻莺栖迟既白未央听雪建国志强海燕文静晓东丽华永安德全秀英明远家骏"
UNITS = ("人民政府 应急管理局 水务局 乡村振兴专班办公室 社情民意办公室 党工委办公室 统计局 教育体育局 人民医院 自来水有限公司 村民委员会 供电公司 "
         "城市管理局 政务服务便民热线中心 委员会办公室 安全生产委员会办公室 农业农村局 信访局 纪委监委 财政所 便民服务中心 融媒体中心 法院 总工会 团委").split()
VERBS = "聚力 盯紧 做强 守牢 激活 提升 打通 擦亮 筑牢 深耕 绘就 奏响 抓实 推进 服务 留住 唤醒 管好 铺开 点亮".split()
OBJECTS = ("项目 产业 民生 治理 安全底线 绿色底色 乡村振兴 营商环境 幸福生活 发展引擎 生态画卷 服务末梢 基层根基 老街 水库 灯火 茶山 集市 "
           "电商 养老 校园 水管 车间 诉求 隐患 粮仓 果园 河道 夜市 图书室").split()
CLAUSES = ("按照上级部署 坚持问题导向 结合辖区实际 围绕群众关切 组织专业力量 压实各方责任 建立工作台账 逐项销号管理 推动重心下移 完善长效机制 整合资源力量 "
           "开展入户走访 用好数字平台 实行清单管理 强化督导检查 走进车间看生产 和老乡算起收成账 把桌子搬到院子里 夜里也有人值守 大家你一言我一语 "
           "对口单位当天到场 听取意见建议 现场解答疑问 请来专家授课 把材料送上门 天刚亮就下了地").split()
NOUNS = ("新增企业 受理诉求 整改隐患 完成投资 改造小区 办结率 种植面积 固定资产投资 惠及群众 发放资金 新建道路 培训人员 村集体收入 游客 出栏生猪 粮食总产量 "
         "新增就业 减排 接诊 巡查 回访").split()
MEASURES = "家 户 个 件 人次 万元 亿元 亩 公里 % 吨 处 名 盏".split()
ADVERBS = "稳步推进 提质增效 持续向好 更加有力 落地见效 全面铺开 走在前列 不断增强 越来越旺".split()
HAN = "一二三四五六七八九十"
PAPERS = "日报 晚报 新闻网 融媒 时报 周刊 新报 广播电视台".split()


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []

    # --- words -------------------------------------------------------------------------------------------------
    def pick(self, *items): return self.r.choice(items[0] if len(items) == 1 else items)
    def chance(self, share): return self.r.random() < share
    def count(self, low, high): return self.r.randint(low, high)
    def place(self): return self.pick(PLACES) + self.pick(LEVELS)
    def unit(self): return self.place() + self.pick(UNITS)
    def name(self): return self.pick(FAMILIES) + "".join(self.r.sample(GIVEN, self.pick([1, 2, 2])))
    def names(self, most=4): return self.pick(" ", "　", "  ").join(self.name() for _ in range(self.count(1, most)))
    def number(self): return self.pick([str(self.count(2, 999)), f"{self.r.random() * 90 + 5:.1f}", str(self.count(1000, 90000))]) + self.pick(MEASURES)
    def date(self): return f"{self.count(2019, 2033)}年{self.count(1, 12)}月{self.count(1, 28)}日"
    def day(self): return f"{self.count(1, 12)}月{self.count(1, 28)}日"
    def topic(self, second=.4):
        text = self.pick(VERBS) + self.pick(OBJECTS)
        return text + (self.pick("，", "", "、") + self.pick(VERBS) + self.pick(OBJECTS) if self.chance(second) else "")
    def couplet(self): return self.topic(0) + self.pick("　", " ", "  ") + self.topic(0)
    def slogan(self):
        return self.pick([self.pick(VERBS)[:1] + self.pick(OBJECTS)[:2] + " " + self.pick(VERBS)[:1] + self.pick(OBJECTS)[:2] + " " + self.pick(OBJECTS) + self.pick(ADVERBS),
                          self.couplet(), self.topic(0) + " " + self.topic(0) + " " + self.topic(0)])
    def clause(self):
        return self.pick(CLAUSES) if self.chance(.6) else self.pick(NOUNS) + self.pick("", "达到", "同比增长", "共", "累计", "由" + self.number() + "增加到") + self.number()
    def sentence(self, low=2, high=5):
        clauses = [self.clause() for _ in range(self.count(low, high))]
        marks = ["；" if self.chance(.08) else "，" for _ in clauses]
        start = self.pick("", "", "", self.day() + "，", "今年以来，", "目前，", "在" + self.place() + "，", self.place(), "截至" + self.day() + "，", "去年，", "全年", "记者看到，", "如今，")
        return start + "".join(c + m for c, m in zip(clauses, marks))[:-1] + "。"
    def speech(self): return "“" + self.sentence(1, 3)[:-1] + self.pick("。", "！", "，") + "”"
    def paragraph(self, low=1, high=4):
        parts = [self.sentence() for _ in range(self.count(low, high))]
        if self.chance(.12): parts.insert(0, self.speech() + self.pick("村民", "居民", "厂长", "网格员") + self.name() + self.pick("说，", "告诉记者，") + self.sentence(1, 2))
        return "".join(parts)
    def run_in(self):
        return self.pick([self.topic(), self.pick(OBJECTS) + self.pick(ADVERBS), self.topic(0)]) + "。"
    def title(self):
        return self.pick([self.couplet(), self.topic() + "的" + self.place() + "实践", self.place() + self.pick("：", "“三本账”", "用好", "打好", "召开") + self.topic(),
                          self.place() + "签约项目" + self.number() + " 总投资" + self.number(), self.topic(), self.topic(0) + "这样“" + self.pick(OBJECTS) + "”起来",
                          self.place() + self.pick(OBJECTS) + self.pick(ADVERBS), "一" + self.pick("条河", "座桥", "盏灯", "本账") + "的" + self.pick("变迁", "回答", "分量", "故事"),
                          self.pick(OBJECTS) + self.pick("里的新", "上的好", "边的") + self.pick(OBJECTS), self.place() + "召开" + self.pick(OBJECTS) + "工作会议"])
    def table(self, title=None):
        if title: self.add("table-title", title)
        columns = self.count(3, 5)
        for row in range(self.count(3, 7)):
            self.add(None, "\t".join(self.pick(OBJECTS) if row == 0 or column == 0 else str(self.count(1, 900)) for column in range(columns)), 0, 0)

    # --- lines -------------------------------------------------------------------------------------------------
    def add(self, role, text, blanks=None, indent=None):
        if indent is None: indent = self.indent if role in ("lead", "body", "closing", "quote") else self.title_indent if role in ("headline", "kicker", "deck", "byline") else 0
        self.lines.append((role, text, self.space if blanks is None else blanks, indent))
    def byline(self):
        paper, sign = self.pick(PLACES) + self.pick(PAPERS), self.pick("□", "■", "●", "○", "|", "▲", "｜", "◎")
        gap = self.pick(" ", "　", "：", "", " / ") 
        return self.pick([f"本报记者{gap}{self.names()}", f"本报通讯员 {self.names()}", f"全媒体记者　{self.names(2)}　通讯员　{self.names(3)}", f"{paper}记者 {self.names()}",
                          f"{sign} 本报记者 {self.names(2)}", f"记者 {self.name()} 文／图", f"{sign}记者 {self.names()}", f"{sign}转载自《{paper}》记者 {self.name()}", f"作者：{self.name()}",
                          f"文／{self.name()}　图／{self.name()}", f"作 者：{self.place()}{self.pick('办', '局', '政府办', '')} {self.name()}", f"{sign}{self.name()}", f"{sign} {self.names()}", self.names(),
                          f"（记者 {self.names(2)}）", f"{self.place()}融媒体中心　{self.name()}", f"撰文/{self.name()} 摄影/{self.name()}", f"通讯员 {self.name()} 记者 {self.name()}",
                          f"本报评论员 {self.name()}", f"供稿：{self.unit()} {self.name()}", f"特约记者 {self.names(2)} 摄影报道", f"见习记者{self.name()}", f"（{self.unit()}：{self.name()}）", f"全媒体记者 {self.name()} 报道", f"By {self.pick('Li Ming', 'Zhang Wei', 'Chen Yu')}"])
    def credit(self): return self.pick([f"{self.name()}　摄", f"{self.name()} 摄", f"本报记者　{self.name()}　摄", f"（{self.name()}摄）", f"{self.name()}/摄", f"通讯员 {self.name()} 供图", "资料图片", f"{self.unit()}供图"])
    def caption(self):
        scene = self.pick([f"{self.place()}村民正在{self.pick('采摘', '晾晒', '包装', '修剪')}{self.pick(OBJECTS)}", f"{self.place()}{self.pick(OBJECTS)}一角", f"志愿者（左）上门服务", f"孩子们在{self.place()}{self.pick(OBJECTS)}旁读书",
                           f"{self.place()}{self.pick(OBJECTS)}现场", f"{self.place()}，{self.pick(OBJECTS)}如画", f"工作人员在{self.place()}{self.clause()}"])
        return self.pick([f"图为{scene}。", f"{scene}。{self.credit()}", f"{scene}。{self.credit()}", f"▲{scene}", f"图①：{scene}。", scene, f"{scene}。", f"{scene}（{self.pick('资料图片', self.name() + '摄')}）", f"{scene}　{self.name()}摄", f"上图：{scene}。"])
    def quotation(self): return self.speech().replace("，”", "。”") + self.pick([f"村民{self.name()}说。", f"——{self.place()}书记　{self.name()}", f"{self.place()}居民{self.name()}表示。", f"从业者{self.name()}感慨地说。"])
    def web(self, foot=False):
        paper, when = self.pick(PLACES) + self.pick(PAPERS), f"{self.count(2019, 2033)}-{self.count(1, 12):02}-{self.count(1, 28):02}"
        time = f"{when} {self.count(6, 22):02}:{self.count(0, 59):02}"
        head = [f"来源：{paper}", f"发布时间：{time}", f"发布日期：{when}", f"浏览：{self.count(9, 9999)}", f"浏览次数：{self.count(9, 9999)}", "字号：大 中 小", "【字体：大 中 小】", "收藏 打印", "【打印】【关闭】", f"{time}　来源：{paper}",
                f"{time}:31 | 来源：{paper}", time, f"阅读：{self.count(9, 9999)}次", "分享到：", "当前位置：首页 > 新闻 > 要闻", f"点击数：{self.count(9, 9999)}", f"版面：0{self.count(1, 8)} 要闻", f"第0{self.count(1, 8)}版：综合新闻", "字体 大 中 小", f"来源：{paper}　作者：{self.name()}　时间：{when}",
                f"{time}:15   {paper}     [ 字体： ] [ 阅读： ] [ 打印 ]", f"发布时间：{time} 信息来源：{self.unit()} 浏览次数： 字体：[ ]", f"{self.pick('abc', 'xinwen')}.example 发布时间：{when} 来源：{self.unit()} 选择阅读字号：[ 大 中 小 ] 阅读次数：",
                f"发布时间：{when}  所属栏目：{self.pick(OBJECTS)}  点击次数：{self.count(9, 999)}  返回上页", f"时间：{when} 来源：{paper} 点击：", f"日期：{when}", f"【字号：大 中 小】【打印】", f"来源：{paper}      发布时间：{when}",
                "字号变大| 字号变小", f"《{paper}》（{self.date()}　第{self.count(1, 12):02}版）", f"时间：{self.date()} {self.count(8, 18)}:{self.count(10, 59)}　作者：{self.unit()}　点击：", "放大 缩小 默认",
                f"当前报纸名称：{paper}", f"日期：{self.count(1, 12):02}-{self.count(1, 28):02}", "分享至", str(self.count(0, 99)), f"{self.count(0, 9)} 条评论", "文章搜索：", f"{paper} {time} 大字", f"信息来源：{self.unit()}　　阅读次数：{self.count(9, 999)}"]
        tail = ["本文评论　　　评论数()　更多>>", "评论正在加载中...", "发布评论", "新闻推荐", "相关推荐", "相关阅读：", "举报", f"{paper}新闻热线：0000-{self.count(1000000, 9999999)} 未经授权不得转载",
                f"审核：{self.name()}   责任编辑：{self.name()}", f"来源：{paper}", f"上一条：{self.title()}", "扫描二维码分享本页", f"责编：{self.name()}", f"上一篇：{self.title()}", f"下一篇：{self.title()}", f"责任编辑：{self.name()}", f"编辑：{self.name()}", "- 相关新闻", "相关链接", "【关闭】 【打印】", "扫一扫在手机打开当前页", "返回首页", "上一版　下一版", "版权所有 未经授权不得转载", "分享到：", "打印本页 关闭窗口", "http://www." + self.pick("abc", "news", "xinwen") + ".example/n" + str(self.count(100, 9999)) + ".html"]
        return self.pick(tail) if foot else self.pick(head)
    def web_rows(self, foot=False):
        if not foot and self.chance(.08): self.add("furniture", self.web(), self.space, 0); self.add("furniture", self.place() + self.pick(OBJECTS) + self.pick(PLACES), 0, 0)
        for number in range(self.count(1, 4)): self.add("furniture", self.web(foot), self.pick([0, self.space]) if number else self.space, 0)

    # --- title blocks ------------------------------------------------------------------------------------------
    def kicker(self): return self.pick([f"关注·{self.pick(OBJECTS)}", "特别报道", "两会访谈", self.pick(PLACES) + "观察", "专题", "高质量发展巡礼", f"聚焦{self.pick(OBJECTS)}", "县域对话", "一线", self.pick(OBJECTS) + "新事", "走基层", "VISION 视点", "民生 | Livelihood", f"“{self.pick(OBJECTS)}”系列报道之{self.pick(HAN)}", f"{self.topic(0)} {self.topic(0)} {self.topic(0)}", "新春走基层", "记者调查", self.pick("我在", "走进", "寻访", "记录") + self.pick(OBJECTS) + self.pick("一线", "现场", "这一年", "背后"), self.pick(OBJECTS) + self.pick("进行时", "路上", "这十年")])
    def title_block(self, story=True):
        if self.chance(.35): self.add("kicker", self.kicker())
        if self.chance(.12):
            left, right = self.topic(0), self.topic(0)
            self.add("headline", left); self.add("headline", right, 0)
        elif self.chance(.1):
            self.add("headline", f"{self.place()}{self.pick(OBJECTS)}{self.pick('工作', '推进', '专题')}会议{self.pick('召开', '举行')}")
            if self.chance(.7): self.add("deck", self.pick("强调", "要求", "部署", "指出") + self.topic(0) + self.pick(" ", "　") + self.topic(0), 0)
        elif self.chance(.1):
            self.lines = [line for line in self.lines if line[0] != "kicker"]
            self.add("kicker", self.topic(0) + " " + self.topic(0) + " " + self.topic(0)); self.add("headline", self.couplet(), self.pick([0, self.space]))
        elif self.chance(.12):
            self.add("headline", self.place() + self.pick("推出", "召开", "启用", "建成") + self.topic(0) + self.pick("", "项目", "推进会"))
            self.add("deck", self.pick(NOUNS) + self.number() + " " + self.pick(NOUNS) + self.number(), self.pick([0, self.space]))
        else: self.add("headline", self.title())
    def site(self):
        """The way through a site, over a title."""
        self.add("furniture", self.pick(["当前位置：首页 > 新闻 > 要闻", "您的位置：  首页 > 要闻 > 正文", "首页 > 信息公开 > 公告", "网站首页 > 政务公开 > " + self.place(), "返回顶部", "今日  首页 -在线投稿 -往期报纸 -帮助", "首页 | 新闻 | 专题 | 视频", "新闻中心  首页 >> " + self.pick(OBJECTS),
                                         self.pick(PLACES) + self.pick(PAPERS) + " 首页 > 正文", "第0" + str(self.count(1, 8)) + "版：要闻"]), 0, 0)
    def story_head(self, web):
        if web and self.chance(.4): self.site()
        self.title_block()
        if web: self.web_rows()
        if self.chance(.4): self.add("deck", "——" + self.place() + self.topic() + self.pick("纪实", "走笔", "观察", "侧记", "工作综述", ""))
        if self.chance(.65): self.add("byline", self.byline())
    def verse(self, role="quote"):
        stops = self.pick([("，", "；", "，", "。"), ("", "", "", ""), ("，", "。", "，", "。")])
        for number in range(4):
            self.add(role, "".join(self.r.sample("春风吹过小巷槐花落在青石板河水静流灯火照亮归人脚步轻轻敲响每扇窗", self.count(5, 9))) + stops[number], self.space if number == 0 else 0)

    # --- genres ------------------------------------------------------------------------------------------------
    def feature(self, heads=True):
        web = self.chance(.25)
        self.story_head(web)
        if self.chance(.12):
            for number in range(self.count(2, 4)): self.add("caption", f"{self.place()}{self.pick(OBJECTS)}{self.pick('一角', '新貌', '，如诗如画', '正当时')}。", self.space if number == 0 else 0, 0)
        if self.chance(.05): self.verse()
        start = self.quotation() if self.chance(.06) else None
        if start: self.add("quote", start)
        self.add("lead" if heads else "body", self.pick("", "", self.pick("本报讯 ", "本报讯（记者 " + self.name() + "）", "本网讯　")) + self.paragraph(1, 3))
        if self.chance(.5): self.add("body", self.paragraph())
        kind = self.pick("slogan", "subhead", "subhead", "subhead", "h1")
        for number in range(self.count(2, 4) if heads else 1):
            if heads: self.add(kind, self.slogan() if kind == "slogan" else HAN[number] + "、" + self.topic() if kind == "h1" else self.pick([self.topic(), self.title(), self.pick(OBJECTS) + "：" + self.pick(OBJECTS) + self.pick(ADVERBS), self.pick(OBJECTS) + self.pick("从哪里来？", "谁来管？", "怎么办？"), "从“" + self.pick(OBJECTS) + "”到“" + self.pick(OBJECTS) + "” " + self.topic(0)]))
            leads = self.chance(.3)
            for _ in range(self.count(1, 4) if heads else self.count(1, 5)):
                self.add("body", (self.run_in() if leads else "") + self.paragraph())
                if self.chance(.12): self.add("quote", self.quotation())
                if self.chance(.18): self.add("caption", self.caption(), self.pick([0, self.space, 2]), 0)
        if heads and self.chance(.4): self.add("closing", self.pick("站在新起点，", "未来，", "下一步，", "") + self.sentence(2, 4)[:-1] + self.pick("。", "！"))
        elif self.chance(.3): self.add("byline", self.byline())
        for _ in range(self.pick([0, 0, 1, 3])): self.add("caption", self.caption(), self.pick([self.space, 2, 3]), 0)
        if self.chance(.15):
            self.add("psa-title", self.pick("公益广告", f"“{self.pick(OBJECTS)}”公益广告"))
            for _ in range(self.count(1, 3)): self.add("psa-line", self.couplet())
        if self.chance(.25): self.add("imprint", self.pick([self.pick(PLACES) + "日报社制作", f"本版统筹：{self.name()}　编辑：{self.name()}　校对：{self.name()}", f"主办：{self.unit()}　承办：{self.unit()}", f"策划：{self.name()} 编辑：{self.name()}", self.unit() + " 宣"]))
        if web: self.web_rows(True)
    def news(self): self.feature(False)

    def sections(self, depth=True):
        for number in range(self.count(2, 4)):
            self.add("h1", HAN[number] + "、" + self.pick([self.topic(), self.pick(OBJECTS) + "工作", "总体情况", "存在问题", "下步打算", "综　合"]) + self.pick("", "", "", "。"))
            if self.chance(.4): self.add("body", self.paragraph())
            way = self.pick("h2", "inline", "digit", "dash", "plain", "lone", "lone-stop", "spoken")
            for item in range(self.count(1, 4)):
                if way == "h2" and depth: self.add("h2", f"（{HAN[item]}）" + self.topic() + self.pick("", "", "。")); self.add("body", self.paragraph())
                elif way == "inline": self.add("body", f"（{HAN[item]}）" + self.run_in() + self.paragraph())
                elif way == "digit": self.add("body", f"{item + 1}{self.pick('．', '.', '、')}" + (self.run_in() if self.chance(.8) else "") + self.paragraph(1, 3))
                elif way == "dash": self.add("body", "——" + self.run_in() + self.paragraph(1, 2))
                elif way == "lone": self.add("subhead", self.topic()); self.add("body", self.paragraph())
                elif way == "lone-stop": self.add("subhead", self.topic(0) + "。"); self.add("body", self.paragraph())
                elif way == "spoken": self.add("body", HAN[item] + "是" + self.run_in() + self.paragraph(1, 2))
                else: self.add("body", self.paragraph())
            if self.chance(.2):
                if self.chance(.5): self.add("body", "具体情况见下表：")
                self.table(f"表{number + 1}　{self.topic(0)}情况" if self.chance(.7) else None)
                if self.chance(.3): self.add("note", self.pick("注：", "单位：万元；注：") + self.sentence(1, 1))
    def signed(self, note=True):
        far = self.pick([0, 10])
        for _ in range(self.pick([1, 1, 2])): self.add("signature", self.unit(), 2 if not self.lines[-1][0] == "signature" else 0, far)
        self.add("date", self.date(), 0, far)
        if note and self.chance(.3): self.add("note", self.pick([f"（联系人：{self.name()}，电话：0000-8812345）", "（此件公开发布）", f"联系电话：0000-{self.count(1000000, 9999999)}"]))
    def foot(self):
        if self.chance(.5):
            self.add("distribution", self.pick("抄送：", "报：", "主送：") + self.unit() + self.pick("。", "，" + self.unit() + "。"))
            if self.chance(.4): self.add("distribution", "送：各社区、驻街单位", 0)
        if self.chance(.3): self.add("imprint", self.unit() + "　　" + self.date() + "印发", 0)
        if self.chance(.25): self.add("print-count", f"（共印{self.count(20, 90)}份）", 0)
        if self.chance(.2): self.add("signature", f"签发：{self.name()}　　审核：{self.name()}")
    def letter_head(self, subject):
        if self.chance(.35): self.add("issuer", self.unit() + self.pick("文件", ""))
        number = self.pick(PLACES)[:1] + self.pick("安办", "政发", "环督改", "办发", "农字") + self.pick(["〔{}〕", "﹝{}﹞", "[{}]", "（{}）"]).format(self.count(2019, 2033)) + f"{self.count(1, 90)}号"
        after = self.chance(.3)
        if not after and self.chance(.8): self.add("docnum", number + self.pick("", "", "　　　　签发人：" + self.name()))
        if self.chance(.2): self.add("headline", self.unit()); self.add("headline", subject, 0)
        else: self.add("headline", subject)
        if after: self.add("docnum", number, self.pick([0, self.space]))
    def addressee(self): return self.pick(["各乡镇人民政府、街道办事处：", "各位代表：", "同志们：", "各村、社区：", "全体村民：", "各有关单位：", f"{self.unit()}：", "广大市民朋友：", "亲爱的父老乡亲：", "全县广大家长朋友：", "尊敬的用户：", "各科室、各站所：", "县直各部门：", "在外的游子们："])
    def letter(self):
        self.letter_head("关于" + self.pick([self.date()[:5], ""]) + self.topic() + self.pick("情况的通报", "的通知", "的报告", "的公示", "的意见", "有关事项的函"))
        self.add("addressee", self.addressee())
        self.add("lead", self.paragraph(1, 2))
        self.sections()
        if self.chance(.4): self.add("closing", self.pick("请各单位", "特此通报，请") + self.sentence(1, 2))
        attached = self.chance(.5)
        if attached:
            self.add("attachment-ref", "附件：1．" + self.topic(0) + "清单"); self.add("attachment-ref", "2．" + self.topic(0) + "汇总表", 0, 3)
        self.signed(); self.foot()
        if attached: self.attachments()
    def attachments(self):
        for number in range(self.count(1, 2)):
            self.add("attachment-title", self.pick(f"附件{number + 1}", f"附件{number + 1}：", "附件"), 2)
            way = self.pick("table", "list", "plan", "title")
            if way == "table": self.table(self.topic(0) + self.pick("情况表", "清单", "统计表"))
            elif way == "title": self.add("attachment-title", self.topic(0) + self.pick("情况统计表", "名单", "责任清单"))
            elif way == "list":
                self.add("attachment-title", self.topic(0) + self.pick("行动", "工作")); self.add("attachment-title", "领导小组成员名单", 0)
                for word in ("组　长：", "副组长：", "成　员："): self.add("body", word + self.name() + "　" + self.place() + self.pick("书记", "主任", "局长"), self.pick([0, self.space]))
                self.add("body", self.sentence(1, 2))
            else:
                self.add("attachment-title", self.place() + self.topic(0) + "实施方案"); self.add("body", self.paragraph(1, 1)); self.sections()
    def forwarded(self):
        plan = self.place() + self.topic(0) + self.pick("发展方案", "实施意见", "管理办法", "工作要点")
        self.add("headline", f"{self.unit()}关于{self.pick('印发', '转发')}", self.space, 0)
        self.add("headline", f"《{plan}》的通知", 0, 0)
        self.add("docnum", self.pick(PLACES)[:1] + f"政办发〔{self.count(2019, 2033)}〕{self.count(1, 90)}号")
        self.add("addressee", self.addressee())
        self.add("body", f"《{plan}》已经同意，现印发给你们，请认真贯彻执行。")
        self.signed()
        self.add("attachment-title", plan, self.pick([self.space, 2]))
        self.add("body", self.paragraph(1, 1))
        self.sections()
    def notice(self):
        self.add("headline", self.pick(["停水公告", "通告", self.place() + "村务公开", "关于" + self.topic(0) + "的公告", "停电检修通知", "温馨提示", "关于" + self.topic(0) + "的通知"]))
        if self.chance(.6): self.add("addressee", self.addressee())
        way = self.pick("items", "items", "heads", "pairs", "phones", "digits")
        self.add("lead" if way == "heads" else "body", self.paragraph(1, 1)[:-1] + self.pick("，现将有关事项通告如下：", "，现通知如下。"))
        if way == "items":
            for item in range(self.count(2, 5)): self.add("body", HAN[item] + "、" + self.pick([self.sentence(1, 2), self.pick("会议时间：", "参会人员：", "报名方式：") + self.day() + "上午"]))
        elif way == "digits":
            for item in range(self.count(2, 5)): self.add("body", f"{item + 1}{self.pick('、', '．', '.')}" + self.sentence(1, 2))
        elif way == "heads":
            for item in range(self.count(2, 4)): self.add("h1", HAN[item] + "、" + self.pick("时间", "地点", "报名方式", "有关要求", self.topic(0))); self.add("body", self.sentence(1, 2))
        elif way == "pairs":
            for _ in range(self.count(2, 4)): self.add("subhead", self.pick(OBJECTS) + self.pick("时间", "范围", "内容", "对象"), 1); self.add("body", self.pick([self.day() + "至" + self.day(), self.place() + "12个社区", "停车、供暖、物业"]), 0)
        else:
            for number in range(self.count(3, 6)): self.add("body", self.place() + self.pick("值班室", "服务中心", "派出所") + self.pick(" ", "　", "：") + f"0000-{self.count(1000000, 9999999)}", 0 if number else self.space)
        if self.chance(.4): self.add("body", self.pick("特此公告。", "施工给您带来不便，敬请谅解！", self.sentence(1, 1)))
        if self.chance(.4): self.add("note", self.pick("联系电话：", "监督电话：", "咨询电话：") + f"0000-{self.count(1000000, 9999999)}")
        self.signed()
    def report(self):
        self.add("headline", self.pick([self.place() + self.date()[:5] + "工作总结", self.place() + self.topic(0) + "情况汇报", self.date()[:5] + self.place() + "工作总结及工作计划", self.place() + "述职报告"]))
        if self.chance(.15): self.add("headline", "暨" + self.date()[:5] + "工作打算", 0)
        if self.chance(.2): self.web_rows()
        if self.chance(.4): self.add("issuer", self.unit())
        if self.chance(.4): self.add("date", self.pick(["（{}）", "{}"]).format(self.date()), self.pick([0, self.space]))
        self.add("lead", self.paragraph(1, 2))
        if self.chance(.25): self.add("body", self.paragraph())
        self.sections()
        if self.chance(.35): self.add("closing", self.pick("新的一年，", "下一步，", "站在新起点，") + self.sentence(2, 4))
        if self.chance(.3): self.signed(False)
        if self.chance(.15): self.web_rows(True)
    def speech_text(self):
        self.add("headline", self.pick("政府工作报告", "在" + self.place() + self.topic(0) + "会议上的讲话", "致辞"))
        if self.chance(.8): self.add("deck", self.pick("——" + self.date() + "在" + self.place() + "人民代表大会第二次会议上", "（" + self.date() + "）"))
        if self.chance(.8): self.add("byline", self.pick([self.place() + "代县长　" + self.name(), "县长 " + self.name(), self.name(), self.unit() + "主任　" + self.name()]))
        who = self.pick("各位代表", "同志们", "各位来宾", "老师们、同学们")
        self.add("addressee", who + "：")
        self.add("lead", self.pick(["现在，我代表" + self.unit() + "，向大会报告工作，请予审议。", self.paragraph(1, 2)]))
        if self.chance(.3): self.add("body", who + "！" + self.sentence(1, 2))
        self.sections()
        if self.chance(.7): self.add("closing", who + "！" + self.sentence(1, 3)[:-1] + "！")
        if self.chance(.3): self.add("note", "注：" + self.sentence(1, 1))
    def bulletin(self):
        self.add("masthead", self.pick([self.pick(OBJECTS) + "工作简报", self.place() + "要情", "工作动态", "信息专报", self.pick(OBJECTS) + "快报"]), 0)
        self.add("issue", self.pick([f"第{self.count(1, 60)}期", f"（2031年第{self.count(1, 12)}期　总第{self.count(20, 99)}期）", f"2031年第{self.count(1, 300)}期"]), self.pick([0, self.space]))
        self.add("issuer-date", self.unit() + self.pick("", "编") + "　　　　" + self.date() + self.pick("", "（星期三）", "编印", "印发"), self.pick([0, self.space]))
        if self.chance(.5): self.add("editor-note", self.pick("【编者按】", "编者按：", "按：") + self.sentence())
        self.add("headline", self.title())
        self.add("lead" if self.chance(.5) else "body", self.paragraph())
        if self.lines[-1][0] == "lead": self.sections()
        else:
            for _ in range(self.count(1, 4)): self.add("body", (self.run_in() if self.chance(.3) else "") + self.paragraph())
        if self.chance(.4): self.add("attachment-ref", "附件：" + self.topic(0) + "表")
        attached = self.lines[-1][0] == "attachment-ref"
        if attached and self.chance(.8): self.attachments()
        self.foot()
    def analysis(self):
        self.add("headline", self.place() + self.pick("民生诉求日通报", "社情民意周总结", "热线月分析", "诉求办理情况周通报", "12345热线运行月报"))
        self.add("issue", self.pick([f"（2031年第{self.count(1, 12)}期　总第29期）", f"第{self.count(1, 50)}期"]), self.pick([0, self.space]))
        self.add("issuer-date", self.unit() + "　　" + self.date() + self.pick("", "（星期五）"), self.pick([0, self.space]))
        way = self.pick("【】", "一、", "none")
        for number in range(self.count(2, 4)):
            if way == "【】":
                self.add("subhead", f"【{self.pick('昨日数据', '今日督办', '重点诉求', '下步打算', '经验做法')}】")
                if self.chance(.4):
                    self.table()
                    continue
            elif way == "一、": self.add("h1", HAN[number] + "、" + self.pick("总体情况", "诉求类别", "办理质效", self.topic(0)))
            for _ in range(self.count(1, 3)): self.add("body", (self.run_in() if self.chance(.3) else "") + self.paragraph())
            if self.chance(.4): self.table(f"表{number + 1}　{self.pick(OBJECTS)}构成" if self.chance(.6) and way != "【】" else None)
        self.foot()
    def communique(self):
        self.add("headline", self.pick([f"{self.place()}2031年国民经济和社会发展统计公报", f"2031年{self.place()}统计公报"]))
        if self.chance(.3): self.web_rows()
        if self.chance(.7): self.add("issuer", self.place() + "统计局"); self.add("date", self.pick(["（{}）", "{}"]).format(self.date()), 0)
        if self.chance(.7): self.add("lead", self.paragraph(1, 2))
        for number in range(self.count(2, 5)):
            self.add("h1", HAN[number] + "、" + self.pick("综　合", "农　业", "工业和建筑业", "人口、人民生活和社会保障", self.topic(0)))
            for _ in range(self.count(1, 4)): self.add("body", "全年" + self.paragraph())
            if self.chance(.25): self.add("caption", f"图{number + 1}　2027—2031年{self.pick(OBJECTS)}及其增长速度")
            if self.chance(.3): self.table(f"表{number + 1}　{self.topic(0)}")
        if self.chance(.8):
            self.add("note", self.pick("注：", "注释：", "说明：") + self.pick("1．", "1.", "") + self.sentence(1, 1))
            if "1" in self.lines[-1][1][:5]:
                for item in range(2, self.count(3, 5)): self.add("note", f"{item}．" + self.sentence(1, 2), 0)
    def interview(self):
        if self.chance(.5): self.add("kicker", self.pick("两会访谈", "县域对话", "访谈", "面对面"))
        self.add("headline", self.title())
        if self.chance(.8): self.add("deck", "——访" + self.place() + "书记" + self.name())
        self.add("byline", self.byline())
        if self.chance(.5): self.add("editor-note", self.pick("编者按：", "【编者按】", "【开栏语】") + self.sentence())
        who = self.name()
        for _ in range(self.count(2, 5)):
            self.add("body", "记者：" + self.sentence(1, 2)[:-1] + "？"); self.add("body", self.pick([who + "：", f"{who}（{self.place()}书记）："]) + self.paragraph())
            if self.chance(.3): self.add("body", self.paragraph())
        if self.chance(.15):
            for _ in range(self.count(2, 3)): self.add("body", self.place() + self.pick("居民", "村民", "业主", "商户") + self.name() + "："); self.add("body", self.paragraph(1, 2))
        if self.chance(.3): self.add("subhead", self.pick("链接", "【代表委员说】", "记者手记")); self.add("body", self.paragraph())
        if self.chance(.4): self.add("caption", self.caption(), 2, 0)
    def items(self):
        self.add("headline", self.pick("一句话新闻", "简讯", "要闻速览", "本周要闻"))
        for _ in range(self.count(3, 6)): self.add("subhead", self.title()); self.add("body", self.pick("本报讯 ", "") + self.paragraph(1, 2))
    def minutes(self):
        self.add("headline", self.place() + self.topic(0) + "会议纪要")
        if self.chance(.4): self.add("issue", f"（第{self.count(1, 40)}期）")
        if self.chance(.5): self.add("issuer-date", self.unit() + "　　" + self.date())
        role = self.pick("h1", "body")
        self.add("lead" if role == "h1" else "body", self.day() + "，" + self.paragraph(1, 2)[:-1] + self.pick("。现纪要如下：", "。"))
        for item in range(self.count(2, 5)):
            if role == "h1": self.add("h1", HAN[item] + "、关于" + self.topic(0)); self.add("body", "会议" + self.pick("指出，", "强调，", "同意，") + self.sentence())
            else: self.add("body", HAN[item] + "、" + self.sentence(2, 4) + self.sentence(1, 2))
        for word in ("出席：", "列席：", "记录："):
            if self.chance(.7): self.add("body", word + "、".join(self.name() for _ in range(self.count(2, 6))), self.pick([0, self.space]))
        self.foot()
    def accounts(self):
        self.add("headline", self.place() + self.date()[:5] + self.pick("上半年村务、财务公开", "财务收支情况公示", "村级收支明细公开"))
        if self.chance(.7): self.add("addressee", "全体村民：")
        self.add("lead", self.paragraph(1, 1))
        for number in range(self.count(2, 3)):
            self.add("h1", HAN[number] + "、" + self.pick("集体收支情况", "村级事务办理情况", "下步安排", "债权债务"))
            self.add("body", self.paragraph())
            if self.chance(.6):
                self.table(f"表{number + 1}　{self.pick('主要支出明细', '收入明细')}")
                if self.chance(.4): self.add("note", "注：" + self.sentence(1, 1))
        self.add("note", self.pick("监督电话：", "举报电话：") + "0000-3390217")
        self.signed(False)
    def comment(self):
        if self.chance(.4): self.add("kicker", self.pick("快评", "微论坛", "今日谈", "榆钱时评"))
        self.add("headline", self.pick(["干部要多些“" + self.pick("泥土气", "烟火气", "书卷气") + "”", self.topic(0) + "贵在“实”", "莫让" + self.pick(OBJECTS) + "成摆设", self.title()]))
        if self.chance(.85): self.add("byline", self.byline())
        for _ in range(self.count(3, 6)): self.add("body", self.paragraph())
        if self.chance(.3): self.add("note", f"（作者系{self.unit()}干部）")
    def open_letter(self):
        self.add("headline", "致" + self.pick("全县外出务工人员", "广大学生家长", "全体居民", "返乡青年") + "的一封信")
        self.add("addressee", self.addressee())
        for _ in range(self.count(2, 4)): self.add("body", self.paragraph(1, 2))
        if self.chance(.4): self.add("body", "祝大家" + self.clause() + "！")
        self.signed(False)
    def poem(self):
        self.add("headline", self.pick("五月的", "灯下的", "山里的") + self.pick(OBJECTS))
        if self.chance(.5): self.add("byline", self.pick("□", "○", "") + self.name())
        for _ in range(self.count(1, 3)): self.verse()
        if self.chance(.6): self.add("body", self.paragraph(1, 2))
        if self.chance(.3): self.add("note", f"（作者系{self.unit()}干部）")
    def plan(self):
        self.add("headline", self.place() + self.topic(0) + self.pick("发展规划", "实施方案", "工作方案"))
        self.add("lead", self.paragraph(1, 1))
        self.sections()

    GENRES = ("feature feature feature feature news news news report report letter letter forwarded notice notice speech_text bulletin analysis "
              "communique interview items minutes accounts comment open_letter poem plan").split()

    def document(self):
        self.lines = []
        self.space = self.pick([0, 1, 1, 1])
        self.indent = self.pick([0, 0, 2])
        self.title_indent = self.pick([0, 0, 0, self.indent])
        genre = self.pick(self.GENRES)
        if genre not in ("feature", "news") and self.chance(.08): self.site()
        getattr(self, genre)()
        # Copies of web pages have their dates and counts between title and text, whatever the text is.
        heads = [place for place, line in enumerate(self.lines) if line[0] == "headline"]
        if heads and genre not in ("feature", "news", "report") and self.chance(.15):
            for _ in range(self.count(1, 2)): self.lines.insert(heads[-1 if self.chance(.5) else 0] + 1, ("furniture", self.web(), self.pick([0, self.space]), 0))
        if self.chance(.06) and genre not in ("feature", "news"): self.web_rows(True)
        return genre, self.lines


def documents(count, seed):
    maker = Maker(seed)
    return [maker.document() for _ in range(count)]


def text(lines):
    """The document as a plain text, and the role of each of its lines by number."""
    rows, roles = [], {}
    for number, (role, words, blanks, indent) in enumerate(lines):
        rows += [""] * (blanks if number else 0)
        rows.append("　" * indent + words)
        roles[len(rows)] = role or "table-row"
    return "\n".join(rows) + "\n", roles


if __name__ == "__main__":
    for genre, lines in documents(4, 5):
        print("==", genre)
        for role, words, blanks, indent in lines: print(f"{role or 'table':16} {blanks} {indent} {words[:60]}")
