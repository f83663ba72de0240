import DisplayList

/// The current transformation matrix in plain numbers: a file's, not the page's own.
struct Matrix: Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  static let identity = Matrix()

  init(
    _ a: Double = 1, _ b: Double = 0, _ c: Double = 0, _ d: Double = 1, _ e: Double = 0,
    _ f: Double = 0
  ) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// From six numbers; the identity for anything else.
  init(_ numbers: [Double]) {
    guard numbers.count == 6 else {
      self.init()
      return
    }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  /// This map first, then the other.
  func then(_ n: Matrix) -> Matrix {
    Matrix(
      a * n.a + b * n.c, a * n.b + b * n.d, c * n.a + d * n.c, c * n.b + d * n.d,
      e * n.a + f * n.c + n.e, e * n.b + f * n.d + n.f)
  }

  func map(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (x * a + y * c + e, x * b + y * d + f)
  }

  /// The lengths that the unit vectors become.
  var lengths: (x: Double, y: Double) {
    ((a * a + b * b).squareRoot(), (c * c + d * d).squareRoot())
  }

  /// The smallest factor by which it stretches: what a pen's width comes to where it is thinnest.
  var leastScale: Double {
    let sum = a * a + b * b + c * c + d * d
    let area = a * d - b * c
    let root = max(sum * sum - 4 * area * area, 0).squareRoot()
    return max((sum - root) / 2, 0).squareRoot()
  }
}

/// Bounds of a path on the page.
struct PathBounds {
  var left = Double.infinity
  var top = Double.infinity
  var right = -Double.infinity
  var bottom = -Double.infinity
  var isCurved = false

  var isEmpty: Bool { left > right }
  /// The smaller of width and height.
  var thickness: Double { isEmpty ? 0 : min(right - left, bottom - top) }
  /// The larger of width and height.
  var length: Double { isEmpty ? 0 : max(right - left, bottom - top) }

  mutating func add(_ point: (x: Double, y: Double)) {
    left = min(left, point.x)
    right = max(right, point.x)
    top = min(top, point.y)
    bottom = max(bottom, point.y)
  }

  /// Follows one path operator.
  mutating func add(_ operation: ContentOperation, through matrix: Matrix) {
    let n = operation.numbers
    switch operation.name {
    case "m", "l":
      if n.count >= 2 { add(matrix.map(n[0], n[1])) }
    case "c", "v", "y":
      isCurved = true
      for i in stride(from: 0, to: n.count - 1, by: 2) { add(matrix.map(n[i], n[i + 1])) }
    case "re":
      guard n.count >= 4 else { return }
      add(matrix.map(n[0], n[1]))
      add(matrix.map(n[0] + n[2], n[1] + n[3]))
      add(matrix.map(n[0], n[1] + n[3]))
      add(matrix.map(n[0] + n[2], n[1]))
    default: break
    }
  }
}
