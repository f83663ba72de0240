import Diagnostics

/// A specification is kept as its JSON text: the order of keys and rows, which a coder of maps would
/// lose, is part of it. Data files travel with it; pictures and places in the source do not.
extension ChartSpec: Codable {
  private enum CodingKeys: String, CodingKey { case file, spec, data }

  /// Reads a specification that was encoded; a text that is not JSON is a decoding error.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let text = try values.decode(String.self, forKey: .spec)
    let file = try values.decode(String.self, forKey: .file)
    let root: SpecValue
    do {
      root = try JSONReader.read(Array(text.utf8), file: file)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .spec, in: values,
        debugDescription: error.diagnostics.map(\.message.english).joined(separator: "; "))
    }
    let data = try values.decodeIfPresent([String: [UInt8]].self, forKey: .data) ?? [:]
    var files: [String: DataFile] = [:]
    for (name, bytes) in data { files[name] = DataFile(name: name, bytes: bytes) }
    self.init(root, file: file, files: files)
  }

  /// Encodes the specification with its data files.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(file, forKey: .file)
    try values.encode(json, forKey: .spec)
    if !files.isEmpty { try values.encode(files.mapValues(\.bytes), forKey: .data) }
  }
}
