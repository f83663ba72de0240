/// What the keys of files mean, in both languages: `key`, `map.key`, or `kind:map.key` where a key
/// means several things.
enum SchemaWords {
  static let titles: [SchemaKind: String] = [
    .layout: "版式 A layout of Banxin", .page: "一个版的计划 A page plan of Banxin",
    .issue: "一期报纸的计划 An issue plan of Banxin", .book: "一本书的计划 A book plan of Banxin",
    .report: "稿件文件 A report file of Banxin",
    .job: "成批排版的一件 A batch job of Banxin",
  ]

  /// The words by key.
  static let table: [String: String] = {
    var table: [String: String] = [:]
    for text in [layouts, furniture, styles, plans, books, facts, reports, jobs] {
      for line in text.split(separator: "\n") {
        guard let bar = line.firstIndex(of: "|") else { continue }
        let key = line[..<bar].filter { $0 != " " }
        table[key] = String(line[line.index(after: bar)...].drop { $0 == " " })
      }
    }
    return table
  }()

  private static let layouts = """
    format | 文件格式的版本，写 1  Version of the file's form: 1
    layout:title | 版式的名称，或 {en, zh}  What the layout is called
    title.en | 英文名称  In English
    title.zh | 中文名称  In Chinese
    use | 共用的样式和油墨  Shared styles and inks
    use.styles | _shared/styles-名称.yaml  A shared style sheet
    use.palette | _shared/palette-名称.yaml  A shared palette
    like | 沿用的版式，只写不同之处  The layout that it begins from
    style.like | 沿用的样式  The style that it begins from
    makeup | 版式的类型：报纸、连续文档、海报、横幅、展板  What kind of makeup
    page | 成品尺寸和出血  Trim and bleed
    trim | 成品尺寸 [宽, 高]  Finished page as [width, height]
    bleed | 出血  Paint beyond the trim
    grid | 网格：栏数、字数、行数  Columns by lines
    grid.columns | 栏数  Columns
    column-sets.measure | 别样分栏时每栏的字数范围  Characters of other columns
    measure | 每栏字数  Characters of a column
    gutter | 栏间空几字  Characters of a gutter
    grid.lines | 每栏行数  Lines of a column
    body | 正文字号  Size of the body
    leading | 行距  Distance of the baselines
    top | 版心上边距  From the top of the page to the type area
    left | 版心左边距  From the left of the page to the type area
    composition | 排字规则  House rules of composition
    level | 避头尾的严格程度  Which marks may stand at line edges
    scheme | 标点宽度：全角、开明、半角、行末半角  Widths of marks
    region | 大陆或港台的用字习惯  Mainland or Hong Kong and Taiwan usage
    paragraph-start | 段首开引号的空是否保留  The blank of an opening mark after the indent
    tight-pairs | 连续标点挤成一个半字  Neighbouring marks close up
    mixed-gap | 汉字与西文之间的空  Gap between Han and Latin
    squeeze-stops | 句号可挤压  Full stops may be squeezed
    hang | 标点悬挂  Marks may hang
    hang-at-need | 只在否则要拉开字距的行悬挂标点  Marks hang only where a line would be opened else
    hyphenate | 西文可在音节处断开  Western words may be hyphenated
    last-line | 段末行至少几字  Fewest characters of a last line
    torn-gap | 字距大到此就不再拉开，行尾留空  Gap beyond which a line is left short
    inks | 油墨 [青, 品, 黄, 黑] 的百分数，或 {spot, as, tint}  Inks in percent, or a spot ink
    inks.spot | 专色的名称，独占一版  Name of an ink with a plate of its own
    inks.as | 没有这种专色的印刷机、屏幕用的 [青, 品, 黄, 黑]  What a press without it prints
    inks.tint | 专色的网点百分数  Percent of the spot ink
    styles | 样式，以稿件中的身份或版面部件命名  Styles, named after roles and parts
    masters | 首页和后续页  The first and all further pages
    masters.first | 首页  The first page
    masters.next | 后续页；不写则同首页  All further pages
    frames | 文框  Frames for the text
    furniture | 版面部件：报头、报眉、页码等  Mastheads, page heads, folios
    document | 连续文档的格式  Forms of paged layouts
    form | 公文、信函、命令、纪要、简报、广播稿  Form of the paper
    mark | 版头到版心上边的距离  From the type area's top to the mark
    slot | 版头所占的高度  Height of the mark's slot
    foot | 版记的位置  Where 版记 stands
    screens | 页为手机长图的屏  Pages are screens of one image
    cover | 首屏标题的底色  Ink of the cover's band
    notes.place | 注释的位置：页末或文末  Notes at the foot or the end
    notes.number | 注释编号：逐页或全文  Numbered by page or document
    document.notes | 注释  Notes
    document.tables | 表格  Tables
    rules | 表线：三线、行线、全框  Rules of tables
    zebra | 隔行的底色  Ink of every other row
    continued | 续表的字样  Words over a repeated head
    carry | 过次页、承前页  Sums carried over pages
    turn | 过宽的表转向排  Wide tables on turned pages
    density | 表格疏密  How close rows stand
    tables.air | 格内上下留空  Air over and under the words of a cell
    poster | 海报的字号范围和备用尺寸  Sizes of a poster
    poster.least | 最小字号  Least size
    poster.most | 最大字号  Largest size
    larger | 排不下时换用的尺寸  Larger sheets
    tile | 横幅一次印出的最大宽度  Widest part of a banner
    longest | 横幅的最大长度  Longest banner
    gather | 几页拼在一张  Pages gathered on a sheet
    across | 横向几页  Pages across
    down | 纵向几页  Pages down
    objects | 图片、数说、标题等的大小范围  How far each size may move
    objects.picture | 图片  Pictures
    crop | 裁切的上限  Largest crop
    caption-rows | 图片说明的行数  Lines of a caption
    objects.panel | 数说栏  The number panel
    rows | 所占行数的范围  Lines that it may take
    ideal | 最合适的行数  Lines that it likes
    panel.across | 一行几个数字  Numbers in a row
    panel.title | 栏题  Its title
    panel.least | 至少几个数字  Fewest numbers
    panel.note | 栏题旁的说明  Words beside the title
    strip | 公益广告条  The public-service strip
    label | 标注，如 广告、公益广告  The label
    section-head | 小标题块  Heads of sections
    skeletons | 图文布局，喜欢的在前  Arrangements, liked ones first
    skeletons.name | 布局名  Name of the arrangement
    skeletons.pictures | 图片的栏和位置，如 3-4 head  Columns and places of pictures
    skeletons.panel | 数说栏的栏和位置  Columns and place of the panel
    fillers | 补白  Boxes that may fill a hole
    fillers.title | 补白的标题  Its title
    fillers.lines | 补白的文字  Its lines
    column-sets | 破栏、长栏  Other columns than the page's
    price | 这一项动一下的代价  What one step of it costs
    prices | 调整各项的代价，越大越不愿动  What turning a knob costs
    """

  private static let furniture = """
    page-head | 报眉  Page head
    column-rules | 栏线  Column rules
    running-head | 书眉，单双页不同  Running head, odd and even pages apart
    odd | 单页书眉的文字，{section} {paper} {page} 代入  Words of odd pages
    even | 双页书眉的文字  Words of even pages
    folio | 页码  Folio
    masthead | 报头  Masthead
    credit-line | 责任编辑、版式、校对等一行  Credits under the type area
    foot-rule | 地线  Line under the type area
    furniture.code | 二维码  QR code
    distance | 到版心的距离  Distance from the type area
    style | 样式名  Name of a style
    weight | 线的粗细  Weight of the line
    ink | 油墨名  Name of an ink
    pattern | 页码的写法，{page} 为页码  How the folio is written
    side | 页码居中或靠外  Centred or outer
    inset | 页码离边几字  Ems from the side
    rise | 页码高度  Height over the baseline
    columns | 占第几到第几栏  Columns that it takes
    lines | 占第几到第几行  Lines that it takes
    ear | 报眼占的栏  Columns of the 报眼
    ear-box | 报眼的框  Box of the 报眼
    plate | 报名的图，放在版式文件夹内  The name as a drawing
    box | 框  A box
    border | 框线：无、细、粗、双、文武、回纹、菱花  Border
    tint | 底色，浓度不过 25%  Ground, 25 % of an ink at most
    takes | 展板上这一框排什么  What the frame takes
    fit | 字号可缩放的范围 [最小, 最大]  How far sizes shrink and grow
    stand | 靠上、居中或靠下  Top, middle or foot
    frames.tables | 表头在上，或一格标签一格值  Head over columns, or a form
    tables | 表格  Tables
    ground | 反白字的底色  Ink under reversed words
    """

  private static let styles = """
    font | 字体角色，见 fonts/roles.yaml  A font role
    size | 字号  Size
    steps | 排不下时可换的较小字号  Smaller sizes it may take
    tracking | 字间加空  Ems between characters
    half-width-digits | 数字用半角  Digits of half an em
    align | 对齐  Alignment
    indent | 首行缩进  Indent of the first line
    indent-left | 左缩进  Left indent
    indent-right | 右缩进  Right indent
    run-in | 段首句的字体角色  Font role of a run-in lead
    styles.rows | 占几行  Whole lines that a head takes
    before | 前空几行  Blank lines before
    after | 后空几行  Blank lines after
    line-spacing | 行距，字高的倍数  Distance of lines in ems
    heading | 按词断行  Lines break between words
    """

  private static let books = """
    book:title | 书名  Title of the book
    author | 编者或单位  Who publishes it
    book:date | 日期  Date
    parts | 各编  Parts of the book
    parts.title | 编名  Title of the part
    documents | 这一编的各份文件  Documents of the part
    documents.title | 目录中的篇名，不写用稿件标题  Its line in the contents
    documents.layout | 这份稿件的版式，不写用稿件里写的  Layout of the report
    documents.photos | 这份稿件的图片文件夹  Folder of its pictures
    documents.file | 现成的 PDF，照原样装订  A PDF file, bound as it is
    book:index | 索引收什么  What the index lists
    persons | 要收的人名，找到的之外  Persons besides those that are found
    projects | 要收的项目名，找到的之外  Projects besides those that are found
    numbers | 数字索引，要不要  Whether numbers are listed
    leave-out | 认错的名字，不收  Names that are none
    """

  private static let plans = """
    layout | 版式名  Name of the layout
    facts | 报名、日期、版次等  Facts of the job
    articles | 稿件  Articles
    pages | 各版  Pages
    issue:pages | 各版  Pages
    report | 稿件文件  The report
    importance | 重要程度，越大位置越好标题越大  The higher, the better its place
    photos | 图片文件夹，或逐幅列出的图片  Folder of pictures, or the pictures one by one
    photos.file | 图片文件  The picture
    photos.caption | 图片说明，不写就用稿件里的  Words under it
    credit | 摄影者  Who took it
    photos.columns | 占几栏  Columns that it spans
    place | 在稿件上部 head 或下部 foot  At the head or the foot of its article
    pin | 固定的位置  A place that is kept
    head | 标题样子：在上、竖题、压图  How the head stands
    articles.pictures | 图片单独排或成组  Single or in a group
    quote | 引语，取自文中  Words lifted out
    quote-by | 引语是谁说的  Who said them
    articles.box | 围框  A box around the article
    articles.tint | 底色  A tint under the article
    text-columns | 正文分几栏  Columns of the text
    ornament | 题花  Ornament of the title
    headline | 标题断行：[上行, 下行] 或 上行/下行  Line ends of the headline
    writing | 行的走向：横排、竖排  Which way the lines run
    frames.pictures | 图片：整幅 whole，或裁满文框 fill  Whole pictures, or pictures that fill the frame
    articles.panel | 数说栏：要不要，或用第几个数  The number panel
    articles.table | 这篇的表格怎样显示：列、筛选、排序等  How its tables are shown
    continues | 排不下时转到第几版  Page that it may go on to
    fixed | 固定的图，如广告  Pictures that stay, such as advertisements
    fixed.image | 图片文件  The picture
    """

  private static let facts = """
    paper | 报名  Name of the paper
    sponsor | 主办单位  Who publishes it
    licence | 刊号或准印证号  CN number or licence
    issue | 期号  Number of the issue
    total | 总期号  Total number
    date | 日期，如 2031-11-28  Date
    facts.pages | 本期版数  Pages of the issue
    section | 版名，如 民生  Label of the section
    facts.page | 版次，如 02  Page number
    facts.ear | 报眼的文字，| 分行  Words of the 报眼
    editor | 责任编辑  Editor
    designer | 版式  Designer
    proofreader | 校对  Proofreader
    phone | 电话  Phone
    copy-number | 份号  Copy number
    secrecy | 密级和保密期限  Secrecy
    urgency | 紧急程度  Urgency
    signer | 签发人  Signer
    seal | 是否盖章：yes 或 no  Whether a seal is put
    code | 二维码或条形码的内容  What the QR or bar code says
    code-kind | qr（二维码）、code-128、ean-13（条形码）  Kind of the code
    code-caption | 码下的文字  Words under the code
    """

  private static let reports = """
    source | 稿件来自哪个文件  The file that it was read from
    metadata | 文前设置  Front matter
    metadata.key | 键  Key
    metadata.value | 值  Value
    at | 在原稿中的位置 行:列-行:列  Place in the source
    blocks | 一段一段的文字  The blocks of text
    role | 身份：标题、正文、小标题等  Role of the block
    text | 文字  Words
    was | 改动之前的文字  Words before they were changed
    focus | 裁切时要保住的一点  The point that a crop keeps
    figures.width | 图片宽度（毫米）  Width of the picture in millimetres
    over-text | 是否压在文字上（公章）  Whether it lies over the text, as a seal does
    blocks.lead | 段首句  The run-in lead
    blocks.notes | 注释  Notes of the block
    notes.text | 注释的文字  Words of the note
    endnote | 是否尾注  Whether it is an endnote
    blocks.table | 第几个表，从 0 数  Number of the table
    blocks.figure | 第几幅图，从 0 数  Number of the figure
    confidence | 把握，0 到 1  How sure the reader is
    or | 另一种可能的身份  The other role it may have
    confirmed | 已由人确认  Settled by a person
    blocks.lines | 原稿的行号  Lines of the source
    joins | 接起来的断行  Joined lines
    joins.from | 前一行  Line before
    joins.to | 后一行  Line after
    joins.at | 在文字中的位置  Place in the words
    glue | 接缝处补的字符  Characters at the seam
    rule | 接起来的理由  Why they were joined
    marks | 字里行间的记号  Marks inside the text
    marks.from | 从第几个字，从 1 数  First character, from 1
    marks.to | 到第几个字  Last character
    as | 记号：加粗、着重号、专名号、书名号、删除线、注音  What mark
    reading | 注音  The reading
    report:tables | 表  Tables
    tables.title | 表题  Title
    tables.columns | 各列  Columns
    tables.rows | 各行  Rows
    tables.spans | 合并的单元格  Merged cells
    spans.rows | 从第几行到第几行，从 1 数  First and last row
    spans.columns | 从第几列到第几列  First and last column
    tables.total | 末行是否合计  Whether the last row is a total
    header-line | 表头在原稿的行号  Line of the head
    rule-line | 表线在原稿的行号  Line of the rule
    row-lines | 各行在原稿的行号  Lines of the rows
    columns.name | 列名  Name
    columns.type | 类型：文字、整数、小数、百分数、日期  Type
    columns.unit | 单位  Unit
    over | 上层表头  Heads over it
    width | 列宽比例  Share of the width
    figures | 图片和图表  Pictures and charts
    figures.kind | 图片或图表  Picture or chart
    path | 图片文件  The file
    chart | 图表规格  The chart's specification
    caption | 图片说明  Caption
    indicators | 识别出的指标  Indicators
    indicators.kind | 数量、增减、位次、趋势  Quantity, change, rank, trend
    subject | 是什么的数  What it is of
    value | 数值  Value
    unit | 单位  Unit
    qualifier | 限定，如 同比  Qualifier
    period | 时段  Period
    rank | 位次，如 全市#1  Rank
    indicators.from | 由多少  What it was before
    modality | 事实、目标、预计、要求  Fact, goal, estimate, order
    sentence | 所在的句子  Its sentence
    raw | 原文写法  As written
    block | 第几段，从 0 数  Number of the block
    flags | 疑点  Points to check
    flags.kind | 疑点的种类  What kind
    message | 说明（英文）  In English
    message-zh | 说明（中文）  In Chinese
    report:panel | 数说栏：要不要，或用第几个指标  The number panel
    """

  private static let jobs = """
    id | 这一件的名字  Name of the job
    job:kind | 排什么：稿件、版、期、图、日周月通报  What is made
    input | 稿件、模板、计划、图或台账  Report, template, plan, chart or table
    job:period | 通报的时段，如 2031-05  Period of a bulletin
    job:unit | 通报题前的单位  Unit before the title
    job:map | 台账的哪一列是什么  Which column is what
    job:holidays | 节假日表  List of holidays
    output | 输出文件 .pdf .png .svg  File to write
    press | 印刷配置  Press profile
    variants | 出几个方案，1 到 9  Arrangements
    dpi | PNG 分辨率  Resolution of PNG files
    proof | 是否校样  Whether a proof
    set | 同 render 的 --set  As --set of render
    data | 填模板的值，或表文件  Values of a template, or a table
    row | 表的第几行  Row of the table
    """
}
