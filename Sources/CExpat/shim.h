// expat, to read XML: parts of Word and Excel files, metadata of PDF files.
#include <expat.h>
