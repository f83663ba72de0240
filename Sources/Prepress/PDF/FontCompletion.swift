/// What Cairo's fonts lack.
enum FontCompletion {
  /// TrueType fonts addressed by CID say how a CID becomes a glyph (`font-cidtogidmap`,
  /// ISO 19005-2, 6.2.11.3.2): in Cairo's subsets the two are the same number.
  static func complete(_ file: PDFFile) {
    for number in 1...max(file.highestObject, 1) {
      let object = file.object(numbered: number)
      if object.isDictionary, object["/Subtype"]?.name == "/CIDFontType2",
        object["/CIDToGIDMap"] == nil
      {
        object["/CIDToGIDMap"] = file.make("/Identity")
      }
    }
  }
}
