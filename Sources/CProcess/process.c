#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static int count;
static char **words;

// The GNU loader gives constructors what it gives main.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}

int process_argument_count(void) { return count; }
const char *const *process_arguments(void) { return (const char *const *)words; }
const char *process_path(void) { return (const char *)getauxval(AT_EXECFN); }

pid_t process_fork(void) { return fork(); }

void process_end_with_parent(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(128 + SIGTERM);
}

static struct itimerval timer(double seconds) {
  struct itimerval timer = {{0, 0}, {(time_t)seconds, (suseconds_t)(fmod(seconds, 1) * 1e6)}};
  return timer;
}

void process_limit_time(double seconds) {
  // A timer, not a limit of the system: it knows parts of a second and passes to no worker.
  struct itimerval value = timer(seconds);
  setitimer(ITIMER_PROF, &value, NULL);
}

// A number of /proc/self/statm in bytes; 0 where there is none. No stream is opened: a child of a process
// with threads may find the locks of the library held.
static unsigned long statm(int field) {
  char text[256];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  if (size <= 0) return 0;
  text[size] = 0;
  char *place = text;
  for (int i = 0; i < field; i++) strtoul(place, &place, 10);
  return strtoul(place, NULL, 10) * (unsigned long)sysconf(_SC_PAGESIZE);
}

long process_resident(void) { return (long)(statm(1) >> 10); }

void process_limit_memory(unsigned long bytes) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  // What a child has of its parent is not its own.
  bytes += statm(5);
  limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
  setrlimit(RLIMIT_DATA, &limit);
}

void process_alarm(double seconds) {
  struct itimerval value = timer(seconds);
  setitimer(ITIMER_REAL, &value, NULL);
}

void process_fail_silently(void) {
  int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGPROF, SIGALRM};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
  // The threads of a queue block all signals, and their children would not hear the timers.
  sigset_t set;
  sigemptyset(&set);
  sigprocmask(SIG_SETMASK, &set, NULL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

int process_wait(pid_t child, long *peak, double *seconds) {
  int status = 0;
  struct rusage used = {0};
  while (wait4(child, &status, 0, &used) < 0) {
    if (errno != EINTR) return 127 << 8;
  }
  *peak = used.ru_maxrss;
  *seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec +
             1e-6 * (used.ru_utime.tv_usec + used.ru_stime.tv_usec);
  return status;
}

int process_exited(int status) { return WIFEXITED(status); }
int process_exit_code(int status) { return WEXITSTATUS(status); }
int process_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

static volatile pid_t forwarded;
static void forward(int number) {
  if (forwarded > 0) kill(forwarded, number);
}

void process_forward_signals(pid_t child) {
  int numbers[] = {SIGTERM, SIGINT, SIGHUP};
  forwarded = child;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction action = {0};
    action.sa_handler = child > 0 ? forward : SIG_DFL;
    sigaction(numbers[i], &action, NULL);
  }
}
