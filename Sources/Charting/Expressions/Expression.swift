/// A parsed expression of the small language of Vega: arithmetic, comparison, a conditional, field
/// access and calls of known functions. No assignment, no loops, no scripting.
indirect enum Expression: Hashable, Sendable {
  case literal(DataValue)
  case name(String)
  case member(Expression, Expression)
  case call(String, [Expression])
  case unary(String, Expression)
  case binary(String, Expression, Expression)
  case conditional(Expression, Expression, Expression)
  case list([Expression])
  case map([String: Expression])

  /// The fields of the datum that it names, for finding absent columns.
  var fields: Set<String> {
    switch self {
    case .literal, .name: return []
    case .member(let base, let key):
      if base == .name("datum"), case .literal(.text(let field)) = key { return [field] }
      return base.fields.union(key.fields)
    case .call(_, let arguments), .list(let arguments):
      return arguments.reduce(into: []) { $0.formUnion($1.fields) }
    case .unary(_, let one): return one.fields
    case .binary(_, let a, let b): return a.fields.union(b.fields)
    case .conditional(let a, let b, let c): return a.fields.union(b.fields).union(c.fields)
    case .map(let entries): return entries.values.reduce(into: []) { $0.formUnion($1.fields) }
    }
  }
}
