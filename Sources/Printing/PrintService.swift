internal import CCUPS
public import Diagnostics

/// The machine's print service (CUPS), spoken to through its library.
///
/// A job is created, its file sent, and followed; it is never sent a second time, whatever happens on
/// the way, so that nothing is printed twice.
public struct PrintService: Sendable {
  /// The service that the environment names, the machine's own where it names none.
  public init() {}

  /// The printers with what they can do; one that does not answer is listed without its sheets, and so
  /// is one that the network has and nobody has added: the service would set it up to ask it, and wait
  /// for it where it is off.
  /// - Parameter wanted: The only one to be asked; nil asks all.
  public func printers(asking wanted: String? = nil) throws(Rejection) -> [Printer] {
    try Self.requireLibrary()
    var list: UnsafeMutablePointer<cups_dest_t>?
    let count = cupsGetDests2(nil, &list)
    defer { cupsFreeDests(count, list) }
    guard count > 0, let list else {
      if cupsLastError() == IPP_STATUS_OK || cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND {
        return []
      }
      throw Rejection(PrintProblems.noService(Self.lastError))
    }
    return (0..<Int(count)).map { Self.printer(list + $0, asking: wanted) }
  }

  /// Creates a job and sends its file.
  /// - Returns: its number in the printer's queue.
  public func submit(_ request: PrintRequest, to printer: String) throws(Rejection) -> Int {
    try Self.requireLibrary()
    guard let destination = cupsGetNamedDest(nil, printer, nil) else {
      throw Rejection(PrintProblems.unknownPrinter(printer))
    }
    defer { cupsFreeDests(1, destination) }
    guard let info = cupsCopyDestInfo(nil, destination) else {
      throw Rejection(PrintProblems.silentPrinter(printer, Self.lastError))
    }
    defer { cupsFreeDestInfo(info) }
    var options: UnsafeMutablePointer<cups_option_t>?
    var count: Int32 = 0
    for option in request.options {
      count = cupsAddOption(option.name, option.value, count, &options)
    }
    defer { cupsFreeOptions(count, options) }
    var job: Int32 = 0
    let status = cupsCreateDestJob(nil, destination, info, &job, request.title, count, options)
    guard status.rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue, job > 0 else {
      throw Rejection(PrintProblems.refused(printer, Self.lastError))
    }
    guard send(request, job, destination, info, count, options) else {
      let reason = Self.lastError
      _ = cupsCancelDestJob(nil, destination, job)
      throw Rejection(PrintProblems.unsent(printer, reason))
    }
    return Int(job)
  }

  private static func requireLibrary() throws(Rejection) {
    if cups_is_there() == 0 { throw Rejection(PrintProblems.noService("libcups.so.2")) }
  }

  private func send(
    _ request: PrintRequest, _ job: Int32, _ destination: UnsafeMutablePointer<cups_dest_t>,
    _ info: OpaquePointer, _ count: Int32, _ options: UnsafeMutablePointer<cups_option_t>?
  ) -> Bool {
    let started = cupsStartDestDocument(
      nil, destination, info, job, request.title, "application/pdf", count, options, 1)
    guard started == HTTP_STATUS_CONTINUE else { return false }
    let isSent = request.pdf.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        let length = min(1 << 16, bytes.count - place)
        let start = bytes.baseAddress.map { ($0 + place).assumingMemoryBound(to: CChar.self) }
        guard cupsWriteRequestData(nil, start, length) == HTTP_STATUS_CONTINUE else {
          return false
        }
        place += length
      }
      return true
    }
    let finished = cupsFinishDestDocument(nil, destination, info)
    return isSent && finished.rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue
  }

  /// Where a job stands, and what the printer says of it and of itself.
  public func state(
    of job: Int, on printer: String
  ) throws(Rejection) -> (state: PrintState, reasons: [String]) {
    try Self.requireLibrary()
    let request = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES)
    let uri = "ipp://localhost/printers/\(printer)"
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nil, uri)
    ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", Int32(clamping: job))
    ippAddString(
      request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nil, cupsUser())
    guard let answer = cupsDoRequest(nil, request, "/") else {
      throw Rejection(PrintProblems.noService(Self.lastError))
    }
    defer { ippDelete(answer) }
    guard let state = ippFindAttribute(answer, "job-state", IPP_TAG_ENUM) else {
      throw Rejection(PrintProblems.unknownJob(job, Self.lastError))
    }
    let reasons =
      Self.words("job-state-reasons", in: answer)
      + Self.words("job-printer-state-message", in: answer)
    let all = reasons + Self.alerts(of: uri)
    var told: [String] = []
    for reason in all where reason != "none" && !reason.isEmpty && !told.contains(reason) {
      told.append(reason)
    }
    return (Self.state(ippGetInteger(state, 0)), told)
  }

  /// What holds the printer up itself, such as `media-empty`; empty where it does not say.
  private static func alerts(of uri: String) -> [String] {
    let request = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES)
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nil, uri)
    ippAddString(
      request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nil,
      "printer-state-reasons")
    guard let answer = cupsDoRequest(nil, request, "/") else { return [] }
    defer { ippDelete(answer) }
    // What the service notes for itself is nobody's concern.
    return words("printer-state-reasons", in: answer).filter { !$0.hasPrefix("cups-") }
  }

  // MARK: What the service says

  private static func printer(
    _ destination: UnsafeMutablePointer<cups_dest_t>, asking wanted: String?
  ) -> Printer {
    let dest = destination.pointee
    func option(_ name: String) -> String {
      cupsGetOption(name, dest.num_options, dest.options).map { String(cString: $0) } ?? ""
    }
    let reasons = option("printer-state-reasons").split(separator: ",").map(String.init)
    var printer = Printer(
      name: dest.name.map { String(cString: $0) } ?? "", info: option("printer-info"),
      isDefault: dest.is_default != 0, isDuplex: false, hasColour: false, papers: [],
      reasons: reasons.filter { $0 != "none" }, isStopped: option("printer-state") == "5")
    printer.isAdded = !option("printer-uri-supported").isEmpty
    let isAsked = wanted.map { $0 == printer.name } ?? printer.isAdded
    guard isAsked, let info = cupsCopyDestInfo(nil, destination) else { return printer }
    defer { cupsFreeDestInfo(info) }
    func can(_ name: String, _ value: String) -> Bool {
      cupsCheckDestSupported(nil, destination, info, name, value) != 0
    }
    printer.isDuplex = can("sides", PrintRequest.Sides.longEdge.rawValue)
    printer.hasColour = can("print-color-mode", "color")
    printer.loaded = loaded(destination, info)
    let count = cupsGetDestMediaCount(nil, destination, info, 0)
    for index in 0..<max(0, count) {
      var size = cups_size_t()
      guard cupsGetDestMediaByIndex(nil, destination, info, index, 0, &size) != 0 else { continue }
      printer.papers.append(paper(size))
    }
    return printer
  }

  /// The names of the sheets in the trays. The printer itself knows them; the service, which is asked
  /// where the printer does not answer or speaks no IPP, may take all sheets for loaded.
  private static func loaded(
    _ destination: UnsafeMutablePointer<cups_dest_t>, _ info: OpaquePointer
  ) -> Set<String> {
    let own = loadedByDevice(destination)
    if !own.isEmpty { return own }
    guard let ready = cupsFindDestReady(nil, destination, info, "media") else { return [] }
    return Set(
      (0..<ippGetCount(ready)).compactMap { index in
        ippGetString(ready, index, nil).map { String(cString: $0) }
      })
  }

  /// How long a printer may take to answer, in milliseconds.
  private static let patience: Int32 = 3000

  private static func loadedByDevice(
    _ destination: UnsafeMutablePointer<cups_dest_t>
  ) -> Set<String> {
    let dest = destination.pointee
    guard let address = cupsGetOption("device-uri", dest.num_options, dest.options),
      String(cString: address).hasPrefix("ipp")
    else { return [] }
    var resource = [CChar](repeating: 0, count: 256)
    guard
      let connection = cupsConnectDest(
        destination, UInt32(CUPS_DEST_FLAGS_DEVICE), patience, nil, &resource, resource.count, nil,
        nil)
    else { return [] }
    defer { httpClose(connection) }
    httpSetTimeout(connection, Double(patience) / 1000, nil, nil)
    let request = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES)
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nil, address)
    ippAddString(
      request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nil, "media-ready")
    guard let answer = cupsDoRequest(connection, request, resource) else { return [] }
    defer { ippDelete(answer) }
    return Set(words("media-ready", in: answer))
  }

  private static func paper(_ size: cups_size_t) -> PrinterPaper {
    var size = size
    let name = withUnsafeBytes(of: &size.media) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    func millimetres(_ value: Int32) -> Double { Double(value) / 100 }
    var paper = PrinterPaper(
      name: name, width: millimetres(size.width), height: millimetres(size.length))
    paper.margins = (
      millimetres(size.left), millimetres(size.top), millimetres(size.right),
      millimetres(size.bottom)
    )
    return paper
  }

  private static func words(_ name: String, in answer: OpaquePointer) -> [String] {
    guard let found = ippFindAttribute(answer, name, IPP_TAG_ZERO) else { return [] }
    return (0..<ippGetCount(found)).compactMap { index in
      ippGetString(found, index, nil).map { String(cString: $0) }
    }
  }

  /// RFC 8011, part 5.3.7.
  private static func state(_ number: Int32) -> PrintState {
    switch number {
    case 4: .held
    case 5: .printing
    case 6: .stopped
    case 7: .cancelled
    case 8: .aborted
    case 9: .done
    default: .waiting
    }
  }

  private static var lastError: String {
    cupsLastErrorString().map { String(cString: $0) } ?? ""
  }
}
