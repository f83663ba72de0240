// GLib's checksums, which are here already because Pango brings them.
#include <glib.h>
