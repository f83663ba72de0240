import Diagnostics
import LayoutSpecs
import Notations
import PageMakeup
import ReportModel

/// What a machine reads of a book: contents, and every entry of the index with page, sentence and source.
struct BookRecord {
  let binder: BookBinder
  let index: BookIndex
  /// Pages before the body.
  let front: Int

  /// JSON that ends with a line end.
  var text: String {
    var writer = JSONWriter()
    writer.object { json in
      json.value("title", binder.plan.title)
      json.value("pages", front + binder.body.count)
      json.value("front", front)
      json.array("contents", binder.parts.flatMap { part in part.documents.map { (part, $0) } }) {
        entry, json in
        json.value("part", entry.0.title)
        json.value("title", entry.1.title)
        json.value("page", entry.1.first + 1)
        json.value("pages", entry.1.pages.count)
      }
      for (key, names) in [("persons", index.persons), ("projects", index.projects)] {
        json.array(key, names) { name, json in
          json.value("name", name.name)
          json.numbers("pages", name.places.map { $0.page + 1 })
        }
      }
      json.array("numbers", index.numbers) { number, json in
        json.value("subject", number.indicator.subject)
        json.value("value", number.indicator.value)
        json.value("unit", number.indicator.unit)
        json.value("words", number.words)
        json.value("page", number.place.page + 1)
        json.value("sentenceOnPage", number.place.sentence)
        json.value("sentence", number.indicator.sentence)
        json.value("source", number.source)
        json.value("line", number.indicator.range.start.line)
      }
    }
    return writer.text + "\n"
  }
}
