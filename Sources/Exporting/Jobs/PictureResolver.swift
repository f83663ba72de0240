import Charting
import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import LayoutSpecs
import PageMakeup
import ReportModel
import ReportReading

/// Finds the picture files of a job: those that the report names, and those of `--photos`.
struct PictureResolver {
  let report: Report
  /// Folder of the report.
  let base: String
  let photos: String?
  let environment: any ExportEnvironment
  /// The pictures one by one, in the order that an editor wants, with their paths.
  var planned: [(photo: PlannedPhoto, path: String)] = []
  /// Before the logical names, so that pictures of several reports do not clash.
  var prefix = ""
  /// Whether the layout draws an outline where a template asks for none but that.
  var drawsOutlines = false

  /// What a template writes where there is no photograph of a person.
  private static let outline = "silhouette"

  /// Pictures for the page and the bytes of their files by logical name.
  struct Resolved {
    var pictures: [MakeupPicture] = []
    var files: [String: [UInt8]] = [:]
  }

  func resolve(into problems: inout Problems) throws(Rejection) -> Resolved {
    var resolved = Resolved()
    let folder = try PhotoFolder(
      photos, captions: waitingCaptions, in: environment, into: &problems)
    let claims = PhotoClaims(planned.map(\.photo), captions: waitingCaptions, into: &problems)
    for (index, block) in report.blocks.enumerated() where block.role == .caption {
      let figure = block.figure.map { report.figures[$0] }
      var picture = MakeupPicture(
        caption: block.text, label: "图片", range: block.range, block: index)
      if let figure, figure.kind == .chart {
        picture.chart = try chart(figure, at: block, into: &resolved, &problems)
        picture.label = "图表 \(figure.path ?? figure.caption)"
      } else if let path = figure?.path {
        picture.image = try load(named: path, at: block.range, into: &resolved, &problems)
        picture.label = path
      } else if let number = claims.photo(of: index) {
        picture = try load(planned: number, words: block.text, into: &resolved, &problems)
        picture.range = block.range
        picture.block = index
      } else if photos != nil || !planned.isEmpty {
        guard let file = folder.take(for: index) else {
          problems.report(FileProblems.captionWithoutFile(block.text, at: block.range))
          continue
        }
        picture.image = try load(photo: file, into: &resolved, &problems)
      }
      resolved.pictures.append(picture)
    }
    let named = Set(report.figures.compactMap { $0.path.map { Paths.plain("\(base)/\($0)") } })
    for file in folder.rest where !named.contains(Paths.plain("\(photos ?? "")/\(file)")) {
      resolved.pictures.append(
        MakeupPicture(image: try load(photo: file, into: &resolved, &problems)))
    }
    for number in planned.indices where !claims.isTaken(number) {
      resolved.pictures.append(
        try load(planned: number, words: "", into: &resolved, &problems))
    }
    sortAsPlanned(&resolved.pictures)
    for index in resolved.pictures.indices { settle(&resolved.pictures[index]) }
    return resolved
  }

  /// What the plan, the file's name and the report say of a picture's focus, width and place; the
  /// report last.
  private func settle(_ picture: inout MakeupPicture) {
    guard let path = picture.image?.path else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let planned = planned.first(where: { plannedName($0.photo) == path })?.photo.focus {
      picture.focus = PictureFocus(planned)
    } else if let focus = PictureFocus(fileName: name) {
      picture.focus = focus
    }
    guard let block = picture.block, let place = report.blocks[block].figure else { return }
    let figure = report.figures[place]
    picture.width = figure.width.map { .millimetres($0) }
    picture.isOverText = figure.isOverText
    guard let focus = figure.focus else { return }
    picture.focus = PictureFocus(focus)
  }

  /// A chart of the report file, or of a file inside the report's folder.
  private func chart(
    _ figure: ReportFigure, at block: ReportBlock, into resolved: inout Resolved,
    _ problems: inout Problems
  ) throws(Rejection) -> ChartSpec? {
    if let text = figure.chart {
      let name = "\(report.source) (\(figure.caption))"
      var spec = ChartSpec(try YAMLTree.read(Array(text.utf8), file: name), file: name)
      try attach(to: &spec, folder: base, prefix: prefix, into: &resolved)
      return spec
    }
    guard let path = figure.path, let full = try place(of: path, at: block.range, &problems) else {
      return nil
    }
    var spec = try ChartInputs.read(full, in: environment, into: &problems)
    resolved.files[prefix + path] = try environment.read(full, limit: ChartBatch.sizeLimit)
    let inner = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    try attach(
      to: &spec, folder: AtomicFile.folder(of: full), prefix: prefix + inner, into: &resolved)
    return spec
  }

  /// Gives a chart the pictures of its image marks, which lie in its own folder.
  private func attach(
    to spec: inout ChartSpec, folder: String, prefix: String, into resolved: inout Resolved
  ) throws(Rejection) {
    let pictures = ChartPictures(environment: environment, folder: folder, prefix: prefix)
    resolved.files.merge(try pictures.attach(to: &spec)) { _, new in new }
  }

  /// The captions that wait for a picture of the folder, by their place in the report.
  private var waitingCaptions: [(place: Int, words: String)] {
    report.blocks.enumerated().compactMap { index, block in
      guard block.role == .caption else { return nil }
      let figure = block.figure.map { report.figures[$0] }
      if figure?.kind == .chart || figure?.path != nil { return nil }
      return (index, block.text)
    }
  }

  // MARK: Pictures one by one

  /// A picture that a plan lists, as its editor wants it; `words` are those of the report.
  private func load(
    planned number: Int, words: String, into resolved: inout Resolved, _ problems: inout Problems
  ) throws(Rejection) -> MakeupPicture {
    let (photo, path) = planned[number]
    let image = try probe(path, as: plannedName(photo), into: &resolved, &problems)
    var caption = photo.caption ?? words
    if let credit = photo.credit, !caption.contains(credit) {
      caption += (caption.isEmpty ? "" : "\u{3000}") + credit
    }
    var picture = MakeupPicture(image: image, caption: caption, label: photo.file)
    picture.columns = photo.columns
    picture.place = photo.place
    return picture
  }

  private func plannedName(_ photo: PlannedPhoto) -> String {
    "\(prefix)photos/\(photo.file)"
  }

  /// Pictures of the plan's list first, in its order.
  private func sortAsPlanned(_ pictures: inout [MakeupPicture]) {
    let names = planned.map { plannedName($0.photo) }
    func place(_ picture: MakeupPicture) -> Int {
      picture.image.flatMap { names.firstIndex(of: $0.path) } ?? names.count
    }
    pictures = pictures.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  private func load(
    photo name: String, into resolved: inout Resolved, _ problems: inout Problems
  ) throws(Rejection) -> ImageSource {
    try probe(
      "\(photos ?? "")/\(name)", as: "\(prefix)photos/\(name)", into: &resolved, &problems)
  }

  /// A picture that the report names: relative, inside the report's folder (no `..`, no root). One
  /// that is not there yet is a placeholder on the proof.
  private func load(
    named path: String, at range: SourceRange, into resolved: inout Resolved,
    _ problems: inout Problems
  ) throws(Rejection) -> ImageSource? {
    guard let full = try place(of: path, at: range, &problems) else { return nil }
    return try probe(full, as: prefix + path, into: &resolved, &problems)
  }

  /// Where a file that the report names lies; nil where it is not there.
  private func place(
    of path: String, at range: SourceRange, _ problems: inout Problems
  ) throws(Rejection) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.contains(":"),
      !path.unicodeScalars.contains("\0")
    else { throw Rejection(FileProblems.outside(path, at: range)) }
    let full = base == "." ? path : "\(base)/\(path)"
    let file = WordPictures.split(full)?.file ?? full
    guard environment.kind(of: file) == .file else {
      if !(drawsOutlines && path == Self.outline) {
        problems.report(FileProblems.missingPicture(path, at: range))
      }
      return nil
    }
    return full
  }

  /// The file, an SVG file with the pictures that it links to.
  private func withLinks(_ bytes: [UInt8], of path: String) throws(Rejection) -> [UInt8] {
    guard ArtSniffer.format(of: bytes) == .svg else { return bytes }
    let folder = AtomicFile.folder(of: path)
    let links = SVGLinks(path: path) { name throws(Rejection) in
      let full = folder == "." ? name : "\(folder)/\(name)"
      guard environment.kind(of: full) == .file else {
        throw Rejection(FileProblems.linkMissing(name, in: path))
      }
      return try ArtProbe.readable(
        path: full, bytes: try environment.read(full, limit: ImageLimits.bytes))
    }
    return try links.embedded(in: bytes)
  }

  /// The logical name, not the path, goes into the document, so that the same job gives the same
  /// document wherever it is run from.
  private func probe(
    _ path: String, as name: String, into resolved: inout Resolved, _ problems: inout Problems
  ) throws(Rejection) -> ImageSource {
    let bytes = try withLinks(
      try ArtProbe.readable(path: path, bytes: try PictureFile.bytes(of: path, in: environment)),
      of: path)
    var source = try ArtProbe.probe(path: path, bytes: bytes, into: &problems)
    source.path = name
    source.digest = Digest.sha256(bytes)
    resolved.files[name] = bytes
    return source
  }
}

extension [MakeupPicture] {
  /// The caption's block of each picture that has one, by the picture's logical name.
  var captions: [String: Int] {
    let pairs = compactMap { picture in
      picture.image.flatMap { image in picture.block.map { (image.path, $0) } }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
