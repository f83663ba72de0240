internal import Glibc

/// Strict decoding of GB 18030 (and its subsets GBK and GB 2312) with the C library's `iconv`.
enum GB18030 {
  /// The decoded text, or the offset of the first byte that is not GB 18030.
  static func decode(_ bytes: [UInt8]) -> Result<Scalars, InvalidByte> {
    guard let converter = Converter() else { return .failure(InvalidByte(offset: 0)) }
    return converter.convert(bytes)
  }

  /// Where decoding stopped.
  struct InvalidByte: Error { var offset: Int }

  /// Owns one conversion descriptor.
  private struct Converter: ~Copyable {
    private let handle: iconv_t

    init?() {
      let opened = iconv_open("UTF-32LE", "GB18030")
      guard let opened, Int(bitPattern: opened) != -1 else { return nil }
      handle = opened
    }

    deinit { iconv_close(handle) }

    func convert(_ bytes: [UInt8]) -> Result<Scalars, InvalidByte> {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [UInt32](repeating: 0, count: bytes.count + 1)
      let size = input.count
      var left = size
      var room = output.count * 4
      let status = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBytes { target in
          var from = source.baseAddress
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(handle, &from, &left, &to, &room)
        }
      }
      if status == -1 || left > 0 {
        return .failure(InvalidByte(offset: size - left))
      }
      let count = output.count - room / 4
      return .success(output[..<count].compactMap(Unicode.Scalar.init))
    }
  }
}
