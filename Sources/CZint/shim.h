#include <zint.h>

// The bars of a text: their modules, 1 for a dark one. Returns how many there are, 0 where zint cannot
// hold the text, -1 where it fails. zint's record has a member of 28,800 bytes, which Swift would import as
// a tuple of as many; so it is read here.
static inline int banxin_bars(
    int symbology, const unsigned char *text, int length, unsigned char *modules, int capacity) {
  struct zint_symbol *symbol = ZBarcode_Create();
  if (!symbol) return -1;
  symbol->symbology = symbology;
  int width = 0;
  if (ZBarcode_Encode(symbol, text, length) < ZINT_ERROR) {
    width = symbol->rows == 1 && symbol->width <= capacity ? symbol->width : -1;
    for (int i = 0; i < width; i++) modules[i] = symbol->encoded_data[0][i / 8] >> (i % 8) & 1;
  }
  ZBarcode_Delete(symbol);
  return width;
}
