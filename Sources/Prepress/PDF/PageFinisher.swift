import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Finishes what is on pages: content, forms, patterns, shadings, pictures and blending groups.
struct PageFinisher {
  let file: PDFFile
  let settings: PressSettings
  private(set) var problems: [Diagnostic] = []
  private var made: [String: PDFObject] = [:]
  private var seen: Set<Int> = []
  private var images: ImageReplacer
  private let inks: InkLookup

  init(
    file: PDFFile, settings: PressSettings, pictures: [PreparedArt], screen: ScreenInks? = nil
  ) {
    self.file = file
    self.settings = settings
    images = ImageReplacer(pictures: pictures, settings: settings)
    inks = InkLookup(map: settings.inks, screen: screen)
  }

  /// Files whose pages were placed: they must outlive the writing.
  var sources: [PDFFile] { images.sources }

  private var overprintUnder: Double {
    settings.profile?.lines.overprintUnder.points ?? 2
  }

  /// Finishes one page.
  mutating func finish(_ page: PDFObject, number: Int) {
    let place = ContentPlace(page: number, object: "content")
    guard settings.standard.isPress else { return finishPictures(page["/Resources"], number) }
    guard let content = page.contentData() else {
      return problems.append(PressProblems.unreadableContent(place))
    }
    var rewriter = InkRewriter(inks: inks, overprintUnder: overprintUnder)
    let rewritten = rewriter.rewrite(content, at: place)
    problems += rewriter.problems
    page["/Contents"] = file.makeStream(rewritten)
    let resources = page.dictionary(at: "/Resources")
    rewriter.needs.add(to: resources, made: &made)
    finishGroup(of: page, at: place)
    finishResources(resources, page: number, depth: 0)
  }

  private mutating func finishPictures(_ resources: PDFObject?, _ number: Int) {
    for (name, object) in resources?["/XObject"]?.entries ?? []
    where object["/Subtype"]?.name == "/Image" {
      problems += images.finish(object, at: ContentPlace(page: number, object: name))
    }
  }

  private mutating func finishResources(_ resources: PDFObject, page: Int, depth: Int) {
    guard depth < 24 else { return }
    for (name, object) in resources["/XObject"]?.entries ?? [] where isNew(object) {
      let place = self.place(page, object, name)
      switch object["/Subtype"]?.name {
      case "/Form": finishForm(object, at: place, depth: depth)
      case "/Image": problems += images.finish(object, at: place)
      default: break
      }
    }
    for (name, object) in resources["/Pattern"]?.entries ?? [] where isNew(object) {
      let place = self.place(page, object, name)
      if object.isStream {
        finishForm(object, at: place, depth: depth)
      } else if let shading = object["/Shading"] {
        finishShading(shading, at: place)
      }
    }
    for (name, object) in resources["/Shading"]?.entries ?? [] where isNew(object) {
      finishShading(object, at: self.place(page, object, name))
    }
    finishStates(resources, page: page)
  }

  private func place(_ page: Int, _ object: PDFObject, _ name: String) -> ContentPlace {
    let number = object.number.map { " (object \($0))" } ?? ""
    return ContentPlace(page: page, object: "\(name.dropFirst())\(number)")
  }

  private mutating func isNew(_ object: PDFObject) -> Bool {
    object.number.map { seen.insert($0).inserted } ?? true
  }

  private mutating func finishForm(_ form: PDFObject, at place: ContentPlace, depth: Int) {
    guard let content = form.data(.general) else {
      return problems.append(PressProblems.unreadableContent(place))
    }
    var rewriter = InkRewriter(inks: inks, overprintUnder: overprintUnder)
    form.replaceData(rewriter.rewrite(content, at: place, isForm: true))
    problems += rewriter.problems
    let resources = form.dictionary(at: "/Resources")
    rewriter.needs.add(to: resources, made: &made)
    finishGroup(of: form, at: place)
    finishResources(resources, page: place.page, depth: depth + 1)
  }

  // MARK: Transparency

  /// Groups blend in the press's inks (`blend-space-rgb`); PDF/X-1a knows none, so an idle one goes.
  private func finishGroup(of object: PDFObject, at place: ContentPlace) {
    guard let group = object["/Group"], group["/S"]?.name == "/Transparency" else { return }
    if settings.standard == .x1a {
      object["/Group"] = nil
    } else {
      group["/CS"] = file.make("/DeviceCMYK")
      object["/Group"] = group
    }
  }

  /// Graphics states: alpha and soft masks have no place in PDF/X-1a.
  private mutating func finishStates(_ resources: PDFObject, page: Int) {
    guard settings.standard == .x1a else { return }
    for (name, state) in resources["/ExtGState"]?.entries ?? [] {
      let isClear =
        (state["/ca"]?.real ?? 1) < 1 || (state["/CA"]?.real ?? 1) < 1
        || state["/SMask"]?.isDictionary == true
        || !["/Normal", "/Compatible", nil].contains(state["/BM"]?.name)
      if isClear {
        let place = ContentPlace(page: page, object: String(name.dropFirst()))
        problems.append(PressProblems.transparency(at: place))
      }
    }
  }

  // MARK: Gradients

  private mutating func finishShading(_ shading: PDFObject, at place: ContentPlace) {
    guard let space = shading["/ColorSpace"]?.name else { return }
    switch space {
    case "/DeviceCMYK": return
    case "/DeviceRGB", "/DeviceGray":
      let gradient = GradientInks(inks: inks)
      guard let function = shading["/Function"],
        let changed = gradient.function(function, depth: 0)
      else {
        problems.append(PressProblems.unknownSpace("\(space.dropFirst()) (gradient)", at: place))
        return
      }
      problems += gradient.problems(of: function, at: place)
      shading["/ColorSpace"] = file.make("/DeviceCMYK")
      shading["/Function"] = file.makeIndirect(file.make(changed))
      shading["/Background"] = nil
    default:
      problems.append(PressProblems.unknownSpace(String(space.dropFirst()), at: place))
    }
  }
}
