// What Swift cannot call or see of a Unix process: fork, resource limits, and the words of the
// command line where there is no /proc.
#pragma once
#include <sys/types.h>

/// The words of the command line and how many there are, as the loader handed them over.
int process_argument_count(void);
const char *const *process_arguments(void);
/// The path that the program was started by.
const char *process_path(void);

/// fork(2). Only for a process that runs one thread, or a child that only draws and ends.
pid_t process_fork(void);
/// The end of the child when its parent ends.
void process_end_with_parent(pid_t parent);
/// SIGPROF after so many processor seconds from now on; 0 for never.
void process_limit_time(double seconds);
/// Most bytes of memory of this process's own.
void process_limit_memory(unsigned long bytes);
/// KiB of memory that this process holds now; 0 where nobody says.
long process_resident(void);
/// A signal after so many seconds of the clock, whatever the process waits for.
void process_alarm(double seconds);
/// Takes the handlers of faults off, so that a fault ends the process at once and without a word.
void process_fail_silently(void);
/// waitpid(2) without its interruptions; the largest memory of the child in KiB goes to
/// `peak`, its processor time to `seconds`.
int process_wait(pid_t child, long *peak, double *seconds);
int process_exited(int status);
int process_exit_code(int status);
int process_signal(int status);
/// Hands SIGTERM, SIGINT and SIGHUP on to a child; 0 takes the handlers off.
void process_forward_signals(pid_t child);
