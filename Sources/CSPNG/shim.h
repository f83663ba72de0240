// libspng, to read and write PNG files.
#include <spng.h>
