// expat, to read the XML parts of Word and Excel files.
#include <expat.h>
