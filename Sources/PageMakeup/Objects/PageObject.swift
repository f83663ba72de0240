import Diagnostics
import DisplayList
import LayoutSpecs

/// A rectangle between the text: title block, picture, number panel, table, strip. It takes whole
/// columns and whole rows; how many rows is a knob with a price.
struct PageObject {
  /// Columns it spans, from 1.
  var columns: ClosedRange<Int>
  /// Head or foot of its columns.
  var place: ObjectPlace
  /// The heights it may take, rising, each with its price.
  var heights: [FlowShape.Height]
  /// Draws it at a height, from its own top left corner.
  var draw: (Int) throws(Rejection) -> Fragment
  /// For the fit report.
  var name: String
  /// Pixels per inch of a picture at a height; nil for all else.
  var resolution: (Int) -> Int? = { _ in nil }
  /// Area of a picture at a height, in lines of a column; nil for all else.
  var imageArea: (Int) -> Double? = { _ in nil }
  /// The share of a picture that a height cuts off; 0 for all else.
  var cut: (Int) -> Double = { _ in 0 }

  var span: Int { columns.count }
  var ideal: Int { heights.min { $0.cost < $1.cost }?.rows ?? 0 }
}
