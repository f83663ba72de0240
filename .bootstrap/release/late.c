// Finds a function of a library that is loaded when it is first called.
//
// Drawings, archives and the files of the press are wanted by few runs, and their libraries bring
// forty others along: loading and binding them is half of what a start costs. The program that is
// installed therefore holds, in the place of each such library, a table of jumps (late.S).

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

// 4 is the exit code of a place that cannot be read or written.
enum { UNREADABLE = 4 };

void *LATE_FIND(const char *name) {
  void *library = dlopen(LATE_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  void *function = library ? dlsym(library, name) : NULL;
  if (!function) {
    fprintf(stderr, "error: %s\n", dlerror());
    _exit(UNREADABLE);
  }
  return function;
}
