public import DisplayList
public import Geometry
public import LayoutSpecs

/// Pages that go on in a program for page make-up: what they draw, where running text stands in them,
/// and what their styles, faces and pictures are called there.
public struct PageHandoff: Sendable {
  /// A rectangle in which running text goes from line to line.
  public struct Frame: Sendable {
    /// The page, from 0.
    public var page: Int
    /// Frames of one number hold one text, in their order.
    public var story: Int
    /// From the trim's corner.
    public var rect: Rect
    /// What stands in it, from the top.
    public var parts: [Part]

    /// Makes a frame.
    public init(page: Int, story: Int, rect: Rect, parts: [Part]) {
      self.page = page
      self.story = story
      self.rect = rect
      self.parts = parts
    }
  }

  /// The lines of a paragraph in a frame: its words, where it begins here, and what is drawn of it.
  public struct Part: Sendable {
    /// The words; none where it goes on from the frame before.
    public var paragraphs: [Paragraph]
    /// What the page draws of it, which the text takes the place of.
    public var items: [PlacedItem]

    /// Makes a part.
    public init(paragraphs: [Paragraph], items: [PlacedItem]) {
      self.paragraphs = paragraphs
      self.items = items
    }
  }

  /// A paragraph in a style of the layout.
  public struct Paragraph: Sendable {
    /// The style's name.
    public var style: String
    /// Its words.
    public var spans: [Span]

    /// Makes a paragraph.
    public init(style: String, spans: [Span]) {
      self.style = style
      self.spans = spans
    }
  }

  /// Words of one look.
  public struct Span: Sendable {
    /// The characters; U+2028 ends a line by hand.
    public var text: String
    /// How they look.
    public var style: CharacterStyle
    /// Pinyin over them.
    public var ruby: String?

    /// Makes a span.
    public init(text: String, style: CharacterStyle, ruby: String? = nil) {
      self.text = text
      self.style = style
      self.ruby = ruby
    }
  }

  /// A face as programs list it.
  public struct Typeface: Hashable, Sendable {
    /// The family, such as Noto Serif CJK SC.
    public var family: String
    /// The style within it, such as Bold.
    public var style: String
    /// The PostScript name in its file, by which some programs alone find it; nil where none is known.
    public var postScriptName: String?

    /// Makes a name.
    public init(family: String, style: String, postScriptName: String? = nil) {
      self.family = family
      self.style = style
      self.postScriptName = postScriptName
    }
  }

  /// A picture file beside the pages.
  public struct Link: Sendable {
    /// What the file holds.
    public enum Kind: String, Sendable { case jpeg = "JPEG", png = "PNG", pdf = "PDF" }
    /// Its path from the folder of the pages.
    public var path: String
    /// What it holds.
    public var kind: Kind
    /// Width and height at its own size, in points.
    public var size: (width: Double, height: Double)

    /// Makes a link.
    public init(path: String, kind: Kind, size: (width: Double, height: Double)) {
      self.path = path
      self.kind = kind
      self.size = size
    }
  }

  /// The pages.
  public var document: PagedDocument
  /// The layout of each page.
  public var layouts: [LayoutSpec]
  /// Running text.
  public var frames: [Frame]
  /// The faces that runs and voices name.
  public var typefaces: [FontFaceID: Typeface]
  /// The first face of each voice.
  public var voices: [FontRole: FontFaceID]
  /// The texts of the reports and the styles that they are set in, by which titles and captions are
  /// known again.
  public var texts: [(style: String, text: String)]
  /// The picture files of the document.
  public var links: [ImageID: Link] = [:]
  /// A picture file of each drawing, in the order of `PageFraming.drawings`.
  public var drawings: [Link] = []

  /// Makes a hand-off.
  public init(
    document: PagedDocument, layouts: [LayoutSpec], frames: [Frame],
    typefaces: [FontFaceID: Typeface], voices: [FontRole: FontFaceID],
    texts: [(style: String, text: String)]
  ) {
    self.document = document
    self.layouts = layouts
    self.frames = frames
    self.typefaces = typefaces
    self.voices = voices
    self.texts = texts
  }
}
