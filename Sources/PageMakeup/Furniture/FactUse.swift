import LayoutSpecs
import ReportModel

/// Which facts of a job a layout prints: what is given and goes nowhere has to be said.
struct FactUse {
  private var printed: Set<FactKey> = []

  /// The facts that a layout's furniture and form print. A brief takes from the facts what its text does
  /// not say itself.
  init(of layout: LayoutSpec, parts: DocumentParts?) {
    for piece in layout.first.furniture + layout.next.furniture { add(piece) }
    switch layout.makeup {
    case .pages: add(layout.document.form, parts)
    case .poster: printed.formUnion([.seal, .code, .codeKind, .codeCaption])
    case .board:
      let takesCode = (layout.first.frames + layout.next.frames).contains {
        $0.content?.parts.contains("code") ?? false
      }
      if takesCode { printed.formUnion(Self.codes) }
    case .newspaper, .banner: break
    }
  }

  /// The given facts that are printed nowhere, in the order of their names.
  func unprinted(_ facts: MakeupFacts) -> [FactKey] {
    FactKey.allCases.filter { facts[$0] != nil && !printed.contains($0) }
  }

  private static let codes: [FactKey] = [.code, .codeKind, .codeCaption]

  private mutating func add(_ piece: FurnitureSpec) {
    switch piece {
    case .pageHead: printed.formUnion([.section, .page, .paper, .date, .issue, .total])
    case .runningHead(let spec):
      for key in FactKey.allCases
      where spec.odd.contains("{\(key.rawValue)}") || spec.even.contains("{\(key.rawValue)}") {
        printed.insert(key)
      }
    case .folio: printed.insert(.page)
    case .masthead(let spec):
      printed.formUnion([.paper, .sponsor, .licence, .date, .issue, .total, .pages])
      if spec.ear != nil { printed.formUnion([.ear] + Self.codes) }
    case .creditLine: printed.formUnion([.editor, .designer, .proofreader, .phone])
    case .code: printed.formUnion(Self.codes)
    case .columnRules, .footRule: break
    }
  }

  private mutating func add(_ form: DocumentSpec.Form, _ parts: DocumentParts?) {
    guard form != .plain, form != .script else { return }
    printed.formUnion([.copyNumber, .secrecy, .urgency, .seal])
    if form == .official { printed.insert(.signer) }
    guard form == .brief, let parts else { return }
    if parts.mark.isEmpty { printed.insert(.paper) }
    if parts.number.isEmpty { printed.formUnion([.issue, .total]) }
    if parts.issuerDate == nil { printed.formUnion([.sponsor, .date]) }
  }
}
