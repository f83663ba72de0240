// libzip, to read the parts of Word and Excel files.
#include <zip.h>
