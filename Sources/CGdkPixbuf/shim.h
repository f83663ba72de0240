// gdk-pixbuf reads the formats of telephones and scanners, one loader module for each.
#include <gdk-pixbuf/gdk-pixbuf.h>
