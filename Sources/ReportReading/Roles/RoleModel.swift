internal import CRoleWeights
internal import ReportModel

/// The second reader: a linear-chain conditional random field over ``LineFeatures``, trained on made
/// documents (`.bootstrap/roles`). Its weights are bytes of the program; nothing is loaded.
///
/// The bytes: `BXR1`, counts of roles, features and weights; the roles' names; the weights of one
/// role after another, row by row; the hashes of the features, rising; where each feature's weights
/// start; and the weights, a role and a value each. Weights are in 1/256.
struct RoleModel {
  /// The roles it knows.
  let roles: [ReportRole]
  private let known: [Int?]
  private let steps: [Int32]
  private let hashes: UnsafePointer<UInt64>
  private let starts: UnsafePointer<UInt32>
  private let weights: UnsafePointer<Int16>
  private let features: Int

  /// The model of this program; nil where its bytes are damaged, which a test would notice.
  static let standard = RoleModel(UnsafeRawPointer(banxin_role_weights()))

  private init?(_ bytes: UnsafeRawPointer) {
    guard bytes.loadUnaligned(as: UInt32.self) == 0x3152_5842 else { return nil }
    func count(_ place: Int) -> Int {
      Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    let (labels, features, length) = (count(4), count(8), count(12))
    self.features = features
    var found: [ReportRole?] = []
    var name = ""
    for place in 16..<(16 + length) {
      let byte = bytes.load(fromByteOffset: place, as: UInt8.self)
      if byte == 0x0A {
        found.append(ReportRole(rawValue: name))
        name = ""
      } else {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    guard found.count == labels, !found.contains(nil) else { return nil }
    let names = found.compactMap { $0 }
    roles = names
    known = ReportRole.allCases.map { names.firstIndex(of: $0) }
    var place = (16 + length + 7) / 8 * 8
    hashes = (bytes + place).assumingMemoryBound(to: UInt64.self)
    place += features * 8
    starts = (bytes + place).assumingMemoryBound(to: UInt32.self)
    place += (features + 1) * 4
    let table = (bytes + place).assumingMemoryBound(to: Int16.self)
    steps = (0..<(labels * labels)).map { Int32(table[$0]) }
    weights = table + labels * labels
  }

  /// The number of a role.
  func number(of role: ReportRole) -> Int? {
    ReportRole.allCases.firstIndex(of: role).flatMap { known[$0] }
  }

  /// The price of one role after another.
  func step(_ left: Int, _ right: Int) -> Double { Double(steps[left * roles.count + right]) / 256 }

  /// The sums of the weights of some features, a role each.
  func scores(of names: [String]) -> [Double] {
    var sums = Array(repeating: Int32(0), count: roles.count)
    for name in names {
      guard let place = place(of: Self.hash(name)) else { continue }
      for entry in Int(starts[place])..<Int(starts[place + 1]) {
        sums[Int(weights[entry * 2])] += Int32(weights[entry * 2 + 1])
      }
    }
    return sums.map { Double($0) / 256 }
  }

  private func place(of hash: UInt64) -> Int? {
    var (low, high) = (0, features)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < features && hashes[low] == hash ? low : nil
  }

  /// FNV-1a of the name's bytes.
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

// The pointers are to constants of the program.
extension RoleModel: @unchecked Sendable {}
