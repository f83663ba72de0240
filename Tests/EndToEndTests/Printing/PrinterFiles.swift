/// The settings of the print bench's programs.
enum PrinterFiles {
  static func all(_ folder: String) -> [(name: String, text: String)] {
    [
      ("cupsd.conf", service(folder)), ("cups-files.conf", places(folder)),
      ("bus.conf", bus(folder)), ("avahi.conf", avahi), ("printer.conf", printer),
    ]
  }

  /// What the printer does with a job: it notes what the job asks for, works as the script says, and
  /// puts the file out.
  static func arrival(_ folder: String, _ script: String) -> String {
    """
    #!/bin/sh
    number=$(basename "$1" | cut -d- -f1)
    name=$(printf %03d "$number")
    env | grep ^IPP_ > \(folder)/arrived/$name.txt
    \(script)
    cp "$1" \(folder)/arrived/$name.part
    mv \(folder)/arrived/$name.part \(folder)/arrived/$name.pdf
    """
  }

  private static func service(_ folder: String) -> String {
    """
    Listen \(folder)/run/cups
    LogLevel warn
    Browsing No
    WebInterface No
    ErrorPolicy stop-printer
    <Location />
    Order allow,deny
    Allow all
    </Location>
    <Policy default>
    JobPrivateAccess all
    JobPrivateValues none
    <Limit All>
    Order allow,deny
    Allow all
    </Limit>
    </Policy>

    """
  }

  private static func places(_ folder: String) -> String {
    """
    ServerRoot \(folder)
    CacheDir \(folder)/cache
    RequestRoot \(folder)/spool
    TempDir \(folder)/spool/tmp
    StateDir \(folder)/run
    ErrorLog \(folder)/log/error
    AccessLog \(folder)/log/access
    PageLog \(folder)/log/page
    User lp
    Group lp
    SystemGroup root
    Sandboxing relaxed

    """
  }

  private static func bus(_ folder: String) -> String {
    """
    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
      "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig><type>system</type><listen>unix:path=\(folder)/run/bus</listen><auth>EXTERNAL</auth>
    <policy context="default"><allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/><allow own="*"/><allow user="*"/></policy></busconfig>
    """
  }

  private static let avahi = """
    [server]
    use-ipv4=yes
    use-ipv6=no
    allow-interfaces=lo
    enable-dbus=yes
    disallow-other-stacks=no
    [publish]
    publish-workstation=no

    """

  /// Sheets in hundredths of a millimetre.
  private static let sheets = [(21000, 29700), (29700, 42000), (14800, 21000)]

  private static var printer: String {
    func size(_ sheet: (Int, Int)) -> String {
      "MEMBER integer x-dimension \(sheet.0)\nMEMBER integer y-dimension \(sheet.1)\n"
    }
    func column(_ sheet: (Int, Int)) -> String {
      "{\nMEMBER collection media-size { \(size(sheet)) }\n"
        + ["left", "right", "top", "bottom"].map { "MEMBER integer media-\($0)-margin 500\n" }
        .joined() + "}"
    }
    return """
      ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
      ATTR keyword sides-default one-sided
      ATTR keyword media-supported iso_a4_210x297mm,iso_a3_297x420mm,iso_a5_148x210mm
      ATTR keyword media-default iso_a4_210x297mm
      ATTR keyword media-ready iso_a4_210x297mm,iso_a3_297x420mm
      \(["left", "right", "top", "bottom"].map { "ATTR integer media-\($0)-margin-supported 500" }
        .joined(separator: "\n"))
      ATTR collection media-size-supported \(sheets.map { "{\n\(size($0))}" }.joined(separator: ","))
      ATTR collection media-col-default \(column(sheets[0]))
      ATTR collection media-col-database \(sheets.map(column).joined(separator: ","))
      ATTR collection media-col-ready \(sheets.prefix(2).map(column).joined(separator: ","))
      ATTR mimeMediaType document-format-supported application/pdf
      ATTR mimeMediaType document-format-default application/pdf
      ATTR boolean color-supported true
      ATTR integer pages-per-minute 60
      ATTR keyword print-color-mode-supported auto,color,monochrome
      ATTR keyword print-color-mode-default auto
      ATTR keyword print-scaling-supported auto,auto-fit,fill,fit,none
      ATTR keyword print-scaling-default auto
      ATTR text printer-make-and-model "Bench"
      ATTR text printer-info "Bench"
      ATTR enum print-quality-supported 4
      ATTR resolution printer-resolution-supported 600dpi
      ATTR resolution printer-resolution-default 600dpi

      """
  }
}
