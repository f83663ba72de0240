// qpdf's C interface: objects, streams and files.
#include <qpdf/qpdf-c.h>
