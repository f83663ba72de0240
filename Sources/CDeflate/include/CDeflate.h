#ifndef BANXIN_DEFLATE_H
#define BANXIN_DEFLATE_H

// Which deflate the process has: the name of the library. Another one makes other bytes of the same
// content, so whoever compares files by their bytes has to know.
const char *banxin_deflate_name(void);

#endif
