// librsvg draws SVG files on Cairo contexts, which it takes as Cairo's own pointers.
#include <librsvg/rsvg.h>
