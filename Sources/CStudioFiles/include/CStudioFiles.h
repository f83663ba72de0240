#ifndef CSTUDIOFILES_H
#define CSTUDIOFILES_H
#include <stddef.h>
/* The pages of the studio, its description and its sample: files that are bytes of the program. */
struct banxin_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};
/* The files, and how many they are. */
const struct banxin_file *_Nonnull banxin_studio_files(size_t *_Nonnull count);
#endif
