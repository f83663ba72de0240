"""A print service (CUPS) of its own with one IPP Everywhere printer that keeps what arrives, and one
that writes PDF files (cups-pdf): for print_check.py.

Everything lives in one folder and in namespaces of its own: processes, network and mounts. The machine's
print service, its ports and its bus are not touched, and whatever was started ends with the script.
The printer wants a message bus even where it announces itself to nobody; no avahi is needed.
"""
import ctypes
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import time

PROGRAMS = ["/usr/sbin/cupsd", "/usr/sbin/ippeveprinter", "/usr/sbin/lpadmin", "/usr/bin/dbus-daemon",
            "/usr/bin/ipptool", "/usr/bin/unshare", "/usr/bin/gs",
            "/usr/lib/cups/filter/pdftopdf", "/usr/lib/cups/backend/cups-pdf",
            "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd"]
INSIDE = "BANXIN_PRINT_BENCH"
# Sheets of the printer in hundredths of a millimetre, each with what the printer leaves blank.
SHEETS = [(21000, 29700), (29700, 42000), (14800, 21000)]
MARGIN = 500


def missing():
    """Why no bench can be set up here; None where one can."""
    absent = [name for name in PROGRAMS if not os.path.exists(name)]
    if absent:
        return "missing: " + ", ".join(absent)
    if os.getuid() != 0:
        return "only root may start a print service"
    if subprocess.run(["/usr/bin/unshare", "-m", "-p", "-n", "-f", "true"], capture_output=True).returncode:
        return "this machine gives no namespaces (unshare)"
    return None


def enter():
    """Runs the script again inside namespaces of its own, with no signal blocked, and ends with it.
    Returns at once where it is inside already."""
    if os.environ.get(INSIDE):
        subprocess.run(["ip", "link", "set", "lo", "up"], check=False)
        return
    # A test runner's threads block signals, and a child inherits that.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    for number in (signal.SIGTERM, signal.SIGCHLD, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    run = subprocess.run(
        ["/usr/bin/unshare", "-m", "-p", "-n", "-f", "--kill-child", "--mount-proc", sys.executable]
        + sys.argv, env=dict(os.environ, **{INSIDE: "1"}), close_fds=True, preexec_fn=die_with_parent)
    sys.exit(run.returncode)


def die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Failure(Exception):
    """What did not come up, with the last lines that its program wrote."""


class Bench:
    """One service, its printers `bench` and `files`. `folder` is short: sockets have short paths."""

    def __init__(self, folder, banxin, root):
        self.folder, self.banxin, self.root = folder, banxin, root
        self.processes = []
        self.environment = dict(
            os.environ, CUPS_SERVER=f"{folder}/run/cups", LC_ALL="C.UTF-8",
            DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={folder}/run/bus")
        self.uri = "ipp://localhost:8631/ipp/print"

    # Setting up

    def start(self):
        self.write_files()
        self.launch("bus", ["/usr/bin/dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork"])
        self.wait("the message bus", lambda: os.path.exists(f"{self.folder}/run/bus"))
        self.launch("printer", [
            "/usr/sbin/ippeveprinter", "-r", "off", "-n", "localhost", "-p", "8631",
            "-a", f"{self.folder}/printer.conf", "-c", f"{self.folder}/arrive.sh",
            "-d", f"{self.folder}/printer", "-v", "Bench"])
        self.wait("the printer", lambda: self.jobs().returncode == 0)
        self.launch("service", ["/usr/sbin/cupsd", "-f", "-c", f"{self.folder}/cupsd.conf",
                                "-s", f"{self.folder}/cups-files.conf"])
        self.wait("the print service", lambda: self.run("lpstat", "-r").stdout.startswith("scheduler is running"))
        self.add("bench", "-v", self.uri, "-m", "everywhere")
        self.add("files", "-v", "cups-pdf:/", "-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
        self.run("lpadmin", "-d", "bench")

    def add(self, name, *options):
        """Adds a queue; a printer that has just come up may need a second question."""
        for _ in range(20):
            told = self.run("lpadmin", "-p", name, "-E", *options)
            if os.path.exists(f"{self.folder}/ppd/{name}.ppd"):
                return
            time.sleep(0.25)
        raise Failure(f"the queue {name} was not set up: {told.stdout}{told.stderr}{self.log()}")

    def stop(self):
        """Ends what was started, the last first; what does not end in five seconds is killed."""
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes = []

    def launch(self, name, command):
        with open(f"{self.folder}/log/{name}", "ab") as log:
            self.processes.append(subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment))

    def wait(self, what, is_up, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for process in self.processes:
                if process.poll() is not None:
                    raise Failure(f"{process.args[0]} ended with {process.returncode}:\n{self.log()}")
            if is_up():
                return
            time.sleep(0.1)
        raise Failure(f"{what} did not come up in {seconds} s:\n{self.log()}")

    def log(self):
        """The last lines of every program."""
        said = []
        for path in sorted(glob.glob(f"{self.folder}/log/*")):
            with open(path, encoding="utf-8", errors="replace") as file:
                said.append(f"{os.path.basename(path)}: " + "".join(file.readlines()[-8:]))
        return "\n".join(said)

    def write_files(self):
        for name in ("ppd", "spool/tmp", "log", "cache", "run", "arrived", "printer", "files"):
            os.makedirs(f"{self.folder}/{name}", exist_ok=True)
        texts = {"cupsd.conf": SERVICE, "cups-files.conf": PLACES, "bus.conf": BUS, "avahi.conf": AVAHI,
                 "cups-pdf.conf": FILES, "arrive.sh": ARRIVAL,
                 "jobs.test": JOBS}
        for name, text in texts.items():
            with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
                file.write(text.replace("@", self.folder))
        with open(f"{self.folder}/printer.conf", "w", encoding="utf-8") as file:
            file.write(printer())
        open(f"{self.folder}/script.sh", "w", encoding="utf-8").close()
        # The service gives up its rights.
        subprocess.run(["chmod", "-R", "a+rwX", self.folder], check=True)
        subprocess.run(["chown", "-R", "lp:lp", self.folder], check=True)
        os.chmod(f"{self.folder}/arrive.sh", 0o755)
        # The backend reads its settings here and nowhere else; the mount is this script's own.
        subprocess.run(["mount", "--bind", f"{self.folder}/cups-pdf.conf", "/etc/cups/cups-pdf.conf"], check=True)

    # Jobs

    def script(self, lines):
        """What the printer does with each job before it is out, as lines of a shell; `$1` is the file."""
        with open(f"{self.folder}/script.sh", "w", encoding="utf-8") as file:
            file.write(lines + "\n")

    def run(self, *command, seconds=60):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=seconds,
                              cwd=self.root, check=False)

    def print(self, *options, seconds=240):
        """`banxin print` to its end: exit code and what it says on standard error."""
        done = self.run(self.banxin, "print", *options, "--verbose", seconds=seconds)
        return done.returncode, done.stderr

    def clear(self):
        for name in ("arrived", "files"):
            shutil.rmtree(f"{self.folder}/{name}")
            os.makedirs(f"{self.folder}/{name}")
            os.chmod(f"{self.folder}/{name}", 0o777)

    def notes(self):
        """What each job that reached the printer asked for, in the order of arrival."""
        found = []
        for path in sorted(glob.glob(f"{self.folder}/arrived/*.txt")):
            with open(path, encoding="utf-8") as file:
                found.append(dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line))
        return found

    def arrived(self):
        """The files that came out, in the order of arrival."""
        return sorted(glob.glob(f"{self.folder}/arrived/*.pdf"))

    def written(self):
        """The files that the printer `files` wrote."""
        return sorted(glob.glob(f"{self.folder}/files/**/*.pdf", recursive=True))

    def jobs(self):
        return self.run("ipptool", "-t", "-v", self.uri, f"{self.folder}/jobs.test", seconds=10)

    def endings(self):
        """How the printer's own jobs ended, by their numbers, as it says itself."""
        told = self.jobs().stdout
        numbers = re.findall(r"job-id \(integer\) = (\d+)", told)
        return dict(zip(map(int, numbers), re.findall(r"job-state \(enum\) = ([\w-]+)", told)))


def printer():
    """The printer as it describes itself."""
    def size(sheet):
        return f"MEMBER integer x-dimension {sheet[0]}\nMEMBER integer y-dimension {sheet[1]}\n"

    def column(sheet):
        edges = "".join(f"MEMBER integer media-{edge}-margin {MARGIN}\n" for edge in ("left", "right", "top", "bottom"))
        return "{\nMEMBER collection media-size { " + size(sheet) + " }\n" + edges + "}"

    edges = "\n".join(f"ATTR integer media-{edge}-margin-supported {MARGIN}"
                      for edge in ("left", "right", "top", "bottom"))
    return f"""{edges}
ATTR collection media-size-supported {",".join("{ " + size(sheet) + "}" for sheet in SHEETS)}
ATTR collection media-col-default {column(SHEETS[0])}
ATTR collection media-col-database {",".join(map(column, SHEETS))}
ATTR collection media-col-ready {",".join(map(column, SHEETS[:2]))}
""" + PRINTER


PRINTER = """ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
ATTR keyword sides-default one-sided
ATTR keyword media-supported iso_a4_210x297mm,iso_a3_297x420mm,iso_a5_148x210mm
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm,iso_a3_297x420mm
ATTR mimeMediaType document-format-supported application/pdf
ATTR mimeMediaType document-format-default application/pdf
ATTR boolean color-supported true
ATTR integer pages-per-minute 60
ATTR rangeOfInteger copies-supported 1-999
ATTR integer copies-default 1
ATTR keyword multiple-document-handling-supported separate-documents-collated-copies,separate-documents-uncollated-copies
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

# The printer notes what a job asks for, works as the script says, and puts the file out.
ARRIVAL = """#!/bin/sh
name=$(printf %03d "$(basename "$1" | cut -d- -f1)")
env | grep ^IPP_ > @/arrived/$name.note
mv @/arrived/$name.note @/arrived/$name.txt
. @/script.sh
cp "$1" @/arrived/$name.part
mv @/arrived/$name.part @/arrived/$name.pdf
"""

SERVICE = """Listen @/run/cups
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
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

PLACES = """ServerRoot @
CacheDir @/cache
RequestRoot @/spool
TempDir @/spool/tmp
StateDir @/run
ErrorLog @/log/error
AccessLog @/log/access
PageLog @/log/page
User lp
Group lp
SystemGroup root
Sandboxing relaxed
"""

FILES = """Out @/files
AnonDirName @/files
Spool @/spool/pdf
Label 1
Log @/log
UserUMask 0000
"""

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=@/run/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/><allow user="*"/></policy></busconfig>
"""

AVAHI = """[server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
disallow-other-stacks=no
[publish]
publish-workstation=no
"""

JOBS = """{ OPERATION Get-Jobs
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword which-jobs completed
  ATTR keyword requested-attributes job-id,job-state
  DISPLAY job-id
  DISPLAY job-state }
"""
