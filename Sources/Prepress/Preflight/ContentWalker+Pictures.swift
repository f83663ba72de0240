import LayoutSpecs

extension ContentWalker {
  /// `Do`: a picture or a form.
  mutating func draw(_ operation: ContentOperation, in pass: inout ContentPass) {
    guard let name = pass.name(operation) else { return }
    guard let object = pass.resource("/XObject", name) else {
      return log.add("xobject-missing", name, page: page)
    }
    switch object["/Subtype"]?.name {
    case "/Image":
      checkPicture(object, in: pass)
      mark(in: pass)
    case "/Form":
      walkForm(
        object, pass.state, pass.resources, depth: pass.depth + 1,
        isTaggedAround: pass.isTaggedAround || !pass.tags.isEmpty)
    case "/PS": log.add("postscript-xobject", page: page)
    default: break
    }
  }

  private mutating func checkPicture(_ image: PDFObject, in pass: ContentPass) {
    let isMask = image["/ImageMask"]?.bool ?? false
    let place = trim.place(unitSquare(pass.state.matrix))
    checkArchive(image: image)
    let bits = isMask ? 1 : image["/BitsPerComponent"]?.integer ?? 8
    let filters = image.filterNames
    if isMask {
      use(pass.state.fillSpace, "picture mask", place, ink: pass.state.fillInk)
    } else if image["/ColorSpace"] != nil || !filters.contains("/JPXDecode") {
      use(ColorSpaceReader.read(image["/ColorSpace"], in: pass.resources), "picture", place)
    }
    if image["/SMask"] != nil || (image["/SMaskInData"]?.integer ?? 0) > 0 {
      noteTransparency("picture mask")
    }
    if image["/OPI"] != nil { log.add("opi", page: page, place: place) }
    if image["/Alternates"] != nil { log.add("alternate-image", page: page, place: place) }
    if filters.contains("/LZWDecode") { log.add("lzw", page: page, place: place) }
    if filters.contains("/JBIG2Decode") || filters.contains("/JPXDecode") {
      log.add("jbig2-jpx", page: page, place: place)
    }
    if bits == 16 { log.add("image-16bit", page: page, place: place) }
    checkInk(of: image, in: pass, place)
    checkResolution(
      image["/Width"]?.integer ?? 0, image["/Height"]?.integer ?? 0, bits, pass.state.matrix)
  }

  /// An inline picture: entries by short or long names.
  mutating func drawInline(_ operation: ContentOperation, in pass: inout ContentPass) {
    var entries: [String: ContentToken] = [:]
    let tokens = operation.operands.filter { $0.kind != .inlineData }
    for index in stride(from: 0, to: tokens.count - 1, by: 2) where tokens[index].kind == .name {
      let token = tokens[index]
      entries[String(decoding: pass.content[token.start..<token.end], as: UTF8.self)] =
        tokens[index + 1]
    }
    func number(_ short: String, _ long: String) -> Int {
      let value = (entries[short] ?? entries[long])?.value ?? 0
      return abs(value) < 1e9 ? Int(value) : 0
    }
    checkArchive(inline: entries, in: pass)
    let mask = entries["/IM"] ?? entries["/ImageMask"]
    let isMask = mask.map { pass.content[$0.start..<$0.end].elementsEqual("true".utf8) } ?? false
    let place = trim.place(unitSquare(pass.state.matrix))
    if isMask {
      use(pass.state.fillSpace, "picture mask", place, ink: pass.state.fillInk)
    } else if let space = entries["/CS"] ?? entries["/ColorSpace"], space.kind == .name {
      let name = String(decoding: pass.content[space.start..<space.end], as: UTF8.self)
      use(ColorSpaceReader.read(named: name, in: pass.resources), "picture", place)
    }
    let bits = isMask ? 1 : max(1, number("/BPC", "/BitsPerComponent"))
    checkResolution(number("/W", "/Width"), number("/H", "/Height"), bits, pass.state.matrix)
    mark(in: pass)
  }

  private func unitSquare(_ matrix: Matrix) -> PathBounds {
    var bounds = PathBounds()
    for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] { bounds.add(matrix.map(x, y)) }
    return bounds
  }

  /// `image-resolution`, `bitmap-resolution`; swatches and tiny bits are not measured.
  private mutating func checkResolution(
    _ width: Int, _ height: Int, _ bits: Int, _ matrix: Matrix
  ) {
    let (across, down) = matrix.lengths
    guard across > 0, down > 0, width > 0, height > 0 else { return }
    facts.pictures += 1
    guard width > 16, height > 16, across >= 9 || down >= 9 else { return }
    let ppi = min(Double(width) * 72 / across, Double(height) * 72 / down)
    guard ppi.isFinite, ppi < 1e7 else { return }
    facts.leastResolution = min(facts.leastResolution ?? ppi, ppi)
    let place = trim.place(unitSquare(matrix))
    let limits = profile.pictures
    let words = "\(Int(ppi.rounded())) ppi"
    if bits == 1 {
      if ppi < limits.bitmapLeast {
        log.add("bitmap-resolution", words, page: page, place: place)
      } else if ppi < limits.bitmapLow {
        log.add("bitmap-resolution-low", words, page: page, place: place)
      }
    } else if ppi < limits.least {
      log.add("image-resolution", words, page: page, place: place)
    } else if ppi < limits.low {
      log.add("image-resolution-low", words, page: page, place: place)
    } else if ppi > limits.wasteful {
      log.add("image-resolution-wasteful", words, page: page, place: place)
    }
  }
}
