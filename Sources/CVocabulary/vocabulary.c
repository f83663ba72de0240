/* The tables are bytes of the program, so that a reader without a folder of layouts knows them too. `#embed`
   lets the compiler know of the files: a change of one is a reason to build. */
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CVocabulary.h"
#include <string.h>

static const unsigned char units[] = {
#embed "../../layouts/_shared/vocabulary/units.tsv"
};
static const unsigned char documents[] = {
#embed "../../layouts/_shared/vocabulary/documents.tsv"
};
static const unsigned char indicators[] = {
#embed "../../layouts/_shared/vocabulary/indicators.tsv"
};

const unsigned char *banxin_vocabulary(const char *name, size_t *count) {
#define TABLE(table) \
  if (strcmp(name, #table) == 0) return *count = sizeof table, table
  TABLE(units);
  TABLE(documents);
  TABLE(indicators);
  *count = 0;
  return 0;
}
