#ifndef BANXIN_DEFLATE_H
#define BANXIN_DEFLATE_H

// Which deflate the process has: `zlib`, or `isal` where Intel's library takes its place. The two make
// other bytes of the same content, so whoever compares files by their bytes has to know.
const char *banxin_deflate_name(void);

#endif
