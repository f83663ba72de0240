// Little CMS; its pixel formats are macros that Swift does not see, so they are named here.
#include <lcms2.h>

enum {
  PRESS_GRAY_8 = TYPE_GRAY_8,
  PRESS_RGB_8 = TYPE_RGB_8,
  PRESS_BGRX_8 = TYPE_BGRA_8,
  PRESS_CMYK_8 = TYPE_CMYK_8,
  PRESS_CMYK_DOUBLE = TYPE_CMYK_DBL,
  PRESS_LAB_DOUBLE = TYPE_Lab_DBL
};
