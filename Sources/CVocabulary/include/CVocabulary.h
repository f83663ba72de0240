#ifndef CVOCABULARY_H
#define CVOCABULARY_H
#include <stddef.h>
/* The bytes of a table of words of `layouts/_shared/vocabulary`, by its name without its ending; null for
   a name that no table has. */
const unsigned char *_Nullable banxin_vocabulary(const char *_Nonnull name, size_t *_Nonnull count);
#endif
