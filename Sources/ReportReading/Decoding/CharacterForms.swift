/// Code points that stand for a character which Unicode has elsewhere, by fixed tables.
enum CharacterForms {
  /// A run of private code points from a first one on, and what they stand for.
  private static let privateRuns: [(first: UInt32, forms: Scalars)] = [
    // GB 18030-2000, table of code points that later versions moved (A6D9–A6F3, A8BC, A8BF,
    // A989–A995, FE50–FEA0).
    (0xE78D, Scalars("︐︒︑︓︔︕︖︗︘︙")),
    (0xE7C7, Scalars("ḿǹ")),
    (0xE7E7, Scalars("〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻")),
    (
      0xE815,
      Scalars(
        "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
          + "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻")
    ),
  ]

  /// The standard character of a private code point of GBK; nil where it stands for none.
  static func standard(ofPrivate scalar: Unicode.Scalar) -> Unicode.Scalar? {
    for run in privateRuns where scalar.value >= run.first {
      let place = Int(scalar.value - run.first)
      if place < run.forms.count { return run.forms[place] }
    }
    return nil
  }

  /// 康熙部首 U+2F00 to U+2FD5 (the compatibility decompositions of Unicode).
  private static let kangxi = Scalars(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
      + "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网"
      + "羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食"
      + "首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")

  /// Signs of the supplement that are whole characters (`EquivalentUnifiedIdeograph` of Unicode);
  /// those that are only parts of characters stay.
  private static let supplement: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Scalars(
      "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦"
        + "⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟")
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map {
        (pairs[$0], pairs[$0 + 1])
      })
  }()

  /// The character that a sign of a radical stands for, as copies from PDF files have it; nil where
  /// it is none.
  static func character(ofRadical scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x2E80...0x2FD5).contains(scalar.value) else { return nil }
    if scalar.value >= 0x2F00 { return kangxi[Int(scalar.value - 0x2F00)] }
    return supplement[scalar]
  }
}
