// The words that people use for what the program calls by its names.
export const roles = {
  kicker: "引题", headline: "主题", deck: "副题", byline: "署名", masthead: "刊名", issue: "期号",
  issuer: "发文机关", docnum: "发文字号", addressee: "主送", date: "日期", "issuer-date": "署名日期",
  "editor-note": "编者按", lead: "导语", body: "正文", list: "列表", quote: "引文", closing: "结尾",
  slogan: "板块题", h1: "一级题", h2: "二级题", subhead: "小标题", caption: "图片说明",
  "psa-title": "公益题", "psa-line": "公益语", imprint: "版记", note: "注", signature: "落款",
  distribution: "抄送", "print-count": "印数", "attachment-ref": "附件说明",
  "attachment-title": "附件标题", furniture: "不排", "table-title": "表题", "table-header": "表格",
  "table-rule": "表线", "table-row": "表行",
};

export const facts = {
  paper: "报名", section: "版名", page: "版次", date: "日期", issue: "期号", total: "总期号",
  editor: "责任编辑", designer: "版式", proofreader: "校对", sponsor: "主办", phone: "电话",
  licence: "准印证号", ear: "报眼",
};

export const severities = { error: "错误", warning: "警告", note: "提示" };

export const heads = { above: "横题在上", vertical: "竖题", "on-picture": "压图" };
export const boxes = { "": "不围", hairline: "细线框", thick: "粗线框", double: "双线框" };
export const presses = { newsprint: "新闻纸", coated: "铜版纸", office: "办公打印" };

export const role = (name) => roles[name] ?? name;

/** What to do about a finding, but for what is done on a command line: here it is done by hand. */
export const hintsOf = (finding) => (finding.hintsZh ?? []).filter((hint) => !hint.includes("banxin "));

/** What a finding says, with the names of roles as people know them. */
export const say = (finding) => finding.messageZh
  .replaceAll(/“([a-z][a-z-]+)”段/g, (all, name) => (roles[name] ? `“${roles[name]}”段` : all))
  .replaceAll(/ ([a-z][a-z-]+(?:\/[a-z][a-z-]+)+)/g, (all, names) =>
    (names.split("/").every((name) => roles[name]) ? `（${names.split("/").map(role).join("，或")}）` : all));
