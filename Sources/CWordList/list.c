#include "CWordList.h"

extern const unsigned char banxin_words[];

const void *banxin_word_list(void) { return banxin_words; }
