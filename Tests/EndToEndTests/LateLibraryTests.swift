import Foundation
import Testing

/// The jumps by which the installed program loads a library at the first call of it.
struct LateLibraryTests {
  #if arch(x86_64)
    /// Whole numbers, fractions, many arguments and a variable number of them arrive; the program does
    /// not name the library among those of its start.
    @Test func aLibraryIsLoadedAtItsFirstCall() throws {
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/cc") else {
        try Test.cancel("no C compiler by the name of cc")
      }
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("late-\(ProcessInfo.processInfo.processIdentifier)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(Self.library.utf8).write(to: folder.appendingPathComponent("l.c"))
      try Data(Self.program.utf8).write(to: folder.appendingPathComponent("p.c"))
      let late = Program.root.appendingPathComponent(".bootstrap/release/late").path
      let steps = """
        set -e; cd '\(folder.path)'
        cc -shared -fPIC -Wl,-soname,'\(folder.path)/libfew.so' -o libfew.so l.c
        LIBRARY_PATH=. '\(late)' late few
        cc -o p p.c late/late.o -ldl
        readelf -d p | grep -c libfew || true
        ./p
        rm libfew.so; code=0; ./p 2>said || code=$?; echo $code; grep -c libfew said
        """
      let said = try Self.shell(steps)
      #expect(said == "0\n7 2.5 1 2 3 4 5 6 7 8 9 1.5\n7 2.5 1 2 3 4 5 6 7 8 9 1.5\n4\n1\n")
    }

    private static let library = """
      #include <stdarg.h>
      #include <stdio.h>
      int whole(int a) { return a; }
      double fraction(double a) { return a; }
      void many(int a, int b, int c, int d, int e, int f, int g, int h, const char *form, ...) {
        va_list rest;
        va_start(rest, form);
        printf("%d %d %d %d %d %d %d %d ", a, b, c, d, e, f, g, h);
        vprintf(form, rest);
        va_end(rest);
      }
      """
    private static let program = """
      #include <stdio.h>
      int whole(int);
      double fraction(double);
      void many(int, int, int, int, int, int, int, int, const char *, ...);
      int main(void) {
        for (int time = 0; time < 2; time++) {
          printf("%d %g ", whole(7), fraction(2.5));
          many(1, 2, 3, 4, 5, 6, 7, 8, "%d %g\\n", 9, 1.5);
        }
      }
      """

    private static func shell(_ script: String) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", script]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
  #endif
}
