// zlib, to inflate the rows of PNG files and the streams of PDF files within limits.
#include <zlib.h>
