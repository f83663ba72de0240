#ifndef CWORDLIST_H
#define CWORDLIST_H
/* The segmentation lexicon that .bootstrap/words packs: header, groups, characters, costs, parts of
   speech (see WordLexicon). */
const void *_Nonnull banxin_word_list(void);
#endif
