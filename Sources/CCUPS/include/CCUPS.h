// The library of the print service, opened when it is first called. Few runs print, and CUPS brings a
// sixth of all the libraries that the loader would have to bind before each of them.
#pragma once
#include <cups/cups.h>
#include <cups/http.h>
#include <cups/ipp.h>

/// Whether the machine has the library; without it nothing else here may be called.
int cups_is_there(void);
